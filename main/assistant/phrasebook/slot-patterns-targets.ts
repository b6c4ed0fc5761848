import type { SlotPattern } from './slot-patterns.ts'

const twoDigits = (text: string) => text.padStart(2, '0')

/** 2026-11-29 10:30, 2026年11月29日10点30分, 10:30: as `timedatectl` takes it. */
function readDateTime(typed: string): ReturnType<SlotPattern['read']> {
  const numbers = [...typed.matchAll(/\d{1,4}/gu)].map(([number]) => number)
  const hasDate = (numbers[0]?.length ?? 0) === 4
  const [year = '', month = '', day = ''] = hasDate ? numbers : []
  const [hour = '', minute = '0', second = '0'] = hasDate ? numbers.slice(3) : numbers
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  const isDate = !hasDate || (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31)
  if (hour === '' || !isTime || !isDate) return null
  const time = [hour, minute, second].map(twoDigits).join(':')
  return { datetime: hasDate ? `${year}-${twoDigits(month)}-${twoDigits(day)} ${time}` : time }
}

/** A name or address with the port behind it. */
function readEndpoint(typed: string): ReturnType<SlotPattern['read']> {
  const [, host = '', port = ''] = /^(.+?)(?::| )(\d{1,5})$/u.exec(typed) ?? []
  const octets = host.split('.')
  const isAddress = octets.every((octet) => /^\d+$/u.test(octet))
  const isHost = isAddress ? octets.length === 4 && octets.every((octet) => Number(octet) < 256) : true
  return isHost && host !== '' && Number(port) >= 1 && Number(port) <= 65_535 ? { host, text: host, port } : null
}

const SET_WORDS = /设|调|改|校|\bset\b|change|adjust/u
const WIFI_WORDS = /wi-?fi|wlan|无线|热点|ssid/u
const NO_NAME = '(?!(?:the|a|an|my|our|another|different|other|new|this|that|it|to|network|wifi)\\b)'

/** What a change or a look at another machine is about: an endpoint, a moment, a package, a network, a new name. */
export const TARGET_PATTERNS: readonly SlotPattern[] = [
  {
    pattern:
      /(?<![a-z0-9_.@/:-])((?:(?:\d{1,3}\.){3}\d{1,3}|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}|localhost):\d{1,5})(?![\d.:])/dgu,
    read: readEndpoint,
  },
  {
    pattern: /(?<![\d.])((?:\d{1,3}\.){3}\d{1,3} \d{2,5})(?![\d.:]| ?(?:号|个|次|条|行|times|lines))/dgu,
    read: readEndpoint,
  },
  {
    pattern:
      /(?<!\d)(\d{4}(?:[-/]|年)\d{1,2}(?:[-/]|月)\d{1,2}日?[ t]?\d{1,2}(?::\d{2}(?::\d{2})?|[点时](?:\d{1,2}分?)?))(?![\d:])/dgu,
    read: readDateTime,
    onlyWith: SET_WORDS,
  },
  {
    pattern: /(?<![\d:.])(\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}点(?:\d{1,2}分)?)(?![\d:.])/dgu,
    read: readDateTime,
    onlyWith: SET_WORDS,
  },
  {
    pattern:
      /(?:\b(?:apt(?:-get)? )?install (?:the |a |an )?(?:package |program |tool |software )?|(?:安装|装)(?:一?个|上|一下|下)? ?(?:软件包?|程序|工具|包)? ?)(?!(?:all|the|a|an|any|updates?|pending|available|packages?|software|system|security|new|it|this|that|on|to|for|of|from|and)\b)([a-z0-9][a-z0-9+.-]{1,62})(?![a-z0-9_@/:])/dgu,
    read: (typed) => ({ package: typed.toLowerCase() }),
  },
  {
    pattern: new RegExp(
      `(?:(?:switch|change|join|connect)(?: it| the device)?(?: to)?(?: the)?(?: saved| known)? (?:wi-?fi|wlan|wireless)(?: network)?(?: named| called| to)? |(?:连接|连上|连到|切换到|切到|换到|换成|切换|加入|接入|改连|改用|换)(?:一下)?(?:这个)?(?:已?保存过?的|已知的|记住的)? ?(?:wi-?fi|wlan|无线网络|无线网|无线|热点)(?:网络)?(?:名字叫|名为|叫做|叫|名叫|到|为)? ?|(?:wi-?fi|wlan|无线网络|无线网|无线|热点) ?(?:切换到|切到|换成|换到|改成|改为|连到|连接到|连上|切换成) ?)${NO_NAME}([a-z0-9_][a-z0-9_.-]{0,31})(?=$|[ ,，。.!！])`,
      'dgu',
    ),
    read: (typed) => ({ ssid: typed }),
    onlyWith: WIFI_WORDS,
  },
  {
    pattern: new RegExp(
      `(?:switch|join|connect|change)(?: it| the device)?(?: to)?(?: the)? ${NO_NAME}([a-z0-9_][a-z0-9_.-]{0,31})(?= (?:wi-?fi|wlan)(?: network)?$)`,
      'dgu',
    ),
    read: (typed) => ({ ssid: typed }),
  },
  {
    pattern: new RegExp(
      `(?:(?:\\brename|\\bset|\\bchange)(?: the| this| its| my)? ?(?:host ?name|host|device|machine|computer|pi|raspberry pi|name)?(?: of the device| of this device| of the host| name)? (?:to|as) |(?:主机名|主机名称|机器名|设备名|计算机名|电脑名|设备|主机|机器|树莓派)?(?:改名|重命名)(?:为|成|叫)? ?|(?:修改|更改|设置|改)(?:主机名|主机名称|机器名|设备名|计算机名|电脑名)(?:为|成|到) ?|(?:主机名|主机名称|机器名|设备名|计算机名|电脑名)(?:改成|改为|设成|设为|设置为|设置成|修改为|修改成|换成|更改为|改) ?)(?=.*$)${NO_NAME}([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)$`,
      'dgu',
    ),
    read: (typed) => (/^[a-z0-9-]+$/iu.test(typed) && !/^\d+$/u.test(typed) ? { hostname: typed.toLowerCase() } : null),
    onlyWith: /rename|name|名/u,
  },
]
