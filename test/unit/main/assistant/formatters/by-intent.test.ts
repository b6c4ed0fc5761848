import { expect, it } from 'vitest'
import { FORMATTERS } from '../../../../../main/assistant/formatters/by-intent.ts'
import { INTENTS } from '../../../../../main/assistant/phrasebook/intents.ts'

// An intent that was renamed would lose its sentence without a word.
it('names an intent of the phrasebook with each formatter', () => {
  const known = new Set(INTENTS.map(({ id }) => id))
  expect(FORMATTERS.size).toBeGreaterThan(50)
  expect([...FORMATTERS.keys()].filter((id) => !known.has(id))).toEqual([])
})
