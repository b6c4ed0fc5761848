import type { DeviceSystem, SlotKind, Slots } from '../entry-types.ts'

/** Values that a slot may hold on each kind of system; anything else makes the phrasebook decline. */
const POSIX_PATH = pathOf(String.raw`(?:~|\.{1,2})?\/?`, String.raw`[\p{L}\p{N}_.@+=,:-]+`, String.raw`\/`)
const WINDOWS_NAME = String.raw`[\p{L}\p{N}_.()~-]+`
const WINDOWS_PATH = pathOf(String.raw`(?:[A-Za-z]:)?\\?`, WINDOWS_NAME, String.raw`\\`)
const POWERSHELL_PATH = pathOf(String.raw`(?:[A-Za-z]:|~|\.{1,2})?[\\/]?`, WINDOWS_NAME, String.raw`[\\/]`)
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/u
const NUMBER = /^\d{1,7}$/u

const ALLOWED: Readonly<Record<SlotKind, RegExp>> = {
  path: POSIX_PATH,
  file: /^[\p{L}\p{N}_.*+-]{1,128}$/u,
  host: /^(?!-)[A-Za-z0-9.:-]{1,253}$/u,
  port: NUMBER,
  service: NAME,
  process: NAME,
  pid: NUMBER,
  count: NUMBER,
  rows: NUMBER,
  size: /^\d{1,5}[kMG]$/u,
  since: /^(?:\d{1,6} minutes ago|today|yesterday|[0-2]\d:[0-5]\d)$/u,
  minutes: NUMBER,
  millis: /^\d{1,12}$/u,
  timezone: /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+){0,2}$/u,
  text: /^[\p{L}\p{N}\p{P}\p{S} ]{1,200}$/u,
  pin: NUMBER,
  datetime: /^(?:\d{4}-\d{2}-\d{2} )?\d{2}:\d{2}:\d{2}$/u,
  package: /^[a-z0-9][a-z0-9+.-]{1,62}$/u,
  aptname: /^[a-z0-9][a-z0-9+.-]{1,62}$/u,
  hostname: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u,
  logfile: POSIX_PATH,
  conffile: POSIX_PATH,
  program: NAME,
  account: /^[a-z_][a-z0-9_-]{0,31}$/u,
  bus: NUMBER,
  day: /^(?:today|yesterday)$/u,
  delay: /^[1-9]\d{0,4}$/u,
  until: /^(?:today|yesterday|[0-2]\d:[0-5]\d)$/u,
  interface: /^[a-z][a-z0-9]{1,14}$/u,
  server: /^\d[\d.]{6,14}(?:,\d[\d.]{6,14}){0,2}$/u,
  address: /^\d[\d.]{6,14}\/\d{1,2}$/u,
  gateway: /^\d[\d.]{6,14}$/u,
  seconds: /^\d{1,2}$/u,
  clock: /^(?:[01]\d|2[0-3]):[0-5]\d$/u,
  pattern: /^[\p{L}\p{N}\p{P}\p{S} ]{1,400}$/u,
  mtu: /^\d{3,4}$/u,
  script: /^[A-Za-z0-9_][A-Za-z0-9_-]{0,60}\.[a-z]{2,3}$/u,
  limit: /^\d{1,7}(?:\.\d{1,3})?$/u,
  url: /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]{0,252}(?::\d{1,5})?(?:\/[A-Za-z0-9._~/-]{0,200})?$/u,
  group: /^[a-z_][a-z0-9_-]{0,31}$/u,
  topic: /^[A-Za-z0-9$#+/_.:@-]{1,200}$/u,
  message: /^[\p{L}\p{N}\p{P}\p{S} ]{1,200}$/u,
  qos: /^[012]$/u,
  lasting: NUMBER,
  percent: /^(?:100|\d{1,2})$/u,
  schedule: /^[\d*/,-]{1,20}(?: [\d*/,-]{1,20}){4}$/u,
  job: /^\/[A-Za-z0-9_./-]{1,200}$/u,
  nice: /^1?\d$/u,
  board: /^[a-z0-9_]{2,12}$/u,
  bcm: /^\d{1,2}$/u,
  days: /^[1-9]\d{0,2}$/u,
  locale: /^[a-z]{2}_[A-Z]{2}\.UTF-8$/u,
  megabytes: NUMBER,
  pip: /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}(?:==[0-9.]{1,20})?$/u,
  image: /^[a-z0-9][a-z0-9._/-]{1,80}(?::[A-Za-z0-9._-]{1,41})?$/u,
  proto: /^(?:tcp|udp)$/u,
  ssid: /^[\p{L}\p{N}_. -]{1,32}$/u,
  second: POSIX_PATH,
  remote: /^(?:[a-z_][a-z0-9_-]{0,31}@)?[A-Za-z0-9][A-Za-z0-9.-]{0,252}:(?:~?\/[A-Za-z0-9_./-]{0,200})?$/u,
  format: /^[a-z0-9.]{2,7}$/u,
  line: NUMBER,
  lineto: NUMBER,
  mode: /^(?:[0-7]{3,4}|[ugoa]{0,3}[+-][rwx]{1,3})$/u,
  owner: /^[a-z_][a-z0-9_-]{0,31}(?::[a-z_][a-z0-9_-]{0,31})?$/u,
  every: NUMBER,
  gone: POSIX_PATH,
  bak: POSIX_PATH,
  owned: POSIX_PATH,
  plain: POSIX_PATH,
  packed: POSIX_PATH,
  target: POSIX_PATH,
  saved: POSIX_PATH,
  tgz: POSIX_PATH,
  tarfile: POSIX_PATH,
  zipfile: POSIX_PATH,
  gzipped: POSIX_PATH,
  tarball: POSIX_PATH,
  unzipped: POSIX_PATH,
  gunzipped: POSIX_PATH,
  into: POSIX_PATH,
  partition: POSIX_PATH,
  drive: POSIX_PATH,
  mounted: POSIX_PATH,
  mountpoint: POSIX_PATH,
  key: /^(?:vm|net|kernel|fs|dev)(?:\.[a-z0-9_-]{1,40}){1,5}$/u,
  value: NUMBER,
  share: /^\/\/[A-Za-z0-9][A-Za-z0-9.-]{1,80}(?:\/[A-Za-z0-9_.$-]{1,60}){1,5}$/u,
  nfs: /^[A-Za-z0-9][A-Za-z0-9.-]{1,80}:(?:\/[A-Za-z0-9_.-]{1,60}){1,6}$/u,
  options: /^r[ow]$/u,
  from: /^[0-2]\d:[0-5]\d$/u,
  to: /^[0-2]\d:[0-5]\d$/u,
  tester: NAME,
  checker: NAME,
  include: /^\*\.[a-z0-9]{1,8}$/u,
  errfile: POSIX_PATH,
  accessfile: POSIX_PATH,
}

