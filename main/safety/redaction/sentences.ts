import { isSecretName } from '../secrets/secret-words.ts'
import { redactForms } from './forms.ts'
import { REDACTED } from './mark.ts'
import { redactSaid, redactWrapped } from './said.ts'
import { type Gated, gatedReplace, isSaidOfSecret, matchAt, matchesOf, type Replacement, replaceAll } from './value.ts'

/** A Chinese word for a secret. */
const CHINESE = /密码|密碼|口令|密钥|秘钥|令牌|私钥|凭据|授权码|PIN码/gi
/** `密码是X`, `密码已改为 X`, `密码“X”`: a verb or an opening quote sets the value apart. */
const VERB = /[ \t]{0,4}(?:已经|已)?被?(?:更改|修改|更新|重置|设置|设定|改|换|设)(?:为|成)了?|[ \t]{0,4}[是为為]/y
const OPENING = /[ \t:：]{0,8}["'“‘「『]?/y
const OPENING_QUOTE = /[ \t]{0,4}["'“‘「『]/y
const VALUE = /[!#-~]{4,200}/y
/** Signs that end the sentence or the quote and not the value. */
const AFTER_VALUE = /[\\"',.;!?)}\]]{1,8}$/

/** `IDENTIFIED BY 'X'`, `WITH PASSWORD 'X'`. */
const SQL =
  /\b((?:identified[ \t\r\n]{1,20}(?:(?:with|via)[ \t\r\n]{1,20}\w{1,60}[ \t\r\n]{1,20})?(?:by|using|as)|(?:with|encrypted|set|login|nologin|superuser|createdb|createrole|inherit|replication|bypassrls)[ \t\r\n]{1,20}password)[ \t\r\n]{1,20}(?:password\()?)(\\?["'])(?!\[redacted\])(?:(?!\2)[^\r\n]){1,400}/gi
/** `define('DB_PASSWORD', 'X')` and other calls with a name and a value. */
const CALL_WITH_NAME =
  /\b((?:define|putenv|setenv|setProperty|set|put|setItem|putString|SetEnvironmentVariable)\([ \t]{0,20}["']([\w.-]{1,80})["'][ \t]{0,20},[ \t]{0,20})(["'])((?!\[redacted\])(?:(?!\3)[^\r\n]){1,400})/g
/** Calls whose second argument is a password: Arduino, ESP-IDF, MicroPython, paho, .NET. */
export const CALL: Gated = {
  gate: /\([ \t]{0,20}["'][^"'\r\n]{0,80}["'][ \t]{0,20},/g,
  form: /\b((?:WiFi(?:Multi)?\.(?:begin|softAP|addAP)|wlan\.connect|sta_if\.connect|wifiMulti\.addAP|HTTP(?:Basic|Digest)Auth|(?:[Ss]et|[Ww]ith)?BasicAuth|(?:With|[Ss]et|[Uu]se)?Credentials|set_credentials|UsernamePassword\w{0,20}|(?:NetworkCredential|PSCredential)(?:\]::new)?|\w{1,40}\.(?:log_?in|auth|authenticate|sign_?in))\([ \t]{0,20}["'][^"'\r\n]{0,80}["'][ \t]{0,20},[ \t]{0,20})(["'])(?!\[redacted\])(?:(?!\2)[^\r\n]){1,400}/g,
}

const PASSWORD_CALL =
  /(username_pw_set\([ \t]{0,20}["'][^"'\r\n]{0,80}["'][ \t]{0,20},[ \t]{0,20}(?:password[ \t]?=[ \t]?)?)(["'])[^"'\r\n]{0,400}["']?/g
/** `setPassword("X")`. */
const SETTER =
  /\b([sS]et(?:Password|Passphrase|Secret|Psk|AuthToken)\([ \t]{0,20})(["'])(?!\[redacted\])(?:(?!\2)[^\r\n]){1,400}/g
/** Takes secrets out of sentences, SQL and calls in source code. */
export function redactSentences(text: string): string {
  const out = redactForms(redactWrapped(redactSaid(redactChinese(text))))
    .replace(PASSWORD_CALL, (_whole, before: string, quote: string) => before + quote + REDACTED + quote)
    .replace(SETTER, `$1$2${REDACTED}`)
    .replace(SQL, `$1$2${REDACTED}`)
    .replace(CALL_WITH_NAME, (whole, before: string, name: string, quote: string, value: string) =>
      isSecretName(name) && !isSaidOfSecret(value) ? before + quote + REDACTED : whole,
    )
  return gatedReplace(out, CALL, `$1$2${REDACTED}`)
}

/** `密码admin@2026`: written right behind the word; a method such as SHA256 is no value. */
function isAttached(value: string): boolean {
  return (
    value.length >= 8 &&
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/^(?:aes|argon|base|bcrypt|hmac|md|pbkdf|rsa|sha|utf)/i.test(value)
  )
}

function redactChinese(text: string): string {
  const found: Replacement[] = []
  for (const { index, 0: word } of matchesOf(CHINESE, text)) {
    const verb = matchAt(VERB, text, index + word.length) ?? ''
    const opening = matchAt(verb === '' ? OPENING_QUOTE : OPENING, text, index + word.length + verb.length)
    const start = index + word.length + verb.length + (opening?.length ?? 0)
    const run = matchAt(VALUE, text, start) ?? ''
    const value = run.replace(AFTER_VALUE, '')
    if (opening === undefined && !isAttached(value)) continue
    if (value === '' || run.startsWith(REDACTED) || isSaidOfSecret(value)) continue
    found.push({ start, end: start + value.length, text: REDACTED })
  }
  return replaceAll(text, found)
}
