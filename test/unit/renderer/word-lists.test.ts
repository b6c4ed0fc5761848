import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadWords } from '../../../renderer/lib/i18n/i18n.ts'
import { wordsOf } from '../../../renderer/lib/i18n/word-lists.ts'
import { keysOf, readWords, textsOf } from '../../../resources/packaging/word-lists.ts'
import { projectFolder } from '../../support/project-paths.ts'

const locales = join(projectFolder, 'renderer/lib/i18n/locales')

describe('catalogues as lists', () => {
  it.each(['en', 'zh-CN'] as const)('give the window of %s what its files say', async (language) => {
    expect(await loadWords(language)).toEqual(readWords(join(locales, language)))
  })

  it('keep the singular of one language from the other, which has none', () => {
    const english = { devices: { found_one: '1 device', found_other: 'devices', 4: 'four' }, title: 'Title' }
    const chinese = { devices: { found_other: '台设备', 4: '四' }, title: '标题' }
    const keys = keysOf([english, chinese])
    expect([english, chinese].map((words) => wordsOf(keys, textsOf(keys, words)))).toEqual([english, chinese])
    expect(textsOf(keys, chinese)).toContain(0)
  })

  it('hold each key once, in the order of the texts', () => {
    const keys = keysOf([
      { b: { c: 'x' }, a: 'y' },
      { a: 'y', d: 'z' },
    ])
    expect(keys).toEqual({ b: { c: 0 }, a: 0, d: 0 })
    expect(textsOf(keys, { a: 'y', b: { c: 'x' } })).toEqual(['x', 'y', 0])
  })
})