/** Names of words with one space between them, and one separator between names: one way to read each text. */
function pathOf(root: string, word: string, separator: string): RegExp {
  const name = `${word}(?: ${word})*`
  return new RegExp(`^${root}(?:${name}(?:${separator}${name})*${separator}?)?$`, 'u')
}

/** Windows names zones its own way. */
const WINDOWS_ZONES: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'China Standard Time',
  'Asia/Hong_Kong': 'China Standard Time',
  'Asia/Taipei': 'Taipei Standard Time',
  'Asia/Tokyo': 'Tokyo Standard Time',
  'Asia/Seoul': 'Korea Standard Time',
  'Asia/Singapore': 'Singapore Standard Time',
  'Asia/Kolkata': 'India Standard Time',
  'Europe/London': 'GMT Standard Time',
  'Europe/Paris': 'Romance Standard Time',
  'Europe/Berlin': 'W. Europe Standard Time',
  'Europe/Moscow': 'Russian Standard Time',
  'America/New_York': 'Eastern Standard Time',
  'America/Chicago': 'Central Standard Time',
  'America/Los_Angeles': 'Pacific Standard Time',
  'Australia/Sydney': 'AUS Eastern Standard Time',
  'Etc/UTC': 'UTC',
}

export const isWindows = (system: DeviceSystem) => system === 'windows-cmd' || system === 'windows-powershell'

function allowedFor(kind: SlotKind, system: DeviceSystem): RegExp {
  if (kind !== 'path' || !isWindows(system)) return ALLOWED[kind]
  return system === 'windows-cmd' ? WINDOWS_PATH : POWERSHELL_PATH
}

function quotePosix(value: string): string {
  if (/^[A-Za-z0-9_./:@%+=,-]+$/u.test(value)) return value
  const home = /^~(?:\/|$)/u.exec(value)?.[0] ?? ''
  const rest = value.slice(home.length)
  return /^[A-Za-z0-9_./:@%+=,-]*$/u.test(rest) ? value : `${home}'${rest.replaceAll("'", "'\\''")}'`
}

function quote(value: string, system: DeviceSystem): string | null {
  if (system === 'windows-powershell') {
    if (/^\d+$/u.test(value)) return value
    // PowerShell ends a string at typographic quotes too.
    return /[\u2018-\u201b]/u.test(value) ? null : `'${value.replaceAll("'", "''")}'`
  }
  if (system === 'windows-cmd') {
    if (/^[A-Za-z0-9_.\\:-]+$/u.test(value)) return value
    return /["%^&|<>!]/u.test(value) ? null : `"${value}"`
  }
  return quotePosix(value)
}

/** Fills a template for the system's shell; null where a slot is missing or holds what it must not. */
export function fillTemplate(template: string, slots: Slots, system: DeviceSystem): string | null {
  let isGood = true
  const command = template.replace(
    /'([^'{]*)\{([a-z]+)\}([^']*)'|\{([a-z]+)\}/gu,
    (_all, before, inner, after, plain) => {
      const kind = (inner ?? plain) as SlotKind
      let value = slots[kind]
      const pattern = allowedFor(kind, system)
      if (kind === 'path' && isWindows(system) && value === '/') value = 'C:\\'
      if (kind === 'timezone' && isWindows(system) && value !== undefined) value = WINDOWS_ZONES[value]
      const isAllowed = value !== undefined && (kind === 'timezone' && isWindows(system) ? true : pattern.test(value))
      if (value === undefined || !isAllowed || value.startsWith('-')) {
        isGood = false
        return ''
      }
      if (inner !== undefined) return `'${before}${value}${after}'`
      const quoted = kind === 'size' ? value : quote(value, system)
      if (quoted === null) isGood = false
      return quoted ?? ''
    },
  )
  return isGood ? command : null
}
