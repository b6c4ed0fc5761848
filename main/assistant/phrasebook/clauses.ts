import type { NormalisedText } from './normalise.ts'
import type { SlotSpan } from './slots.ts'

const BREAK = /[,，。;；!！?？:：](?!\d)|\.(?= |$)| -+ /gu

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
