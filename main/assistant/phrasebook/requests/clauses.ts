import type { SlotSpan } from '../slots/slots.ts'
import type { NormalisedText } from '../words/normalise.ts'

const BREAK = /[,，。;；!！?？:：](?!\d)|\.(?= |$)| -+ /gu

/** "just show", 先看: what is wanted instead of what the other part forbids. */
const INSTEAD = /^(?:(?:but|and) )?(?:just|only|simply|rather|instead)\b|^(?:先|只|仅|光|就(?=看))/iu
/** 看下状态就行: the same, said behind it. */
const ENOUGH = /(?:就行|就好|就可以|就够|即可|再说|再讲)[了啦吧]?$/u

/** The part that says what to do instead, without the words that only set it against the other; null where none does. */
export function insteadOf(clause: string): string | null {
  const rest = clause.replace(ENOUGH, '').replace(INSTEAD, '').trim()
  return rest === clause ? null : rest
}

/** Parts of a request between punctuation marks outside its slots: a complaint, then what is to be looked at. */
export function clausesOf(text: NormalisedText, slots: readonly SlotSpan[]): readonly string[] {
  const clauses: string[] = []
  let start = 0
  for (const { index, 0: mark } of text.folded.matchAll(BREAK)) {
    if (slots.some((slot) => index >= slot.start && index < slot.end)) continue
    clauses.push(text.original.slice(start, index))
    start = index + mark.length
  }
  clauses.push(text.original.slice(start))
  return clauses.map((clause) => clause.trim()).filter((clause) => clause !== '')
}

/** 温度多少 有没有降频: two questions, where one command may look like the answer to both. */
export const asksTwice = (text: string): boolean =>
  /(?:[吗么呢]|版本|型号|多少|怎么样|咋样|几度|多大|多高)[?？]? +\p{Script=Han}|(?:以及|并且?(?:确认|检查|查看)?|和)是否|并且?(?:确认|检查|查看|看看|看下)/u.test(
    text,
  )
