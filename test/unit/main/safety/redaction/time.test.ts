import { describe, expect, it } from 'vitest'
import { Redactor } from '../../../../../main/safety/redaction/redactor.ts'
import { threadMs } from '../../../../support/thread-time.ts'

const redactor = new Redactor({ secrets: () => ['hunter2x', `p'w"d\\5`] })
const BYTES = 200_000
/** A linear pattern needs a tenth of it on a slow machine; a quadratic one takes minutes. */
const BLOWN_UP_MS = 5_000

/** Each pattern's own beginning, repeated, so that it starts everywhere and ends nowhere. */
const PUMPED = [
  'curl ',
  'curl -u ',
  'curl "curl ',
  "mysql -p'",
  'mosquitto_pub -P \\"',
  'docker login ',
  'net user ',
  'echo ',
  'echo |',
  'printf\t-',
  'passwd"',
  'passwd <<<',
  '://a:#',
  'token CREDENTIAL ',
  'curl $(curl x) ',
  'curl `curl ` ',
  'curl,"curl",',
  '- curl\n',
  '密码是',
  '> -----BEGIN A KEY-----\n',
  'chpasswd <<a\n',
  'password=["\\"',
  'password=[0,0\t1\t',
  'echo x | sudo -S',
  'chpasswd <<<',
  'username_pw_set("',
  'username_pw_set("a", ',
  'password : ',
  'password ',
  'password\t',
  'password\n',
  'password:\n  ',
  'password: [',
  'password: ["',
  'password: [1,',
  'password=a;',
  'password=a,b',
  'Key Content ',
  'login a password ',
  'secret is a ',
  'token AAAAAAAAAAAAAAAAAAAA1',
  'private key ',
  '密码 ',
  '<password>',
  '<password ',
  '<password><![CDATA[',
  '<key>password</key> ',
  'name: a ',
  '"name":"password",',
  'name=password value=',
  'a,password\n',
  'a,password,',
  'password|',
  'a  PASSWORD\n',
  'a: a: ',
  'a:1234:b:c:',
  'MK dump: 00 00\n',
  'Private-Lines: 9\n',
  '$6$',
  '$6$aaaa$',
  '$2y$10$',
  'pbkdf2_sha256$',
  '{SSHA}',
  'SCRAM-SHA-256$1:a$',
  'SG.aaaaaaaaaaaaaaaa.',
  'ya29.',
  '12345678:AA',
  'https://hooks.slack.com/services/',
  '0123456789abcdef0123456789abcdef:',
  '123456-',
  '-----BEGIN CERTIFICATE-----\n',
  '-----END PUBLIC KEY-----',
  'x-api-key: ',
  '"x-token:',
  'MNO',
  'password is ',
  'reset password to ',
  'a as password ',
  'credentials: a/',
  'user a pass ',
  'PIN ',
  '验证码 ',
  'パスワードは ',
  'snmp-server community ',
  'set a password ',
  'password 7 ',
  '"password":{',
  '"password":{"value":"',
  'appkey[16] = {1, ',
  'ssid=a key=',
  'community: ',
  "insert into a (password) values ('",
  "('a'),",
  '/v password /d ',
  'mqtt.connect(a,"b","',
  'AT+CPIN=',
  'user a with the password gooseberry to ',
  'admin / X as login ',
  'passphrase: correct horse ',
  'the password is:\n\n',
  '$ cat a.psk\naaaaaa\n',
  '$ANSIBLE_VAULT;\n0123456789abcdef\n',
  'user a on >a >b ',
  '"a" "abcd"\n',
  ': RSA a "',
  '--password-command "echo ',
  'vpn.secrets: a = ',
  'aB1',
  '0a ',
  '\\',
  '\\"',
  "'",
  '[',
  '(',
  '\n',
  '\t',
  '|',
  ',',
]

describe('time of redaction', () => {
  it.each(PUMPED)('stays linear on 200 KB of %j', (piece) => {
    const text = piece.repeat(Math.ceil(BYTES / piece.length))
    const start = threadMs()
    redactor.redact(text)
    expect(threadMs() - start).toBeLessThan(BLOWN_UP_MS)
  })

  // Catches: two repetitions that share the white space at the end of a line, or the letters before a colon.
  it.each([
    ['a value on its own line', `password:\n  a${'\t'.repeat(3_900)}"\n`],
    ['a line of .pgpass', `${'s'.repeat(3_900)}:\n`],
    ['a line of a psk file', `SHA${'50'.repeat(1_900)}\n`],
  ])('stays linear on lines that are nearly %s', (_what, line) => {
    const start = threadMs()
    redactor.redact(line.repeat(Math.ceil(BYTES / line.length)))
    expect(threadMs() - start).toBeLessThan(BLOWN_UP_MS)
  })

  it.each(PUMPED)('stays linear on one long run behind %j', (piece) => {
    for (const sign of ['a', ' ', '"', 'A1', ':']) {
      const text = piece + sign.repeat(BYTES / sign.length)
      const start = threadMs()
      redactor.redact(text)
      expect(threadMs() - start, sign).toBeLessThan(BLOWN_UP_MS)
    }
  })
})
