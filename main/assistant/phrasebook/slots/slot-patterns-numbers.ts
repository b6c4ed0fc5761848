import type { SlotKind } from '../entry-types.ts'
import { NUMBER_PATTERN, parseNumber } from './numbers.ts'
import type { SlotPattern } from './slot-patterns.ts'

/** A number in digits or words, as part of a pattern. */
export const NUMBER = `(?:${NUMBER_PATTERN})`

const ANY_NUMBER = new RegExp(NUMBER_PATTERN, 'u')

function inRange(folded: string, low: number, high: number): string | null {
  const value = parseNumber(folded)
  return value >= low && value <= high ? String(value) : null
}

/** Reads a number within limits into one slot. */
export const numberSlot =
  (kind: SlotKind, low: number, high: number): SlotPattern['read'] =>
  (_typed, folded) => {
    const value = inRange(folded, low, high)
    return value === null ? null : { [kind]: value }
  }

function readCount(_typed: string, folded: string): ReturnType<SlotPattern['read']> {
  const count = inRange(folded, 1, 1000)
  return count === null ? null : { count, rows: String(Number(count) + 1) }
}

/** "the last line", 第一行: one. */
const readOne = (): ReturnType<SlotPattern['read']> => ({ count: '1', rows: '2' })

/** A pin; `bcm` only where it is one of the header, as the others belong to the board itself. */
const readPin: SlotPattern['read'] = (_typed, folded) => {
  const pin = inRange(folded, 0, 53)
  return pin === null ? null : { pin, ...(Number(pin) <= 27 ? { bcm: pin } : {}) }
}

