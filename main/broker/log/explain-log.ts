import type { LogFinding } from '../../../preload/contract/models/broker/connection.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { safeDetail } from '../diagnosis/detail.ts'
import { findCauses } from './find-causes.ts'
import { type FoundCause, NOBODY } from './found-causes.ts'
import { gravityOf, LOG_CAUSES, type LogCause, type LogCauseName } from './log-causes.ts'
import { type LogLine, readLines, withLineEnds } from './reading/line-forms.ts'
import { isOfBroker, type Reading, readMeanings } from './reading/read-meanings.ts'
import { type ServiceStatus, serviceStatusIn } from './reading/service-status.ts'
import { isWordOfWindows, osErrorOf } from './words/os-errors.ts'

/** A line of a log that was not looked at yet costs some microseconds; this many may be in the largest text. */
const MAX_LINES = 100_000
/** The time that the broker writes, not as a part of another number, or its name in a journal. */
const OWN_TIME = /(?<!\d)\d{10}: |(?<=mosquitto\[\d{1,10}\]: )/
const MAX_FORM = 400
const MAX_TIME = 60
/** Something could not be saved. */
const SAVES: readonly LogCauseName[] = ['log-persistence', 'log-dynsec-save']
const MAX_CLIENTS = 5
/** What stands in place of a name where a client has not said it. */
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?$|^[\da-f]{0,4}:[\da-f:.]{1,40}$/i
const MAX_UNEXPLAINED = 12
/** A line without words, such as the zeros that a power loss leaves, and what `journalctl` prints where there is nothing. */
const NOTHING = /^[\s\0\ufeff]*$|^-- (?:No entries|Logs begin at .{1,200}|Journal begins at .{1,200}) --$/

/**
 * Lists what a broker's log says is wrong, causes before what follows from them, each once with its first line, how often it
 * occurs and with which clients. Errors that nothing here explains are among them, and so is a text that is no broker's log; an empty list means that no
 * line is an error.
 */
export function explainLog(log: string): LogFinding[] {
  const text = withLineEnds(log)
  const lines = readLines(text).slice(-MAX_LINES)
  if (lines.every(({ raw }) => NOTHING.test(raw))) return [emptyFinding()]
  const status = serviceStatusIn(lines)
  const findings = explainTold(text, lines)
  if (status === null) return findings
  const known = findings.filter(({ cause }) => cause !== 'log-not-of-broker')
  // What the broker wrote below its status says more than that it runs.
  const isSaid =
    known.some(({ cause }) => !cause.startsWith('log-unexplained')) || (status.isRunning && isOfBroker(lines))
  return isSaid ? known : [statusFinding(status, lines), ...known]
}

function explainTold(text: string, lines: readonly LogLine[]): LogFinding[] {
  if (isOfBroker(lines)) return explainLines(lines)
  // A form that is not known: only in a text without any line of a broker, because a topic may hold such words.
  for (const startOf of [startBehindForm, startBehindTime]) {
    const behind = readLines(withStarts(text, startOf)).slice(-MAX_LINES)
    if (isOfBroker(behind)) return explainLines(behind)
  }
  const findings = explainLines(lines)
  return isOfAnother(lines, findings) ? [...strangers(lines), ...findings] : findings
}

/** True if what nothing explains comes from another program, and no part of a Mosquitto's log or of its surroundings. */
function isOfAnother(lines: readonly LogLine[], findings: readonly LogFinding[]): boolean {
  if (findings.length === 0) return true
  const written = lines.filter(({ message }) => message.trim() !== '')
  const mayBeOwn = written.some(
    ({ raw, message, program }) =>
      /mosquitto/i.test(raw) || program === 'addon_script' || /^(?:Error|Warning)\b/.test(message),
  )
  return !mayBeOwn && written.length > 1 && findings.every(({ cause }) => cause.startsWith('log-unexplained'))
}

/** Cuts off what stands in front of the broker's words, by where each line's begin. */
function withStarts(text: string, startOf: (line: string) => number): string {
  const lines = text.split(/\r\n|\n|\r/).slice(-MAX_LINES)
  return lines.map((line) => line.slice(Math.max(0, startOf(line)))).join('\n')
}

