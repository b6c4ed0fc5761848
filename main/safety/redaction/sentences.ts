import { isSecretName } from '../secrets/secret-words.ts'
import { REDACTED } from './mark.ts'
import { isSaidOfSecret, matchAt, type Replacement, replaceAll } from './value.ts'

/** A Chinese word for a secret. */
const CHINESE = /密码|密碼|口令|密钥|秘钥|令牌|私钥|凭据|授权码|PIN码/gi
/** `密码是X`, `密码已改为 X`, `密码“X”`: a verb or an opening quote sets the value apart. */
const VERB = /[ \t]{0,4}(?:已经|已)?被?(?:更改|修改|更新|重置|设置|设定|改|换|设)(?:为|成)|[ \t]{0,4}[是为為]/y
const OPENING = /[ \t:：]{0,8}["'“‘「『]?/y
const OPENING_QUOTE = /[ \t]{0,4}["'“‘「『]/y
const VALUE = /[!#-~]{4,200}/y
/** Signs that end the sentence or the quote and not the value. */
const AFTER_VALUE = /[\\"',.;!?)}\]]{1,8}$/

/** `IDENTIFIED BY 'X'`, `WITH PASSWORD 'X'`. */
const SQL =
  /\b((?:identified[ \t\r\n]{1,20}(?:(?:with|via)[ \t\r\n]{1,20}\w{1,60}[ \t\r\n]{1,20})?(?:by|using|as)|(?:with|encrypted|set)[ \t\r\n]{1,20}password)[ \t\r\n]{1,20}(?:password\()?)(\\?["'])(?!\[redacted\])(?:(?!\2)[^\r\n]){1,400}/gi
/** `define('DB_PASSWORD', 'X')` and other calls with a name and a value. */
const CALL_WITH_NAME =
  /\b((?:define|putenv|setenv|setProperty|set|put|setItem|putString)\([ \t]{0,20}["']([\w.-]{1,80})["'][ \t]{0,20},[ \t]{0,20})(["'])((?!\[redacted\])(?:(?!\3)[^\r\n]){1,400})/g
/** Calls whose second argument is a password: Arduino, ESP-IDF, MicroPython, paho. */
const CALL =
  /\b((?:WiFi(?:Multi)?\.(?:begin|softAP|addAP)|wlan\.connect|sta_if\.connect|wifiMulti\.addAP)\([ \t]{0,20}["'][^"'\r\n]{0,80}["'][ \t]{0,20},[ \t]{0,20})(["'])(?!\[redacted\])(?:(?!\2)[^\r\n]){1,400}/g

/** Words for a password in other languages, and what Windows calls the content of a key in them. */
const FOREIGN =
  /((?:mots? de passe|contraseña|clave secreta|senha|hasło|heslo|пароль|wachtwoord|lösenord|salasana|parola|şifre|jelszó|kennwort|パスワード|비밀번호|Schlüsselinhalt|Contenu de la clé|Contenido de la clave|Contenuto chiave|Содержимое ключа|关键内容|金鑰內容|キー コンテンツ)["']?[ \t]{0,40}[:：=][ \t]{0,8}["']?)(?!\[redacted\])([!#-&(-[\]-~]{4,200})/giu
/** "with password X": what follows the word looks like none of a sentence. */
const SAID = /\b((?:with|and|using|the|has) (?:password|passphrase|token|secret)(?: is)? ["']?)([!#-&(-[\]-~]{6,200})/gi
/** `setPassword("X")`, and the third argument of a connection to a broker. */
const SETTER =
  /\b((?:[sS]et(?:Password|Passphrase|Secret|Psk|AuthToken)\([ \t]{0,20}|(?:client|mqtt|mqttClient|mqtt_client)\.connect\([^,()\r\n]{1,80},[ \t]{0,20}["'][^"'\r\n]{0,80}["'],[ \t]{0,20}))(["'])(?!\[redacted\])(?:(?!\2)[^\r\n]){1,400}/g
/** A name and its value in XML that was escaped, in a URL that was encoded, and over the end of a line of a shell. */
const WRAPPED =
  /(&lt;|\b|--?)([A-Za-z][\w.-]{1,60})(&gt;|%3D|[ \t]{1,8}\\\r?\n[ \t]{0,40})(?!\[redacted\])([^\s&%<>"'\\]{1,400})/g
/** `: PSK "X"` of IPsec, `user op on >X` of Redis. */
const PLACED =
  /(: {1,4}(?:PSK|EAP|XAUTH) {1,4}["'])[^"'\r\n[]{1,400}|(\buser \S{1,80} on (?:\S{1,40} ){0,4}>)[^\s[]{1,200}/g

/** Takes secrets out of sentences, SQL and calls in source code. */
export function redactSentences(text: string): string {
  return redactChinese(text)
    .replace(FOREIGN, (whole, before: string, value: string) =>
      isSaidOfSecret(value) ? whole : `${before}${REDACTED}${AFTER_VALUE.exec(value)?.[0] ?? ''}`,
    )
    .replace(SAID, (whole, before: string, value: string) =>
      /\d/.test(value) && /[a-z]/i.test(value) && !isSaidOfSecret(value) ? before + REDACTED : whole,
    )
    .replace(SETTER, `$1$2${REDACTED}`)
    .replace(WRAPPED, (whole, mark: string, name: string, sign: string) => {
      const isWhole = mark === '&lt;' ? sign === '&gt;' : sign !== '&gt;'
      return isWhole && isSecretName(name) ? `${mark}${name}${sign}${REDACTED}` : whole
    })
    .replace(PLACED, (_whole, psk: string | undefined, user: string | undefined) => `${psk ?? user}${REDACTED}`)
    .replace(SQL, `$1$2${REDACTED}`)
    .replace(CALL_WITH_NAME, (whole, before: string, name: string, quote: string, value: string) =>
      isSecretName(name) && !isSaidOfSecret(value) ? before + quote + REDACTED : whole,
    )
    .replace(CALL, `$1$2${REDACTED}`)
}

function redactChinese(text: string): string {
  const found: Replacement[] = []
  for (const { index, 0: word } of text.matchAll(CHINESE)) {
    const verb = matchAt(VERB, text, index + word.length) ?? ''
    const opening = matchAt(verb === '' ? OPENING_QUOTE : OPENING, text, index + word.length + verb.length)
    if (opening === undefined) continue
    const start = index + word.length + verb.length + opening.length
    const run = matchAt(VALUE, text, start) ?? ''
    const value = run.replace(AFTER_VALUE, '')
    if (value === '' || run.startsWith(REDACTED) || isSaidOfSecret(value)) continue
    found.push({ start, end: start + value.length, text: REDACTED })
  }
  return replaceAll(text, found)
}
