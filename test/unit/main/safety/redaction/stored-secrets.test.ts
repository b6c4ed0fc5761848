import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Redactor } from '../../../../../main/safety/redaction/redactor.ts'

const SECRET = `pä$s "w'ö\\rd&<密>!`
const utf8 = Buffer.from(SECRET, 'utf8')
const utf16 = Buffer.from(SECRET, 'utf16le')

const FORMS: readonly (readonly [string, string])[] = [
  ['plain', SECRET],
  ['in JSON', JSON.stringify(SECRET)],
  ['in JSON inside JSON', JSON.stringify(JSON.stringify(SECRET))],
  ['in JSON of ASCII', String.raw`p\u00e4$s \"w'\u00f6\\rd&<\u5bc6>!`],
  ['in XML', `<a>p\u00e4$s &quot;w&#39;ö\\rd&amp;&lt;密&gt;!</a>`],
  ['URL-encoded', encodeURIComponent(SECRET)],
  ['URL-encoded in lower case', encodeURIComponent(SECRET).toLowerCase()],
  ['in a form', encodeURIComponent(SECRET).replaceAll('%20', '+')],
  ['base64', utf8.toString('base64')],
  ['base64url', utf8.toString('base64url')],
  ['hex', utf8.toString('hex')],
  ['HEX', utf8.toString('hex').toUpperCase()],
  ['bytes with spaces', (utf8.toString('hex').match(/../g) ?? []).join(' ')],
  ['bytes with colons', (utf8.toString('hex').match(/../g) ?? []).join(':')],
  ['UTF-16 read as bytes', [...'hunter2x'].join('\0')],
  ['UTF-16 in base64', utf16.toString('base64')],
  ['UTF-16 in hex', utf16.toString('hex')],
  ['single quotes of a shell', `'${SECRET.replaceAll("'", "'\\''")}'`],
  ['double quotes of a shell', `"${SECRET.replace(/[\\"$`]/g, '\\$&')}"`],
  ['backslashes of a shell', SECRET.replace(/[^\w\u0080-\uffff]/g, '\\$&')],
]

describe('forms of a stored secret', () => {
  const redactor = new Redactor({ secrets: () => [SECRET, 'hunter2x'] })

  it.each(FORMS)('is taken out %s', (_what, form) => {
    const left = redactor.redact(`before ${form} after`)
    expect(left).toMatch(/^before .{0,6}\[redacted\].{0,8} after$/)
  })

  it('is taken out of a command that PowerShell got encoded', () => {
    const encoded = Buffer.from(`Connect -User bob -Password ${SECRET} -Port 1`, 'utf16le').toString('base64')
    const pieces = redactor.redact(`powershell -enc ${encoded}`).split('[redacted]')
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.every((piece) => !Buffer.from(piece, 'base64').toString('utf16le').includes('rd&'))).toBe(true)
  })

  it('leaves nothing of any secret in hex of either case, whatever is around it', () => {
    const word = fc.string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 20 })
    fc.assert(
      fc.property(word, fc.boolean(), (secret, isUpper) => {
        const hex = Buffer.from(secret).toString('hex')
        const form = isUpper ? hex.toUpperCase() : hex
        expect(new Redactor({ secrets: () => [secret] }).redact(`<${form}>`)).not.toContain(form)
      }),
    )
  })

  it('forgets the forms of a secret that is no longer stored', () => {
    let secrets = ['hunter2x']
    const changing = new Redactor({ secrets: () => secrets })
    expect(changing.redact('hunter2x')).toBe('[redacted]')
    secrets = []
    expect(changing.redact('hunter2x')).toBe('hunter2x')
  })
})
