import { parseNumber } from './numbers.ts'
import type { SlotPattern } from './slot-patterns.ts'

/** What is measured as one value, so that the answer says on which side of a limit it is. */
const MEASURED =
  /温|几度|多少度|内存|磁盘|硬盘|空间|分区|存储|负载|电压|频率|信号|占用率|使用率|剩余|还剩|剩不剩|(?<![a-z])(?:temp|temperature|hot|memory|mem|ram|swap|cpu|disk|space|load|voltage|signal|sd)(?![a-z])/u
/** Where many are looked through, a limit says which of them. */
const MANY = /文件|目录|进程|程序|日志|容器|服务|端口|file|folder|director|process|program|log|container|service|port/u
const UNIT = '(?: ?(?:度|℃|°c?|%|摄氏度|degrees?(?: celsius)?|percent|个?gb?|个?mb?|兆|v|伏|mhz|ghz|dbm))?'
const OVER =
  '超过|大于|高于|多于|低于|小于|少于|不到|不足|超|过没过|过|达到|到没到|飙到|冲到|升到|涨到|高过|低到|掉到|降到|跌破|突破|破|到|剩不剩|够不够|over|above|more than|higher than|below|under|less than|lower than|exceeds?|exceeding|at least'

/** 超过70度, "over 70": a limit in words. */
const isMeasuredAlone: SlotPattern['read'] = (typed) => {
  const words = /[一二两三四五六七八九十百]{1,5}/u.exec(typed)?.[0]
  const limit = /\d+(?:\.\d+)?/u.exec(typed)?.[0] ?? (words === undefined ? undefined : String(parseNumber(words)))
  return limit === undefined ? null : { limit }
}

export const LIMIT_PATTERNS: readonly SlotPattern[] = [
  {
    // The three spans over which a load is averaged.
    pattern:
      /(?<![\d.])(?:最近|过去|近|last |past |the )?((?:15|5|1|一|五|十五) ?-?(?:分钟|min(?:ute)?s?))(?![a-z])/dgu,
    read: () => ({ limit: '15' }),
    onlyWith: /负载|平均负荷|\bload\b/u,
  },
  {
    pattern: new RegExp(
      `((?:${OVER})了?(?:有没有)? ?(?<![\\d.:])(?:\\d{1,5}(?:\\.\\d+)?|[一二两三四五六七八九十百]{1,5})${UNIT})(?![\\da-z.:/]|号|点)`,
      'dgu',
    ),
    read: isMeasuredAlone,
    onlyWith: MEASURED,
    notWith: MANY,
  },
]
