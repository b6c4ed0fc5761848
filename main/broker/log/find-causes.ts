import { BridgeMemory } from './bridge-memory.ts'
import {
  bridgeAnswerCause,
  clientTlsCause,
  databaseCause,
  fileCause,
  libraryIn,
  listenCause,
  pluginCause,
  saveCause,
  sqliteCause,
} from './cause-of-words.ts'
import { type FoundCause, FoundCauses, isNobody, type Told } from './found-causes.ts'
import type { LogCauseName } from './log-causes.ts'
import { NEARBY, nearTo, type Reading } from './reading/read-meanings.ts'
import { TlsSearch } from './tls-search.ts'
import { endReasonOf, libraryReasonOf } from './words/end-reasons.ts'
import { tlsErrorOf } from './words/openssl-reasons.ts'
import { osErrorOf } from './words/os-errors.ts'

/** Lines between a cause and what follows from it at most. */
const CONSEQUENCE_WITHIN = 8
/** Causes whose line says in words of the system why something could not be written or waited for. */
const WRITES: readonly LogCauseName[] = [
  'log-persistence',
  'log-dynsec-save',
  'log-event-loop',
  'log-database-damaged',
  'log-plugin-failed',
]
/** Causes whose field is a path as it stands in mosquitto.conf. */
const OF_PATHS: readonly LogCauseName[] = ['log-file-missing', 'log-file-write', 'log-include-folder']
/** The mark of UTF-8 or UTF-16 in front of a word, as it comes out of the log. */
const FILE_MARK = /^(?:\ufeff|\ufffd\ufffd|\\ufeff|ï»¿|ÿþ|\\xef|\\xff)/i
/** Lines that may say why the file of the line above could not be opened. */
const REASONS: readonly Reading['means'][] = ['os-error', 'log-unexplained', 'log-file-permission']

/** Causes in a log; `lastGoodRun` is the number of the last start after which the broker ran, `account` the one it runs as. */
export function findCauses(readings: readonly Reading[]): {
  readonly causes: readonly FoundCause[]
  readonly lastGoodRun: number
  readonly account: string | null
} {
  const search = new CauseSearch(readings)
  search.run()
  return { causes: search.found.all(), lastGoodRun: search.lastGoodRun, account: search.account }
}

interface Opened {
  readonly family: string
  readonly port: string
}

/** Goes through the readings in their order and tells causes from what follows from them. */
class CauseSearch {
  readonly found = new FoundCauses()
  lastGoodRun = -1
  account: string | null = null
  readonly #readings: readonly Reading[]
  /** Readings that belong to a cause told already. */
  readonly #used = new Set<Reading>()
  readonly #bridges: BridgeMemory
  readonly #tls: TlsSearch
  #run = 0
  #opened: Opened[] = []
  #isLocalOnly = false
  #socket = ''

  constructor(readings: readonly Reading[]) {
    this.#readings = readings
    this.#bridges = new BridgeMemory(readings)
    this.#tls = new TlsSearch(readings, this.#used, this.#bridges)
  }

