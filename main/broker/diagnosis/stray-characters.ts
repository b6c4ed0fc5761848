/** What a value got from the text that it was copied out of. */
export type Stray = 'quotes' | 'space' | 'comma'

const QUOTES = '"\'`“”‘’「」『』'
const COMMAS = ',;，；、'

/** What looks copied along in a user name or a password; it may belong there. */
export function straysIn(values: readonly (string | null)[]): Stray[] {
  const found = new Set<Stray>()
  for (const value of values) {
    if (value === null || value.length < 2) continue
    const [first, last] = [value.charAt(0), value.charAt(value.length - 1)]
    if (QUOTES.includes(first) && QUOTES.includes(last)) found.add('quotes')
    if (value.trim() !== value) found.add('space')
    if (COMMAS.includes(last)) found.add('comma')
  }
  return [...found]
}
