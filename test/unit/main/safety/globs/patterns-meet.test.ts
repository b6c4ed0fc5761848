import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternsMeet } from '../../../../../main/safety/parse/shared/globs.ts'

/** One piece of a pattern beside what it matches, as a regular expression. */
const PIECES: readonly (readonly [string, string])[] = [
  ['a', 'a'],
  ['b', 'b'],
  ['.', '\\.'],
  ['?', '.'],
  ['*', '.*'],
  ['[ab]', '[ab]'],
  ['\\*', '\\*'],
  ['\\a', 'a'],
  [']', '\\]'],
]
const pattern = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => ({
  glob: pieces.map(([glob]) => glob).join(''),
  regex: new RegExp(`^${pieces.map(([, regex]) => regex).join('')}$`),
}))
const SIGNS = ['a', 'b', '.', '*', ']']
const TEXTS = textsUpTo(4)

describe('patternsMeet', () => {
  it('finds two patterns that one text fits, whatever their beginnings and ends are', () => {
    fc.assert(
      fc.property(pattern, pattern, (left, right) => {
        const shared = TEXTS.find((text) => left.regex.test(text) && right.regex.test(text))
        if (shared !== undefined) expect([left.glob, right.glob, patternsMeet(left.glob, right.glob)]).toContain(true)
      }),
      { numRuns: 4000 },
    )
  })

  it('parts patterns whose literal beginnings or ends differ', () => {
    expect(patternsMeet('*.log', 'shadow')).toBe(false)
    expect(patternsMeet('shadow*', 'passwd*')).toBe(false)
    expect(patternsMeet('*.key', '*.pem')).toBe(false)
    expect(patternsMeet('*.key', 'a*')).toBe(true)
  })

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(pattern, pattern, (left, right) => {
        expect(patternsMeet(left.glob, right.glob)).toBe(patternsMeet(right.glob, left.glob))
      }),
    )
  })
})

function textsUpTo(length: number): string[] {
  if (length === 0) return ['']
  const shorter = textsUpTo(length - 1)
  return [
    ...shorter,
    ...shorter.filter((text) => text.length === length - 1).flatMap((text) => SIGNS.map((sign) => text + sign)),
  ]
}
