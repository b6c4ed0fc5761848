import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Redactor } from '../../../../../main/safety/redaction/redactor.ts'
import { threadMs } from '../../../../support/thread-time.ts'

const PATTERNS = new Redactor({ secrets: () => [] })
const KEY_BODY =
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\nVJTUt9Us8cKjMzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDu\nictGeurT8jNbvJZHtCSuYEvu'
const JWT =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'

/** Text, and what of it must not be left. */
const CANARIES: readonly (readonly [string, string, string])[] = [
  ['private key', `-----BEGIN RSA PRIVATE KEY-----\n${KEY_BODY}\n-----END RSA PRIVATE KEY-----`, 'MIIEvQ'],
  ['key with its end cut off', `-----BEGIN PRIVATE KEY-----\n${KEY_BODY}`, 'ictGeurT'],
  ['key with its beginning cut off', `${KEY_BODY}\n-----END PRIVATE KEY-----`, 'MIIEvQ'],
  [
    'key in a JSON string',
    `{"key":"-----BEGIN EC PRIVATE KEY-----\\nMHcCAQ\\n-----END EC PRIVATE KEY-----"}`,
    'MHcCAQ',
  ],
  ['JWT', `got ${JWT} back`, 'dozjgNry'],
  ['AWS key id', 'id AKIAIOSFODNN7EXAMPLE', 'IOSFODNN7'],
  ['GitHub token', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', '16C7e42F'],
  ['GitHub server token', 'x=ghs_16C7e42F292c6912E7710c838347Ae178B4a', '16C7e42F'],
  ['GitHub fine-grained token', 'github_pat_11ABCDEFG0_abcdefghijklmnopqrstuvwxyz', 'abcdefghijkl'],
  ['Slack token', 'xoxb-2154123456-2154123456-abcDEFghiJKL', 'abcDEFghi'],
  ['model key', 'sk-proj-abcdefghijklmnop123456', 'abcdefghijkl'],
  ['Google key', 'AIzaSyA1234567890abcdefghijklmnopqrstuv', 'SyA12345'],
  ['URL user info', 'mqtts://field:hun/ter2@broker.example:8883', 'field'],
  ['URL user info with @', 'https://u:p@ss@host/x', 'p@ss'],
  ['Authorization header', 'Authorization: Basic dXNlcjpwYXNz\nHost: x', 'dXNlcjpwYXNz'],
  ['quoted header', `curl -H 'Authorization: Token abcdef' http://x`, 'abcdef'],
  ['header as JSON', '{"Authorization": "Bearer abc", "x": 1}', 'abc'],
  ['Cookie', 'Cookie: session=abc123; other=1', 'abc123'],
  ['Set-Cookie', 'set-cookie: sid=abc123; HttpOnly', 'abc123'],
  ['environment', 'MQTT_PASSWORD=hunter2', 'hunter2'],
  ['exported', 'export AWS_SECRET_ACCESS_KEY="wJalr XUtn"', 'wJalr'],
  ['JSON field', '{"api_key":"a\\"b c","n":1}', 'b c'],
  ['JSON in JSON', '"{\\"client_secret\\":\\"abc def\\"}"', 'def'],
  ['YAML', '  passphrase: correct horse', 'correct'],
  ['after another key', 'line=password=hunter2', 'hunter2'],
  ['option', 'mysql --password hunter2 -u root', 'hunter2'],
  ['Wi-Fi', 'psk="my wifi key"', 'wifi'],
  ['Chinese', '密码：hunter2', 'hunter2'],
  ['query', 'http://x/y?token=hunter2&z=1', 'hunter2'],
]

describe('patterns', () => {
  it.each(CANARIES)('leaves no %s', (_what, text, secret) => {
    expect(PATTERNS.redact(text)).not.toContain(secret)
  })

  it.each([
    'Filesystem      Size  Used Avail Use% Mounted on\n/dev/root        29G  5.1G   23G  19% /',
    '/etc/passwd:root:x:0:0:root:/root:/bin/bash',
    'max_tokens: 512, tokens=12',
    'author: Bob, bypass=1, compass=3',
    'risk-assessment-of-the-quarter task-force-number-seven',
    'http://broker.example:8883/a@b',
    'temp=48.3\u2032C throttled=0x0',
  ])('leaves ordinary output as it is: %s', (text) => {
    expect(PATTERNS.redact(text)).toBe(text)
  })

  it('keeps what stands around a secret readable', () => {
    expect(PATTERNS.redact(`curl -H "Authorization: Bearer abc" http://x`)).toBe(
      'curl -H "Authorization: [redacted]" http://x',
    )
    expect(PATTERNS.redact('{"password":"abc","user":"x"}')).toBe('{"password":"[redacted]","user":"x"}')
    expect(PATTERNS.redact('mqtt://u:p@h:1883')).toBe('mqtt://[redacted]@h:1883')
  })
})

describe('stored secrets', () => {
  const bytes = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }).filter((s) => !'[redacted]'.includes(s))
  const around = fc.string({ maxLength: 30 })
  const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('utf8')

  it('leaves no secret plain, in base64, or URL-encoded', () => {
    fc.assert(
      fc.property(bytes, around, around, (raw, before, after) => {
        const secret = utf8(raw)
        const redactor = new Redactor({ secrets: () => [secret] })
        for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]) {
          // What is around may complete an occurrence of its own only together with the secret.
          expect(redactor.redact(`${before}\n${form}\n${after}`).split('\n')).not.toContain(form)
        }
      }),
    )
  })

  it('finds a secret inside something longer that was encoded', () => {
    const secret = 'correct horse battery'
    const redactor = new Redactor({ secrets: () => [secret] })
    for (const user of ['', 'a', 'ab', 'abc']) {
      const encoded = Buffer.from(`${user}:${secret}:tail`).toString('base64')
      const left = redactor.redact(`got ${encoded}`).replace(/^got /, '').split('[redacted]')
      for (const piece of left) expect(Buffer.from(piece, 'base64').toString()).not.toContain('horse')
      expect(left.length).toBeGreaterThan(1)
    }
  })

  it('takes out a short secret as a word, and leaves words that hold it', () => {
    const redactor = new Redactor({ secrets: () => ['pi', '', 'a.c'] })
    expect(redactor.redact('pi@host spin abc a.c')).toBe('[redacted]@host spin abc [redacted]')
  })

  it('asks for the secrets anew, so that one stored later is covered', () => {
    const secrets: string[] = []
    const redactor = new Redactor({ secrets: () => secrets })
    expect(redactor.redact('hunter22')).toBe('hunter22')
    secrets.push('hunter22')
    expect(redactor.redact('hunter22')).toBe('[redacted]')
  })

  it('answers as if it had seen nothing before, whatever was asked and whichever secrets come and go', () => {
    const texts = fc.constantFrom('hunter22', 'the pi of hunter22', 'spin pi', 'aHVudGVyMjI=', 'token=abc', '中文')
    const stored = fc.subarray(['hunter22', 'pi', '中文', ''])
    fc.assert(
      fc.property(fc.array(fc.tuple(stored, texts), { maxLength: 20 }), (steps) => {
        let secrets: readonly string[] = []
        const redactor = new Redactor({ secrets: () => secrets })
        for (const [now, text] of steps) {
          secrets = now
          expect(redactor.redact(text)).toBe(new Redactor({ secrets: () => now }).redact(text))
        }
      }),
    )
  })

  it('still redacts in order where more was asked than it remembers', () => {
    const redactor = new Redactor({ secrets: () => ['hunter22'] })
    for (let count = 0; count < 1_000; count++) {
      expect(redactor.redact(`line ${count}`)).toBe(`line ${count}`)
      expect(redactor.redact(`line ${count} hunter22`)).toBe(`line ${count} [redacted]`)
    }
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...CANARIES.map(([, text]) => text),
    '-----BEGIN ',
    '-----END ',
    '-----',
    'password',
    '=',
    ': ',
    '"',
    "'",
    '\\',
    '\n',
    ' ',
    'eyJ',
    '.',
    '://',
    '@',
    'cookie',
    '--token',
    'AAAA',
    'x',
  )

  it('never throws, and redacting twice changes nothing more', () => {
    const redactor = new Redactor({ secrets: () => ['hunter2', 'pi'] })
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const once = redactor.redact(parts.join(''))
        expect(redactor.redact(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    'eyJ',
    'eyJaaaaaaaaa.',
    '-----BEGIN A-----\n',
    '-----BEGIN ',
    '\n-----END A-----',
    '-----END ',
    'password',
    'password ',
    'password="\\',
    '\\"password\\":\\"',
    'authorization   ',
    '"cookie:',
    '://a',
    '://a:b',
    '://@',
    ' ',
    '"',
    '=',
    'a=',
    'AAAA\n',
    'sk-',
    'xoxb-',
    '--',
    '密码',
    '.',
  ])('takes linear time on a megabyte of %j', (piece) => {
    const time = (bytes: number) => {
      const text = piece.repeat(Math.ceil(bytes / piece.length))
      const start = threadMs()
      PATTERNS.redact(text)
      return threadMs() - start
    }
    time(100_000)
    // A quadratic pattern needs minutes here; the rest is room for a slow machine.
    expect(time(1_000_000)).toBeLessThan(15_000)
  })
})
