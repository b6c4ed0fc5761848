/** A key or value of the history's filter. The first word of each language is the one offered; the others are understood. */
interface Words {
  readonly en: readonly [string, ...string[]]
  readonly zh: readonly [string, ...string[]]
}

/** Keys of the filter of the history with their names. */
export const HISTORY_KEYS = {
  device: { en: ['device', 'id'], zh: ['设备', '编号'] },
  operator: { en: ['operator', 'by'], zh: ['操作员'] },
  connection: { en: ['connection'], zh: ['连接'] },
  class: { en: ['class'], zh: ['级别', '类别'] },
  source: { en: ['source', 'from'], zh: ['来源'] },
  outcome: { en: ['outcome', 'state', 'status'], zh: ['结果', '状态'] },
  after: { en: ['after', 'since'], zh: ['晚于', '之后'] },
  before: { en: ['before', 'until'], zh: ['早于', '之前'] },
  on: { en: ['on'], zh: ['日期', '当天'] },
} as const satisfies Readonly<Record<string, Words>>
export type HistoryKey = keyof typeof HISTORY_KEYS

/** Words of a value, and the stored values that they stand for. */
interface ValueWords extends Words {
  readonly values: readonly string[]
}

const word = (value: string, zh: Words['zh'], ...others: readonly string[]): ValueWords => ({
  values: [value],
  en: [value, ...others],
  zh,
})

/** Values of the keys that take no others. */
export const HISTORY_VALUES: Readonly<Record<'class' | 'source' | 'outcome', readonly ValueWords[]>> = {
  class: [
    word('read', ['只读']),
    word('change', ['更改', '修改']),
    word('unknown', ['影响未知', '未知']),
    word('destructive', ['破坏性']),
    word('forbidden', ['禁止']),
    word('refused', ['不接受']),
  ],
  source: [
    word('typed', ['输入']),
    word('phrasebook', ['短语手册']),
    word('model', ['模型']),
    word('runbook', ['操作手册']),
    { values: ['phrasebook', 'model'], en: ['assistant'], zh: ['助手'] },
  ],
  outcome: [
    word('succeeded', ['成功'], 'success'),
    word('failed', ['失败']),
    { values: ['no-answer', 'timed-out', 'unknown', 'not-delivered'], en: ['silent'], zh: ['无结果'] },
    {
      values: ['rejected', 'expired', 'barred', 'withheld', 'not-delivered'],
      en: ['not-sent'],
      zh: ['未发送'],
    },
    word('rejected', ['已拒绝', '拒绝']),
    word('withheld', ['未下发']),
    word('ran', ['已执行']),
    word('open', ['待定']),
    word('barred', ['不可发送']),
    word('expired', ['已过期']),
    word('answered', ['已回答']),
    word('asked-back', ['需要补充']),
    word('not-understood', ['没有理解', '未理解']),
    word('declined', ['未受理']),
    word('unanswered', ['提问失败', '没有回答']),
    word('timed-out', ['超时'], 'timeout'),
    word('too-large', ['应答过大']),
    word('no-answer', ['无应答', '无回应']),
    word('not-delivered', ['未送达']),
    word('cancelled', ['已取消']),
    word('refused', ['被拒绝']),
    word('unknown', ['未知']),
    word('approved', ['尚未发送', '已记录']),
    word('queued', ['发送中', '排队中', '排队'], 'sending'),
    word('sent', ['已发送']),
    word('received', ['已送达']),
    word('running', ['执行中']),
  ],
}

/** True for a key whose values are words of a list. */
export function isListKey(key: HistoryKey): key is keyof typeof HISTORY_VALUES {
  return Object.hasOwn(HISTORY_VALUES, key)
}
