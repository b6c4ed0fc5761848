import { describe, expect, it } from 'vitest'
import { declineWords } from '../../../../../main/assistant/phrasebook/decline-words.ts'

describe('a request that is understood but for one word', () => {
  it('asks whether a name of Latin letters is another machine', () => {
    const { en, zh } = declineWords({ decision: 'decline', reason: 'unknown-word', word: 'nas' })
    expect(en).toContain('“nas”. If that is another machine')
    expect(zh).toContain('“nas”，其余都明白。如果它是另一台机器')
  })

  it('takes no Chinese verb for a machine', () => {
    const { en, zh } = declineWords({ decision: 'decline', reason: 'unknown-word', word: '搞没' })
    expect(en).toBe('All of it is understood but “搞没”. Say it in other words or type the command.')
    expect(zh).toBe('除了“搞没”，其余都明白。请换一种说法，或直接输入命令。')
  })
})
