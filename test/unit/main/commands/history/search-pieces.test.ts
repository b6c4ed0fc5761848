import { DatabaseSync } from '@photostructure/sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchExpression, searchPieces } from '../../../../../main/commands/history/search-pieces.ts'

const database = new DatabaseSync(':memory:')
database.exec(
  `CREATE VIRTUAL TABLE words USING fts5 (pieces, content = '', contentless_delete = 1, tokenize = 'ascii')`,
)

/** Searches one text by the real index; null where the wanted text says nothing. */
function finds(text: string, wanted: string, isExact = false): boolean | null {
  const expression = matchExpression(wanted, isExact)
  if (expression === null) return null
  database.exec('DELETE FROM words')
  database.prepare('INSERT INTO words (rowid, pieces) VALUES (1, ?)').run(searchPieces(text).join(' '))
  return database.prepare('SELECT rowid FROM words WHERE words MATCH ?').all(expression).length === 1
}

describe('the search', () => {
  it.each([
    ['看一下温度是多少', '温度'],
    ['看一下温度', '度'],
    ['看一下温度', '看'],
    ['CPU温度80度', 'cpu温度'],
    ['CPU温度80度', '温度80'],
    ['CPU温度80度', '度80'],
    ['ディスクの温度', 'ディスク'],
    ['디스크 사용량', '사용'],
    ['/dev/sda1   29G  4.1G  14% /', '4.1G'],
    ['systemctl restart nginx.service', 'nginx.service'],
    ['systemctl restart nginx.service', 'restart ngi'],
    ['Temperature: 47.8', 'TEMPER'],
    ['Ｔｅｍｐ＝４７', 'temp'],
    ['25℃', '25°C'],
    ['Größe', 'grosse'.replace('ss', 'ß')],
    ['café', 'cafe'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['rm -rf /tmp/x', 'rm -rf'],
    ['pi_1', 'pi_1'],
  ])('finds in %j the text %j', (text, wanted) => {
    expect(finds(text, wanted)).toBe(true)
  })

  it.each([
    ['看一下温控与度量', '温度'],
    ['temperature', 'perature'],
    ['nginx restart', 'restart nginx'],
    ['df -h', 'du'],
    ['disk', 'di'],
  ])('does not find in %j the text %j', (text, wanted) => {
    expect(finds(text, wanted)).toBe(false)
  })

  it('takes a quoted text as it stands, and the end of another as a beginning', () => {
    expect(finds('temperature', 'temp')).toBe(true)
    expect(finds('temperature', 'temp', true)).toBe(false)
  })

  it.each(['', '   ', '***', '"', '" OR "', '(((', '🔥', '\u0000', '\ud800', '--', '^'])(
    'finds nothing to look for in %j or runs it as text',
    (wanted) => {
      expect(() => finds('any text', wanted)).not.toThrow()
    },
  )
})

describe('any text', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })

  it('contains each of its words, and each run of characters of a script without blanks', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join(' / ')
        for (const part of parts) expect(finds(text, part, true)).not.toBe(false)
      }),
      { numRuns: 300 },
    )
    const han = fc.stringMatching(/^[一-鿿]{2,12}$/)
    fc.assert(
      fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
        const [from, until] = [a % text.length, (b % text.length) + 1].sort((x, y) => x - y)
        const piece = text.slice(from, until)
        if (piece !== '') expect(finds(`温度 ${text} 80`, piece)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is searched for without a mistake of MATCH, whatever it holds', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[-"*(){}:^+ANDORTE0-9 .]{0,40}$/),
    )
    fc.assert(
      fc.property(hostile, fc.boolean(), (wanted, isExact) => {
        expect(() => finds('one AND two NOT NEAR three', wanted, isExact)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })
})
