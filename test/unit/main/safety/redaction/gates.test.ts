import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LINE_FORMS } from '../../../../../main/safety/redaction/lines.ts'
import { FOREIGN } from '../../../../../main/safety/redaction/said.ts'
import { CALL } from '../../../../../main/safety/redaction/sentences.ts'
import { CODE, LOGIN, NOUN } from '../../../../../main/safety/redaction/statements.ts'
import { HASHES, TOKENS } from '../../../../../main/safety/redaction/tokens.ts'
import { type Gated, gatedMatches, gatedReplace, matchesOf } from '../../../../../main/safety/redaction/value.ts'
import { COMMAND_KINDS } from './kinds-commands.ts'
import { FORM_KINDS } from './kinds-forms.ts'
import { NAMED_KINDS } from './kinds-values.ts'
import { ORDINARY_TEXTS } from './ordinary-texts.ts'

const textsOf = (name: string): string[] =>
  readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as readonly [string, string])[1])
const TEXTS = [
  ...[...NAMED_KINDS, ...COMMAND_KINDS, ...FORM_KINDS].map(([, text]) => text),
  ...['kinds-places.jsonl', 'kinds-in-context.jsonl', 'ordinary-outputs.jsonl'].flatMap(textsOf),
  ...ORDINARY_TEXTS,
]
const TOKEN_FORMS = [...TOKENS, ...HASHES].flatMap((row) => (row instanceof RegExp ? [] : [row]))
const GATED: readonly Gated[] = [...TOKEN_FORMS, NOUN, CODE, LOGIN, FOREIGN, CALL]

/** Words out of which the forms are made, in any order and with any signs between them. */
const PIECES = [
  ...['PIN', 'puk', 'setup code', 'Türcode', 'OTP', 'login', '登录', 'user / pass', 'Zugangsdaten', 'mot de passe'],
  ...['schlüssel', 'contraseña', 'пароль', 'ſenha', 'parola', 'AUTH', 'WiFi.begin("a", "b")', 'x.login("a","b', 'eyJ'],
  ...['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghij', '.atlasv1.', '/api/', 'ss://', 'X-HM://', '-us12', ':'],
  ...[
    '0123456789abcdef0123456789abcdef',
    'NO PASSWORD*********************',
    'a/b',
    '"',
    "'",
    '(',
    ',',
    ' ',
    '\n',
    '\r\n',
  ],
  ...[
    '\t',
    '\u2028',
    '*',
    '=',
    '[',
    'option',
    'sink',
    'com2sec',
    'wireless.',
    '::',
    '00:00:00:00:00:00',
    'stats',
    'crypt',
  ],
]
const mixture = fc
  .array(
    fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 6 })),
    {
      maxLength: 10,
    },
  )
  .map((parts) => parts.join(''))

describe('a gate', () => {
  it('changes nothing of what its expression finds or replaces, in any text', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        for (const gated of GATED) {
          const found = (matches: readonly RegExpExecArray[]) => matches.map(({ index, 0: whole }) => [index, whole])
          expect(found(gatedMatches(gated, text)), gated.form.source).toEqual(found(matchesOf(gated.form, text)))
          expect(gatedReplace(text, gated, '<$&>')).toBe(text.replace(gated.form, '<$&>'))
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('is passed by every text of the tables that its expression finds', () => {
    for (const gated of GATED) {
      for (const text of TEXTS) expect(gatedReplace(text, gated, '<$&>')).toBe(text.replace(gated.form, '<$&>'))
    }
  })
})

describe('a form of a line', () => {
  const isGated = (line: string): boolean =>
    LINE_FORMS.every(([needs, form]) => line.includes(needs) || !form.test(line))

  it('never fits a line without the signs that it needs', () => {
    for (const text of TEXTS) for (const line of text.split('\n')) expect(isGated(line), line).toBe(true)
    fc.assert(
      fc.property(mixture, (text) => text.split('\n').every(isGated)),
      { numRuns: 1500 },
    )
  })
})
