/** A line of a log without what journal, Docker, add-on or redirection put in front of it. */
export interface LogLine {
  /** As it stands in the log, for showing. */
  readonly raw: string
  /** Words of the program. Leading white space is kept: the broker writes topics behind a tab. */
  readonly message: string
  /** Null where the form does not say it, which is the rule. */
  readonly level: 'error' | 'warning' | null
  /** Program or container that wrote it; null where the form does not say it. */
  readonly program: string | null
}

type Level = LogLine['level']

const MAX_LINE_LENGTH = 1_200
const SAMPLE_LINES = 1_000
const ESCAPE = '\u001b'
const ISO = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?`
/** A colour whose escape character got lost when the log was copied. */
const LOST_COLOUR = /^\[\d{1,2}(?:;\d{1,3}){0,4}m/
const CONTAINER = /^\[?[A-Za-z0-9][\w.@-]{0,120}\]? {0,40}\| ?/
const CRI = new RegExp(`^${ISO} (?:stdout|stderr) [FP] `)
/** What the journal and syslog write as the time. */
const STAMP = [
  // The month in the language of the system.
  String.raw`\p{L}{2,5}\.? [ \d]?\d \d\d:\d\d:\d\d`,
  // The log of OpenWrt.
  String.raw`[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d \d{4}(?: \[\d{1,10}\.\d{1,6}\])?`,
  String.raw` ?\d{1,2}[月월] \d\d \d\d:\d\d:\d\d`,
  String.raw`[A-Z][a-z]{2} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d [A-Z\d:+-]{1,6}`,
  String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?`,
  // Since the computer started, as `journalctl -o short-monotonic` writes it.
  String.raw`\[ {0,6}\d{1,9}\.\d{1,6}\]`,
  ISO,
].join('|')
/** Facility and level, as BusyBox and OpenWrt write them in front of the program. */
const PRIORITY = String.raw`(?:kern|user|daemon|syslog|local\d)\.(?<priority>emerg|alert|crit|err|error|warn|warning|notice|info|debug)`
const SYSLOG = new RegExp(
  `^(?:<\\d{1,3}>)?(?:${STAMP})(?: [\\w.:-]{1,120})??(?: ${PRIORITY})? (?<program>[\\w.@/:-]{1,80})(?:\\[(?<pid>\\d{1,10})\\])?: `,
  'u',
)
const SYSLOG_5424 = new RegExp(
  `^<\\d{1,3}>1 ${ISO} [\\w.:-]{1,120} (?<program>[\\w.@/:-]{1,80}) [\\w.-]{1,40} [\\w.-]{1,40} (?:-|\\[[^\\]]{0,400}\\]) `,
)
/** Programs that write without a number of their process. */
const PROGRAMS = /^(?:mosquitto|systemd|kernel|audit|dockerd|init|snapd|addon_)/
/** A table with the message in the last column, as web consoles export logs. */
const CSV = /^(?:"[^"]{0,80}",|[^",]{0,80},){1,8}"((?:[^"]|"")*)"$/
/** Exported events of Windows: level, date, source, number, category, then the message in quotes. */
const EVENT = /^\p{L}{2,14}[,\t][^,\t]{1,60}[,\t][^,\t]{1,80}[,\t]\d{1,6}[,\t][^,\t]{0,80}[,\t]"?/u
const ADD_ON = /^\[\d\d:\d\d:\d\d\] (TRACE|DEBUG|INFO|NOTICE|WARNING|ERROR|FATAL): /
const SUPERVISOR = /^(?:s6-rc|s6-svscan|s6-linux-init|cont-init|services\.d)[\w./-]{0,60}: (info|warning|fatal|error): /
const LOG_TOPIC = /^\$SYS\/broker\/log\/([A-Z])(?:\/\w{1,20})? /
/** `key=value` as Go programs write it. */
const LOGFMT = /^(?:time|ts)="?[\w.:+-]{1,60}"? level=(\w{1,12}) (?:msg=)?/
const PRETTY = /^ {0,8}"(?:log|MESSAGE|message|msg)": (".*"),?$/
const EVENT_MESSAGE = /^Message {1,20}: /
const BARE = /^\d{10}: /
const EPOCH = /^\d{1,11}(?:\.\d{1,6})?: /
const DATE =
  /^\[?\d{1,4}(?:[-/.年]|\. )\d{1,2}(?:[-/.月]|\. )\d{1,4}日?[T |_,-]{0,3}\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[.,]\d{1,9})?(?: ?(?:Z|[AP]M|[+-]\d\d:?\d\d|UTC|GMT))?\]?(?: ?:| -)? /
