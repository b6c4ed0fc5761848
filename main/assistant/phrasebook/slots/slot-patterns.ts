import { TIME_ZONE_PLACES } from '../data/time-zones.ts'
import type { SlotKind } from '../entry-types.ts'
import { parseNumber } from './numbers.ts'
import { NUMBER, NUMBER_PATTERNS, numberSlot } from './slot-patterns-numbers.ts'
import { PLACE_PATTERNS } from './slot-patterns-places.ts'
import { TEXT_PATTERNS } from './slot-patterns-text.ts'
import { DAY_PATTERNS, DURATION_PATTERN, readDuration } from './slot-patterns-times.ts'

type SlotValues = Partial<Record<SlotKind, string>>

/** Group `slot`, or 1, of `pattern` (flags `dgu`, on folded text) is the slot; `read` gets it as typed and folded, and group `parent`. */
export interface SlotPattern {
  readonly pattern: RegExp
  readonly read: (typed: string, folded: string, parent: string) => SlotValues | null
  /** Has to be in the request; all of several. */
  readonly onlyWith?: RegExp | readonly RegExp[]
  readonly notWith?: RegExp
  /** Concept of the words themselves: a phrase that is said in too many ways for a list. */
  readonly says?: string
}

const FILE_EXTENSIONS =
  'txt|log|conf|cfg|cnf|config|json|ya?ml|toml|ini|py|sh|md|csv|tsv|xml|html?|js|ts|c|h|cpp|rs|go|java|db|sqlite3?|gz|zip|tar|tgz|xz|bak|old|tmp|dat|bin|img|iso|deb|env|list|rules|pem|crt|key|pid|sock|lock|png|jpe?g|mp4|wav|pdf|docx?|xlsx?|ps1|bat|exe|dll|reg|out|err|sql|php|lua|rb|pl|dtb|dtbo|hex|uf2'
const ZONES = new Map(
  TIME_ZONE_PLACES.flatMap((line) => {
    const [forms = '', zone = ''] = line.split('=')
    return forms.split('|').map((form): [string, string] => [form, zone])
  }),
)
const ZONE_FORMS = [...ZONES.keys()].sort((left, right) => right.length - left.length).join('|')
const REGIONS = 'africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|etc'
/** Hosts that people ping by name to see whether there is internet. */
const KNOWN_HOSTS: Readonly<Record<string, string>> = {
  百度: 'www.baidu.com',
  腾讯: 'www.qq.com',
  谷歌: 'www.google.com',
  阿里云: 'www.aliyun.com',
  baidu: 'www.baidu.com',
  google: 'www.google.com',
  github: 'github.com',
  cloudflare: 'one.one.one.one',
}
const ANY_NUMBER = new RegExp(NUMBER, 'u')
const LATIN_BEFORE = '(?<![a-z0-9_.~/\\\\-])'
const QUOTES = ['""', '“”', '「」', '『』', '《》', '``', "''"] as const

const withoutFullStop = (text: string) => text.replace(/(?<![.,:;!?])[.,:;!?]+$/u, '')

function readQuoted(typed: string): SlotValues | null {
  if (/^(?:~?\/|[A-Za-z]:\\)/u.test(typed)) return { path: typed }
  const name = /^[A-Za-z0-9][A-Za-z0-9_.@-]*$/u.test(typed) ? { service: typed, process: typed } : {}
  const ssid = /^[\p{L}\p{N}_. -]{1,32}$/u.test(typed) ? { ssid: typed } : {}
  return { text: typed, ...name, ...ssid, ...(/[.*]/u.test(typed) ? { file: typed } : {}) }
}

function readHost(typed: string): SlotValues | null {
  const host = withoutFullStop(typed)
  const octets = host.split('.')
  if (octets.every((octet) => /^\d+$/u.test(octet))) {
    return octets.length === 4 && octets.every((octet) => Number(octet) < 256) ? { host, text: host } : null
  }
  return /\.[A-Za-z][A-Za-z0-9-]*$/u.test(host) ? { host, text: host } : null
}

