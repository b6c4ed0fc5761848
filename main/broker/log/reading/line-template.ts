/**
 * Compares lines with format strings of the broker: `Client {client} disconnected, {reason}`. Fields are found from the right,
 * because what a client chose itself, its id, stands to the left of the broker's own words and may imitate them.
 */
export class LineTemplate {
  readonly #literals: readonly string[]
  readonly #fields: readonly string[]

  constructor(template: string) {
    const parts = template.split(/[{}]/)
    this.#literals = parts.filter((_part, index) => index % 2 === 0).map(comparable)
    this.#fields = parts.filter((_part, index) => index % 2 === 1)
  }

  /** What every matching line begins with, in its comparable form. */
  get start(): string {
    return this.#literals[0] ?? ''
  }

  /** Returns the fields of a line that matches, else null. `form` is the comparable form of `line`. */
  match(line: string, form: string): Record<string, string> | null {
    const first = this.start
    const last = this.#literals.at(-1) ?? ''
    if (this.#fields.length === 0) return form === first ? {} : null
    if (form.length < first.length + last.length || !form.startsWith(first) || !form.endsWith(last)) return null
    const fields: Record<string, string> = {}
    let end = form.length - last.length
    for (let index = this.#fields.length - 1; index > 0; index -= 1) {
      const literal = this.#literals[index] ?? ''
      const at = form.lastIndexOf(literal, end - literal.length)
      if (at < first.length || end < literal.length) return null
      fields[this.#fields[index] ?? ''] = line.slice(at + literal.length, end)
      end = at
    }
    fields[this.#fields[0] ?? ''] = line.slice(first.length, end)
    return fields
  }
}

/** Makes quotes alike and drops the full stop, because versions differ in both. Keeps the place of every other letter. */
export function comparable(line: string): string {
  return line.replace(/['“”„‘’]/g, '"').replace(/[.。]$/, '')
}
