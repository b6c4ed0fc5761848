import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PATTERNS } from '../../../../../main/assistant/phrasebook/slots/slots.ts'
import { normalise } from '../../../../../main/assistant/phrasebook/words/normalise.ts'
import {
  mayMatch,
  PatternIndex,
  requiredLiterals,
} from '../../../../../main/assistant/phrasebook/words/required-literals.ts'

interface Part {
  readonly source: string
  /** A text that the source matches. */
  readonly text: string
}

const CHARACTERS = [...'ab1 /-.日志磁盘😀']
const character = fc
  .constantFrom(...CHARACTERS)
  .map((text): Part => ({ source: /[./]/u.test(text) ? `\\${text}` : text, text }))
const set = fc
  .subarray(CHARACTERS, { minLength: 1 })
  .chain((all) =>
    fc.constantFrom(...all).map((text): Part => ({ source: `[${all.join('').replace(/([-/.])/gu, '\\$1')}]`, text })),
  )
const classes = fc.constantFrom<Part>(
  { source: '\\d', text: '7' },
  { source: '[0-9x]', text: 'x' },
  { source: '[a-c]', text: 'b' },
  { source: '[^q]', text: '磁' },
  { source: '\\p{L}', text: '盘' },
  { source: '\\D', text: 'x' },
  { source: '\\S', text: '1' },
  { source: '\\b', text: '' },
  { source: '(?<![a-z])', text: '' },
  { source: '(?!q)', text: '' },
)
const joined = (parts: readonly Part[]): Part => ({
  source: parts.map(({ source }) => source).join(''),
  text: parts.map(({ text }) => text).join(''),
})

const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    character,
    set,
    classes,
    fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map(joined),
    fc
      .tuple(tie('part'), tie('part'), fc.constantFrom('(', '(?:', '(?<name>'))
      .map(([one, other, open]): Part => ({ source: `${open}${one.source}|${other.source})`, text: other.text })),
    fc
      .tuple(tie('part'), fc.constantFrom('?', '*', '{0,2}', '*?'))
      .map(([{ source }, times]): Part => ({ source: `(?:${source})${times}`, text: '' })),
    fc
      .tuple(tie('part'), fc.constantFrom('+', '{1,3}', '{2}'))
      .map(([{ source, text }, times]): Part => ({ source: `(?:${source})${times}`, text: text.repeat(2) })),
  ),
}))

describe('requiredLiterals', () => {
  it.each<[string, readonly string[] | null]>([
    ['日志', ['日志']],
    ['(?:日志|log)s?', ['日志', 'log']],
    ['(?:日志|log)?', null],
    ['a?磁盘', ['磁盘']],
    ['端口 ?(\\d{1,5})', ['端口']],
    ['[ab]\\.', ['.']],
    ['(?<![a-z])(?=x)磁', ['x']],
    ['(?!日志)磁', ['磁']],
    ['[^a]', null],
    ['a|', null],
    ['x{0,3}盘', ['盘']],
  ])('finds of %s what it cannot match without', (source, literals) => {
    expect(requiredLiterals(source)).toEqual(literals)
  })

  it('keeps every text that a pattern matches', () => {
    fc.assert(
      fc.property(part, ({ source, text }) => {
        fc.pre(!source.includes('(?<name>') || source.split('(?<name>').length === 2)
        fc.pre(new RegExp(source, 'u').test(text))
        expect(mayMatch(new RegExp(source, 'u'), text)).toBe(true)
        expect(mayMatch(new RegExp(source, 'iu'), text.toUpperCase())).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps every request that a pattern of a slot matches', () => {
    const lines = readFileSync(new URL('technician.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    const texts = lines
      .filter((_line, at) => at % 10 === 0)
      .map((line) => normalise((JSON.parse(line) as { text: string }).text).folded)
    const lost = PATTERNS.flatMap(({ pattern }) =>
      texts.filter((text) => !mayMatch(pattern, text) && text.search(pattern) >= 0),
    )
    expect(lost).toEqual([])
  })
})

describe('PatternIndex', () => {
  it('gives the patterns that may match a text, in their order', () => {
    const index = new PatternIndex(PATTERNS)
    const words = ['日志', '磁盘', '/var/log', 'ping ', '8.8.8.8', '最近', '10', '行', 'nginx', ' ', '。', '😀', '把']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        expect(index.candidates(text)).toEqual(PATTERNS.filter(({ pattern }) => mayMatch(pattern, text)))
      }),
    )
  })

  it('gives a pattern of unknown literals for every text, and each pattern once', () => {
    const entries = [/./u, /a|b/u, /ab/u].map((pattern) => ({ pattern }))
    const index = new PatternIndex(entries)
    expect(index.candidates('')).toEqual(entries.slice(0, 1))
    expect(index.candidates('ba')).toEqual(entries.slice(0, 2))
    expect(index.candidates('ab')).toEqual(entries)
  })
})