  run(): void {
    for (const [index, reading] of this.#readings.entries()) {
      if (this.#used.has(reading)) continue
      const told = this.#told(reading, index)
      if (told !== null) this.found.add(told, reading, this.#run)
    }
  }

  #told(reading: Reading, index: number): Told | null {
    const { means, fields } = reading
    switch (means) {
      case 'start':
      case 'running':
      case 'account':
      case 'opening':
      case 'bridge':
      case 'bridge-id':
      case 'client-new':
      case 'detail':
        return this.#note(reading)
      case 'local-only':
        this.#isLocalOnly = true
        return { cause: 'log-local-only', fields }
      case 'os-error':
      case 'bind-number':
        return this.#osError(reading, index)
      case 'tls-error':
        return this.#tlsErrors(reading, index)
      case 'tls-file':
        return isQuoted(reading) ? { cause: 'log-config-quotes', fields } : this.#tls.file(reading, index)
      case 'plugin':
      case 'load-error':
        return this.#plugin(reading, index)
      case 'place':
        return this.found.place(reading)
      case 'bridge-error':
        return { cause: 'log-bridge-unreachable', fields: { ...fields, ...this.#bridges.current() } }
      case 'bridge-refused':
        return { cause: bridgeAnswerCause(fields.answer ?? ''), fields: { ...fields, ...this.#bridges.current() } }
      case 'client-tls': {
        const { reason, words } = tlsErrorOf(fields.error ?? '')
        return { cause: clientTlsCause(reason), fields: { client: fields.endpoint ?? '', words } }
      }
      case 'client-lost':
      case 'client-ended':
      case 'client-closed':
        return this.#end(reading)
      case 'service-failed':
        return { cause: 'log-service-failed', fields }
      default:
        return bySqlite(means, reading) ?? this.#cause(bySystem(means, fields), reading, index)
    }
  }

  /** Remembers what lines of a broker that is well tell about the lines to come. */
  #note(reading: Reading): null {
    const { family = '', port = '', user = '', file } = reading.fields
    if (reading.means === 'account') this.account = user
    if (reading.means === 'start') {
      this.#run += 1
      this.#opened = []
      this.#isLocalOnly = false
    }
    if (reading.means === 'running') this.lastGoodRun = this.#run
    if (reading.means === 'opening' && file !== undefined) this.#socket = file
    else if (reading.means === 'opening') this.#opened.push({ family, port })
    this.#bridges.note(reading)
    return null
  }

  #cause(cause: LogCauseName, reading: Reading, index: number): Told | null {
    const { fields } = reading
    if (this.#isAboutDatabase(reading, index)) return { cause: 'log-database-damaged', fields }
    const follows = reading.isConsequence || fields.client === ''
    if (follows && this.found.isToldBefore(reading, CONSEQUENCE_WITHIN)) return null
    const ofConfig = byConfig(cause, reading)
    if (ofConfig !== null) return ofConfig
    if (cause === 'log-file-missing' || cause === 'log-file-write' || cause === 'log-persistence') {
      return this.#file(cause, reading, index)
    }
    if (cause === 'log-unix-socket') return { cause, fields: { file: this.#socket, ...fields } }
    const bridge = cause === 'log-keepalive' ? this.#bridges.ofClient(fields.client ?? '') : null
    if (bridge !== null) return { cause: 'log-bridge-loop', fields: bridge }
    const isOfBridge = cause.startsWith('log-bridge-') && fields.bridge === undefined
    return { cause, fields: isOfBridge ? { ...fields, ...this.#bridges.current() } : fields }
  }

  /** Why a file could not be opened stands in a line below, if anywhere. */
  #file(cause: LogCauseName, reading: Reading, index: number): Told {
    const next = this.#readings[index + 1]
    const isNear = next !== undefined && next.at - reading.at <= 2
    if (!isNear || !REASONS.includes(next.means)) return { cause, fields: reading.fields }
    const words = next.fields.os ?? next.message.split(': ').at(-1) ?? ''
    const error = osErrorOf(words)
    const known = cause === 'log-persistence' ? (saveCause(error) ?? cause) : fileCause(error)
    if (error === null || known === null) return { cause, fields: reading.fields }
    this.#used.add(next)
    return { cause: known, fields: { why: words, ...reading.fields } }
  }

  /** 1.x writes the system's words first and then that its database could not be opened. */
  #isAboutDatabase({ message, means, at }: Reading, index: number): boolean {
    const next = this.#readings[index + 1]
    return (
      (means === 'os-error' || (means === 'log-unexplained' && message.startsWith('Error: '))) &&
      next?.means === 'log-database-damaged' &&
      next.isConsequence &&
      next.at - at <= NEARBY
    )
  }

  #osError(reading: Reading, index: number): Told | null {
    const { fields } = reading
    const error = osErrorOf(fields.os ?? '')
    if (this.#isAboutDatabase(reading, index)) return { cause: databaseCause(error), fields }
    // A container without IPv6: the listener of IPv4 stands, and that it is for this computer alone is told already.
    if (error === 'address-unknown' && this.#isLocalOnly) return null
    const port = fields.port ?? this.#opened.at(-1)?.port
    const isOwn = error === 'address-in-use' && port !== undefined && isOpenedTwice(this.#opened, port)
    const isListening = this.#opened.length > 0 || reading.means === 'bind-number'
    const cause = isOwn ? 'log-address-own' : listenCause(error, isListening)
    return { cause, fields: port === undefined ? fields : { ...fields, port } }
  }

  #tlsErrors(reading: Reading, index: number): Told | null {
    const told = this.#tls.errors(reading, index)
    // OpenSSL's reason behind a setting that it refuses, or behind a name that the certificate does not hold.
    const { lastCause } = this.found
    const isReason = lastCause === 'log-tls-settings' || lastCause === 'log-bridge-host-name'
    return isReason && this.found.isToldBefore(reading, NEARBY) ? null : told
  }

  #plugin(reading: Reading, index: number): Told {
    const [load] = reading.means === 'plugin' ? nearTo(this.#readings, reading, index + 1, 'load-error') : [reading]
    if (load) this.#used.add(load)
    const { why = '' } = load?.fields ?? {}
    const library = libraryIn(why, reading.fields.file ?? '')
    if (library !== null) return { cause: 'log-plugin-library', fields: { ...reading.fields, library } }
    return { cause: pluginCause(why), fields: why === '' ? reading.fields : { ...reading.fields, why } }
  }

  #end(reading: Reading): Told | null {
    const { fields, means } = reading
    const { client = '', endpoint = '', reason, library, why } = fields
    const bridge = this.#bridges.ofClient(client)
    if (means === 'client-closed' && bridge === null) return null
    if (bridge !== null) return this.#isToldOfBridge(reading) ? null : { cause: 'log-bridge-loop', fields: bridge }
    const words = reason ?? library ?? ''
    const cause = means === 'client-ended' ? endReasonOf(words) : libraryReasonOf(words)
    if (cause !== undefined && cause !== 'lost' && cause !== 'tls') {
      const isSame = this.found.lastCause === cause && this.found.lastReading?.means === cause
      if (!isSame || !this.found.isToldBefore(reading, 1)) return { cause, fields: { client, endpoint } }
      this.found.name(client)
      return null
    }
    if (this.#isToldOfClient(reading)) return null
    if (cause === 'tls') return { cause: 'log-tls-failed', fields: { client, words } }
    const shown = why ?? (/^unknown error/i.test(words) ? '' : words)
    return { cause: isNobody(fields) ? 'log-unknown-lost' : 'log-connection-lost', fields: { client, why: shown } }
  }

  #isToldOfBridge(reading: Reading): boolean {
    const { lastCause } = this.found
    const isOther = lastCause?.startsWith('log-bridge-') === true && lastCause !== 'log-bridge-loop'
    return isOther && this.found.isToldBefore(reading, CONSEQUENCE_WITHIN)
  }

  /** Of what came just before the end of a connection the end is the consequence. */
  #isToldOfClient(reading: Reading): boolean {
    const { lastCause, lastReading } = this.found
    const isOther = lastCause !== 'log-unknown-lost' && lastCause !== 'log-connection-lost'
    const isOfIt = isNobody(reading.fields) || lastReading?.fields.client === reading.fields.client
    return isOther && isOfIt && this.found.isToldBefore(reading, 2)
  }
}

/** The cause that the system's words on the same line name in place of what the broker was doing. */
function bySystem(cause: LogCauseName, { why = '' }: Reading['fields']): LogCauseName {
  return (WRITES.includes(cause) ? saveCause(osErrorOf(why)) : null) ?? cause
}

/** IPv4 and IPv6 of one port are one listener; a WebSocket listener is one more. */
function isOpenedTwice(opened: readonly Opened[], port: string): boolean {
  const last = opened.at(-1)?.family
  const others = opened.slice(0, -1).filter((one) => one.port === port)
  return others.some(({ family }) => family === last || family === 'websockets' || last === 'websockets')
}

/** `name=value`, as other programs have it. */
const ASSIGNED = /^[a-z][a-z_\d]{2,40}=/

/** What is wrong with the text of mosquitto.conf itself: quotes, a comment behind a value, a mark in front of the first word. */
function byConfig(cause: LogCauseName, reading: Reading): Told | null {
  const { fields } = reading
  const { word = '', value = '' } = fields
  if (OF_PATHS.includes(cause) && isQuoted(reading)) return { cause: 'log-config-quotes', fields }
  if (cause === 'log-config-value' && /\s#/.test(value)) return { cause, fields: { ...fields, comment: value } }
  const hasMark = cause === 'log-config-unknown' && FILE_MARK.test(word)
  if (hasMark) return { cause: 'log-config-bom', fields }
  return cause === 'log-config-unknown' && ASSIGNED.test(word) ? { cause: 'log-config-equals', fields } : null
}

/** What the plugin that keeps the database in SQLite says; null for other lines. */
function bySqlite(cause: LogCauseName, { message, fields }: Reading): Told | null {
  const isOfStore = cause.startsWith('log-database') || cause === 'log-persistence'
  if (!isOfStore || !/^(?:Error: |Warning: )?sqlite/i.test(message)) return null
  return { cause: sqliteCause(fields.why ?? '') ?? cause, fields: { file: 'mosquitto.sqlite3', ...fields } }
}

/** True for a path with quotes of its own inside those that the broker writes around it. */
function isQuoted({ fields: { file = '' }, message }: Reading): boolean {
  return /^".+"$|^'.+'$/.test(file) && [`"${file}"`, `'${file}'`].some((quoted) => message.includes(quoted))
}
