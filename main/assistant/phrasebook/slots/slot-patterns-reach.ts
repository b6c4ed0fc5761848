import { NUMBER_PATTERN, parseNumber } from './numbers.ts'
import type { SlotPattern } from './slot-patterns.ts'

const IP = '(?:\\d{1,3}\\.){3}\\d{1,3}'
/** 1.1.1.1 and 8.8.8.8, with what people put between them. */
const IPS = `${IP}(?: ?(?:,|，|、|和|及|与| |and) ?${IP}){0,2}`
const ANY_NUMBER = new RegExp(NUMBER_PATTERN, 'u')
const isAddress = (text: string) => text.split('.').every((octet) => Number(octet) < 256)

/** What sets something; a request without it only looks. */
const SETTING =
  /静态|固定|写死|绑定|设|改|换|配|指定|手动|弄成|\bstatic\b|\bfixed\b|\bset\b|\bchange\b|\bassign\b|\bconfigure\b|\bgive\b|\bswitch\b|\buse\b/u
/** An address that is set comes with its prefix or with the word for it. */
const STATIC = /静态|固定|写死|绑定|手动|网关|\bstatic\b|\bfixed\b|\bgateway\b|\bgw\b/u

const readServers: SlotPattern['read'] = (typed) => {
  const found = typed.match(/(?:\d{1,3}\.){3}\d{1,3}/gu) ?? []
  return found.every(isAddress) ? { server: found.join(',') } : null
}

/** The prefix of a mask such as 255.255.255.0; null where its ones are not together. */
function prefixOf(mask: string): number | null {
  const bits = mask
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('')
  return /^1{8,32}0*$/u.test(bits) && bits.length === 32 ? bits.lastIndexOf('1') + 1 : null
}

/** 192.168.1.50/24, or with its mask behind it; a private network without either has the usual prefix. */
const readAddress: SlotPattern['read'] = (typed) => {
  const [ip = '', mask] = typed.match(/(?:\d{1,3}\.){3}\d{1,3}/gu) ?? []
  const typedPrefix = /\/(\d{1,2})/u.exec(typed)?.[1]
  const prefix = typedPrefix === undefined ? (mask === undefined ? 24 : prefixOf(mask)) : Number(typedPrefix)
  return isAddress(ip) && prefix !== null && prefix >= 8 && prefix <= 30 ? { address: `${ip}/${prefix}` } : null
}

const seconds: SlotPattern['read'] = (_typed, folded) => {
  const value = parseNumber(ANY_NUMBER.exec(folded)?.[0] ?? '')
  return value >= 1 && value <= 30 ? { seconds: String(value) } : null
}

const TEST_WORDS = '(?:延迟|延时|时延|丢包|掉包|连通|通不通|通吗|能通|能不能通|ping|路由|几跳|网络|latency|loss)'

