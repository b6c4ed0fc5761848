import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiffRow, diffTexts, pairRows } from '../../../../../../renderer/features/console/run/fold/text-diff.ts'

const textOf = (row: DiffRow) => (row.kind === 'gap' ? '' : row.parts.map(({ text }) => text).join(''))
const linesOf = (rows: readonly DiffRow[], kind: DiffRow['kind']) =>
  rows.filter((row) => row.kind === kind).map((row) => textOf(row))

/** Lines with few words, so that common parts are frequent. */
const line = fc.array(fc.constantFrom('disk', '41%', 'sda1', ' ', '温度', '-'), { maxLength: 6 }).map((w) => w.join(''))
const lines = fc.array(line, { maxLength: 14 })
const text = lines.map((all) => all.map((one) => `${one}\n`).join(''))

/** Rebuilds one side of a comparison; a gap takes its lines from the text itself. */
function rebuild(rows: readonly DiffRow[], whole: readonly string[], own: 'removed' | 'added'): readonly string[] {
  const rebuilt: string[] = []
  for (const row of rows) {
    if (row.kind === 'gap') rebuilt.push(...whole.slice(rebuilt.length, rebuilt.length + row.count))
    else if (row.kind === 'same' || row.kind === own) rebuilt.push(textOf(row))
  }
  return rebuilt
}

const split = (whole: string) => whole.split('\n').slice(0, -1)

describe('the difference of two outputs', () => {
  it('gives back both texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = diffTexts(before, after)
        expect(rebuild(rows, split(before), 'removed')).toEqual(split(before))
        expect(rebuild(rows, split(after), 'added')).toEqual(split(after))
      }),
    )
  })

  it('is empty for equal texts', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(diffTexts(same, same).filter(({ kind }) => kind !== 'gap')).toEqual([])
      }),
    )
  })

  it('tells as many lines removed one way as added the other way', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const there = diffTexts(before, after)
        const back = diffTexts(after, before)
        expect(linesOf(there, 'removed').length).toBe(linesOf(back, 'added').length)
        expect(linesOf(there, 'added').length).toBe(linesOf(back, 'removed').length)
      }),
    )
  })

  it('marks the words of a line that changed, and not the rest', () => {
    const rows = diffTexts('VERSION=12 (bookworm)\n', 'VERSION=11 (bookworm)\n')
    expect(rows).toEqual([
      {
        kind: 'removed',
        parts: [
          { text: 'VERSION=', isChanged: false },
          { text: '12', isChanged: true },
          { text: ' (bookworm)', isChanged: false },
        ],
      },
      {
        kind: 'added',
        parts: [
          { text: 'VERSION=', isChanged: false },
          { text: '11', isChanged: true },
          { text: ' (bookworm)', isChanged: false },
        ],
      },
    ])
  })

  it('keeps two equal lines around a change, and counts those it leaves out', () => {
    const before = Array.from({ length: 20 }, (_, index) => `line ${index}\n`)
    const after = before.with(10, 'another\n')
    const rows = diffTexts(before.join(''), after.join(''))
    expect(rows.map((row) => (row.kind === 'gap' ? row.count : row.kind))).toEqual([
      8,
      'same',
      'same',
      'removed',
      'added',
      'same',
      'same',
      7,
    ])
  })

  it('compares texts that are too long for it as removed and added whole', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word} ${index}\n`).join('')
    const rows = diffTexts(long('a'), long('b'))
    expect(linesOf(rows, 'removed')).toHaveLength(3000)
    expect(linesOf(rows, 'added')).toHaveLength(3000)
  })

  it('takes a line end of Windows for a line end', () => {
    expect(diffTexts('a\r\nb\r\n', 'a\nb\n')).toEqual([{ kind: 'gap', count: 2 }])
  })

  it('tells texts that have little in common as a whole, each line once', () => {
    const numbers = (from: number) => Array.from({ length: 700 }, (_, index) => `line ${from + index * 2}\n`).join('')
    const rows = diffTexts(numbers(0), numbers(1))
    expect(linesOf(rows, 'removed')).toEqual(split(numbers(0)))
    expect(linesOf(rows, 'added')).toEqual(split(numbers(1)))
  })

  it('puts every line of both sides once beside the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = diffTexts(before, after)
        const pairs = pairRows(rows)
        expect(pairs.flatMap(({ left }) => left ?? [])).toEqual(rows.filter(({ kind }) => kind !== 'added'))
        expect(pairs.flatMap(({ right }) => right ?? [])).toEqual(rows.filter(({ kind }) => kind !== 'removed'))
      }),
    )
  })
})
