import { REDACTED } from './redaction-mark.ts'

/**
 * Every pattern is linear: it begins with a literal or behind a lookbehind, and a quantifier is never followed by
 * anything that could match what it took.
 */
const TOKENS: readonly RegExp[] = [
  /(?:AKIA|ASIA)[0-9A-Z]{16}/g,
  /gh[pousr]_[A-Za-z0-9]{16,}/g,
  /github_pat_[A-Za-z0-9_]{16,}/g,
  /glpat-[A-Za-z0-9_-]{16,}/g,
  /xox[a-z](?:-[A-Za-z0-9]|[A-Za-z0-9]){8,}[A-Za-z0-9-]*/g,
  /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{12,}/g,
  /AIza[A-Za-z0-9_-]{30,}/g,
]

/** `scheme://user:password@`: to the last `@` of the authority, or past a `/` that the password holds unescaped. */
const USER_INFO = /:\/\/(?:[^\s/?#]+@|[^\s/?#:@[\]{}"'<>]{1,64}:(?!\d+[/?#])[^\s@[\]{}"'<>]{1,128}@(?:[^\s/?#]*@)?)/g

/** A header whole in quotes, a header as a JSON field, or a header to the end of its line. */
const HEADER =
  /(["'])((?:proxy-)?authorization|set-cookie|cookie)[ \t]*:(?:(?!\1)[^\r\n])*|((?:proxy-)?authorization|set-cookie|cookie)(\\?["'][ \t]*[:=][ \t]*\\?["'])[^"'\r\n]*|((?:proxy-)?authorization|set-cookie|cookie)([ \t]*[:=])[^\r\n]*/gi

const BEARER = /\b(bearer[ \t]+)[A-Za-z0-9._~+/=-]{8,}/gi

/** A name and what sets it apart from its value. Names may be Chinese. */
const KEY = /(?<![\w.\-\u4e00-\u9fff])([\w.\-\u4e00-\u9fff]+)(\\?["']?[ \t]*(?:=>|[:=：])[ \t]*|[ \t]+)/g

/** A quoted value (also inside escaped JSON), or everything to the next white space. */
const VALUE = /\\"(?:[^"\\\r\n]|\\[^"\r\n])*(?:\\")?|"(?:[^"\\\r\n]|\\[^\r\n])*"?|'[^'\r\n]*'?|\S+/y

const SECRET_NAME =
  /passw(?:or)?d|passphrase|passwort|(?:^|[._-])pass(?:code)?$|(?:^|[._-])pwd|pwd$|secret|token(?!s)|credential|api[._-]?key|(?:access|account|auth|encryption|master|private|session|shared|signing|storage)[._-]?key|(?:^|[._-])psk|密码|口令|密钥|令牌/i

/** Takes out what looks like a secret (safety.md, section 4), in linear time. */
export function redactPatterns(text: string): string {
  let out = redactJwts(text)
  for (const token of TOKENS) out = out.replace(token, REDACTED)
  out = out.replace(USER_INFO, `://${REDACTED}@`)
  out = out.replace(HEADER, redactHeader)
  out = out.replace(BEARER, `$1${REDACTED}`)
  return redactNamedValues(out)
}

/** JWTs and JWEs: three or more base64url parts, the first of which begins with `{"` in base64. */
function redactJwts(text: string): string {
  if (!text.includes('eyJ')) return text
  return text.replace(/[A-Za-z0-9_.-]+/g, (run) => {
    const parts = run.split('.')
    for (const [index, part] of parts.entries()) {
      const start = part.indexOf('eyJ')
      const isToken = start !== -1 && part.length - start >= 10 && (parts[index + 1]?.length ?? 0) >= 8
      if (!isToken || index + 2 >= parts.length) continue
      return [...parts.slice(0, index), part.slice(0, start) + REDACTED].join('.')
    }
    return run
  })
}

function redactHeader(
  _match: string,
  quote: string | undefined,
  quotedName: string | undefined,
  fieldName: string | undefined,
  fieldSeparator: string | undefined,
  bareName: string | undefined,
  bareSeparator: string | undefined,
): string {
  if (quotedName !== undefined) return `${quote}${quotedName}: ${REDACTED}`
  if (fieldName !== undefined) return `${fieldName}${fieldSeparator}${REDACTED}`
  return `${bareName}${bareSeparator} ${REDACTED}`
}

function redactNamedValues(text: string): string {
  let out = ''
  let done = 0
  KEY.lastIndex = 0
  for (let match = KEY.exec(text); match !== null; match = KEY.exec(text)) {
    const [whole, name = '', separator = ''] = match
    if (!isSecretName(name, separator, text[match.index - 1])) continue
    const start = match.index + whole.length
    VALUE.lastIndex = start
    const value = VALUE.exec(text)?.[0]
    if (value === undefined) continue
    out += text.slice(done, start) + redactValue(value)
    done = start + value.length
    KEY.lastIndex = done
  }
  return out + text.slice(done)
}

/** `/etc/passwd:` is a path in an answer of grep; white space alone sets apart the value of an option only. */
function isSecretName(name: string, separator: string, before: string | undefined): boolean {
  if (before === '/' && separator.startsWith(':')) return false
  if (separator.trim() === '' && !name.startsWith('--')) return false
  return SECRET_NAME.test(name)
}

function redactValue(value: string): string {
  const quote = /^\\?["']/.exec(value)?.[0] ?? ''
  const isClosed = quote !== '' && value.length >= 2 * quote.length && value.endsWith(quote)
  return quote + REDACTED + (isClosed ? quote : '')
}
