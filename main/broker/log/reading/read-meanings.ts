import type { LogCauseName } from '../log-causes.ts'
import { LOG_SIGNATURES, type LogSign } from '../log-signatures.ts'
import { endReasonOf, libraryReasonOf } from '../words/end-reasons.ts'
import { osErrorOf } from '../words/os-errors.ts'
import type { LogLine } from './line-forms.ts'
import { comparable, LineTemplate } from './line-template.ts'

/** A line that says something about a problem, or that the search for its cause needs. */
export interface Reading {
  readonly means: LogCauseName | LogSign
  readonly isConsequence: boolean
  readonly fields: Readonly<Record<string, string>>
  readonly message: string
  readonly raw: string
  /** Index of the line. */
  readonly at: number
}

/** Lines between two that belong together at most. */
export const NEARBY = 3

/** The reading at `index` if it means this and stands near the other; else none. */
export function nearTo(
  readings: readonly Reading[],
  { at }: Reading,
  index: number,
  means: Reading['means'],
): readonly Reading[] {
  const other = readings[index]
  return other?.means === means && Math.abs(other.at - at) <= NEARBY ? [other] : []
}

interface Entry {
  readonly template: LineTemplate
  readonly means: LogCauseName | LogSign
  readonly isConsequence: boolean
}

/** What fields of these names must look like, so that the words of a client are not taken for the broker's. */
const CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  os: (value) => osErrorOf(value) !== null,
  lookup: (value) => osErrorOf(value) === 'lookup',
  permission: (value) => osErrorOf(value) === 'permission',
  reason: (value) => endReasonOf(value) !== undefined || osErrorOf(value) !== null,
  library: (value) => libraryReasonOf(value) !== undefined || osErrorOf(value) !== null,
  broken: (value) => ['lost', 'tls'].includes(libraryReasonOf(value) ?? ''),
  endpoint: (value) => /^\S{1,200}$/.test(value),
  unit: (value) => /mosquitto|mqtt/i.test(value),
  process: (value) => value.includes('mosquitto'),
  signal: (value) => /^(?:11\/SEGV|6\/ABRT|7\/BUS|8\/FPE)$/.test(value),
  death: (value) => /^(?:4|6|7|8|11)$/.test(value),
  image: (value) => /mosquit+o|mqtt/i.test(value),
  open: (value) => /^[\w.-]{1,40}$/.test(value),
  exit: (value) => /^[1-9]\d{0,2}$/.test(value),
  dial: (value) =>
    /^(?:connection refused|connection timed out|no route to host|network is unreachable|i\/o timeout|no such host|server misbehaving)"?$/i.test(
      value,
    ),
  dll: (value) => /^[\w.-]{1,60}\.dll$/i.test(value),
  server: (value) => /^[\w.:[\]-]{1,120}$/.test(value),
  glued: (value) => /^(?:\d{10}: .*)?$/.test(value),
  // A name that was misspelt is the usual reason.
  absent: (value) => /mosquit+o|mqtt/i.test(value),
  masked: (value) => /mosquitto|mqtt/i.test(value),
  blank: (value) => value.trim() === '',
  packet: (value) => /^[A-Z]{3,12}$/.test(value),
}
for (const number of ['n', 'm', 'port', 'd', 'q', 'r']) Object.assign(CHECKS, { [number]: isNumber })

function isNumber(value: string): boolean {
  return /^-?\d{1,20}$/.test(value)
}

/** The one line that begins with the id of a client, whatever words that holds. */
const BEHIND_AN_ID = ' sent CONNECT with missing keepalive.'

const KEY_LENGTH = 4
const ENTRIES = new Map<string, Entry[]>()
const ANYWHERE: Entry[] = []
for (const { means, lines, isConsequence } of LOG_SIGNATURES) {
  for (const line of lines) {
    const template = new LineTemplate(line)
    const key = template.start.slice(0, KEY_LENGTH)
    const entries = key.length < KEY_LENGTH ? ANYWHERE : (ENTRIES.get(key) ?? [])
    if (entries !== ANYWHERE) ENTRIES.set(key, entries)
    entries.push({ template, means, isConsequence: isConsequence === true })
  }
}