const NAMED_DATE =
  /^(?:[A-Z][a-z]{2},? )?(?:[A-Z][a-z]{2} {1,2}\d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?: \d{4})? \d\d:\d\d:\d\d(?: [A-Z]{2,5})?(?: \d{4})?: /
/** Seconds since the computer started, as the kernel writes them. */
const UPTIME = /^\[ {0,6}\d{1,9}\.\d{1,6}\] /
const CLOCK = /^\[?\d\d:\d\d:\d\d(?:\.\d{1,9})?\]?: /
const ISO_ALONE = new RegExp(`^${ISO}:? `)

/** Takes the forms off every line. The prefix of a container is looked at over many lines, because a client id may look like one. */
export function readLines(text: string): LogLine[] {
  const lines = outOfTable(linesOf(withoutEntities(text.replace(/^\ufeff/, '').replaceAll('\u0000', ''))))
  const sample = lines.filter((line) => line.trim() !== '').slice(-SAMPLE_LINES)
  const margin = marginOf(sample)
  const areOfContainers =
    sample.filter((line) => CONTAINER.test(withoutColours(line.slice(margin)))).length * 2 > sample.length
  return lines.map((line) => readLine(withoutColours(line.slice(margin, MAX_LINE_LENGTH)), areOfContainers))
}

/** Lines of a text, or of a JSON array of objects with one line each. */
function linesOf(text: string): readonly string[] {
  if (text.startsWith('[{')) {
    try {
      const objects: unknown = JSON.parse(text)
      if (Array.isArray(objects)) return objects.map((object) => JSON.stringify(object))
    } catch {
      // No JSON after all.
    }
  }
  return text.split(/\r\n|\n|\r/)
}

