import { REDACTED } from './mark.ts'
import { redactPatterns } from './patterns.ts'
import { redactPem } from './pem.ts'
import { spellingsOf } from './spellings.ts'

/** Text left by one pass can read as a secret in its new surroundings; a handful of passes settles any text. */
const MAX_PASSES = 5

/** A shorter secret is taken out as a whole word only: inside words it would leave no text. */
const MIN_ANYWHERE = 4

/** Takes secrets out of text before it reaches a model, a log, the clipboard or an export (`../README.md`). */
export class Redactor {
  #secrets: () => Iterable<string>
  /** The forms of each secret that was there at the last call: they are many, and the secrets seldom change. */
  #spellings: ReadonlyMap<string, readonly string[]> = new Map()

  constructor(deps: { readonly secrets?: () => Iterable<string> } = {}) {
    this.#secrets = deps.secrets ?? (() => [])
  }

  /** Sets the source of all stored secrets; it is read at every call, because they change. */
  setSecrets(secrets: () => Iterable<string>): void {
    this.#secrets = secrets
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
    const spellings = new Map<string, readonly string[]>()
    let out = text
    for (const secret of this.#secrets()) {
      if (secret === '') continue
      if (secret.length < MIN_ANYWHERE) out = out.replace(wholeWord(secret), REDACTED)
      else spellings.set(secret, this.#spellings.get(secret) ?? spellingsOf(secret))
    }
    this.#spellings = spellings
    const forms = [...new Set([...spellings.values()].flat())].sort((a, b) => b.length - a.length)
    for (const form of forms) if (out.includes(form)) out = out.split(form).join(REDACTED)
    return out
  }
}

function wholeWord(secret: string): RegExp {
  const literal = secret.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  return new RegExp(`(?<![A-Za-z0-9_])${literal}(?![A-Za-z0-9_])`, 'g')
}
