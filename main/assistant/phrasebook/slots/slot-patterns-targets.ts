import type { SlotPattern } from './slot-patterns.ts'
import { FILE_PATTERNS } from './slot-patterns-files.ts'
import { LIMIT_PATTERNS } from './slot-patterns-limits.ts'

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
  const [, host = '', port = ''] =
    /^([^ :]+?)(?::| ?的 ?| (?:(?:on|at|via|over|tcp|port) ){0,3})(\d{1,5})(?: ?端?口)?$/iu.exec(typed) ?? []
  const octets = host.split('.')
  const isAddress = octets.every((octet) => /^\d+$/u.test(octet))
  const isName = host === 'localhost' || /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/iu.test(host)
  const isHost = isAddress ? octets.length === 4 && octets.every((octet) => Number(octet) < 256) : isName
  return isHost && Number(port) >= 1 && Number(port) <= 65_535 ? { host, text: host, port } : null
}

/** Ports by what people call them (IANA); a name without its port is tried there. */
const PORTS: Readonly<Record<string, string>> = {
  ftp: '21',
  http: '80',
  https: '443',
  modbus: '502',
  mqtt: '1883',
  mqtts: '8883',
  mysql: '3306',
  opcua: '4840',
  postgres: '5432',
  rdp: '3389',
  redis: '6379',
  smtp: '25',
  ssh: '22',
  telnet: '23',
  vnc: '5900',
}
const PORT_NAMES = Object.keys(PORTS)
  .sort((left, right) => right.length - left.length)
  .join('|')
const HOST = '(?:(?:\\d{1,3}\\.){3}\\d{1,3}|[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,6})'

const PORT_NAME_IN = new RegExp(`(?<![a-z0-9.-])(?:${PORT_NAMES})(?![a-z0-9.-])`, 'iu')

/** "192.0.2.20 ssh": the host with the port of that name. */
function readNamedEndpoint(typed: string): ReturnType<SlotPattern['read']> {
  const host = typed.split(/[ 的]/u).find((part) => part.includes('.'))
  const name = PORT_NAME_IN.exec(typed)?.[0].toLowerCase()
  return host === undefined || name === undefined ? null : readEndpoint(`${host}:${PORTS[name]}`)
}

const SET_WORDS = /设|调|改|校|\bset\b|change|adjust/u
const WIFI_WORDS = /wi-?fi|wlan|无线|热点|ssid/u
/** Words that stand where a name would. */
const NO_NAME =
  /^(?:the|back|off|on|again|down|an?|saved|known|my|our|another|different|other|new|this|that|it|to|network|wi-?fi|all|any|updates?|pending|available|packages?|software|system|security|on|for|of|from|and|latest|newest|current|recent|last|stable|old|older|missing|required|following|both|some|more|it|them|everything|anything|something)$/iu

/** A name of that form, without the full stop of the sentence; nothing where another word stands in its place. */
const nameSlot =
  (kind: 'package' | 'ssid' | 'hostname', form: RegExp): SlotPattern['read'] =>
  (typed) => {
    const name = typed.replace(/(?<!\.)\.+$/u, '')
    return form.test(name) && !NO_NAME.test(name) ? { [kind]: kind === 'ssid' ? name : name.toLowerCase() } : null
  }
const readPackage = nameSlot('package', /^[a-z0-9][a-z0-9+.-]{1,62}$/iu)
const readSsid = nameSlot('ssid', /^[\w.-]{1,32}$/u)
const readHostname = nameSlot('hostname', /^(?!\d+$)(?!-)[a-z0-9-]{1,63}$/iu)

