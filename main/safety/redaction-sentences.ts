import { REDACTED } from './redaction-mark.ts'
import { isSaidOfSecret } from './redaction-value.ts'
import { isSecretName } from './secrets/secret-words.ts'

/** `密码是X`, `密码已改为 X`, `密码“X”`: a verb or an opening quote sets the value apart. */
const CHINESE =
  /((?:密码|密碼|口令|密钥|秘钥|令牌|私钥|凭据|授权码|PIN码)[ \t]{0,4}(?:(?:已经|已|被){0,2}(?:更改|修改|更新|重置|设置|设定|改|换|设)(?:为|成)|是|为|為)[ \t]{0,4}[:：]?[ \t]{0,4}["'“‘「『]?|(?:密码|密碼|口令|密钥|秘钥|令牌|私钥|凭据|授权码|PIN码)[ \t]{0,4}["'“‘「『])((?!\[redacted\])[!#-~]{4,200})/gi
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

/** Takes secrets out of Chinese sentences, SQL and calls in source code. */
export function redactSentences(text: string): string {
  return text
    .replace(CHINESE, (whole, before: string, value: string) => {
      const after = AFTER_VALUE.exec(value)?.[0] ?? ''
      return after === value || isSaidOfSecret(value) ? whole : before + REDACTED + after
    })
    .replace(SQL, `$1$2${REDACTED}`)
    .replace(CALL_WITH_NAME, (whole, before: string, name: string, quote: string, value: string) =>
      isSecretName(name) && !isSaidOfSecret(value) ? before + quote + REDACTED : whole,
    )
    .replace(CALL, `$1$2${REDACTED}`)
}
