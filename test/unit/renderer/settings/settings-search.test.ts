import { describe, expect, it } from 'vitest'
import { SETTINGS_SECTIONS } from '../../../../preload/contract/models/app/settings.ts'
import { findSettings, SETTING_LABELS } from '../../../../renderer/features/settings/navigation/settings-search.ts'
import { loadCatalogues } from '../../../../renderer/lib/i18n/i18n.ts'

const catalogues = await loadCatalogues()
const found = (query: string, language = 'en') =>
  findSettings(query, catalogues, language).map(({ section, label }) => [section, label])

describe('the search of the settings', () => {
  it('finds a setting by its words in either language, and names it in that of the window', () => {
    expect(found('timeout')).toContainEqual(['general', 'Default timeout'])
    expect(found('API key')).toContainEqual(['assistant', 'API key'])
    expect(found('密钥 API')).toContainEqual(['assistant', 'API key'])
    expect(found('webhook', 'zh-CN').map(([section]) => section)).toEqual(expect.arrayContaining(['delivery']))
    expect(found('theme', 'zh-CN')).toEqual([['general', expect.stringMatching(/\p{Script=Han}/u)]])
  })

  it('finds a section by its title, before what is in it', () => {
    expect(found('storage')[0]).toEqual(['storage', null])
    expect(found('keyring').map(([section]) => section)).toContain('audit')
  })

  it('finds nothing by what no setting says', () => {
    expect(found('zzzz')).toEqual([])
    expect(found('  ')).toEqual([])
  })

  it('knows only labels that the window has', () => {
    for (const { read, language } of catalogues)
      for (const section of SETTINGS_SECTIONS)
        for (const label of SETTING_LABELS[section])
          expect(read(label.includes(':') ? label : `settings:${section}.${label}`), `${language} ${label}`).not.toBe(
            '',
          )
  })
})
