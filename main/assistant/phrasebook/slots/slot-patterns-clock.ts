import { parseNumber } from './numbers.ts'
import type { SlotPattern } from './slot-patterns.ts'
import { phrase } from './slot-patterns-accounts.ts'

const HOUR = '\\d{1,2}|[一二两三四五六七八九十]{1,3}'
const PART = '凌晨|半夜|夜里|早上|早晨|今早|上午|中午|下午|傍晚|晚上|今晚'
/** 今天早上八点半, 23:30, "23:30". */
const TIME = `(?:今天)? ?(?:${PART})? ?(?:(?:\\d{1,2}:\\d{2})|(?:(?:${HOUR}) ?[点时] ?(?:半|(?:${HOUR}|[一二三四五]?十[一二三四五六七八九]?) ?分?)?(?!前|内)))`
const PART_OF_DAY = new RegExp(PART, 'u')
const HOUR_AND_MINUTE = new RegExp(`(${HOUR}) ?[点时] ?(半|[\\d一二三四五六七八九十]{1,3})?`, 'u')
/** 已经计划好的关机或重启, 刚才排的关机: what is set for later. */
const PLANNED =
  '(?:已经|已|此前|之前|刚才|刚刚|前面|刚|那个|这个|所有|全部){0,2}的? ?(?:(?:预定|计划|安排|设置|设定|预约|排定|排|定|设)(?:好|过|了)?的?)?(?:定时)?(?:关机|重启|shutdown|reboot)(?:(?:或者?|和|与|及|、)(?:定时)?(?:关机|重启))?(?:任务|计划)?'
const LOGS = /日志|记录|报错|错误|异常|告警|警告|(?<![.\w])log(?!\w*\.)|journal|error/u

/** The time of the day in words as HH:MM; null where its part of the day leaves it open. */
function clockOf(text: string, isFuture: boolean): string | null {
  const part = PART_OF_DAY.exec(text)?.[0] ?? ''
  const [, hourText = '', minuteText = ''] = /(\d{1,2}):(\d{2})/u.exec(text) ?? HOUR_AND_MINUTE.exec(text) ?? []
  const hour = parseNumber(hourText)
  const minute = minuteText === '半' ? 30 : minuteText === '' ? 0 : parseNumber(minuteText)
  const isOpen = isFuture && part === '' && !text.includes(':') && hour <= 12
  if (hourText === '' || hour > 24 || minute > 59 || isOpen) return null
  const isAfternoon = /下午|傍晚/u.test(part) && hour < 12
  const isEvening = /晚上|今晚/u.test(part) && hour >= 5 && hour < 12
  const isNoon = part === '中午' && hour < 3
  const full = (hour + (isAfternoon || isEvening || isNoon ? 12 : 0)) % 24
  const isMidnight = /晚上|今晚|半夜|夜里|凌晨/u.test(part) && hour === 12
  return `${String(isMidnight ? 0 : full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** 2am, "11:30 pm". */
function halfDay(text: string): string | null {
  const [, hour = '', minute = '00'] = /(\d{1,2})(?::(\d{2}))?/u.exec(text) ?? []
  if (Number(hour) < 1 || Number(hour) > 12 || Number(minute) > 59) return null
  return `${String((Number(hour) % 12) + (text.includes('pm') ? 12 : 0)).padStart(2, '0')}:${minute}`
}

/** Times of the day: when something is to happen once, and from when a log is wanted. */
export const CLOCK_PATTERNS: readonly SlotPattern[] = [
  phrase(
    'cancel-shutdown',
    new RegExp(
      `((?:取消|撤销|\\b(?:cancel|abort|call off))(?:掉|一?下)? ?(?:the )?(?:scheduled |planned )?${PLANNED}|${PLANNED}(?:给我)?(?:取消|撤销?)掉?)`,
      'dgu',
    ),
  ),
  {
    pattern: new RegExp(
      `(?<![\\d.:一二三四五六七八九十])(${TIME} ?整?(?: ?(?:自动|准时))?|(?<=\\bat )\\d{1,2}(?::\\d{2}(?: ?[ap]m)?| ?[ap]m))(?![\\d:a-z])`,
      'dgu',
    ),
    read: (_typed, folded) => {
      const clock = /[ap]m/u.test(folded) ? halfDay(folded) : clockOf(folded, true)
      return clock === null ? null : { clock }
    },
    onlyWith:
      /重启|重新启动|重新开机|重开机|关机|关闭.{0,3}(?:设备|机器|主机|系统)|reboot|restart|shut ?down|power off/u,
    notWith: /日志|记录|报错|为什么|为啥|怎么|吗|谁|过|了|昨|明天|后天|前|每|log|error|why|did|was|tomorrow|every/u,
  },
  {
    pattern: new RegExp(`(?<![\\d.:])(${TIME} ?(?:到|至|~|-|—) ?${TIME}(?:之间)?)(?![\\d:])`, 'dgu'),
    read: (_typed, folded) => {
      const [from = '', to = ''] = folded.split(/ ?(?:到|至|~|-|—) ?/u)
      const part = PART_OF_DAY.exec(from)?.[0] ?? ''
      const [since, until] = [clockOf(from, false), clockOf(PART_OF_DAY.test(to) ? to : `${part}${to}`, false)]
      return since === null || until === null || since >= until ? null : { since, until }
    },
    onlyWith: LOGS,
    notWith: /昨|前天|明天|周|号/u,
  },
  {
    pattern: new RegExp(`(?<![\\d.:])(${TIME} ?(?:以后|之后|过后|开始|起|以来|到现在|至今|往后))`, 'dgu'),
    read: (_typed, folded) => {
      const since = clockOf(folded, false)
      return since === null ? null : { since }
    },
    onlyWith: LOGS,
    notWith: /昨|前天|明天|周|号/u,
  },
]
