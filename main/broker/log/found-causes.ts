import type { LogCauseName } from './log-causes.ts'
import { NEARBY, type Reading } from './reading/read-meanings.ts'

export type Fields = Readonly<Record<string, string>>

/** What one line turned out to say. */
export interface Told {
  readonly cause: LogCauseName
  readonly fields: Fields
}

/** One cause with all lines that show it. */
export interface FoundCause {
  readonly cause: LogCauseName
  fields: Fields
  /** The first of its lines. */
  readonly reading: Reading
  /** Start of the broker, counted in the log, in which it stands last. */
  run: number
  count: number
  readonly clients: Map<string, number>
}

/** What the broker writes for a client that has not said who it is. */
export const NOBODY: readonly string[] = ['<unknown>', '(null)', '', 'unknown']

/** True for a client that has not said who it is; 2.1 writes its address then. */
export function isNobody({ client = '', endpoint = '' }: Fields): boolean {
  return NOBODY.includes(client) || endpoint.startsWith(`${client}:`)
}

/** The causes found so far, and the one that was told last. */
export class FoundCauses {
  readonly #found = new Map<string, FoundCause>()
  #last: { readonly found: FoundCause; readonly reading: Reading } | null = null

  all(): FoundCause[] {
    return [...this.#found.values()]
  }

  /** Counts one more line. Lines that nothing explains stay apart from each other unless they differ in numbers only. */
  add({ cause, fields }: Told, reading: Reading, run: number): void {
    const isUnexplained = cause.startsWith('log-unexplained')
    const key = isUnexplained ? `${cause} ${reading.message.replace(/\d+/g, '0')}` : cause
    const known = this.#found.get(key)
    const found = known ?? { cause, fields, reading, run, count: 0, clients: new Map<string, number>() }
    found.count += 1
    found.run = run
    this.#found.set(key, found)
    countClient(found, fields.client)
    this.#last = { found, reading }
  }

  get lastCause(): LogCauseName | null {
    return this.#last?.found.cause ?? null
  }

  get lastReading(): Reading | null {
    return this.#last?.reading ?? null
  }

  /** True if a cause was told at most so many lines before. */
  isToldBefore({ at }: Reading, lines: number): boolean {
    return this.#last !== null && at - this.#last.reading.at <= lines
  }

  /** Completes the error above it with the file and line that it stands in; without one it is told itself. */
  place(reading: Reading): Told | null {
    const place = `${reading.fields.file}:${reading.fields.n}`
    if (this.#last === null || !this.isToldBefore(reading, NEARBY))
      return { cause: 'log-config-value', fields: { place } }
    const { found } = this.#last
    if (found.count === 1) found.fields = { place, ...found.fields }
    return null
  }

  /** Names the client of the cause that was told last. */
  name(client: string): void {
    if (this.#last !== null && !NOBODY.includes(client)) countClient(this.#last.found, client)
  }
}

function countClient({ clients }: FoundCause, client: string | undefined): void {
  if (client !== undefined) clients.set(client, (clients.get(client) ?? 0) + 1)
}
