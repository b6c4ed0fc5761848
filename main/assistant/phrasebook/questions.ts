import type { Token } from './tokens.ts'

const POLITE = /\b(?:can|could|would|will) (?:you|u)\b|\bplease\b|\bpls\b|请|帮|麻烦/u

/** Whether the words ask for a state or say no; neither is ever taken for a change. */
export function readQuestion(
  folded: string,
  tokens: readonly Token[],
): { readonly isQuestion: boolean; readonly isNegated: boolean } {
  const isQuestion =
    tokens.some((token) => token.kind === 'question') || (/[?]\s*$/u.test(folded) && !POLITE.test(folded))
  return { isQuestion, isNegated: tokens.some((token) => token.kind === 'negation') }
}
