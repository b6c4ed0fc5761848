import { isSecretName } from '../secrets/secret-words.ts'
import { redactLines } from './lines.ts'
import { REDACTED } from './mark.ts'
import { isCount, isSaidOfSecret, matchesOf, type Replacement, redactValueAt, replaceAll } from './value.ts'

const ELEMENT =
  /(<([A-Za-z_][\w.:-]{0,80})(?:[ \t][^<>]*)?>)(<!\[CDATA\[(?:(?!\]\]>|<!\[CDATA\[)[\s\S]){0,1000}\]\]>|[^<]+)(?=<\/)/g
const PROPERTY = /(<key>([^<]{1,80})<\/key>\s{0,80}<(?:string|data)>)([^<]+)/g
const NESTED = /(<([A-Za-z_][\w.:-]{0,80})>\s{0,80}<Value>)([^<]+)/g
/** `name: X` and `value: Y` side by side: attributes, JSON, YAML, PowerShell lists. */
const NAME_AND_VALUE =
  /\b(?:name|key|option)\\?["']?[ \t]{0,20}[:=][ \t]{0,20}\\?["']?([\w.-]{1,80})\\?["']?[\s,]{1,80}\\?["']?value\\?["']?[ \t]{0,20}[:=][ \t]{0,20}/gi

/** Takes out secrets that a name marks from further away: elements, pairs of name and value, tables, other lines. */
export function redactLayouts(text: string): string {
  let out = text
  if (out.includes('</')) out = redactElements(out)
  if (out.includes('"Secret"') || out.includes('"kty"')) out = redactJsonSecrets(out)
  const pairs: Replacement[] = []
  for (const match of matchesOf(NAME_AND_VALUE, out)) {
    if (!isSecretName(match[1] ?? '')) continue
    const isQuotedKey = /value\\?["']/i.test(match[0])
    const value = redactValueAt(out, match.index + match[0].length, isQuotedKey ? 'json' : 'plain')
    if (value !== undefined) pairs.push(value)
  }
  return redactLines(replaceAll(out, pairs))
}

/** A Secret of Kubernetes, and a key, in JSON. */
const SECRET_KIND = /"kind"[ \t]{0,8}:[ \t]{0,8}"Secret"/
const SECRET_DATA = /"(?:data|stringData)"\s{0,8}:\s{0,8}\{[^{}]{0,20000}\}/g
const DATA_VALUE = /("[\w.-]{1,253}"\s{0,8}:\s{0,8}")(?!\[redacted\])[^"\r\n]{1,16000}/g
const JWK_PART = /("(?:d|p|q|dp|dq|qi|k)"\s{0,8}:\s{0,8}")[A-Za-z0-9_-]{10,2000}(?=")/g

function redactJsonSecrets(text: string): string {
  const out = SECRET_KIND.test(text)
    ? text.replace(SECRET_DATA, (data) => data.replace(DATA_VALUE, `$1${REDACTED}`))
    : text
  return out.includes('"kty"') ? out.replace(JWK_PART, `$1${REDACTED}`) : out
}

function redactElements(text: string): string {
  const redact = (whole: string, open: string, name: string, body: string): string => {
    const value = body.trim()
    const isSaid = value === '' || value === REDACTED || isSaidOfSecret(value) || isCount(name, value)
    return isSaid || !isSecretName(name.slice(name.indexOf(':') + 1)) ? whole : open + REDACTED
  }
  return text.replace(PROPERTY, redact).replace(NESTED, redact).replace(ELEMENT, redact)
}
