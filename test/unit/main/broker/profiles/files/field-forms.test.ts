import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../../../preload/contract/errors.ts'
import { dataPath, lines, read, words } from './reading.ts'

/** `### title :: connections joined by "and", or refused :: pattern of a note`, and the file below it. */
const FORMS = readFileSync(dataPath('field-forms.txt'), 'utf8')
  .split(/^### /m)
  .slice(1)
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

  const withLogin = FORMS.filter(({ connection }) => /^\S+ \d+ (?:password|tls) \S+\/\S+$/.test(connection))

  // A file read only in part once lost its login or its TLS without a word.
  it('are never less secure when a line is lost or out of place', () => {
    const form = fc.constantFrom(...withLogin)
    fc.assert(
      fc.property(form, fc.nat(), fc.nat(), ({ text, connection }, from, to) => {
        const all = text.split('\n')
        const [moved = ''] = all.splice(from % all.length, 1)
        const cut = outcome(all.join('\n'))
        all.splice(to % (all.length + 1), 0, moved)
        const isTls = / tls /.test(connection) && /tls|ssl|mqtts|8883/i.test(all.join('\n').replace(moved, ''))
        for (const { connection: got, said } of [cut, outcome(all.join('\n'))]) {
          if (got === 'nothing' || got === 'refused' || said !== '') continue
          if (got.includes(connection.split(' ')[0] ?? '') && isTls) expect(got).toMatch(/tls/)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are read alike with other line ends and a byte order mark', () => {
    for (const { title, text, connection } of FORMS) {
      const marked = `\ufeff${text.replaceAll('\n', '\r\n')}`
      expect(outcome(marked).connection.replaceAll('\r', ''), title).toBe(connection)
    }
  })
})
