import { describe, expect, it } from 'vitest'
import { Redactor } from '../../../../../main/safety/redaction.ts'
import { COMMAND_KINDS } from './kinds-commands.ts'
import { FORM_KINDS } from './kinds-forms.ts'
import { NAMED_KINDS } from './kinds-values.ts'
import { ORDINARY_TEXTS } from './ordinary-texts.ts'

const redactor = new Redactor({ secrets: () => [] })
const KINDS = [...NAMED_KINDS, ...COMMAND_KINDS, ...FORM_KINDS]

describe('kinds of secrets', () => {
  it.each(KINDS)('leaves no %s', (_what, text, secret) => {
    expect(text).toContain(secret)
    expect(redactor.redact(text)).not.toContain(secret)
  })

  it.each(KINDS)('leaves no %s in the middle of a log', (_what, text, secret) => {
    expect(redactor.redact(`Jan 01 12:00:00 rpi boot\n${text}\nJan 01 12:00:01 rpi done`)).not.toContain(secret)
  })

  it('counts as many kinds as were found missing once, and more', () => {
    expect(KINDS.length).toBeGreaterThanOrEqual(134)
  })
})

describe('ordinary texts', () => {
  it.each(ORDINARY_TEXTS)('come through as they are: %s', (text) => {
    expect(redactor.redact(text)).toBe(text)
  })

  it('come through one after the other too', () => {
    const text = ORDINARY_TEXTS.join('\n\n')
    expect(redactor.redact(text)).toBe(text)
  })

  it('are at least eighty', () => {
    expect(ORDINARY_TEXTS.length).toBeGreaterThanOrEqual(80)
  })
})
