import type { Token } from './tokens.ts'

const POLITE = /\b(?:can|could|would|will) (?:you|u)\b|\bplease\b|\bpls\b|请|帮|麻烦/u
/** Asks how something is done: an explanation is wanted, not the deed. */
const HOW_TO = /怎么|怎样|咋|如何|\bhow (?:to|do|does|can|could|should|would|might)\b|\b(?:way|steps?) to\b/u
/** Ties an action to something that may come. */
const CONDITION = /\b(?:if|when|whenever|unless|once|while|in case|as soon as|every time)\b/u
/** 挂了就重启: the action depends on what stands before. */
const THEN = /[就则再才]$/u

/** "would a restart help", "does it need a reboot": the verb comes first, and nobody is asked for a favour. */
const VERB_FIRST =
  /^(?:(?:hey|hi|hello|so|and|but|ok|please)[ ,]+)?(?:does|do|did|would|will|should|shall|has|have|had|is|are|was|were|could|can|may|might|must|am)\b(?! (?:you|u|a|an|the)\b)/u
/** An order names the plain verb. */
const NO_ORDER = /^(?!bring|fire|spin).*(?:ing|ed)$/u

export interface Mood {
  readonly isQuestion: boolean
  readonly isNegated: boolean
  /** Asks for advice on an action, or makes it depend on something: no task for the device now. */
  readonly isHypothetical: boolean
}

/** Whether the words ask for a state, say no, or only talk about an action; none is ever taken for a change. */
export function readMood(folded: string, tokens: readonly Token[]): Mood {
  const isQuestion =
    tokens.some(({ kind, surface }) => kind === 'question' || (kind === 'action' && NO_ORDER.test(surface))) ||
    VERB_FIRST.test(folded) ||
    (/[?]\s*$/u.test(folded) && !POLITE.test(folded))
  const isNegated = tokens.some((token) => token.kind === 'negation')
  const isHypothetical = tokens.some((token) => {
    if (token.kind !== 'action') return false
    const before = folded.slice(0, token.start)
    return HOW_TO.test(before) || CONDITION.test(folded.slice(token.end)) || THEN.test(before.trimEnd())
  })
  return { isQuestion, isNegated, isHypothetical }
}
