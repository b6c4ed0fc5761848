import { REDACTED } from './redaction-mark.ts'
import { redactPatterns } from './redaction-patterns.ts'
import { redactPem } from './redaction-pem.ts'

/** What one pass leaves can read as a secret in its new surroundings; a handful of passes settles any text. */
const MAX_PASSES = 5

/** A shorter secret is taken out as a whole word only: inside words it would leave no text. */
const MIN_ANYWHERE = 4

/** Takes secrets out of text before it reaches a model, a log, the clipboard or an export (safety.md, section 4). */
export class Redactor {
  readonly #secrets: () => Iterable<string>

  /** `secrets`: all stored ones, asked for at every call because they change. */
  constructor(deps: { readonly secrets: () => Iterable<string> }) {
    this.#secrets = deps.secrets
  }

  /** Idempotent, in time linear in the length of `text`. */
  redact(text: string): string {
    let out = this.#redactStored(text)
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      const before = out
      out = redactPatterns(redactPem(before))
      if (out === before) break
    }
    return out
  }

  #redactStored(text: string): string {
    const forms = new Set<string>()
    let out = text
    for (const secret of this.#secrets()) {
      if (secret === '') continue
      if (secret.length < MIN_ANYWHERE) out = out.replace(wholeWord(secret), REDACTED)
      else for (const form of spellings(secret)) forms.add(form)
    }
    for (const form of [...forms].sort((a, b) => b.length - a.length)) out = out.split(form).join(REDACTED)
    return out
  }
}

function wholeWord(secret: string): RegExp {
  const literal = secret.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  return new RegExp(`(?<![A-Za-z0-9_])${literal}(?![A-Za-z0-9_])`, 'g')
}

/** Plain, JSON-escaped, URL-encoded, and base64 alone or inside something longer that was encoded. */
function* spellings(secret: string): Generator<string> {
  yield secret
  yield JSON.stringify(secret).slice(1, -1)
  const url = encodeUrl(secret)
  yield url
  yield url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())
  yield url.replaceAll('%20', '+')
  const bytes = Buffer.from(secret, 'utf8')
  for (const whole of [bytes.toString('base64'), bytes.toString('base64url')]) yield whole
  for (const core of base64Cores(bytes)) {
    yield core
    yield core.replaceAll('+', '-').replaceAll('/', '_')
  }
}

/** The characters that the secret alone decides, for each of the three places where it can begin in a group. */
function* base64Cores(bytes: Buffer): Generator<string> {
  for (let offset = 0; offset < 3; offset++) {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const first = offset === 0 ? 0 : offset + 1
    const last = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1
    // Shorter pieces turn up in any base64 by chance.
    if (last - first >= 6) yield encoded.slice(first, last)
  }
}

/** `encodeURIComponent` throws on half a surrogate pair; such a secret has no URL form. */
function encodeUrl(secret: string): string {
  try {
    return encodeURIComponent(secret)
  } catch {
    return secret
  }
}
