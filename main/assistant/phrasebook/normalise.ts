import { toSimplified } from './traditional.ts'

export interface NormalisedText {
  /** NFKC, as typed otherwise: slots take their values from here. */
  readonly original: string
  /** Lower case and simplified, with the same length as `original`. */
  readonly folded: string
}

/** "shut the device down": brought together, with the same letters. */
const SPLIT_VERB = /\b(shut|power|turn|switch|bring|fire) ((?:[\w.-]+ ){1,4}?)(up to date|down|off|up)\b/giu

/** Brings a request into one form; both strings have the same length, so that a position is valid in both. */
export function normalise(text: string): NormalisedText {
  const original = text
    .normalize('NFKC')
    .replace(/[\s\u3000]+/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .trim()
    .replace(
      SPLIT_VERB,
      (_all, verb: string, object: string, particle: string) => `${verb} ${particle} ${object.trimEnd()}`,
    )
  let folded = ''
  for (const character of original) {
    const lower = character.toLowerCase()
    folded += toSimplified(lower.length === character.length ? lower : character)
  }
  return { original, folded }
}

export const CJK = /[\p{Script=Han}]/u
const WORD_CHARACTER = /[a-z0-9_]/u
const INNER_MARK = /[-.@]/u

/** True where a form that begins or ends with a Latin letter may begin or end, as no letter goes on beside it. */
export function isWordBoundary(text: string, position: number): boolean {
  const isWord = (index: number) => WORD_CHARACTER.test(text[index] ?? '')
  const isInner = (index: number) => INNER_MARK.test(text[index] ?? '') && isWord(index - 1) && isWord(index + 1)
  const joins = (index: number) => isWord(index) || isInner(index)
  return !joins(position - 1) || !joins(position)
}
