import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INTENTS } from '../../../../../main/assistant/phrasebook/intents.ts'
import { parseRules, RuleIndex } from '../../../../../main/assistant/phrasebook/rules.ts'
import { Lexicon } from '../../../../../main/assistant/phrasebook/words/lexicon.ts'

const lexicon = new Lexicon()
const rules = INTENTS.flatMap((intent) => parseRules(intent, lexicon))
const index = new RuleIndex(rules)
const CONCEPTS = [...new Set(rules.flatMap(({ groups }) => groups.flat()))]

describe('RuleIndex', () => {
  it('leaves out no rule of which every group has a concept in the request, and keeps the order of the data', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.subarray(CONCEPTS, { maxLength: 6 }), fc.nat(), (rule, others, at) => {
        const concepts = new Set([...others, ...rule.groups.map((group) => group[at % group.length] ?? '')])
        const fitting = rules.filter(({ groups }) => groups.every((group) => group.some((name) => concepts.has(name))))
        const candidates = index.candidates(concepts)
        expect(fitting).toContain(rule)
        expect(candidates.filter((candidate) => fitting.includes(candidate))).toEqual(fitting)
      }),
    )
  })

  it('leaves out most rules', () => {
    expect(index.candidates(new Set(['disk', 'space', 'question'])).length).toBeLessThan(rules.length / 5)
  })
})
