import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitise, sanitiseLine } from '../../../../../main/safety/text/sanitiser.ts'
import { threadMs } from '../../../../support/thread-time.ts'

const ESC = '\u001b'
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        ...[
          ESC,
          `${ESC}[`,
          `${ESC}]`,
          `${ESC}P`,
          `${ESC}X`,
          `${ESC}^`,
          `${ESC}_`,
          `${ESC}\\`,
          `${ESC}(B`,
          `${ESC}[31m`,
        ],
        ...['\u009b', '\u009d', '\u0090', '\u0098', '\u009e', '\u009f', '\u009c', '\u0007', '\u0018', '\u001a'],
        ...['\r', '\n', '\r\n', '\b', '\t', '\u0000', '\u007f', '\u0085', '\ud800', '\udc00', '\u2028', '\u00a0'],
        ...['\u202e', '\u2066', '\u200b', '\ufeff', '\u{e0041}', '\ufe0f', '☁\ufe0f', '31;1', 'm', 'A', '汉字', '😀'],
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

/** What may stand in sanitised text, told by Unicode's own properties and not by our table. */
function isAllowed(character: string, before: string): boolean {
  if (character === '\n' || character === '\t' || character === ' ' || character === '\u3000') return true
  if (/[\ufe0e\ufe0f]/.test(character)) return /\p{Extended_Pictographic}/u.test(before)
  if (/[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u.test(character)) return true
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u.test(character)
}

function firstForbidden(text: string): string | null {
  let before = ''
  for (const character of text) {
    if (!isAllowed(character, before)) return character.codePointAt(0)?.toString(16) ?? ''
    before = character
  }
  return null
}

describe('sanitise', () => {
  it('lets no dangerous character through, whatever the input', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(firstForbidden(sanitise(text).text)).toBeNull()
      }),
      { numRuns: 3000 },
    )
  })

  it('shows every code point that is invisible by its Unicode properties', () => {
    const leaked: string[] = []
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      const { text } = sanitise(`a${String.fromCodePoint(codePoint)}b`)
      if (firstForbidden(text) !== null) leaked.push(codePoint.toString(16))
    }
    expect(leaked).toEqual([])
  })

  it('leaves ordinary letters, CJK, emoji and box drawing alone', () => {
    for (const text of [
      'Größe 12 °C',
      '磁盘空间 95%（警告）　完',
      'температура',
      'عربي',
      '😀🇨🇳☁\ufe0f',
      '┌─┐│█▒',
      '\ue0b0',
    ])
      expect(sanitise(text)).toEqual({ text, marks: [] })
  })

  it('changes nothing on a second pass', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = sanitise(text).text
        expect(sanitise(once)).toEqual({ text: once, marks: [] })
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['CSI', `a${ESC}[2Jb`, 'ab'],
    ['CSI, 8-bit', 'a\u009b2Jb', 'ab'],
    ['CSI, unterminated', `a${ESC}[12;`, 'a'],
    ['CSI cut by a newline', `a${ESC}[12\nb`, 'a\nb'],
    ['OSC title with BEL', `a${ESC}]0;title\u0007b`, 'ab'],
    ['OSC clipboard with ST', `a${ESC}]52;c;ZXZpbA==${ESC}\\b`, 'ab'],
    ['OSC over two lines', `a${ESC}]0;x\ny\u0007b`, 'ab'],
    ['OSC, 8-bit', 'a\u009d0;title\u009cb', 'ab'],
    ['OSC hyperlink', `${ESC}]8;;http://evil.example${ESC}\\text${ESC}]8;;${ESC}\\`, 'text'],
    ['DCS with a BEL inside', `a${ESC}Pq\u0007x${ESC}\\b`, 'ab'],
    ['DCS, 8-bit', 'a\u0090payload\u009cb', 'ab'],
    ['SOS, PM, APC', `a${ESC}Xs${ESC}\\${ESC}^p${ESC}\\${ESC}_a${ESC}\\b`, 'ab'],
    ['SOS, PM, APC, 8-bit', 'a\u0098s\u009c\u009ep\u009c\u009fa\u009cb', 'ab'],
    ['charset', `a${ESC}(Bb`, 'ab'],
    ['reset', `a${ESC}cb`, 'ab'],
    ['ESC alone at the end', `a${ESC}`, 'a'],
  ])('removes %s', (_name, input, expected) => {
    expect(sanitise(input)).toEqual({ text: expected, marks: ['control-characters'] })
  })

  it('ends an unterminated OSC with its line, so that it hides no other', () => {
    expect(sanitise(`a${ESC}]0;title\nrm -rf /\n`).text).toBe('a\nrm -rf /\n')
  })

  it('shows a lone CR or BS, which would overwrite earlier text', () => {
    expect(sanitise('safe\revil\b\b').text).toBe('safe⟨CR⟩evil⟨BS⟩⟨BS⟩')
    expect(sanitise('one\r\ntwo\r\n')).toEqual({ text: 'one\ntwo\n', marks: [] })
  })

  it('shows bidi, zero-width, tag and separator characters, which would reorder or hide text', () => {
    const { text, marks } = sanitise('a\u202eb\u200bc\u{e0041}d\u2028e\u00a0f')
    expect(text).toBe('a⟨U+202E⟩b⟨U+200B⟩c⟨U+E0041⟩d⟨U+2028⟩e⟨U+00A0⟩f')
    expect(marks).toEqual(['invisible-characters'])
  })

  it('removes colours without a mark', () => {
    expect(sanitise(`${ESC}[1;31mred${ESC}[0m`)).toEqual({ text: 'red', marks: [] })
    expect(sanitise(`${ESC}[>4;2mx`).marks).toEqual(['control-characters'])
  })

  it.each([
    ['unterminated OSC', `${ESC}]`],
    ['8-bit OSC and newline', '\u009d\n'],
    ['unterminated CSI', `${ESC}[1`],
    ['ESC', ESC],
    ['lone CR', '\r'],
    ['bidi', '\u202e'],
    ['emoji style', '☁\u001b[m\ufe0f'],
    ['DCS, BEL', `${ESC}P\u0007`],
  ])('takes linear time on many %s', (_name, unit) => {
    const timeOf = (size: number): number => {
      const text = unit.repeat(Math.ceil(size / unit.length))
      const started = threadMs()
      sanitise(text)
      return threadMs() - started
    }
    timeOf(50_000)
    const small = Math.max(1, Math.min(timeOf(50_000), timeOf(50_000), timeOf(50_000)))
    // Twenty times the text: quadratic time would be four hundred times.
    expect(Math.min(timeOf(1_000_000), timeOf(1_000_000))).toBeLessThan(small * 150)
  })
})

describe('sanitiseLine', () => {
  it('keeps a label on one line and within its length', () => {
    expect(sanitiseLine(' rpi\n\u202e1\t', 40)).toBe('rpi ⟨U+202E⟩1')
    expect(sanitiseLine('x'.repeat(50), 10)).toBe('xxxxxxxxx…')
    expect(sanitiseLine('😀😀😀', 4)).toBe('😀…')
  })

  it('is stable and within its length, whatever the input', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 30 }), (input, maxChars) => {
        const line = sanitiseLine(input, maxChars)
        expect(line.length).toBeLessThanOrEqual(maxChars)
        expect(line).not.toMatch(/[\n\t]/)
        expect(sanitiseLine(line, maxChars)).toBe(line)
      }),
    )
  })
})
