import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFilter } from '../../../../../main/devices/filter/parse-filter.ts'
import { PRESENCES } from '../../../../../preload/contract/models/devices/device.ts'
import { completionsOf } from '../../../../../renderer/features/devices/filter/filter-completions.ts'
import en from '../../../../../renderer/lib/i18n/locales/en/devices.json' with { type: 'json' }
import zh from '../../../../../renderer/lib/i18n/locales/zh-CN/devices.json' with { type: 'json' }

describe('the words of the presence filter', () => {
  it.each(PRESENCES)('name %s as its chip does, in both languages', (presence) => {
    for (const { presence: words } of [en, zh]) {
      const word = words[presence].toLowerCase().replaceAll(' ', '-')
      expect(parseFilter(`status:${word}`).terms).toMatchObject([{ kind: 'status', values: [presence] }])
    }
  })
})

describe('completions of a filter', () => {
  it('offer keys by their beginning in the language of the window', () => {
    expect(completionsOf('te', 'en')).toEqual(['temp>'])
    expect(completionsOf('温', 'zh')).toEqual(['温度>'])
    expect(completionsOf('tag:roof -st', 'en')).toEqual(['tag:roof -status:'])
  })

  it('offer the values of a key, without those that are there', () => {
    expect(completionsOf('status:lost,s', 'en')).toEqual(['status:lost,stale'])
    expect(completionsOf('状态:失联,', 'zh')).not.toContain('状态:失联,失联')
  })

  it('understand a word of the other language', () => {
    expect(completionsOf('tag', 'zh')).toEqual(['tag:'])
    expect(completionsOf('状', 'en')).toEqual(['状态:'])
  })

  it('offer nothing inside of quotes, after a value, or for text', () => {
    for (const text of ['', '"sta', 'status:lost', 'gw-01', 'tag:ro']) expect(completionsOf(text, 'en')).toEqual([])
  })

  it('only ever lead to keys and values that the filter knows', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.constantFrom('en' as const, 'zh' as const), (text, language) => {
        for (const completed of completionsOf(text, language)) {
          const { fault } = parseFilter(completed.endsWith('>') ? `${completed}1` : completed)
          expect(['unknown-field', 'unknown-value']).not.toContain(fault?.word.endsWith(completed) ? fault.reason : '')
        }
      }),
    )
  })
})
