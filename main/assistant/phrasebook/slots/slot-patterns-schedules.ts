import { parseNumber } from './numbers.ts'
import type { SlotPattern } from './slot-patterns.ts'
import { phrase } from './slot-patterns-accounts.ts'

const NUMBERS = '(?:\\d{1,2}|[零一二两三四五六七八九十]{1,3})'
const PART_OF_DAY = '(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|晚)?'
const CLOCK = `(?:${PART_OF_DAY} ?(?:\\d{1,2}:\\d{2}|${NUMBERS} ?点 ?(?:整|半|${NUMBERS} ?分?)?)|(?:at )?\\d{1,2}(?::\\d{2})? ?(?:am|pm)?)`
/** What is done over and over, or is no longer to be. */
const JOBS =
  /^(?=.*(?:每|every|daily|工作日|cron|定时|计划任务))(?=.*(?:执行|运行|跑|重启|run|reboot|restart|execute|删|去掉|移除|取消|remove|delete|schedule|加|建|设))/u

/** A job is a program by its whole path. */
const RUN_JOBS = new RegExp(`${JOBS.source}(?=.*\\/)`, 'u')

/** The size of the swap, as it is to be. */
const SWAP_CHANGE = [/交换|swap|虚拟内存/u, /改|设|调|扩|\b(?:set|change)\b/u, /\d/u] as const

/** 晚上11点半, "11:30 pm": hour and minute; null where it is no time of the day. */
function readClock(text: string): { readonly hour: number; readonly minute: number } | null {
  const [, hours = '', minutes = ''] =
    /(\d{1,2}|[零一二两三四五六七八九十]{1,3}) ?(?::|点)? ?(半|\d{1,2}|[一二三四五六七八九十]{1,3})?/u.exec(text) ?? []
  if (hours === '') return null
  let hour = hours === '零' ? 0 : parseNumber(hours)
  const minute = minutes === '半' ? 30 : minutes === '' ? 0 : parseNumber(minutes)
  const isLate = /下午|傍晚|晚|夜里|pm/u.test(text) || (/中午/u.test(text) && hour < 6)
  // 晚上三点: at night, after midnight.
  if (isLate && hour < 12 && !(/晚|夜/u.test(text) && hour < 5)) hour += 12
  if (/凌晨|晚|夜|am/u.test(text) && hour === 12) hour = 0
  if (hour === 24) hour = 0
  return hour < 24 && minute < 60 ? { hour, minute } : null
}

const WEEK_DAYS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  日: '0',
  天: '0',
  monday: '1',
  tuesday: '2',
  wednesday: '3',
  thursday: '4',
  friday: '5',
  saturday: '6',
  sunday: '0',
}

/** 每天凌晨3点, "every 5 minutes": the five fields of cron(8); null where the time of the day is not said. */
const readSchedule: SlotPattern['read'] = (_typed, folded) => {
  const every =
    /(?:每(?:隔)?|every) ?(\d{1,2}|[一二两三四五六七八九十]{1,3})? ?个?(分钟?|minutes?|mins?|小时|钟头|hours?)/u.exec(
      folded,
    )
  if (every !== null) {
    const amount = every[1] === undefined ? 1 : parseNumber(every[1])
    const isMinutes = /分|min/u.test(every[2] ?? '')
    // What does not divide the hour or the day comes unevenly.
    if (amount < 1 || (isMinutes ? 60 : 24) % amount !== 0) return { limit: '1' }
    const step = amount === 1 ? '*' : `*/${amount}`
    return { schedule: isMinutes ? `${step} * * * *` : `0 ${step} * * *` }
  }
  const rest = folded.replace(
    /^(?:每个?月 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?[号日]|每天|每日|每晚|每个?(?:周|星期)[一二三四五六日天]|(?:每个?)?工作日|every ?day|every night|daily|every (?:[a-z]+day))/u,
    '',
  )
  const clock = readClock(/每晚|night/u.test(folded) ? `晚${rest}` : rest)
  if (clock === null) return { limit: '1' }
  const month = /每个?月 ?(\d{1,2}|[一二三四五六七八九十]{1,3})/u.exec(folded)?.[1]
  const day = /(?:周|星期)([一二三四五六日天])/u.exec(folded)?.[1] ?? /every ([a-z]+day)/u.exec(folded)?.[1] ?? ''
  const weekDay = /工作日/u.test(folded) ? '1-5' : (WEEK_DAYS[day] ?? '*')
  return { schedule: `${clock.minute} ${clock.hour} ${month === undefined ? '*' : parseNumber(month)} * ${weekDay}` }
}

const LOCALES: Readonly<Record<string, string>> = {
  中文: 'zh_CN.UTF-8',
  简体: 'zh_CN.UTF-8',
  英文: 'en_GB.UTF-8',
  英语: 'en_GB.UTF-8',
  ch: 'zh_CN.UTF-8',
}

/** zh_cn.utf8 as the system writes it. */
const localeCase = (folded: string) =>
  folded === 'english' ? 'en_GB.UTF-8' : `${folded.slice(0, 2)}_${folded.slice(3, 5).toUpperCase()}.UTF-8`

