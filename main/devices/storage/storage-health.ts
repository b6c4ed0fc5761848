import type { StorageStatus } from '../../../preload/contract/models/app/settings.ts'

const SQLITE_BUSY = 5
const SQLITE_LOCKED = 6
const SQLITE_FULL = 13

/** Combines several writers into one status: the problem of the first that fails. */
export class StorageHealth {
  readonly #onChanged: (status: StorageStatus) => void
  readonly #problems = new Map<string, NonNullable<StorageStatus['problem']>>()
  #shown: StorageStatus['problem'] = null

  constructor(onChanged: (status: StorageStatus) => void) {
    this.#onChanged = onChanged
  }

  status(): StorageStatus {
    return { problem: this.#shown }
  }

  /** Reports an error of a writer; null if it works again. */
  report(writer: string, error: unknown): void {
    if (error === null) this.#problems.delete(writer)
    else this.#problems.set(writer, problemOf(error))
    const [problem = null] = this.#problems.values()
    if (problem === this.#shown) return
    this.#shown = problem
    this.#onChanged({ problem })
  }
}

/** Maps the result code of SQLite; extended codes carry the primary one in their low byte. */
function problemOf(error: unknown): 'locked' | 'full' | 'failed' {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  const message = error instanceof Error ? error.message : ''
  if (code === SQLITE_BUSY || code === SQLITE_LOCKED || /database (?:table )?is locked/.test(message)) return 'locked'
  if (code === SQLITE_FULL || /database or disk is full/.test(message)) return 'full'
  return 'failed'
}