/** An address of the web; without port and path it names a host as well. */
function readUrl(typed: string): SlotValues | null {
  const url = withoutFullStop(typed)
  const name = /^https?:\/\/([^/:]+)\/?$/iu.exec(url)?.[1]
  const host = name === undefined ? null : readHost(name)
  return { url, ...host }
}

function joinPath(typed: string, _folded: string, parent: string): SlotValues | null {
  if (parent === '') return null
  return { path: `${/[/~]/u.test(parent) ? parent.replace(/\/$/u, '') : '~'}/${typed}` }
}

/** In this order: a span taken by an earlier pattern is not looked at by a later one. */
export const SLOT_PATTERNS: readonly SlotPattern[] = [
  {
    pattern:
      /(?<parent>(?<![a-z0-9_./~-])~?\/[a-z0-9_./-]*|home|主|家|用户) ?(?:目录|文件夹)?(?:下面|下|里面|里|中|内)? ?(?:创建|新建|建立|建)(?:一下|下)?(?:一?个)?(?:新的?)?(?:叫做?|名为|名叫|名称为)?(?:文件夹|目录)?(?:叫做?|名为|名叫)? ?(?<slot>[a-z0-9_][a-z0-9_.-]*)(?: ?的?(?:文件夹|目录))?$/dgu,
    read: joinPath,
  },
  {
    pattern:
      /(?:create|make|add) (?:an? |the )?(?:new )?(?!(?:new|folder|directory)\b)(?<slot>[a-z0-9_][a-z0-9_.-]*) (?:folder|directory|dir) (?:in|under|inside|at) (?:the )?(?<parent>~?\/[a-z0-9_./-]*|home)(?: directory| folder)?$/dgu,
    read: joinPath,
  },
  {
    pattern:
      /(?:folder|directory) (?:named |called )?(?!(?:in|under|named|called|at)\b)(?<slot>[a-z0-9_][a-z0-9_.-]*) (?:in|under|inside|at) (?:the )?(?<parent>~?\/[a-z0-9_./-]*|home)(?: directory| folder)?$/dgu,
    read: joinPath,
  },
  ...QUOTES.map(([open, close]) => ({
    pattern: new RegExp(`(?<![a-z0-9])${open}([^${open}${close}]{1,200})${close}(?![a-z0-9])`, 'dgu'),
    read: readQuoted,
  })),
  {
    pattern: /(百度|腾讯|谷歌|阿里云|(?<![a-z0-9.-])(?:baidu|google|github|cloudflare)(?![a-z0-9.-]))/dgu,
    read: (_typed, folded) => ({ host: KNOWN_HOSTS[folded] ?? '' }),
    onlyWith: /ping|解析|resolve|reach|连|通|访问|延迟|延时|打开|打得开|上得了|能上|丢包|latency/u,
  },
  {
    pattern: /(?<![a-z0-9_.@/:-])(https?:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[a-z0-9._~/-]*)?)/dgu,
    read: readUrl,
  },
  {
    pattern: /(?<![a-z0-9])([a-z]:\\(?:program files(?: \(x86\))?(?![a-z0-9])|[a-z0-9_.\\()~-])*)/dgu,
    read: (typed) => ({ path: withoutFullStop(typed) }),
  },
  {
    pattern: new RegExp(`(?<![a-z0-9/.])((?:${REGIONS})/[a-z0-9_+-]+(?:/[a-z0-9_+-]+)?)`, 'dgu'),
    read: (typed) => ({ timezone: zoneCase(typed) }),
  },
  {
    pattern: new RegExp(`((?<![a-z])(?:${ZONE_FORMS})(?![a-z]))`, 'dgu'),
    read: (_typed, folded) => ({ timezone: ZONES.get(folded) ?? '' }),
    onlyWith: /时区|time ?zone|\btz\b/u,
  },
  {
    pattern: new RegExp(`(${ZONE_FORMS})(?=时间)`, 'dgu'),
    read: (_typed, folded) => ({ timezone: ZONES.get(folded) ?? '' }),
  },
  {
    pattern: new RegExp(`${LATIN_BEFORE}((?:~|\\.{1,2})?/[a-z0-9_.@+=,/:-]*)`, 'dgu'),
    read: (typed) => ({ path: /^[~./]+$/u.test(typed) ? typed : withoutFullStop(typed) }),
  },
  {
    pattern: new RegExp(
      `${LATIN_BEFORE}([a-z0-9_-]+(?:/[a-z0-9_.-]+)*/[a-z0-9_-]+\\.(?:${FILE_EXTENSIONS}))(?![a-z0-9])`,
      'dgu',
    ),
    read: (typed) => ({ path: typed }),
  },
  {
    pattern: /(?<![a-z0-9_./-])(hosts|fstab)(?= ?(?:文件|file(?!s)))/dgu,
    read: (typed) => ({ path: `/etc/${typed.toLowerCase()}` }),
  },
  ...PLACE_PATTERNS,
  { pattern: /(?<![\d.])((?:\d{1,3}\.){3}\d{1,3})(?![\d.]*\d)/dgu, read: (typed) => readHost(typed) },
  {
    pattern:
      /(?<![0-9a-z:])((?=(?:[0-9a-f]*:){2,})(?!(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![:0-9a-f]))[0-9a-f:]{3,39})(?![0-9a-z:])/dgu,
    read: (typed) => (/^\d{1,2}(?::\d{2}){1,2}$/u.test(typed) ? null : { host: typed }),
  },
  {
    pattern: new RegExp(
      `((?<![a-z0-9_.-])[a-z0-9_.-]*\\*[a-z0-9_.*-]*|(?<![a-z0-9])\\.(?:${FILE_EXTENSIONS}|service|timer|socket|mount|target)(?![a-z0-9]))`,
      'dgu',
    ),
    read: (typed) => ({ file: typed.startsWith('.') ? `*${typed}` : typed }),
  },
  {
    pattern:
      /(?<![a-z0-9.])(txt|conf|cfg|json|ya?ml|toml|ini|py|sh|md|csv|xml|html|js|pdf|jpe?g|png|mp4|zip|deb)(?= ?(?:格式的?|类型的?)?(?:文件|files?(?![a-z]))|[?？。]?$)/dgu,
    read: (typed) => ({ file: `*.${typed}` }),
  },
  {
    pattern: /(?<![a-z0-9_@.-])([a-z0-9_@-]+(?:\.[a-z0-9_@-]+)*\.(?:service|timer|socket))(?![a-z0-9])/dgu,
    read: (typed) => ({ service: typed }),
  },
  {
    pattern: new RegExp(
      `(?<![a-z0-9_.-])([a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.(?:${FILE_EXTENSIONS}))(?![.-]*[a-z0-9])`,
      'dgu',
    ),
    read: (typed) => ({ file: typed, path: typed }),
  },
  {
    pattern: /(?<![a-z0-9@.-])((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(?![a-z0-9])/dgu,
    read: (typed) => readHost(typed),
  },
  {
    pattern:
      /(?<=(?:ping|可达|reach|解析|resolve)(?:一下|下)? ?)(?<![a-z0-9])(localhost|[a-z][a-z0-9]*-[a-z0-9-]*\d[a-z0-9-]*)/dgu,
    read: (typed) => ({ host: typed }),
  },
  {
    pattern:
      /(?<![a-z0-9.])(?![百千万]兆)((?:\d+(?:\.\d+)?|(?<![一二两三四五六七八九十百千几多好数上成])[一二两三四五六七八九十百千]{1,5}) ?(?:kb?|mb?|mib|gb?|gib|兆|megabytes?|gigabytes?))(?![a-z0-9])/dgu,
    read: (_typed, folded) => {
      const words = /^[一二两三四五六七八九十百千]+/u.exec(folded)?.[0]
      const amount = Math.max(1, Math.round(words === undefined ? Number.parseFloat(folded) : parseNumber(words)))
      return { size: `${amount}${/k/u.test(folded) ? 'k' : /g/u.test(folded) && !/meg/u.test(folded) ? 'G' : 'M'}` }
    },
  },
  ...DAY_PATTERNS,
  {
    pattern: new RegExp(
      `(?<![a-z\\d.])((?!一下)(?:发送|发|用)? ?${NUMBER} ?(?:times|pings?|packets?|次|个? ?(?:数据|探测|icmp|ping)? ?(?:包|报文)|遍|下(?![载面])))(?![a-z])`,
      'dgu',
    ),
    // More than goes into the time that a ping gets is a limit that it cannot keep.
    read: (typed, folded, parent) =>
      numberSlot('count', 1, 25)(typed, ANY_NUMBER.exec(folded)?.[0] ?? '', parent) ?? { limit: '25' },
    onlyWith: /\bping|连通|可达|通不通|通吗/u,
  },
  { pattern: /\b(twice|thrice)\b/dgu, read: numberSlot('count', 1, 25), onlyWith: /\bping/u },
  DURATION_PATTERN,
  {
    pattern:
      /(?:\bports?|\blisten(?:s|ing)? (?:on|to|at)|端口号?|埠|监听着?|侦听|\btcp|\budp) ?(?:number |no\.? |为|是|:|#)? ?(\d{1,5})(?!\d)/dgu,
    read: numberSlot('port', 1, 65_535),
  },
  {
    pattern: /(?:占用?了?|占着|使用|用着|\busing|\bon) ?(\d{4,5})(?![\d%.])/dgu,
    read: numberSlot('port', 1, 65_535),
    onlyWith: /占|\blistens?|\bport|程序|进程|process|service|program/u,
  },
  {
    // 运行超过一天的进程: a limit in time, which only some rules can use.
    pattern: new RegExp(
      `(?:超过|大于|多于|(?:more|longer) than|over) ?((?:${NUMBER}|an?) ?个?(?:天|小时|分钟|周|days?|hours?|minutes?|weeks?))`,
      'dgu',
    ),
    read: (_typed, folded) => readDuration('', folded),
  },
  {
    // 慢了五分钟, "8 hours behind": by how much the clock is wrong.
    pattern: new RegExp(
      `(?:差了?|慢了?|快了?|(?:off|ahead|behind|late|early|fast|slow|wrong) by) ?((?:${NUMBER}|好?几|an?|a few) ?个?半?(?:天|小时|钟头|分钟?|秒钟?|days?|hours?|minutes?|seconds?))`,
      'dgu',
    ),
    read: () => ({ minutes: '1' }),
  },
  {
    pattern: new RegExp(
      `((?:${NUMBER}|an?|a few) (?:days?|hours?|minutes?|seconds?))(?= (?:off|ahead|behind|late|early|fast|slow)\\b)`,
      'dgu',
    ),
    read: () => ({ minutes: '1' }),
  },
  ...NUMBER_PATTERNS,
  {
    pattern: /(?:文件名|名字|名称)(?:里面?|中)?(?:包含|含有|含|带有?|有) ?([a-z0-9_.-]+)/dgu,
    read: (typed) => ({ file: `*${typed}*` }),
  },
  {
    pattern: /\bwith ([a-z0-9_.-]+) in (?:the|its|their) (?:file ?)?names?/dgu,
    read: (typed) => ({ file: `*${typed}*` }),
  },
  ...TEXT_PATTERNS,
]

function zoneCase(typed: string): string {
  return typed
    .split('/')
    .map((part) =>
      part.replace(/(^|[_-])([a-z])/gu, (_all, before: string, letter: string) => before + letter.toUpperCase()),
    )
    .join('/')
    .replace(/_Of_|_Es_|_Au_/gu, (part) => part.toLowerCase())
}