/** Hosts that are the target of a test, and the values of a link that is set. Before all others. */
export const REACH_PATTERNS: readonly SlotPattern[] = [
  {
    // 日志里有没有 10.0.0.5: what is looked for in a log, and no machine.
    pattern: new RegExp(
      `(?:日志|log|syslog|journal) ?(?:里面|里|中|内)? ?(?:有没有|是否有|有无|搜索|搜一下|搜下|搜|查找|查一下|找一下|找|包含|出现过?|提到过?|\\bfor|\\bmention(?:ing|s)?)(?:关于|包含|含有)? ?(${IP})(?![\\d.]| ?的)`,
      'dgu',
    ),
    read: (typed) => ({ text: typed }),
  },
  {
    // 到 plc-01 的延迟: a name with a number is the target of the test, and no device asked.
    pattern: new RegExp(
      `(?<=(?:到|去|和|跟|与|往|连) ?)(?<![a-z0-9_.-])([a-z][a-z0-9]*-[a-z0-9-]*\\d)(?= ?的? ?(?:之间)?的? ?${TEST_WORDS})`,
      'dgu',
    ),
    read: (typed) => ({ host: typed }),
  },
  {
    pattern:
      /(?<=\b(?:latency|loss|route|path|ping|traceroute|tracert|mtr|connection) (?:to |towards )?)([a-z][a-z0-9]*-[a-z0-9-]*\d)(?![a-z0-9_.-])/dgu,
    read: (typed) => ({ host: typed }),
  },
  {
    pattern: new RegExp(
      `(?:用|以|通过|走|经|指定|向|\\bwith|\\bvia|\\bat|\\busing|\\bfrom|@) ?(?:dns ?)?(?:server |服务器 ?)?(${IP})(?= ?(?:这个|的|作为)? ?(?:dns)? ?(?:服务器)?(?:去|来)?(?:解析|查询?|查一?下|测试?)|$)`,
      'dgu',
    ),
    read: readServers,
    onlyWith: /解析|\bresolve|\blook ?up|nslookup|\bdig\b/u,
  },
  {
    pattern: new RegExp(
      `dns(?: ?(?:服务器|servers?))? ?(?:也|都)?(?:设置|设定|修改|更改|变更|切换|调整|设|改|换|配置?|用|填|指定|\\bto|\\bis)?(?:成|为|到|是)? ?[:：=]? ?(${IPS})`,
      'dgu',
    ),
    read: readServers,
    onlyWith: SETTING,
  },
  {
    pattern: new RegExp(
      `\\bdns(?: servers?)? (?:of|for|on) (?:the )?[a-z]{2,10}\\d?(?: [a-z]{2,10})? (?:to|as) (${IPS})`,
      'dgu',
    ),
    read: readServers,
  },
  {
    pattern: new RegExp(
      `(?:网关|\\bgateway|\\bgw)(?:地址)? ?(?:也|都)?(?:设置|设定|修改|更改|变更|切换|调整|设|改|换|配置?|用|填|指定|\\bis|\\bof|\\bat)?(?:成|为|到|是)? ?[:：=]? ?(${IP})(?![\\d.]| ?(?:通|能|可达|丢|延))`,
      'dgu',
    ),
    read: (typed) => (isAddress(typed) ? { gateway: typed } : null),
    onlyWith: SETTING,
    notWith: /ping|通不通|通吗|能通|丢包|延迟/u,
  },
  {
    pattern: new RegExp(
      `(?<![\\d.])(${IP}(?:\\/\\d{1,2}|[ ,，]{0,2}(?:子网)?(?:掩码|mask|netmask)(?:是|为)? ?[:：]? ?${IP})?)(?![\\d.])`,
      'dgu',
    ),
    read: readAddress,
    onlyWith: STATIC,
    notWith:
      /ping|连通|可达|搜索|查找|包含|含有|通不通|通吗|能通|丢包|延迟|跟踪|解析|访问|端口|多少|什么|哪|吗|trace|reach|resolve|\b(?:is|what|does|can|port|loss)\b/u,
  },
  {
    pattern:
      /\bmtu(?: ?(?:值|size))?(?: of [a-z]{2,6}\d{1,2})? ?(?:设置|设定|修改|更改|调整|设|改|调|换)?(?:成|为|到|\bto\b)? ?[:：=]? ?(\d{3,4})(?!\d)/dgu,
    read: (typed) => (Number(typed) >= 576 && Number(typed) <= 9216 ? { mtu: typed } : null),
  },
  {
    pattern: new RegExp(`(?<![a-z\\d.])((?:${NUMBER_PATTERN}) ?(?:秒钟?|seconds?|secs?|s))(?![a-z])`, 'dgu'),
    read: seconds,
    onlyWith: /iperf/u,
  },
  {
    // WiFi 关五分钟再开: for how long, and not when.
    pattern: new RegExp(
      `(?:关|断|停|断开|关掉|关闭|断掉|\\bfor) ?(?:个|上|它|一下)?((?:${NUMBER_PATTERN}|半) ?个?半?(?:分钟|小时|钟头|minutes?|mins?|hours?))(?!后|之后|以后)`,
      'dgu',
    ),
    read: (_typed, folded) => {
      const unit = /时|钟头|hour/u.test(folded) ? 60 : 1
      const amount = ANY_NUMBER.exec(folded)?.[0]
      const minutes = /^半/u.test(folded) ? unit / 2 : amount === undefined ? 0 : parseNumber(amount) * unit
      return minutes >= 1 && minutes <= 1440 ? { delay: String(Math.round(minutes)) } : null
    },
    onlyWith: /wi-?fi|wlan|无线|网卡|网口|eth\d|en[ops]\d/u,
    notWith: /关机|重启|reboot|restart/u,
  },
]