/** Ports, pins, processes and counts, in this order. */
export const NUMBER_PATTERNS: readonly SlotPattern[] = [
  {
    // 最多 100 行, "at most 20 lines": how many of what is listed.
    pattern: new RegExp(
      `((?:最多|至多|不超过|只要|仅|只)(?:显示|列出|输出|看|取|要)?(?:最近的?|最后的?)? ?${NUMBER} ?[行条]|\\b(?:at most|up to|no more than|only(?: the)?(?: last| latest)?) ${NUMBER} (?:lines?|entries|rows|records))`,
      'dgu',
    ),
    read: (_typed, folded) => readCount('', ANY_NUMBER.exec(folded)?.[0] ?? ''),
  },
  {
    pattern: /\bis (\d{3,5})(?= (?:open|listening|in use|used|taken|closed|reachable|free)\b)/dgu,
    read: numberSlot('port', 1, 65_535),
  },
  {
    pattern:
      /(?<![\d.a-z])(\d{3,5})(?= ?(?:起了没|起了吗|放行|放开|放通|有人听|有人监听|有没有人听|有没有人监听|开了|开着|开没开|有没有开|是否开|是不是开|在监听|有没有(?:在)?监听|监听了?|起来了?没|有没有起来|起来了|起没起|通不通|通吗|能连|有谁连|有人连))/dgu,
    read: numberSlot('port', 1, 65_535),
  },
  {
    // 有没有在1883上监听: where it listens.
    pattern: /(?:在|\bon) ?(\d{3,5})(?= ?上?面? ?(?:监听|侦听))/dgu,
    read: numberSlot('port', 1, 65_535),
  },
  {
    pattern:
      /(?:\bconnect(?:ed|ions?)? (?:to|on)|连着|连接着?|连到|连上了?|在连|连) ?(?:我的?|本机的?|这台的?)? ?(\d{3,5})(?![\d.a-z])/dgu,
    read: numberSlot('port', 1, 65_535),
  },
  {
    pattern: /(?<![\d.a-z])(\d{3,5})(?= ?(?:端口)?上面?(?:现在|目前)?(?:有|连|的连接))/dgu,
    read: numberSlot('port', 1, 65_535),
    onlyWith: /连/u,
  },
  { pattern: /(?:日志|\blog) ?(\d{2,4})(?= ?行?$)/dgu, read: readCount },
  { pattern: /(?<= )(?:-n|--lines)[ =]?(\d{1,4})(?![\d.a-z])/dgu, read: readCount },
  {
    pattern: /(?<![\d.])(\d{4,5})(?= ?(?:正?被谁|被什么|被哪个|谁在?占|谁在?用|是谁在用|哪个程序在?用))/dgu,
    read: numberSlot('port', 1, 65_535),
  },
  {
    pattern:
      /(?:谁在? ?(?:占用|占|使用|用|监听|听|listen(?:ing)?(?: on)?)[着了]?|(?:哪个|什么)(?:程序|进程|服务)?在?(?:占用|使用|用|监听)[着了]?) ?(\d{2,5})(?![\d.%]| ?[个次条行])/dgu,
    read: numberSlot('port', 1, 65_535),
  },
  {
    pattern: /\b(?:using|uses|use|listening on|listens on|bound to|holding|occupying|occupies) (\d{3,5})(?= ?\??$)/dgu,
    read: numberSlot('port', 1, 65_535),
  },
  {
    pattern: /(?<![\d.])(\d{1,5}) ?(?:号|这个|\/tcp|\/udp|tcp|udp)? ?的?(?:端口|\bport\b|埠|连接埠|口(?!令))/dgu,
    read: numberSlot('port', 1, 65_535),
  },
  {
    pattern: /(?:i2c(?: ?总线| bus|-| )?|\bbus|总线) ?(?:number |no\.? )?(\d{1,2})(?![\dx])/dgu,
    read: numberSlot('bus', 0, 22),
    onlyWith: /i2c/u,
  },
  { pattern: /(?<=i2cdetect (?:-[a-z] ){0,2})(\d{1,2})(?![\dx])/dgu, read: numberSlot('bus', 0, 22) },
  { pattern: /(?<![\d])(\d{1,2}) ?号?(?= ?(?:i2c|总线))/dgu, read: numberSlot('bus', 0, 22), onlyWith: /i2c/u },
  { pattern: /(?<![a-z0-9])(0x[0-9a-f]{2})(?![0-9a-z])/dgu, read: (typed) => ({ text: typed }), onlyWith: /i2c/u },
  { pattern: /(?:gpio|\bpin|引脚|针脚|bcm) ?(?:number |no\.? |号)?(\d{1,2})(?!\d)/dgu, read: readPin },
  { pattern: /(\d{1,2}) ?号? ?(?:引脚|针脚|脚|\bpin\b)/dgu, read: readPin },
  {
    pattern:
      /(?:\bpid|process(?: id| number)?|进程(?:号|id|编号)?|\bkill(?: -(?:9|15|kill|term)|掉|死)?|杀掉|杀死|结束|终止)(?: ?[:=为是]| with (?:the )?(?:pid|id)| id)? ?(\d{1,7})(?!\d|\.\d)/dgu,
    read: numberSlot('pid', 2, 4_194_304),
  },
  {
    pattern: /(?<![\da-z_.前后-])(?<!top |前 |后 )(\d{1,7}) ?号?(?:这个|那个|的)?进程/dgu,
    read: numberSlot('pid', 2, 4_194_304),
  },
  { pattern: /(?<=\b(?:first|last|final|top|bottom) |最后)(line(?![a-z])|一行)/dgu, read: readOne },
  {
    pattern: new RegExp(
      `(?:\\btop|\\bfirst|\\blast|\\blatest|\\brecent|\\b(?:tail|head)(?: -n| -)?|\\bnewest|前面?|最后|最近|末尾|后|头|最新|倒数)(?:的)? ?((?!一(?![行条百十千]))${NUMBER})(?![\\d.a-z])`,
      'dgu',
    ),
    read: readCount,
  },
  {
    pattern: new RegExp(
      `(?<![a-z\\d.])(${NUMBER}) ?(?:lines?|entries|rows?|records?|items?|messages?|processes|programs|files|folders|directories|biggest|largest|most|logins?|errors?|logs?|行|条|个|次|名)(?![a-z])`,
      'dgu',
    ),
    read: (typed, folded) => (folded === '一' || folded === '两' ? null : readCount(typed, folded)),
  },
]
