import { describe, expect, it } from 'vitest'
import { declineWords } from '../../../../../main/assistant/phrasebook/requests/decline-words.ts'

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

describe('a program that needs a terminal', () => {
  const words = (word: string, instead?: { en: string; zh: string }) =>
    declineWords({ decision: 'decline', reason: 'terminal', word, ...(instead === undefined ? {} : { instead }) })

  it('is named with the reason and the request that shows the same once', () => {
    const { en, zh } = words('crontab -e', { en: 'show the cron jobs', zh: '查看定时任务' })
    expect(en).toBe(
      '“crontab -e” needs a terminal, and there is none here: a command runs without input, and its output comes when it has ended. Ask for one look instead: “show the cron jobs”.',
    )
    expect(zh).toBe(
      '“crontab -e”需要终端，而这里没有终端：命令运行时不能输入，输出在结束后才一起返回。可以改为看一次：“查看定时任务”。',
    )
  })

  it('that leads to another machine leads to choosing it', () => {
    expect(words('ssh').en).toMatch(/To ask another machine, choose it as the device\.$/)
    expect(words('ssh').zh).toMatch(/请把它选为设备。$/)
  })

  it('without such a request is used on the device', () => {
    expect(words('raspi-config').en).toMatch(/Use it on the device itself, or log in there over SSH\.$/)
  })
})
