import i18next, { type i18n } from 'i18next'
import { describe, expect, it } from 'vitest'
import { COMMAND_STATES } from '../../../../preload/contract/models/commands/command.ts'
import { COMMAND_CLASSES } from '../../../../preload/contract/models/safety/safety.ts'
import { dayWords } from '../../../../renderer/features/console/turn/timeline/day-words.ts'
import en from '../../../../renderer/lib/i18n/locales/en/console.json' with { type: 'json' }
import zh from '../../../../renderer/lib/i18n/locales/zh-CN/console.json' with { type: 'json' }

async function catalogue(language: string): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance.init({
    lng: language,
    defaultNS: 'console',
    resources: { en: { console: en }, 'zh-CN': { console: zh } },
    interpolation: { escapeValue: false },
  })
  return instance
}

describe.each(['en', 'zh-CN'])('console words in %s', (language) => {
  it('has a word and a sentence for every state and class, with its figures filled in', async () => {
    const { t } = await catalogue(language)
    const keys = [
      ...COMMAND_STATES.flatMap((state) => [`state.${state}.word`, `state.${state}.text`]),
      ...[...COMMAND_CLASSES, 'refused'].flatMap((name) => [`class.${name}.word`, `class.${name}.text`]),
    ]
    for (const key of keys) {
      const text = t(key, { timeout: 30, seconds: 40, size: '6 MB', limit: '4 MB' })
      expect(text).not.toBe(key)
      expect(text).not.toMatch(/\{\{/)
    }
  })

  it('says after how many seconds there was no answer, and that the command may have run', async () => {
    const { t } = await catalogue(language)
    expect(t('state.no-answer.text', { seconds: 40 })).toMatch(/40/)
  })
})

describe('dayWords', () => {
  const now = new Date(2026, 0, 5, 0, 30).getTime()

  it('goes by the local day, not by 24 hours', () => {
    expect(dayWords(now - 60_000 * 20, now, 'en')).toBe('Today')
    expect(dayWords(now - 60_000 * 40, now, 'en')).toBe('Yesterday')
    expect(dayWords(now - 60_000 * 40, now, 'zh-CN')).toBe('昨天')
  })
})
