import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outputLines } from '../../../../renderer/components/output/output-lines.ts'

describe('outputLines', () => {
  it('ends with the last line, not with an empty one after it', () => {
    expect(outputLines('a\nb\n').rows).toEqual(['a', 'b'])
    expect(outputLines('a\n\n').rows).toEqual(['a', ''])
  })

  it('breaks an endless line without losing or splitting a character', () => {
    const text = `${'x'.repeat(999)}😀${'y'.repeat(1500)}`
    const { rows } = outputLines(text)
    expect(rows.length).toBeGreaterThan(2)
    expect(rows.join('')).toBe(text)
    expect(rows.some((row) => /\p{Surrogate}/u.test(row))).toBe(false)
  })

  it('keeps every character of any output', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), (line) => {
        const text = line.replaceAll('\n', ' ')
        return outputLines(text).rows.join('') === text
      }),
    )
  })

  it('gives wide characters two cells, so that a long Chinese line can be scrolled to its end', () => {
    expect(outputLines('会话\nab').cells).toBe(4)
  })

  it('takes 256 KB in one line', () => {
    expect(outputLines('z'.repeat(262_144)).rows).toHaveLength(263)
  })
})
