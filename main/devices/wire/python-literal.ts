const OPENING = /^\s{0,16}\{\s{0,16}'/
const WORDS = /\b(?:True|False|None)\b/g
const JSON_WORDS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' }

/**
 * Turns what `str()` of Python makes of a dictionary into JSON, because scripts publish that in place of `json.dumps()`; null for a
 * text that does not begin like one. What is no JSON then either is refused by whoever parses it. Linear in the text.
 */
export function jsonOfPython(text: string): string | null {
  if (!OPENING.test(text)) return null
  let written = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const quote = text[at]
    if (quote !== "'" && quote !== '"') continue
    const end = endOfText(text, at)
    if (end < 0) return null
    written += outside(text.slice(from, at)) + inside(text.slice(at + 1, end))
    from = end + 1
    at = end
  }
  return written + outside(text.slice(from))
}

function outside(code: string): string {
  return code.replace(WORDS, (word) => JSON_WORDS[word] ?? word)
}

/** A JSON text of the same characters; `\'` and `\xb0` are of Python alone. */
function inside(body: string): string {
  const escaped = body.replace(/\\x([0-9a-f]{2})|\\(.)|"/gis, (whole, hex?: string, sign?: string) => {
    if (hex !== undefined) return `\\u00${hex}`
    if (sign === "'") return "'"
    return whole === '"' ? '\\"' : whole
  })
  return `"${escaped}"`
}

/** Index of the quote that closes the text which opens at `at`, or -1. */
function endOfText(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === text[at]) return index
  }
  return -1
}
