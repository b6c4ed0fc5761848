import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Redactor } from '../../../../../main/safety/redaction/redactor.ts'
import { COMMAND_KINDS } from './kinds-commands.ts'
import { FORM_KINDS } from './kinds-forms.ts'
import { type Kind, NAMED_KINDS } from './kinds-values.ts'
import { ORDINARY_TEXTS } from './ordinary-texts.ts'

const redactor = new Redactor({ secrets: () => [] })
/** A file with one record a line. */
const rowsOf = <Row>(name: string): Row[] =>
  readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
/** Secrets in the places where technicians meet them. */
const PLACED_KINDS = rowsOf<Kind>('kinds-places.jsonl')
/** Outputs and texts with every secret in them, and the words around that have to stay. */
const IN_CONTEXT =
  rowsOf<readonly [what: string, text: string, secrets: readonly string[], kept: readonly string[]]>(
    'kinds-in-context.jsonl',
  )
const CONTEXT_KINDS = IN_CONTEXT.flatMap(([what, text, secrets]) => secrets.map((secret): Kind => [what, text, secret]))
const KINDS = [...NAMED_KINDS, ...COMMAND_KINDS, ...FORM_KINDS, ...PLACED_KINDS, ...CONTEXT_KINDS]
/** Whole outputs without a secret. */
const ORDINARY_OUTPUTS = rowsOf<readonly [what: string, text: string]>('ordinary-outputs.jsonl')

describe('kinds of secrets', () => {
  it.each(KINDS)('leaves no %s', (_what, text, secret) => {
    expect(text).toContain(secret)
    expect(redactor.redact(text)).not.toContain(secret)
  })

  it.each(KINDS)('leaves no %s in the middle of a log', (_what, text, secret) => {
    expect(redactor.redact(`Jan 01 12:00:00 rpi boot\n${text}\nJan 01 12:00:01 rpi done`)).not.toContain(secret)
  })

  it.each(IN_CONTEXT)('keeps what stands around %s', (_what, text, _secrets, kept) => {
    expect(kept.filter((word) => !text.includes(word))).toEqual([])
    const left = redactor.redact(text)
    expect(kept.filter((word) => !left.includes(word))).toEqual([])
  })

  it('counts as many kinds as were found missing once, and more', () => {
    expect(KINDS.length).toBeGreaterThanOrEqual(240)
  })
})

describe('ordinary texts', () => {
  it.each(ORDINARY_TEXTS)('come through as they are: %s', (text) => {
    expect(redactor.redact(text)).toBe(text)
  })

  it.each(ORDINARY_OUTPUTS)('come through as they are: %s', (_what, text) => {
    expect(redactor.redact(text)).toBe(text)
  })

  it('come through one after the other too', () => {
    const text = [...ORDINARY_TEXTS, ...ORDINARY_OUTPUTS.map(([, output]) => output)].join('\n\n')
    expect(redactor.redact(text)).toBe(text)
  })

  it('are at least a hundred and fifty', () => {
    expect(ORDINARY_TEXTS.length).toBeGreaterThanOrEqual(150)
  })
})

describe('a list of names and values', () => {
  it('stays JSON, and the values of other names stay', () => {
    const text = '[{"name":"token","value":12},{"name":"host","value":"h"}]'
    expect(redactor.redact(text)).toBe('[{"name":"token","value":"[redacted]"},{"name":"host","value":"h"}]')
  })
})

describe('any mixture of kinds', () => {
  const pieces = fc.constantFrom(
    ...KINDS.map(([, text]) => text),
    ...ORDINARY_TEXTS,
    ' ',
    '\n',
    '"',
    "'",
    ': ',
    '=',
    ',',
    '|',
  )
  const mixture = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))

  it('is the same when it is redacted twice, so that what was stored redacted stays readable', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const once = redactor.redact(text)
        expect(redactor.redact(once)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves a record of JSON around a command readable', () => {
    for (const [what, text] of KINDS.filter(([, kind]) => !kind.includes('"'))) {
      const line = JSON.stringify({ sent: text, sha256: 'e3b0c44298fc1c149afbf4c8996fb924', id: 7 })
      const left = redactor.redact(line)
      expect(() => JSON.parse(left), `${what}: ${left}`).not.toThrow()
      expect(left, what).toContain('"sha256":"e3b0c44298fc1c149afbf4c8996fb924","id":7}')
    }
  })
})
