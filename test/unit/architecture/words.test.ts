import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { projectFolder } from '../../support/project-paths.ts'

type Language = 'en' | 'zh'

interface Text {
  readonly place: string
  readonly text: string
}

/** What no text may hold, and what it holds instead (renderer/lib/i18n/README.md). */
const FORBIDDEN: Readonly<Record<Language, readonly (readonly [pattern: RegExp, instead: string])[]>> = {
  en: [
    [/\bplease\b/i, 'the request itself'],
    [/[a-z]!(?:\s|$)/i, 'a full stop'],
    [/[’‘]/, 'a straight apostrophe'],
    [/\S {2}\S/, 'one space'],
    [/\s[,;](?:\s|$)/, 'no space before a mark'],
    [/\b(?:desk|shelf|radar)\b/i, 'a word of the field'],
    [/(?<!USB )\bstick\b/i, 'USB stick'],
    [/\bmend(?:ed|s)?\b/i, 'fix, correct'],
    [/\bprofiles?\b/i, 'connection'],
    [/\btaken over\b/i, 'imported'],
  ],
  zh: [
    [/您/, '你'],
    [/帐|账号/, '账户'],
    [/设备编号/, '设备 ID'],
    [/审批/, '批准'],
    [/审核|审查/, '审阅'],
    [/判定/, '判断'],
    [/答复/, '应答'],
    [/本程序/, '本应用'],
    [/制作.{0,3}证书/, '签发证书'],
    [/续期/, '续签'],
    [/散列/, '哈希'],
    [/(?<!笔记本)电脑|此计算机/, '计算机、本机'],
    [/封存/, '签封'],
    [/金丝雀/, '先行设备'],
    [/警报/, '告警'],
    [/敏感信息/, '机密'],
    [/凭据/, '登录信息'],
    [/！/, '。'],
    [/\p{Script=Han}[,;!?]\p{Script=Han}/u, 'full-width punctuation'],
    [/\p{Script=Han}\(|\)\p{Script=Han}/u, 'full-width brackets'],
    [/[。，；：！？、] /, 'no space after punctuation'],
    [/\S {2}\S/, 'one space'],
  ],
}

/** Texts that the app has to understand, or repeats as a program prints them. */
const UNDERSTOOD = /^main\/(?:assistant\/phrasebook\/|broker\/log\/words\/|demo\/commands\/)/
/** Words of programs, which are not ours: security descriptors, policies of Windows, radios. */
const MANUALS = /^main\/safety\/(?:manual|secrets)\//

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8')
const files = (pattern: string) => globSync(pattern, { cwd: projectFolder }).map((file) => file.replaceAll('\\', '/'))

function catalogueTexts(folder: string): Text[] {
  return files(`renderer/lib/i18n/locales/${folder}/*.json`).flatMap((file) => {
    const texts: Text[] = []
    JSON.parse(read(file), (key, value: unknown) => {
      if (typeof value === 'string') texts.push({ place: `${file} ${key}`, text: value })
      return value
    })
    return texts
  })
}

function guideTexts(folder: string): Text[] {
  return files(`resources/guide/${folder}/*.md`).flatMap((file) =>
    read(file)
      .split('\n')
      // The place to which a link leads, and code, are no words; the words of a link are held to what they name as bold ones are.
      .map((line, index) => ({
        place: `${file}:${index + 1}`,
        text: line.replace(/\[([^\]]*)\]\([^)]*\)/g, '**$1**').replace(/`[^`]*`/g, 'x'),
      })),
  )
}

interface Node {
  readonly start: number
}

/** Literals that stand as `en` and `zh` in main and in the contract. */
function sourceTexts(language: Language): Text[] {
  return files('{main,preload}/**/*.ts')
    .filter((file) => !UNDERSTOOD.test(file) && !MANUALS.test(file))
    .flatMap((file) => {
      const source = read(file)
      if (!/\bzh\b/.test(source)) return []
      const texts: Text[] = []
      const note = ({ start }: Node, text: string) => {
        texts.push({ place: `${file}:${source.slice(0, start).split('\n').length}`, text })
      }
      new Visitor({
        Property: ({ key, value }) => {
          if (key.type !== 'Identifier' || key.name !== language) return
          if (value.type === 'Literal' && typeof value.value === 'string') note(value, value.value)
          if (value.type === 'TemplateLiteral') for (const part of value.quasis) note(part, part.value.cooked ?? '')
        },
      }).visit(parseSync(file, source).program)
      return texts
    })
}

describe.each(['en', 'zh'] as const)('the texts in %s', (language) => {
  const folder = language === 'en' ? 'en' : 'zh-CN'
  const texts = [...catalogueTexts(folder), ...guideTexts(folder), ...sourceTexts(language)]

  it('are all found', () => {
    expect(texts.length).toBeGreaterThan(4000)
  })

  it('lead by a path only to what the window has', () => {
    const names = new Set(catalogueTexts(folder).map(({ text }) => text.replace(/…$/, '')))
    const ours = texts.filter(({ text }) => !text.includes('Home Assistant'))
    const lost = ours.flatMap(({ place, text }) =>
      [...text.matchAll(/(?:Settings|设置)((?: → [^→.,;:()“”*。，；：（）]+)+)/gu)]
        .flatMap(([, path = '']) => path.split(' → ').slice(1))
        .filter((name) => !names.has(name.trim()))
        .map((name) => `${place}: ${name}`),
    )
    expect(lost).toEqual([])
  })

  it.each(FORBIDDEN[language])('hold no %s, but %s', (pattern) => {
    expect(texts.filter(({ text }) => pattern.test(text)).map(({ place, text }) => `${place}: ${text}`)).toEqual([])
  })
})
