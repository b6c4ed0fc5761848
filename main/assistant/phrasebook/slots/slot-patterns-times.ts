import { parseNumber } from './numbers.ts'
import type { SlotPattern } from './slot-patterns.ts'
import { NUMBER } from './slot-patterns-numbers.ts'

type SlotValues = NonNullable<ReturnType<SlotPattern['read']>>

const ANY_NUMBER = new RegExp(NUMBER, 'u')
const MINUTES: readonly (readonly [RegExp, number])[] = [
  [/min|分/u, 1],
  [/hour|hr|小时|钟头/u, 60],
  [/week|周|星期/u, 10_080],
  [/day|天|日/u, 1440],
]

/** Times matter where something is read from a log; app.log is a file. */
const LOG_WORDS =
  /日志|记录|报(?:了|了什么|什么|的什么)?错|异常|故障|dmesg|警告|告警|出(?:过|了)?(?:什么)?错|(?<![.\w])(?:sys)?log(?!\w*\.)|错误|报错|journal|error/u

/** Who logged in then is as much of that day as what a log holds of it. */
const DATED = new RegExp(`${LOG_WORDS.source}|登[录入陆]|密码[试错]|输错密码|试密码|oom`, 'u')

/** A time back from now, in the units that commands take. */
const inUnits = (minutes: number): SlotValues => ({ minutes: String(minutes), millis: String(minutes * 60_000) })

export function readDuration(_typed: string, folded: string): SlotValues | null {
  if (/今|today|this/u.test(folded)) return { since: 'today', day: 'today', ...inUnits(1440) }
  // A night begins on the day before.
  if (/昨|yesterday|night/u.test(folded)) {
    const isNight = /晚|夜|night/u.test(folded)
    return { since: 'yesterday', day: 'yesterday', ...(isNight ? {} : { until: 'today' }), ...inUnits(2880) }
  }
  if (folded === '前天') return { since: '4320 minutes ago', until: 'yesterday', ...inUnits(4320) }
  const unit = MINUTES.find(([pattern]) => pattern.test(folded))?.[1] ?? 60
  const amount = ANY_NUMBER.exec(folded)?.[0]
  const half = /半|half/u.test(folded)
  const minutes = Math.round((half ? 0.5 : amount === undefined ? 1 : parseNumber(amount)) * unit)
  return minutes < 1 || minutes > 525_600 ? null : { since: `${minutes} minutes ago`, ...inUnits(minutes) }
}

/** In how many minutes, and on which day. */
export const DAY_PATTERNS: readonly SlotPattern[] = [
  {
    // 半小时后关机: in how many minutes.
    pattern: new RegExp(
      `(?:过|再过|\\bin )?((?:${NUMBER}|半) ?个?半?(?:分钟|小时|钟头)(?:后|之后|以后)|(?<=\\bin )(?:${NUMBER}|half an|an) ?(?:minutes?|mins?|hours?))`,
      'dgu',
    ),
    read: (_typed, folded) => {
      const minutes = readDuration('', folded)?.minutes
      return minutes === undefined ? null : { delay: minutes }
    },
    onlyWith: /关机|关闭.{0,3}(?:设备|机器|主机|系统)|重启|重新启动|重新开机|重开机|shut|power off|reboot|restart/u,
  },
  {
    // From then until now, and not that day alone.
    pattern:
      /(昨天|前天|(?<=\bsince )yesterday)(?= ?(?:开始|起|以来|到现在|到今|到目前|至今|之后|以后)|(?<=yesterday))/dgu,
    read: (_typed, folded) => {
      const { until: _until, ...since } = readDuration('', folded) ?? {}
      return since
    },
    onlyWith: LOG_WORDS,
  },
  {
    pattern:
      /(今天(?:早上|上午|凌晨)?|今早|昨天(?:晚上|夜里|下午)?|昨晚|昨夜|前天|\btoday\b|\bthis morning\b|\byesterday\b|\b(?:last|during the|over) night\b|\bovernight\b)/dgu,
    read: readDuration,
    onlyWith: DATED,
  },
]

/** How far back from now. */
export const DURATION_PATTERN: SlotPattern = {
  pattern: new RegExp(
    `(?<![今昨])((?<![a-z])(?:${NUMBER}|半|half an|half a|an|a)? ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?)(?: ago)?(?![a-z])|(?:(?<![a-z])(?:${NUMBER})|[一二两三四五六七八九十]{1,3}|半) ?个?半?(?:分钟|小时|钟头|天|周|星期)(?:内(?!核)|之内|以内|以来|里|前|之前|以前)?)(?!后|之后|以后)`,
    'dgu',
  ),
  read: readDuration,
  onlyWith: new RegExp(
    `${LOG_WORDS.source}|动静|的输出|重启[过了]?(?:几|多少)次|restart history|(?:changed|modified) files|(?:修改|改动|更新)过的?文件|文件.{0,3}(?:被)?(?:修改|改)`,
    'u',
  ),
}
