import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../../../preload/contract/errors.ts'
import { dataPath, lines, read, words } from './reading.ts'

/** `### title :: connections joined by "and", or refused :: pattern of a note`, and the file below it. */
const FORMS = ['field-forms.txt', 'field-members.txt', 'field-programs.txt']
  .flatMap((name) => readFileSync(dataPath(name), 'utf8').split(/^### /m).slice(1))
  .map((block) => {
    const end = block.indexOf('\n')
    const [title = '', connection = '', note = ''] = block.slice(0, end).split(' :: ')
    return { title, connection, note, text: block.slice(end + 1) }
  })

function outcome(text: string): { connection: string; said: string } {
  try {
    const file = read(text)
    return { connection: lines(file).join(' and ') || 'refused', said: words(file) }
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return { connection: 'nothing', said: '' }
  }
}

describe('settings of programs in the field', () => {
  it.each(FORMS)('$title: $connection', ({ text, connection, note }) => {
    const found = outcome(text)
    expect(found.connection).toBe(connection)
    expect(found.said).toMatch(new RegExp(note, 'i'))
  })

  const isFlat = (text: string) => text.split('\n').every((line) => /^(?:#.*|[A-Z_]+=[^$]*|)$/.test(line))
  const flat = FORMS.filter(
    ({ text, connection }) => isFlat(text) && /^\S+ \d+ (?:password|tls) \S+\/\S+$/.test(connection),
  )

  it('say the same in any order of their lines', () => {
    expect(flat.length).toBeGreaterThan(20)
    for (const { text, connection, title } of flat) {
      const lines = text.split('\n').filter((line) => line !== '')
      // Of equal names the last counts.
      const names = lines.map((line) => line.split('=', 1)[0])
      if (new Set(names).size < names.length) continue
      fc.assert(
        fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
          expect(outcome(shuffled.join('\n')).connection, title).toBe(connection)
        }),
        { numRuns: 20 },
      )
    }
  })

  // A file read only in part once lost its login without a word.
  it('are no anonymous connection while a line of their login is left', () => {
    fc.assert(
      fc.property(fc.constantFrom(...flat), fc.nat(), ({ text }, at) => {
        const lines = text.split('\n')
        const left = lines.toSpliced(at % lines.length, 1).join('\n')
        const hasLogin = /^(?!USER=)[A-Z_]*(?:USER|PASS)[A-Z_]*=\S/m.test(left)
        if (hasLogin) expect(outcome(left).connection).not.toContain('anonymous')
      }),
      { numRuns: 500 },
    )
  })

  it('are read alike with other line ends and a byte order mark', () => {
    for (const { title, text, connection } of FORMS) {
      const marked = `\ufeff${text.replaceAll('\n', '\r\n')}`
      expect(outcome(marked).connection.replaceAll('\r', ''), title).toBe(connection)
    }
  })
})