/** What a change or a look at another machine is about: an endpoint, a moment, a package, a network, a new name. */
export const TARGET_PATTERNS: readonly SlotPattern[] = [
  ...LIMIT_PATTERNS,
  ...FILE_PATTERNS,
  { pattern: /(?<![a-z0-9_.@/:-])([a-z0-9.-]+(?::\d{1,5})?)/dgu, read: readEndpoint },
  {
    pattern:
      /(?<![\d.])((?:\d{1,3}\.){3}\d{1,3}(?: ?的 ?| )\d{2,5}(?: ?端?口)?)(?![\d.:]| ?(?:号|个|次|条|行|times|lines))/dgu,
    read: readEndpoint,
  },
  {
    pattern:
      /(?<![a-z0-9_.@/:-])((?:(?:\d{1,3}\.){3}\d{1,3}|localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+) (?:on|at|via|over) (?:tcp )?(?:port )?\d{2,5})(?![\d.:])/dgu,
    read: readEndpoint,
  },
  {
    pattern: new RegExp(
      `(?<![a-z0-9_.@/:-])(${HOST} ?的? ?(?:${PORT_NAMES}))(?= ?(?:端口|服务)?(?:能|可以)?(?:通|连|开|可达|访问|is\\b|open|reachable|up\\b)| ?端?口(?:[?？吗]|$))`,
      'dgu',
    ),
    read: readNamedEndpoint,
  },
  {
    pattern: new RegExp(
      `(?<![a-z0-9_.@/:-])((?:${PORT_NAMES}) (?:port )?(?:is )?(?:open|reachable|up|answering) (?:on|at) ${HOST})(?![a-z0-9_@/:-])`,
      'dgu',
    ),
    read: readNamedEndpoint,
  },
  {
    // mqtt 端口开了没: the port of that name on the device.
    pattern: new RegExp(
      `(?<![a-z0-9.-])(${PORT_NAMES})(?= ?的? ?端口(?:号)? ?(?:开|通|有没有|有人|在监听|在听|能|起|被|谁|还开|是不是|监听))`,
      'dgu',
    ),
    read: (typed) => ({ port: PORTS[typed.toLowerCase()] ?? '' }),
    notWith: /\d\.\d|[a-z]\.[a-z]/u,
  },
  {
    // modbus 192.168.0.10 通吗: the port of that name there.
    pattern: new RegExp(
      `(?<![a-z0-9.-])((?:${PORT_NAMES}) ?(?:端口)? ?(?:到|连)? ?${HOST})(?= ?(?:的)? ?(?:能|可以)?(?:不能)?(?:通|连))`,
      'dgu',
    ),
    read: readNamedEndpoint,
  },
  {
    pattern: new RegExp(`(?<=\\breach )(${HOST} (?:over|via|by|with) (?:${PORT_NAMES}))(?![a-z0-9_@/:.-])`, 'dgu'),
    read: readNamedEndpoint,
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
    pattern: /\binstall (?:一下 ?|下 ?)?(?:the |an? )?(?:package |program |tool |software )?([a-z0-9][a-z0-9+.-]+)/dgu,
    read: readPackage,
  },
  {
    pattern:
      /(?:把 ?|^(?=[a-z0-9+.-]{2,41} ?(?:帮我|给我|先){0,2}(?:安装|装)(?:上|好|一下|下)))([a-z0-9][a-z0-9+.-]{1,40}) ?(?:这个|帮我|给我|给)?(?:也|都|先)?(?=(?:安装|装)(?:上|好|一下|下|了)?[吧啊呗]?$)/dgu,
    read: readPackage,
  },
  {
    pattern: /(?:安装|装)(?:一?个|上|一下|下)?(?:软件包?|程序|工具|包)? ?([a-z0-9][a-z0-9+.-]+)/dgu,
    read: readPackage,
  },
  {
    pattern:
      /(?<=\b(?:is|whether|if|package|program) )([a-z0-9][a-z0-9+.-]{1,40})(?= (?:is |already |really )?installed\b)/dgu,
    read: readPackage,
  },
  {
    pattern:
      /(?<![a-z0-9_+./-])([a-z0-9][a-z0-9+.-]{1,40})(?= ?(?:有没有|是否|是不是|已经|已)?(?:安装|装)[好上]?(?:了没有|了没|了吗|没有|没|过吗|过没有|过没))/dgu,
    read: readPackage,
  },
  {
    pattern: /\b(?:get|need|want) (?:the )?(?:package |program |tool )?([a-z0-9][a-z0-9+.-]{1,40})(?= installed\b)/dgu,
    read: readPackage,
  },
  {
    pattern:
      /(?<![a-z0-9_+./-])([a-z0-9][a-z0-9+.-]{1,40})(?= ?(?:没有?|还没)(?:安装|装)(?:过|好|上)?[吧吗么?？]*$)/dgu,
    read: readPackage,
  },
  {
    pattern: /(?:安装|装)[好上完] ?([a-z0-9][a-z0-9+.-]{1,40})(?= ?了?(?:没有|没|吗|么)[?？]?$)/dgu,
    read: readPackage,
  },
  {
    pattern: /(?:有没有|是否|是不是|有)(?:已经|已)?(?:安装|装)(?:了|过)? ?([a-z0-9][a-z0-9+.-]+)/dgu,
    read: readPackage,
  },
  {
    pattern:
      /(?<![a-z0-9_+./-])([a-z0-9][a-z0-9+.-]{1,40})(?= ?(?:有没有|是否|是不是)(?:已经|已)?(?:安装|装)(?:了|过|好|上)?[?？]?$)/dgu,
    read: readPackage,
  },
  {
    pattern:
      /(?:^|[里上中面])(?:已经|已)?(?:安装|装)(?:了|过)? ?([a-z0-9][a-z0-9+.-]{1,40})(?= ?(?:没有|没|吗|么)[?？]?$)/dgu,
    read: readPackage,
  },
  {
    pattern: /(?<=\b(?:has|have|was) )([a-z0-9][a-z0-9+.-]{1,40})(?= (?:been |already )?installed\b)/dgu,
    read: readPackage,
  },
  {
    pattern:
      /\b(?:switch|change|join|connect)(?: it| the device)?(?: to)?(?: the)?(?: saved| known)? (?:wi-?fi|wlan|wireless)(?: network)?(?: named| called| to)? ([a-z0-9_][a-z0-9_.-]*)/dgu,
    read: readSsid,
  },
  {
    pattern:
      /\b(?:switch|change|join|connect)(?: it| the device)?(?: to)?(?: the)? ([a-z0-9_][a-z0-9_.-]*)(?= (?:wi-?fi|wlan))/dgu,
    read: readSsid,
  },
  {
    pattern:
      /(?:(?<=^|[请我它他把])连|连接到|连接|连上|连到|切换到|切换|切到|切去|切至|切换至|切回到?|换回到?|连回|换到|换成|加入|接入|改连|改用)(?:一下)? ?(?:已保存的|保存的|已知的|记住的)?\p{Script=Han}{0,4}? ?(?:wi-?fi|wlan|无线网|无线网络|无线|热点)(?:网络)?(?:名字叫|名为|叫做|叫|到|为)? ?([a-z0-9_][a-z0-9_.-]*)/dgu,
    read: readSsid,
  },
  {
    pattern:
      /(?:连上|连到|连接到|换成连|换成|换到|换连|切到|切换到|接入|加入|改连|改用|连) ?([a-z0-9_][a-z0-9_.-]*)(?= ?(?:这个|那个|的)? ?(?:wi-?fi|wlan|无线网络?|无线|热点))/dgu,
    read: readSsid,
    notWith: /吗|多少|什么|哪|有没有|是不是/u,
  },
  {
    pattern:
      /(?:wi-?fi|wlan|无线网络?|无线|热点) ?(?:切换到|切换成|切到|换成|换到|改成|改为|连到|连接到|连上) ?([a-z0-9_][a-z0-9_.-]*)/dgu,
    read: readSsid,
    onlyWith: WIFI_WORDS,
  },
  {
    pattern:
      /(?:wi-?fi|wlan|无线网络?|无线|热点) ?[,，:]? ?(?:的?(?:名字|名称|名|ssid))(?:叫做?|是|为)? ?[:：]? ?([a-z0-9_][a-z0-9_.-]*)/dgu,
    read: readSsid,
    onlyWith: /换|切|连|改|加入|接/u,
  },
  {
    pattern:
      /\b(?:rename|set|change)(?: the| this| its| my)?(?: host ?name| host| device| machine| computer| pi| raspberry pi| name)?(?: of (?:the|this) (?:device|host|machine))? (?:to|as) ([a-z0-9][a-z0-9-]*)/dgu,
    read: readHostname,
    onlyWith: /rename|name/u,
  },
  {
    pattern:
      /(?:主机名称?|机器名|设备名|计算机名|电脑名)(?:给我|帮我)?(?:改掉|改一下|换掉|换一下|改|换)了?[,，]? ?(?:改叫|叫做?|叫成|用|换成|改成) ?([a-z0-9][a-z0-9-]*)/dgu,
    read: readHostname,
  },
  {
    pattern: /(?:名字|名称)(?:给我|帮我|就)?(?:改成|改为|改叫|换成|设成|设为) ?([a-z0-9][a-z0-9-]*)/dgu,
    read: readHostname,
    notWith: /文件|目录|容器|服务|wi-?fi|无线|热点|用户|账号|镜像|进程/u,
  },
  {
    pattern: /(?:改|换)(?:一下|下)?个?(?:主机名|机器名|设备名)[ ,，]?(?:叫|改成|换成|改为) ?([a-z0-9][a-z0-9-]*)/dgu,
    read: readHostname,
  },
  { pattern: /(?:改名|重命名|[改换起取]个?名字)[为成叫]? ?([a-z0-9][a-z0-9-]*)/dgu, read: readHostname },
  {
    pattern:
      /(?:主机名称?|机器名|设备名|计算机名|电脑名)(?:给我|帮我|请|就|给)?(?:改成|改为|设成|设为|设置为|设置成|修改为|修改成|换成|更改为|改|为|成) ?([a-z0-9][a-z0-9-]*)/dgu,
    read: readHostname,
    onlyWith: /改|设|换/u,
  },
]
