import { redactCommands } from './commands.ts'
import { redactEquipment } from './equipment.ts'
import { redactLayouts } from './layouts.ts'
import { REDACTED } from './mark.ts'
import { redactNamedValues } from './names.ts'
import { redactNearby } from './nearby.ts'
import { redactPlainWords } from './plain-words.ts'
import { redactSentences } from './sentences.ts'
import { redactStatements } from './statements.ts'
import { redactTokens } from './tokens.ts'
import { isSaidOfSecret, matchAt, matchesOf, type Replacement, replaceAll } from './value.ts'

/** `scheme://user:password@`: to the last `@` of the authority, or past a `/` that the password holds unescaped. */
const USER_INFO = /[^\s/?#]+@|[^\s/?#:@[\]{}"'<>]{1,64}:(?!\d+[/?#])[^\s@[\]{}"'<>]{1,128}@(?:[^\s/?#]*@)?/y

/**
 * A header whole in quotes, a header as a JSON field, or a header to the end of its line or of the JSON string around
 * it.
 */
const HEADER =
  /(\\"|["'])((?:proxy-)?authorization|set-cookie|cookie|x-[\w-]{0,40}(?:api-?key|token|secret))[ \t]*:(?:(?!\1)(?:[^\r\n\\]|\\[^\r\n]))*|((?:proxy-)?authorization|set-cookie|cookie)(\\?["'][ \t]*[:=][ \t]*\\?["'])[^"'\r\n]*|((?:proxy-)?authorization|set-cookie|cookie)([ \t]*[:=])((?:[^\r\n"\\=]|=(?:"(?![,}\]])[^"\r\n]{0,1000}")?|=?\\"[^"\\\r\n]{0,1000}\\"|\\|"(?![,}\]]|$))*)/gi

/** Behind an option it names the kind of a login, and what follows is none. */
const BEARER = /(?<!(?:-A|--auth-type)[ \t=]{0,4}["']?)\b(bearer[ \t]+)[A-Za-z0-9._~+/=-]{8,}/gi

/** A directive of a web server: `proxy_set_header Authorization "Basic X";`. */
const SET_HEADER =
  /\b(authorization["']?[ \t]{1,20}["'](?:apikey|basic|bearer|digest|token)[ \t]{1,20})(?!\[redacted\])[^"'\r\n]{1,1000}/gi
/** The code of a Wi-Fi. */
const WIFI_CODE = /(\bWIFI:(?:[A-OQ-Z]:(?:\\.|[^;:\\\r\n"]){0,64};){0,6}P:)(?!\[redacted\])(?:\\.|[^;\\\r\n"]){1,100}/g

/** Takes out what looks like a secret, in linear time. */
export function redactPatterns(text: string): string {
  let out = redactTokens(text)
  out = redactUserInfo(out)
  out = out.replace(HEADER, redactHeader)
  out = out.replace(BEARER, `$1${REDACTED}`)
  for (const form of [SET_HEADER, WIFI_CODE]) out = out.replace(form, `$1${REDACTED}`)
  out = redactNamedValues(redactEquipment(redactSentences(redactCommands(out))))
  return redactPlainWords(redactStatements(redactNearby(redactLayouts(out))))
}

function redactUserInfo(text: string): string {
  const found: Replacement[] = []
  for (const { index, 0: mark } of matchesOf(/:\/\//g, text)) {
    const start = index + mark.length
    const login = matchAt(USER_INFO, text, start)
    if (login !== undefined) found.push({ start, end: start + login.length, text: `${REDACTED}@` })
  }
  return replaceAll(text, found)
}

function redactHeader(
  match: string,
  quote: string | undefined,
  quotedName: string | undefined,
  fieldName: string | undefined,
  fieldSeparator: string | undefined,
  bareName: string | undefined,
  bareSeparator: string | undefined,
  bareValue: string | undefined,
): string {
  if (quotedName !== undefined) return `${quote}${quotedName}: ${REDACTED}`
  if (fieldName !== undefined) return `${fieldName}${fieldSeparator}${REDACTED}`
  if (isSaidOfSecret(bareValue?.trim() ?? '')) return match
  return `${bareName}${bareSeparator} ${REDACTED}`
}