/** Jobs of cron, priorities, the size of the swap and the language. */
export const SCHEDULE_PATTERNS: readonly SlotPattern[] = [
  {
    pattern: /(?<![\d*])((?:[\d*/,-]{1,12} ){4}[\d*/,-]{1,12})(?![\d*])/dgu,
    read: (typed) => ({ schedule: typed }),
    onlyWith: /\*/u,
  },
  {
    pattern: new RegExp(
      `((?:每(?:隔)?|\\bevery) ?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})? ?个?(?:分钟?|minutes?|mins?|小时|钟头|hours?)(?![a-z])|(?:每个?月 ?${NUMBERS} ?[号日]|每天|每日|每晚|每个?(?:周|星期)[一二三四五六日天]|(?:每个?)?工作日|\\b(?:every ?day|every night|daily|every [a-z]{3,6}day)) ?的?(?:${CLOCK})?)`,
      'dgu',
    ),
    read: readSchedule,
    onlyWith: JOBS,
  },
  {
    pattern: /(?<![a-z0-9_.~/\\-])(\/[a-z0-9_.-]+(?:\/[a-z0-9_.-]+)*)(?![a-z0-9_/\\*])/dgu,
    read: (typed) => ({ path: typed, job: typed }),
    onlyWith: JOBS,
    notWith: /日志|\blog\b|目录|文件夹|folder/u,
  },
  phrase(
    'run-job',
    /(执行(?:一次|一遍|一下)?|运行(?:一次|一遍|一下)?|跑(?:一次|一遍|一下)?|\b(?:run|execute)s?(?: once)?\b)/dgu,
    RUN_JOBS,
  ),
  phrase(
    'add-job',
    /((?:添?加|新建|新增|创建|建|设置?|弄|加上)(?:一?[条个])?(?:定时|计划|cron) ?(?:任务|计划)?(?:[:,，])?|(?:写|加)(?:到|进|入) ?cron(?:tab)?(?:里|中)?|\badd (?:a )?(?:cron|scheduled) job(?: to)?|\bschedule\b)/dgu,
    JOBS,
    /取消|删|吗|有没有|哪些|什么|[?？]/u,
  ),
  phrase(
    'drop-job',
    /(删除?(?:掉|了)?|去掉|移除|取消(?:掉|了)?|\b(?:remove|delete)\b)/dgu,
    [JOBS, /定时任务|计划任务|cron|\bscheduled job/u],
    /自启|开机/u,
  ),
  phrase(
    'job',
    /((?:的)?(?:那条|这条|这个|那个)?(?:定时任务|计划任务|cron任务|cron job|crontab|cron|scheduled job)(?:里的?|中的?|from)?)/dgu,
    [/定时任务|计划任务|cron/u, /删|去掉|移除|取消|remove|delete/u],
    /自启|开机/u,
  ),
  {
    pattern: /(?<![\d.])(\d{2,7})(?= ?(?:号)?(?:这个)?(?:进程)?的? ?(?:优先级|nice))/dgu,
    read: (typed) => ({ pid: typed }),
  },
  {
    pattern: /(?:降低?|调低?|调整|改|设置?|变)(?:到|成|为) ?(-?\d{1,2})(?![\d.])/dgu,
    read: (typed) => (Number(typed) >= 0 && Number(typed) <= 19 ? { nice: String(Number(typed)) } : { limit: '1' }),
    onlyWith: /优先级|nice/u,
  },
  {
    pattern: /\bto (-?\d{1,2})(?![\d.])/dgu,
    read: (typed) => (Number(typed) >= 0 && Number(typed) <= 19 ? { nice: String(Number(typed)) } : { limit: '1' }),
    onlyWith: /\b(?:nice|priority|renice)\b/u,
  },
  phrase(
    'set-priority',
    /((?:降低?|调低?|调整|改|设置?|变)(?:到|成|为)|\b(?:set|change|lower|renice)\b)/dgu,
    /优先级|\bnice\b|\bpriority\b|\brenice\b/u,
  ),
  phrase(
    'priority',
    /((?:的)? ?(?:优先级|nice ?值|nice)|\b(?:the )?(?:priority|nice value|nice)(?: of)?(?: to)?)/dgu,
    /优先级|\bnice\b|\bpriority\b/u,
  ),
  {
    pattern: /(?<![\d.])(\d{1,5}(?:\.5)? ?(?:gb?|g|mb?|m|兆))(?![a-z0-9])/dgu,
    read: (_typed, folded) => {
      const megabytes = Number.parseFloat(folded) * (/g/u.test(folded) ? 1024 : 1)
      return megabytes >= 1 && megabytes <= 16_384 ? { megabytes: String(Math.round(megabytes)) } : { limit: '1' }
    },
    onlyWith: SWAP_CHANGE,
  },
  {
    pattern:
      /((?:简体)?中文(?:环境)?|英文|英语|(?<![a-z0-9])[a-z]{2}_[a-z]{2}\.utf-?8(?![a-z0-9])|\b(?:chinese|english)\b)/dgu,
    read: (_typed, folded) => ({ locale: LOCALES[folded.slice(0, 2)] ?? localeCase(folded) }),
    onlyWith: /locale|系统语言|语言环境|系统的?语言|\bsystem language/u,
  },
  phrase(
    'locale-word',
    /((?:系统)?(?:的)?(?:语言环境|语言)(?:设置)?|\b(?:the )?(?:system )?(?:locale|language)\b)/dgu,
    /locale|系统语言|语言环境|系统的?语言|\bsystem language/u,
  ),
  phrase(
    'swap-word',
    /((?:交换分区|交换空间|交换文件|虚拟内存|swap)(?: ?(?:分区|空间|文件|file|space))?(?:的?大小)?)/dgu,
    SWAP_CHANGE,
  ),
]
