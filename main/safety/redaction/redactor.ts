import { REDACTED } from './mark.ts'
import { redactPatterns } from './patterns.ts'
import { redactPem } from './pem.ts'
import { spellingsOf } from './spellings.ts'

/** Text left by one pass can read as a secret in its new surroundings; a handful of passes settles any text. */
const MAX_PASSES = 5

/** A shorter secret is taken out as a whole word only: inside words it would leave no text. */
const MIN_ANYWHERE = 4

/** Texts without a secret that are known as such, the latest; what was asked stands in many prompts after it. */
const MAX_CLEAN = 256
const MAX_CLEAN_CHARS = 4_096

/** Takes secrets out of text before it reaches a model, a log, the clipboard or an export (`../README.md`). */
export class Redactor {
  #secrets: () => Iterable<string>
  /** Those of the last call, with their forms: forms are many, and secrets seldom change. */
  #known: readonly string[] = []
  #spellings: ReadonlyMap<string, readonly string[]> = new Map()
  #forms: readonly string[] = []
  /** Only texts that stay as they are, so that no secret is kept here. */
  readonly #clean = new Set<string>()

  constructor(deps: { readonly secrets?: () => Iterable<string> } = {}) {
    this.#secrets = deps.secrets ?? (() => [])
  }

  /** Sets the source of all stored secrets; it is read at every call, because they change. */
  setSecrets(secrets: () => Iterable<string>): void {
    this.#secrets = secrets
  }

  /** Idempotent, in time linear in the length of `text`. */
  redact(text: string): string {
    this.#readSecrets()
    if (this.#clean.has(text)) return text
    let out = this.#redactStored(text)
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      const before = out
      out = redactPatterns(redactPem(before))
      if (out === before) break
    }
    if (out === text) this.#rememberClean(text)
    return out
  }

  #rememberClean(text: string): void {
    if (text.length > MAX_CLEAN_CHARS) return
    const [oldest] = this.#clean
    if (oldest !== undefined && this.#clean.size >= MAX_CLEAN) this.#clean.delete(oldest)
    this.#clean.add(text)
  }

  #readSecrets(): void {
    const secrets = [...this.#secrets()]
    const known = this.#known
    if (secrets.length === known.length && secrets.every((secret, index) => secret === known[index])) return
    const long = [...new Set(secrets)].filter(({ length }) => length >= MIN_ANYWHERE)
    this.#spellings = new Map(long.map((secret) => [secret, this.#spellings.get(secret) ?? spellingsOf(secret)]))
    this.#forms = [...new Set([...this.#spellings.values()].flat())].sort((a, b) => b.length - a.length)
    this.#known = secrets
    this.#clean.clear()
  }

  #redactStored(text: string): string {
    let out = text
    for (const secret of this.#known) {
      if (secret !== '' && secret.length < MIN_ANYWHERE) out = out.replace(wholeWord(secret), REDACTED)
    }
    for (const form of this.#forms) if (out.includes(form)) out = out.split(form).join(REDACTED)
    return out
  }
}

function wholeWord(secret: string): RegExp {
  const literal = secret.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  return new RegExp(`(?<![A-Za-z0-9_])${literal}(?![A-Za-z0-9_])`, 'g')
}
