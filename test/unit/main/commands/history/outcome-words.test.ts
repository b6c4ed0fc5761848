import { describe, expect, it } from 'vitest'
import { OUTCOME_WORDS } from '../../../../../main/safety/audit/report-words.ts'
import { COMMAND_STATES } from '../../../../../preload/contract/models/commands/command.ts'
import { HISTORY_VALUES } from '../../../../../preload/contract/models/commands/history-vocabulary.ts'
import en from '../../../../../renderer/lib/i18n/locales/en/console.json' with { type: 'json' }
import enHistory from '../../../../../renderer/lib/i18n/locales/en/history.json' with { type: 'json' }
import zh from '../../../../../renderer/lib/i18n/locales/zh-CN/console.json' with { type: 'json' }
import zhHistory from '../../../../../renderer/lib/i18n/locales/zh-CN/history.json' with { type: 'json' }

const offered = (value: string) =>
  HISTORY_VALUES.outcome.find(({ values }) => values.length === 1 && values[0] === value)?.zh ?? []

describe('the words of an outcome', () => {
  it.each(COMMAND_STATES)('%s are those of the console in reports and saved results', (state) => {
    expect(OUTCOME_WORDS[state].en).toBe(en.state[state].word.toLowerCase())
    expect(OUTCOME_WORDS[state].zh).toBe(zh.state[state].word)
  })

  it('name one outcome each', () => {
    for (const [states, outcomes, answers] of [
      [en.state, enHistory.outcome, en.answer],
      [zh.state, zhHistory.outcome, zh.answer],
    ] as const) {
      const words = [
        ...Object.values(states).map(({ word }) => word),
        ...Object.values(outcomes),
        answers.question,
        answers.decline,
        answers.refuse,
      ]
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
    }
  })

  it('are offered by the search of the history as they are shown', () => {
    expect(offered('not-understood')).toContain(zh.answer.decline)
    expect(offered('asked-back')).toContain(zh.answer.question)
    expect(offered('declined')).toContain(zh.answer.refuse)
    for (const state of ['approved', 'queued', 'failed', 'timed-out', 'no-answer', 'expired', 'cancelled'] as const)
      expect(offered(state)).toContain(zh.state[state].word)
  })
})
