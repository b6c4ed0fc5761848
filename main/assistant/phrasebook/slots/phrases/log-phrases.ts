import { parseNumber } from '../numbers.ts'
import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const LOGS = /日志|记录|journal|syslog|(?<![.\w])log(?!\w*\.)/u
const WORD = '["“「\']?([a-z0-9_][a-z0-9_.:/-]{1,60}[a-z0-9]|[a-z0-9_]{2})["”」\']?'
const IN_FILE = /[a-z0-9]\/|\/[a-z]|\.(?:log|txt|csv)/u
const TIMES = '(?:多少|几)[次条回遍处个]'
const HOUR = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const HOW_OFTEN = new RegExp(`${TIMES}|how often`, 'u')
const AT = `(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上)? ?(?:\\d{1,2}:\\d{2}|${HOUR} ?[点时](?:半|${HOUR} ?分?)?)`
const ONE = new RegExp(`(\\d{1,2}):(\\d{2})|(${HOUR}) ?[点时](半|${HOUR})?`, 'u')

/** 下午3点半 as HH:MM; null for what is no time. */
function timeOf(text: string, part: string): string | null {
  const [, hours, minutes, hourText = '', minuteText = ''] = ONE.exec(text) ?? []
  const hour = hours === undefined ? parseNumber(hourText) : Number(hours)
  const minute =
    minutes !== undefined ? Number(minutes) : minuteText === '半' ? 30 : minuteText === '' ? 0 : parseNumber(minuteText)
  if (/晚/u.test(part) && hour === 12) return '24:00'
  const isLate =
    (/下午|傍晚/u.test(part) || (/晚/u.test(part) && hour >= 5) || (/中午/u.test(part) && hour < 3)) && hour < 12
  return hour > 23 || minute > 59 || Number.isNaN(hour)
    ? null
    : `${String(hour + (isLate ? 12 : 0)).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const PART = /凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚/u

/** A span of yesterday: journalctl takes no time of another day, so that its lines are chosen by their time. */
const readSpan: SlotPattern['read'] = (_typed, folded) => {
  const [first = '', second = ''] = folded.replace(/^昨(?:天|日)?/u, '').split(/ ?(?:到|至|~|-|—) ?/u)
  const part = PART.exec(first)?.[0] ?? ''
  const [from, to] = [timeOf(first, part), timeOf(second, PART.exec(second)?.[0] ?? part)]
  return from === null || to === null || from >= to ? { limit: '1' } : { from, to }
}

/** What is asked of a log: its words, its spans, its own file. */
export const LOG_PHRASES: readonly SlotPattern[] = [
  {
    pattern: new RegExp(`(昨(?:天|日|晚)? ?${AT} ?(?:到|至|~|-|—) ?(?:昨[天日晚])?${AT}(?:之间)?)(?![\\d:])`, 'dgu'),
    read: readSpan,
    onlyWith: new RegExp(`${LOGS.source}|报错|错误|异常|error`, 'u'),
  },
  phrase(
    'access-log',
    /(访问(?:日志|记录)|(?<![a-z])access[ .]?(?:日志|logs?)(?![a-z]))/dgu,
    /nginx|apache|squid|lighttpd/u,
    /\//u,
  ),
  phrase('own-log', /(?<![a-z0-9/._-])(error\.log)(?![a-z])/dgu, /nginx|apache/u, /\//u),
  phrase('own-log', /(自[己身]的?)(?=日志)/dgu),
  {
    // 出现了多少次 timeout
    pattern: new RegExp(`(?:出现|有|报)[了过]?${TIMES}[的了过]? ?${WORD}(?=[?？。]?$)`, 'dgu'),
    read: (typed) => ({ text: typed }),
    onlyWith: [LOGS, HOW_OFTEN],
    notWith: IN_FILE,
  },
  {
    // timeout 出现了几次
    pattern: new RegExp(
      `(?<![a-z0-9_.@:/-])(?!(?:nginx|mosquitto|syslog|journal|docker|ssh|log)(?![a-z]))${WORD}(?= ?(?:一共|共)?(?:出现|报)[了过]?${TIMES})`,
      'dgu',
    ),
    read: (typed) => ({ text: typed }),
    onlyWith: [LOGS, HOW_OFTEN],
    notWith: IN_FILE,
  },
  {
    pattern: new RegExp(`(?<=how often (?:does|is|did|was) )${WORD}(?= )`, 'dgu'),
    read: (typed) => ({ text: typed }),
    onlyWith: /journal|syslog|(?<![.\w])logs?(?![.\w])/u,
    notWith: /[a-z0-9]\/|\/[a-z]|\.(?:log|txt|csv)|reboot|restart|(?<!the )log(?:ged)? (?:in|on)|login/u,
  },
  phrase('log', /(?<=\bthe )(log)(?= in the (?:last|past))/dgu),
  phrase(
    'how-often',
    new RegExp(`((?:一共|共)?(?:出现|报|有)[了过]?${TIMES}|\\bhow often\\b)`, 'dgu'),
    [LOGS, HOW_OFTEN, /[a-z]/u],
    /登[录陆]|log(?:ged|ins?| on)|(?<!the )log in|重启|启动|[a-z0-9]\/|\/[a-z]|\.(?:log|txt|csv)|容器|错误|警告|文件|进程/u,
  ),
  {
    pattern: /(所有|全部)/dgu,
    read: () => ({ count: '1000' }),
    onlyWith: [/(?:本次|这次)(?:启动|开机)|(?:启动|开机)以来/u, /错误|报错|error/u],
    notWith: /\d/u,
  },
  phrase(
    'rest-away',
    /([,，]? ?(?:其他|其余|剩下|更早|之前)的?(?:日志)?都?(?:清[掉理除空]?|删[除掉]?)了?)/dgu,
    /保留|只留|留下/u,
  ),
  phrase(
    'not-deleted',
    /([,，]? ?(?:但是?)?(?:别|不要?|保留)(?:删[除掉]?)?(?:这个)?(?:文件)?(?:本身)?)(?=[。!]?$)/dgu,
    /清空/u,
  ),
  {
    // 有没有出现 timeout
    pattern: new RegExp(
      `(?:有没有|是否|有无)(?:出现|包含|提到)(?:过|了)? ?(?!(?:errors?|warnings?)(?![a-z]))${WORD}(?=[?？。]?$)`,
      'dgu',
    ),
    read: (typed) => ({ text: typed }),
    onlyWith: LOGS,
    notWith: IN_FILE,
  },
]
