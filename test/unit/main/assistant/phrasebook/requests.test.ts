import { describe, expect, it } from 'vitest'
import { Phrasebook } from '../../../../../main/assistant/phrasebook/phrasebook.ts'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import { ENGLISH_REQUESTS } from './requests-en.ts'
import { OUTSIDE_REQUESTS } from './requests-outside.ts'
import { CHINESE_REQUESTS } from './requests-zh.ts'

const phrasebook = new Phrasebook()
const requests = [...CHINESE_REQUESTS, ...ENGLISH_REQUESTS]
const answers = requests.map(([system, text, command]) => {
  const answer = phrasebook.answer(text, system)
  return { text, command, proposed: answer.decision === 'propose' ? answer.command : null }
})

describe('250 requests with the commands expected', () => {
  it('are half Chinese', () => {
    expect([CHINESE_REQUESTS.length, ENGLISH_REQUESTS.length]).toEqual([125, 125])
    expect(new Set(requests.map(([, text]) => text)).size).toBe(250)
  })

  // A change of the lexicon must not lose requests that were understood.
  it('lead to the exact command, all but 3 %', () => {
    const missed = answers.filter(({ command, proposed }) => proposed?.command !== command).map(({ text }) => text)
    expect(missed.length / answers.length, missed.join('\n')).toBeLessThanOrEqual(0.03)
  })

  it('never lead to a change that was not asked for', () => {
    const wrong = answers.filter(
      ({ command, proposed }) => proposed !== null && proposed.expectedClass !== 'read' && proposed.command !== command,
    )
    expect(wrong.map(({ text }) => text)).toEqual([])
  })

  it('never propose what may not be sent', () => {
    const classifier = new Classifier()
    for (const [system, text] of requests) {
      const answer = phrasebook.answer(text, system)
      if (answer.decision !== 'propose') continue
      const shell = system === 'windows-powershell' ? 'powershell' : 'bash'
      expect(['forbidden', 'refused'], text).not.toContain(classifier.classify(answer.command.command, shell).class)
    }
  })
})

describe('requests outside the phrasebook', () => {
  it('are declined, all but 3 %', () => {
    expect(OUTSIDE_REQUESTS.length).toBeGreaterThanOrEqual(200)
    const accepted = OUTSIDE_REQUESTS.filter((text) => phrasebook.answer(text, 'linux').decision !== 'decline')
    expect(accepted.length / OUTSIDE_REQUESTS.length, accepted.join('\n')).toBeLessThanOrEqual(0.03)
  })

  it('never lead to a change', () => {
    const changes = OUTSIDE_REQUESTS.filter((text) => {
      const answer = phrasebook.answer(text, 'linux')
      return answer.decision === 'propose' && answer.command.expectedClass !== 'read'
    })
    expect(changes).toEqual([])
  })
})
