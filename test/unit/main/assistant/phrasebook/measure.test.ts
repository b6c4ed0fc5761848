import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INTENTS } from '../../../../../main/assistant/phrasebook/intents.ts'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'

/** Requests with the intent that they mean, none of them an example of the phrasebook; null is no task for a device. */
interface Phrase {
  readonly intent: string | null
  readonly text: string
}

const PHRASES = readFileSync(new URL('./phrases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Phrase)
const BOARD = new Set(['throttling', 'camera', 'gpio'])

describe('the phrasebook on requests that are not its own examples', () => {
  const phrasebook = new Phrasebook()
  const requests = PHRASES.flatMap(({ intent, text }) => (intent === null ? [] : [{ intent, text }]))
  const outside = PHRASES.filter(({ intent }) => intent === null).map(({ text }) => text)
  const outcomes = requests.map(({ intent, text }) => {
    const answer = phrasebook.answer(text, BOARD.has(intent) ? 'raspberrypi' : 'linux')
    if (answer.decision === 'propose')
      return { text, isRight: answer.command.intent === intent, isWrong: answer.command.intent !== intent }
    const isRight = answer.decision === 'choose' && answer.options.some((option) => option.intent === intent)
    return { text, isRight, isWrong: false }
  })

  // A change of the lexicon must not lose requests that were understood.
  it('understands 95 % of them', () => {
    expect(requests.length).toBeGreaterThanOrEqual(300)
    const missed = outcomes.filter(({ isRight }) => !isRight).map(({ text }) => text)
    expect(1 - missed.length / outcomes.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('proposes another thing than was asked in 2 % of them at most', () => {
    const wrong = outcomes.filter(({ isWrong }) => isWrong).map(({ text }) => text)
    expect(wrong.length / outcomes.length, wrong.join('\n')).toBeLessThanOrEqual(0.02)
  })

  it('answers 5 % of the requests that are no task for a device at most', () => {
    const accepted = outside.filter((text) => phrasebook.answer(text, 'linux').decision !== 'decline')
    expect(accepted.length / outside.length, accepted.join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('proposes no change for a request that changes nothing', () => {
    const changes = [...outside, ...requests.filter(({ intent }) => !CHANGING.has(intent)).map(({ text }) => text)]
      .map((text) => phrasebook.answer(text, 'linux'))
      .filter((answer) => answer.decision === 'propose' && answer.command.expectedClass !== 'read')
    expect(changes).toEqual([])
  })
})

const CHANGING = new Set(INTENTS.filter(({ expectedClass }) => expectedClass !== 'read').map(({ id }) => id))