/** Recognises what each line means. Lines of a broker that is well, and words of clients, give no reading. */
export function readMeanings(lines: readonly LogLine[]): Reading[] {
  const ids = clientIds(lines)
  const hasProgram = lines.some(({ program }) => /mosquitto/i.test(program ?? ''))
  const readings: Reading[] = []
  let topic: { readonly text: string; readonly at: number } | null = null
  for (const [at, line] of lines.entries()) {
    const { message, raw } = line
    if (message.trim() === '' || (hasProgram && isOfOthers(line))) continue
    if (message.startsWith('\t')) {
      topic = { text: message.slice(1).replace(/ \(QoS [012]\)$/, ''), at }
      continue
    }
    const isNamedBefore = topic !== null && at - topic.at <= 3 && message.endsWith(` ${topic.text}`)
    if (isNamedBefore || message.endsWith(BEHIND_AN_ID) || isOfSubscription(message, ids)) continue
    const isIndented = message.startsWith('  ') && message !== raw
    const found = meaningOf(message.trim()) ?? (isIndented ? null : unexplained(line))
    if (found === null || found.means === 'detail') continue
    readings.push({ ...found, message, raw, at })
  }
  return readings
}

/** Tells whether any line has the broker's own time, or is one that it can write. */
export function isOfBroker(lines: readonly LogLine[]): boolean {
  return lines.some(({ message, raw }) => (message !== raw && OWN_TIME.test(raw)) || meaningOf(message.trim()) !== null)
}

const OWN_TIME = /^(?:[^\d\s].{0,200}[\s|])?\d{10}: /

type Meaning = Pick<Reading, 'means' | 'isConsequence' | 'fields'>

function meaningOf(message: string): Meaning | null {
  const form = comparable(message)
  for (const entries of [ENTRIES.get(form.slice(0, KEY_LENGTH)) ?? [], ANYWHERE]) {
    for (const { template, means, isConsequence } of entries) {
      const fields = template.match(message, form)
      if (fields !== null && Object.entries(fields).every(([name, value]) => CHECKS[name]?.(value) !== false)) {
        return { means, isConsequence, fields }
      }
    }
  }
  return null
}

/** `log_type subscribe` writes id, QoS and topic, nothing else: all of it words of a client. */
function isOfSubscription(message: string, ids: ClientIds): boolean {
  for (const { index } of message.matchAll(/ [012] /g)) {
    if (ids.lengths.has(index) && ids.names.has(message.slice(0, index))) return true
  }
  return false
}

interface ClientIds {
  readonly names: ReadonlySet<string>
  /** Lengths of the names: a long line may hold many places where an id could end. */
  readonly lengths: ReadonlySet<number>
}

/** `log_type debug` names the client of each packet. */
const PACKET = /^(?:Received|Sending) [A-Z]{4,12} (?:from|to) ([^ ]{1,200})/

function clientIds(lines: readonly LogLine[]): ClientIds {
  const names = new Set<string>()
  for (const { message } of lines) {
    const spoken = PACKET.exec(message)?.[1]
    if (spoken !== undefined) names.add(spoken)
    if (!message.startsWith('New client ') && !message.startsWith('New bridge ')) continue
    const meaning = meaningOf(message)
    if (meaning?.means === 'client-new') names.add(meaning.fields.client ?? '')
  }
  return { names, lengths: new Set([...names].map(({ length }) => length)) }
}

const ERROR_WORDS =
  /\b(?:errors?|fatal|fail(?:ed|ure|s)?|unable|cannot|can't|could ?n[o']t|denied|refused|rejected|invalid|corrupt(?:ed)?|malformed|panic|abort(?:ed|ing)?|segfault|segmentation fault|core dumped|killed|out of memory|oom|exception|traceback|not permitted|unrecogni[sz]ed|unsupported|timed out|no such|emerg)\b|错误|失败|无法|拒绝|异常|崩溃/i
const SETTINGS = /^(?:log_type|log_dest|connection_messages)\b/

/** Programs that write into the same journal. */
const OTHERS =
  /^(?:kernel|systemd|NetworkManager|dhc|ssh|cron|CRON|sudo|su$|avahi|dbus|wpa_|rsyslog|audit|polkit|ntp|chrony)/

/** What others write into a journal, or a log of Compose, in which the broker is known by its name. */
function isOfOthers({ message, program }: LogLine): boolean {
  return program !== null && !BESIDE.test(program) && !/mosquitto/i.test(message)
}

/** The broker, and who starts it or ends it. */
const BESIDE = /mosquitto|^(?:systemd|kernel|audit|init|procd|addon_)/i

/** An error or a warning that no format explains: better shown than passed over. */
function unexplained({ message, level, program }: LogLine): Meaning | null {
  if (program !== null && OTHERS.test(program) && !/mosquitto/i.test(`${program} ${message}`)) return null
  const shown = (means: LogCauseName): Meaning => ({ means, isConsequence: false, fields: {} })
  if (level === 'error') return shown('log-unexplained')
  if (level === 'warning' || /^warn(?:ing)?\b/i.test(message)) return shown('log-unexplained-warning')
  return ERROR_WORDS.test(message) && !SETTINGS.test(message) ? shown('log-unexplained') : null
}