/** Where the broker's own time, or its name with the number of its process, stands; -1 without one. */
function startBehindForm(line: string): number {
  return line.slice(0, MAX_FORM).search(OWN_TIME)
}

/** Where the words behind a time of any `log_timestamp_format` begin: the broker writes a colon and a space behind it. */
function startBehindTime(line: string): number {
  const at = line.slice(0, MAX_TIME).indexOf(': ')
  return at > 0 && /\d/.test(line.slice(0, at)) ? at + 2 : 0
}

function explainLines(lines: readonly LogLine[]): LogFinding[] {
  const readings = readMeanings(lines)
  const { causes, lastGoodRun, account } = findCauses(readings)
  const isWindows =
    lines.some(({ message }) => /^(?:Config loaded from|Loading config file) '?[A-Za-z]:\\/.test(message)) ||
    readings.some(isOfWindows)
  const rank = rankIn(lastGoodRun)
  // The add-on of Home Assistant runs as root in its own container; nobody who uses it can change that.
  const isAddOn = lines.some(({ program }) => program === 'addon_script')
  const meant = isAddOn ? causes.filter(({ cause }) => cause !== 'log-root') : causes
  const isRefusal = meant.some(({ cause }) => cause === 'log-not-authorised')
  const place = (one: FoundCause) => rank(one) + (isRefusal && one.cause === 'log-unknown-lost' ? 0.25 : 0)
  const sorted = [...meant].sort((left, right) => place(left) - place(right) || bySize(left, right))
  return withoutConsequences(sorted).map((one) => {
    const finding = findingOf(one, { isWindows, account })
    return isOver(one, lastGoodRun) ? { ...finding, message: withOver(finding.message) } : finding
  })
}

/** No line is one of a broker's: nothing can be said, which is not that all is well. */
function strangers(lines: readonly LogLine[]): LogFinding[] {
  const at = lines.findIndex(({ message }) => message.trim() !== '')
  const first = lines[at]
  if (first === undefined) return []
  const { message, fix, stage } = LOG_CAUSES['log-not-of-broker']
  return [{ cause: 'log-not-of-broker', message, fix, line: safeDetail(first.raw, []), count: 1, clients: [], stage }]
}

/** Neither that all is well nor that it is not. */
function emptyFinding(): LogFinding {
  const { message, fix, stage } = LOG_CAUSES['log-empty']
  return { cause: 'log-empty', message, fix, line: '', count: 1, clients: [], stage }
}

function statusFinding({ unit, state, isRunning, raw }: ServiceStatus, lines: readonly LogLine[]): LogFinding {
  const cause = isRunning ? 'log-service-status' : 'log-service-stopped'
  const known: LogCause = LOG_CAUSES[cause]
  const isWindows = lines.some((line) => /^(?:SERVICE_NAME: |Status {2,})/.test(line.raw))
  const fields = { unit, state }
  const fix = filled((isWindows ? known.windowsFix : undefined) ?? known.fix, fields)
  const message = filled(known.message, fields)
  return { cause, message, fix, line: safeDetail(raw, []), count: 1, clients: [], stage: known.stage }
}

/** What kept an earlier start from succeeding is over where a later one did succeed. */
function isOver({ cause, run }: FoundCause, lastGoodRun: number): boolean {
  return gravityOf(cause) === 0 && run < lastGoodRun
}

function rankIn(lastGoodRun: number) {
  return (one: FoundCause) => (isOver(one, lastGoodRun) ? gravityOf('log-connection-lost') + 0.5 : gravityOf(one.cause))
}

function withOver({ en, zh }: LocalizedText): LocalizedText {
  return { en: `${en} A later start succeeded.`, zh: `${zh}之后的一次启动成功了。` }
}

/** Of causes that are as grave, the first in the log; of those of clients, the one that occurs most. */
function bySize(left: FoundCause, right: FoundCause): number {
  const isOfClients = gravityOf(left.cause) === gravityOf('log-connection-lost')
  return (isOfClients ? right.count - left.count : 0) || left.reading.at - right.reading.at
}

/** That the service failed says nothing beside why it failed, nor that a plugin did. */
function withoutConsequences(sorted: readonly FoundCause[]): FoundCause[] {
  const isExplained = sorted.some(
    ({ cause }) => cause !== 'log-service-failed' && gravityOf(cause) <= gravityOf('log-unexplained'),
  )
  const isPluginTold = sorted.some(({ cause }) => cause.startsWith('log-dynsec-'))
  const unexplained = sorted.filter(({ cause }) => cause.startsWith('log-unexplained')).slice(MAX_UNEXPLAINED)
  const isSaid = ({ cause }: FoundCause) =>
    (isExplained && cause === 'log-service-failed') || (isPluginTold && cause === 'log-plugin-failed')
  return sorted.filter((one) => !isSaid(one) && !unexplained.includes(one))
}

/** How its programs begin what they say of services. */
const OF_WINDOWS =
  /^(?:错误 |发生系统错误 |由于|System error |Systemfehler |Error 10|The service name|服务名|Der Dienstname|Start-Service|Access is denied|拒绝访问|Zugriff verweigert)/

function isOfWindows({ fields, means, message }: Reading): boolean {
  if (means === 'service-failed' && /^The | 服务| konnte nicht |^Start-Service/.test(message)) return true
  const { file = '', os = '', why = '', dll } = fields
  if (dll !== undefined || OF_WINDOWS.test(message)) return true
  return /^[A-Za-z]:\\/.test(file) || isWordOfWindows(os) || isWordOfWindows(why)
}

interface Surroundings {
  readonly isWindows: boolean
  /** Account of the broker, where the log says it. */
  readonly account: string | null
}

function findingOf(found: FoundCause, { isWindows, account }: Surroundings): LogFinding {
  const { cause, fields, reading, count, clients } = found
  const known: LogCause = LOG_CAUSES[cause]
  const byCount = [...clients].sort(([, left], [, right]) => right - left)
  const named = byCount.map(([name, times]) => ({ name: shown(name), count: times }))
  const most = byCount.find(([name]) => !NOBODY.includes(name))
  const filledFields = {
    ...fields,
    account: account ?? undefined,
    client: most?.[0],
    named: most !== undefined && !ADDRESS.test(most[0]) ? most[0] : undefined,
    ...(count > 1 ? { times: `${cause === 'log-connection-lost' ? (most?.[1] ?? count) : count}` } : {}),
  }
  return {
    cause,
    message: filled(known.message, filledFields),
    fix: filled(fixOf(found, isWindows), filledFields),
    line: safeDetail(reading.raw, []),
    count,
    clients: named.slice(0, MAX_CLIENTS),
    stage: known.stage,
  }
}

function fixOf({ cause, fields }: FoundCause, isWindows: boolean): LocalizedText {
  const known: LogCause = LOG_CAUSES[cause]
  // Rights do not help there.
  const isReadOnly = SAVES.includes(cause) && osErrorOf(fields.why ?? '') === 'read-only'
  if (isReadOnly) return LOG_CAUSES['log-read-only'].fix
  if (cause === 'log-certificate-file' && fields.absent !== undefined && !isWindows)
    return LOG_CAUSES['log-file-absent'].fix
  return (isWindows ? known.windowsFix : undefined) ?? known.fix
}

type Fields = Readonly<Record<string, string | undefined>>

function filled(text: LocalizedText, fields: Fields): LocalizedText {
  const fill = (words: string) =>
    words
      .replace(/\[\[([^[\]{]*)\{(\w+)\}([^[\]]*)\]\]/g, (_whole, before: string, name: string, after: string) => {
        const value = shown(fields[name] ?? '')
        return value === '' ? '' : `${before}${value}${after}`
      })
      .replace(
        /\{(\w+)\|([^{}]*)\}/g,
        (_whole, name: string, otherwise: string) => shown(fields[name] ?? '') || otherwise,
      )
  return { en: fill(text.en), zh: fill(text.zh) }
}

function shown(value: string): string {
  return safeDetail(value, []).slice(0, 120)
}
