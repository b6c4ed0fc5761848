import { describe, expect, it } from 'vitest'
import { judgeAll } from '../../support/regexes/verdicts.ts'
import { writtenExpressions } from '../../support/regexes/written-expressions.ts'

describe('expressions of a source file', () => {
  it('are its literals with their lines, not what only looks like one', () => {
    const text = [
      "const word = 'a/b/c' // not /this/ either",
      'const half = (a / b) / c',
      'const type: Array<string> = [`/x+/`]',
      'if (/[/]x+$/giu.test(word)) text.replace(/y/, "")',
    ].join('\n')
    const { literals, builds } = writtenExpressions('a.ts', text)
    expect(literals.map(({ line, source, flags }) => [line, source, flags])).toEqual([
      [4, '[/]x+$', 'giu'],
      [4, 'y', ''],
    ])
    expect(builds).toEqual([])
  })

  // Catches: an expression put together from text, which no reader of literals sees.
  it('are the places that build one too', () => {
    const { builds } = writtenExpressions('a.tsx', 'const a = <b>{RegExp(c)}</b>\n\nnew RegExp(a + "x", "u")')
    expect(builds.map(({ line }) => line)).toEqual([1, 3])
  })

  it('of a file that cannot be read are an error, not none', () => {
    expect(() => writtenExpressions('a.ts', 'const = /x/')).toThrow('a.ts')
  })
})

describe('verdicts', () => {
  // The expressions that once stopped main, and the flag that the checker does not know.
  it.each([
    [String.raw`%?Cpu\(s\):.*?([\d.]+)\s*%?\s*id\b`, 'u', 'vulnerable'],
    [String.raw`(?:\.[^\s=]+)+=`, '', 'vulnerable'],
    [String.raw`\s+$`, '', 'vulnerable'],
    [String.raw`(?<!\s)\s+$`, 'd', 'safe'],
  ])('of /%s/%s is %s', async (source, flags, status) => {
    const [verdict] = await judgeAll([{ file: 'a.ts', line: 1, source, flags }])
    expect(verdict?.status).toBe(status)
  })
})
