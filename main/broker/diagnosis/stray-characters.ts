/** What a value got from the text that it was copied out of. */
export type Stray = 'quotes' | 'space' | 'comma'

const OPENING = '"\'`“”‘’«‹„「『《<([{（【,;，；、=*|\\'
const CLOSING = '"\'`“”‘’»›」』》>)]}）】,;，；、.。*|\\'
/** `MQTT_HOST=` of the line that a value was copied with. */
const ASSIGNED = /^[A-Za-z_]\w{0,40}=/
const QUOTES = '"\'`“”‘’「」『』'
const COMMAS = ',;，；、'

/**
 * Takes away what surrounds an address in the file or sentence that it came from: quotes, commas, brackets, spaces, the name
 * of a variable, letters that nobody sees; and writes the full width of Chinese input in ASCII.
 */
export function withoutStrays(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(ASSIGNED, '')
  let from = 0
  let to = plain.length
  const isIn = (set: string, at: number) => set.includes(plain.charAt(at)) || /\s/.test(plain.charAt(at))
  while (from < to && isIn(OPENING, from)) from += 1
  while (to > from && isIn(CLOSING, to - 1)) to -= 1
  return plain.slice(from, to)
}

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
