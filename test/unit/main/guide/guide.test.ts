import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Guide } from '../../../../main/guide/guide.ts'
import { parsePage } from '../../../../main/guide/parse-page.ts'
import { ERROR_CODES } from '../../../../preload/contract/errors.ts'
import {
  GUIDE_ANCHORS,
  type GuideBlock,
  type GuidePage,
  type GuideSection,
  type GuideText,
  guidePlace,
} from '../../../../preload/contract/models/app/guide.ts'
import { causeGuide, ERROR_GUIDE } from '../../../../renderer/lib/errors/error-guide.ts'
import { projectFolder } from '../../../support/project-paths.ts'
import { catalogueTexts } from './catalogue-texts.ts'

const guide = new Guide(join(projectFolder, 'resources/guide'))
const LANGUAGES = ['en', 'zh-CN'] as const

function lines(block: GuideBlock): readonly (readonly GuideText[])[] {
  if (block.kind === 'paragraph') return [block.text]
  if (block.kind === 'list') return block.items
  return block.kind === 'table' ? [...block.head, ...block.rows.flat()] : []
}

const textsOf = (section: GuideSection) => section.blocks.flatMap(lines).flat()
const anchorsOf = (pages: readonly GuidePage[]) =>
  Object.fromEntries(pages.map(({ id, sections }) => [id, sections.slice(1).map(({ anchor }) => anchor)]))

describe.each(LANGUAGES)('the guide in %s', (language) => {
  it('has exactly the pages and anchors to which links can lead', async () => {
    expect(anchorsOf(await guide.pages(language))).toEqual(GUIDE_ANCHORS)
  })

  it('leaves no sign of Markdown in the text', async () => {
    const texts = (await guide.pages(language)).flatMap(({ sections }) => sections).flatMap(textsOf)
    expect(texts.filter(({ kind, text }) => kind !== 'code' && /\*\*|\{#|\]\(|`/.test(text))).toEqual([])
  })

  it('calls what it sets in bold as the window does', async () => {
    const known = catalogueTexts(language)
    const bold = (await guide.pages(language))
      .flatMap(({ sections }) => sections)
      .flatMap(textsOf)
      .filter(({ kind }) => kind === 'strong')
    const unknown = bold.filter(({ text }) => {
      // A text with a number in it stands for any number.
      const label = text.replace(/\d+/, '{{number}}')
      return !known.has(label) && !known.has(`${label}…`)
    })
    expect([...new Set(unknown.map(({ text }) => text))]).toEqual([])
  })

  it('calls a section of the settings by its title where it leads there', async () => {
    const path = join(projectFolder, 'renderer/lib/i18n/locales', language, 'settings.json')
    const titles = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { title?: string }>
    const links = (await guide.pages(language))
      .flatMap(({ sections }) => sections)
      .flatMap(textsOf)
      .flatMap((part) => (part.kind === 'settings' ? [part] : []))
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter(({ section, text }) => titles[section]?.title !== text)).toEqual([])
  })

  it('names each error in the section to which the error leads', async () => {
    const pages = await guide.pages(language)
    const path = join(projectFolder, 'renderer/lib/i18n/locales', language, 'errors.json')
    const titles = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { title: string }>
    const missing = ERROR_CODES.filter((code) => {
      const { page, anchor } = guidePlace(ERROR_GUIDE[code])
      const section = pages.find(({ id }) => id === page)?.sections.find((one) => one.anchor === anchor)
      return section === undefined || !textsOf(section).some(({ text }) => text === titles[code]?.title)
    })
    expect(missing).toEqual([])
  })

  it('is searched by whatever is typed, and leads to places that exist', async () => {
    const places = new Set(
      (await guide.pages(language)).flatMap(({ id, sections }) => sections.map(({ anchor }) => `${id}#${anchor}`)),
    )
    const words = fc.constantFrom('broker', 'password', '密码', '证书', '端口', 'a', '告', '"', '*', '\u0000')
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(words).map((all) => all.join(' ')),
        ),
        async (text) => {
          const found = await guide.search(language, text)
          expect(found.length).toBeLessThanOrEqual(12)
          for (const { page, anchor } of found) expect(places).toContain(`${page}#${anchor}`)
        },
      ),
    )
  })
})

describe('a page of the guide', () => {
  const head = '# Title\n\n'
  it.each([
    ['a link to a page that is not there', '[x](nowhere.md)'],
    ['a link to a section that is not there', '[x](connect.md#nowhere)'],
    ['a link out of the app', '[x](https://example.invalid/)'],
    ['a link to settings that are not there', '[x](settings:nowhere)'],
    ['a link that runs', '[x](javascript:alert)'],
    ['HTML', '<script>1</script>'],
    ['HTML in a line', 'a <b>b</b>'],
    ['a picture', '![x](x.png)'],
    ['a section without an anchor', '## Section'],
    ['a list in a list', '- a\n  - b'],
  ])('is not taken with %s', (_what, text) => {
    expect(() => parsePage('start', head + text)).toThrow(/^guide, start: /)
  })
})

describe('the search of the guide', () => {
  it.each([
    ['en', 'wrong pasword', 'troubleshooting#login'],
    ['en', 'certificate expired', 'troubleshooting#tls'],
    ['en', 'canary', 'fleet#rollout'],
    ['zh-CN', '密码错误', 'troubleshooting#login'],
    ['zh-CN', '先行设备', 'fleet#rollout'],
    ['zh-CN', '吊销', 'security#revoke'],
  ] as const)('finds in %s by “%s” the section %s first', async (language, text, place) => {
    const [first] = await guide.search(language, text)
    expect(`${first?.page}#${first?.anchor}`).toBe(place)
  })
})

describe('the cause of a failed connection', () => {
  it.each([
    ['tls-expired', 'troubleshooting#tls'],
    ['input-ca-not-pem', 'troubleshooting#tls'],
    ['tls-timeout', 'troubleshooting#connection'],
    ['input-host-empty', 'troubleshooting#connection'],
    ['credentials', 'troubleshooting#login'],
    ['refused', 'troubleshooting#network'],
    ['acl-write', 'troubleshooting#rights'],
    ['input-password-lost', 'offline#secrets'],
    ['built-in-stopped', 'broker#built-in'],
  ])('%s leads to %s', (cause, link) => {
    expect(causeGuide(cause)).toBe(link)
  })
})
