import type { BridgeMemory } from './bridge-memory.ts'
import { bridgeTlsCause, clientTlsCause, fileTlsCause } from './cause-of-words.ts'
import { type Fields, isNobody, type Told } from './found-causes.ts'
import { NEARBY, nearTo, type Reading } from './reading/read-meanings.ts'
import { endReasonOf, libraryReasonOf } from './words/end-reasons.ts'
import { tlsErrorOf } from './words/openssl-reasons.ts'
import { osErrorOf } from './words/os-errors.ts'

/** Tells what OpenSSL's lines are about: a file, a client, or a bridge, where this broker is the client. */
export class TlsSearch {
  readonly #readings: readonly Reading[]
  readonly #used: Set<Reading>
  readonly #bridges: BridgeMemory

  /** Readings that turn out to belong together go into `used`. */
  constructor(readings: readonly Reading[], used: Set<Reading>, bridges: BridgeMemory) {
    this.#readings = readings
    this.#used = used
    this.#bridges = bridges
  }

  /** A certificate or key that could not be loaded, with what OpenSSL says around it. */
  file(reading: Reading, index: number): Told {
    const before = [-2, -1].flatMap((step) => nearTo(this.#readings, reading, index + step, 'tls-error'))
    const behind = this.#linesBehindFiles(reading, index)
    const around = [...before, ...behind].filter(({ means }) => means === 'tls-error')
    for (const one of [...before, ...behind]) this.#used.add(one)
    const { cause, words } = fileTlsCause(around.map(({ fields }) => tlsErrorOf(fields.error ?? '')))
    if (words === null) return { cause, fields: reading.fields }
    const isAbsent = cause === 'log-certificate-file' && osErrorOf(words) === 'missing'
    return { cause, fields: { ...reading.fields, words, ...(isAbsent ? { absent: words } : {}) } }
  }

  /** What stands behind a file, or behind the next one where OpenSSL tells of both at once. */
  #linesBehindFiles(reading: Reading, index: number): readonly Reading[] {
    const [next] = nearTo(this.#readings, reading, index + 1, 'tls-file')
    return next === undefined ? this.#linesBehind(reading, index) : this.#linesBehind(next, index + 1)
  }

  /** What OpenSSL, and for a list of revocations the system, says directly behind a file: several lines, as a list of errors is. */
  #linesBehind(reading: Reading, index: number): readonly Reading[] {
    const lines: Reading[] = []
    for (let at = index + 1; at < this.#readings.length; at += 1) {
      const next = this.#readings[at]
      const gap = (next?.at ?? 0) - (lines.at(-1) ?? reading).at
      const isSystem = lines.length === 0 && /^Error: /.test(next?.message ?? '') && next?.means !== 'tls-file'
      const isOf = next?.means === 'tls-error' || (isSystem && osErrorOf(next?.message.slice(7) ?? '') !== null)
      if (next === undefined || !isOf || gap > NEARBY) break
      lines.push(next)
    }
    return lines
  }

  /** OpenSSL's lines about one connection, with the line behind them that says whose it was. */
  errors(reading: Reading, index: number): Told | null {
    const group = [reading]
    let next = this.#readings[index + 1]
    while (next?.means === 'tls-error' && next.at - (group.at(-1)?.at ?? 0) <= 1) {
      group.push(next)
      next = this.#readings[index + group.length]
    }
    const near = next !== undefined && next.at - (group.at(-1)?.at ?? 0) <= NEARBY ? next : null
    // The line of the file itself looks back at these.
    if (near?.means === 'tls-file') return null
    for (const one of group) this.#used.add(one)
    const errors = group.map(({ fields }) => tlsErrorOf(fields.error ?? ''))
    const error = errors.find(({ reason }) => reason !== null) ?? tlsErrorOf(reading.fields.error ?? '')
    const isNext = near !== null && near.at - (group.at(-1)?.at ?? 0) === 1
    const end = near !== null && isEndByTls(near, isNext) ? near : null
    if (end !== null) this.#used.add(end)
    const client = end?.fields.client ?? null
    const { reason, words } = error
    const bridge = this.#bridgeOf(error.side, client, reading)
    if (bridge !== null) return { cause: bridgeTlsCause(reason), fields: { words, ...bridge } }
    return { cause: clientTlsCause(reason), fields: client === null ? { words } : { words, client } }
  }

  /** The bridge whose connection it is; null for that of a client. */
  #bridgeOf(side: 'server' | 'client' | null, client: string | null, reading: Reading): Fields | null {
    if (side === 'server') return null
    const ofClient = client === null ? null : this.#bridges.ofClient(client)
    if (side === 'client') return ofClient ?? this.#bridges.current()
    return client === null ? this.#bridges.justConnecting(reading.at, NEARBY) : ofClient
  }
}

/** A handshake that fails ends as an error of TLS, of the socket or of the protocol, depending on the version. */
function isEndByTls({ means, fields }: Reading, isNext: boolean): boolean {
  if (means === 'client-ended')
    return (isNext || isNobody(fields)) && endReasonOf(fields.reason ?? '') === 'log-protocol'
  const library = libraryReasonOf(fields.library ?? '')
  return means === 'client-lost' && (fields.library === undefined || library === 'tls' || library === 'lost')
}
