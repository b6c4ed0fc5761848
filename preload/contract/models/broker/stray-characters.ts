const OPENING = '"\'`“”‘’«‹„「『《<([{（【,;，；、=*|\\'
const CLOSING = '"\'`“”‘’»›」』》>)]}）】,;，；、.。*|\\'
/** `MQTT_HOST=` of the line that a value was copied with. */
const ASSIGNED = /^[A-Za-z_]\w{0,40}=/

/** Brackets of an IPv6 address belong to it. */
const BRACKETED = /^\[[\da-f]{0,4}:[\da-f:.]{1,50}(?:%\w{1,20})?\]/i
const MAX_BRACKETED = 80

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
  while (from < to && isIn(OPENING, from) && !isBracketed(plain, from)) from += 1
  while (to > from && isIn(CLOSING, to - 1) && !isClosing(plain, to)) to -= 1
  return plain.slice(from, to)
}

function isBracketed(text: string, from: number): boolean {
  return text.charAt(from) === '[' && BRACKETED.test(text.slice(from, from + MAX_BRACKETED))
}

/** True where an IPv6 address in brackets ends before `to`. */
function isClosing(text: string, to: number): boolean {
  if (text.charAt(to - 1) !== ']') return false
  const end = text.slice(Math.max(0, to - MAX_BRACKETED), to)
  const from = end.lastIndexOf('[')
  return from >= 0 && BRACKETED.exec(end.slice(from))?.[0].length === end.length - from
}