/** Messages of a text of which most lines are rows of a table; other texts stay as they are. */
function outOfTable(lines: readonly string[]): readonly string[] {
  const sample = lines.filter((line) => line !== '').slice(-SAMPLE_LINES)
  if (sample.filter((line) => line.endsWith('"') && CSV.test(line)).length * 2 <= sample.length) return lines
  return lines.map((line) => CSV.exec(line)?.[1]?.replaceAll('""', '"') ?? line)
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', '#34': '"', '#39': "'", lt: '<', gt: '>', amp: '&' }

/** Undoes the escapes of a web page that a log was copied from; a text with a quote or a bracket of its own has none. */
function withoutEntities(text: string): string {
  if (/["<]/.test(text) || !/&(?:quot|#34|#39|lt);/.test(text)) return text
  return text.replace(/&(quot|#34|#39|lt|gt|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** Width of what stands in front of all lines alike: a log that was quoted or indented. */
function marginOf(sample: readonly string[]): number {
  const widths = sample.map((line) => /^[ \t>]{0,40}/.exec(line)?.[0].length ?? 0)
  return widths.length === 0 ? 0 : Math.min(...widths)
}

function readLine(raw: string, isOfContainer: boolean): LogLine {
  // Most lines of most logs.
  const own = BARE.exec(raw)
  if (own !== null) return { raw, message: raw.slice(own[0].length), level: null, program: null }
  const json = jsonLine(raw)
  if (json !== null)
    return {
      ...readLine(json.text, false),
      raw: json.text,
      ...(json.level ? { level: json.level } : {}),
      ...(json.program ? { program: json.program } : {}),
    }
  let rest = withoutLoneQuote(raw.replace(CRI, '').replace(EVENT, '').replace(EVENT_MESSAGE, ''))
  const behind = rest.replace(CONTAINER, '')
  let container: string | null = null
  if (behind !== rest && (isOfContainer || EPOCH.test(behind) || ISO_ALONE.test(behind) || DATE.test(behind))) {
    container = rest.slice(0, -behind.length || undefined).replace(/[[\]| ]/g, '')
    rest = behind
  }
  const modern = SYSLOG_5424.exec(rest)
  const syslog = modern ?? SYSLOG.exec(rest)
  const { program: name = '', pid, priority } = syslog?.groups ?? {}
  const isSyslog = syslog !== null && (modern !== null || (priority ?? pid) !== undefined || PROGRAMS.test(name))
  if (isSyslog) rest = rest.slice(syslog[0].length)
  const program = isSyslog ? name : container
  const topic = LOG_TOPIC.exec(rest)
  if (topic !== null) rest = rest.slice(topic[0].length)
  const stated = levelWord(rest)
  if (stated !== null) return { raw, message: stated.text, level: stated.level, program: program ?? stated.program }
  const level: Level = topic?.[1] === 'E' ? 'error' : topic?.[1] === 'W' ? 'warning' : levelOf(priority ?? '')
  return { raw, message: withoutTime(rest), level, program }
}

/** Docker, the journal (`-o json`) and logging drivers write one JSON object a line. */
function jsonLine(line: string): (Pick<LogLine, 'level' | 'program'> & { readonly text: string }) | null {
  const pretty = PRETTY.exec(line)
  if (pretty === null && !line.startsWith('{"')) return null
  try {
    if (pretty !== null) return { text: String(JSON.parse(pretty[1] ?? '')).trimEnd(), level: null, program: null }
    const object: unknown = JSON.parse(line)
    if (typeof object !== 'object' || object === null) return null
    const value = (key: string): unknown => Object.getOwnPropertyDescriptor(object, key)?.value
    const text = [value('log'), value('MESSAGE'), value('message'), value('msg')].find(
      (words) => typeof words === 'string',
    )
    if (typeof text !== 'string') return null
    const priority = Number(value('PRIORITY') ?? 6)
    const level = priority <= 3 ? 'error' : priority === 4 ? 'warning' : null
    // What was one line of the program is one line here.
    const identifier = value('SYSLOG_IDENTIFIER')
    const program = typeof identifier === 'string' ? identifier : null
    return { text: text.replace(/[\r\n]/g, ' ').trimEnd(), level, program }
  } catch {
    return null
  }
}

/** Scripts of add-ons, their supervisor and Go plugins state a level of their own. */
function levelWord(line: string): (Pick<LogLine, 'level' | 'program'> & { readonly text: string }) | null {
  const script = ADD_ON.exec(line) ?? SUPERVISOR.exec(line)
  if (script !== null) {
    return { text: line.slice(script[0].length), level: levelOf(script[1] ?? ''), program: 'addon_script' }
  }
  const pairs = LOGFMT.exec(line)
  if (pairs === null) return null
  const rest = line.slice(pairs[0].length)
  const isQuoted = rest.startsWith('"') && rest.endsWith('"') && rest.length > 1
  return {
    text: isQuoted ? rest.slice(1, -1).replaceAll('\\"', '"') : rest,
    level: levelOf(pairs[1] ?? ''),
    program: null,
  }
}

function levelOf(word: string): Level {
  const lower = word.toLowerCase()
  if (/^(?:err|error|crit|critical|alert|emerg|fatal|panic)$/.test(lower)) return 'error'
  return lower.startsWith('warn') ? 'warning' : null
}

/** Takes the time off once, or the one of the container and the broker's own. */
function withoutTime(line: string): string {
  const inner = line.replace(ISO_ALONE, '')
  for (const form of [EPOCH, DATE, NAMED_DATE, CLOCK, UPTIME]) {
    const rest = inner.replace(form, '')
    if (rest !== inner) return rest
  }
  return inner
}

/** The message of an exported event ends with the quote that began lines before. */
function withoutLoneQuote(line: string): string {
  return line.endsWith('"') && line.split('"').length % 2 === 0 ? line.slice(0, -1) : line
}

function withoutColours(line: string): string {
  if (LOST_COLOUR.test(line)) return line.replace(LOST_COLOUR, '').replace(/^([^|]{0,120}\|) ?\[0m/, '$1')
  if (!line.includes(ESCAPE)) return line
  const [first = '', ...others] = line.split(ESCAPE)
  return first + others.map((part) => part.replace(/^\[[\d;]{0,20}m/, '')).join('')
}

const GLUE_TIME = String.raw`(?:\d{10}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d): `
/** Words of the broker in which no client has a say, with the next time on the same line. */
const GLUED = new RegExp(
  `(?:^|\\n)${GLUE_TIME}(?:mosquitto version [\\w.-]{1,40} (?:starting|running)|Opening ipv[46] listen socket on port \\d{1,5}\\.) {0,400}${GLUE_TIME}`,
)
const BEFORE_TIME = new RegExp(`(?<=[^\\d\\n])(?=${GLUE_TIME})`, 'g')

/**
 * Gives a log that lost its line ends, as one copied from a narrow terminal or through a form of one line, its lines back.
 * A name that a client chose cannot have this done to a log that has its own.
 */
export function withLineEnds(text: string): string {
  return GLUED.test(text) ? text.replaceAll(BEFORE_TIME, '\n') : text
}
