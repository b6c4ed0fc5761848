/** Most words that one brace expression may become before it is called unknown. */
export const MAX_BRACE_WORDS = 64

/**
 * Returns the alternatives of `{a,b}` and `{1..3}` as bash makes them, nested ones too; quotes inside are dropped. Undefined
 * when there are more than {@link MAX_BRACE_WORDS}.
 *
 * Handles: lists, ranges of numbers and letters, nesting.
 * @example `{rm,-rf,/}` → forbidden
 * @example `ls a{1..9}.log` → read
 */
export function expandBraces(text: string): string[] | undefined {
  const words = expand(text, 0)
  return words && words.length <= MAX_BRACE_WORDS ? words.map((word) => word.replace(/["'\\]/g, '')) : undefined
}

function expand(text: string, depth: number): string[] | undefined {
  const open = text.indexOf('{')
  const close = open < 0 ? -1 : closingBrace(text, open)
  if (open < 0 || close < 0) return [text]
  if (depth > 8) return undefined
  const inner = text.slice(open + 1, close)
  const choices = alternativesOf(inner)
  const tails = expand(text.slice(close + 1), depth + 1)
  if (!choices || !tails) return undefined
  const words: string[] = []
  for (const choice of choices) {
    const heads = choices.length > 1 ? expand(choice, depth + 1) : [`{${choice}}`]
    if (!heads) return undefined
    for (const head of heads) for (const tail of tails) words.push(text.slice(0, open) + head + tail)
    if (words.length > MAX_BRACE_WORDS) return undefined
  }
  return words
}

function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '\\') i++
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return i
  }
  return -1
}

function alternativesOf(inner: string): string[] | undefined {
  const range = /^(-?\d+|[A-Za-z])\.\.(-?\d+|[A-Za-z])(?:\.\.-?\d+)?$/.exec(inner)
  if (range?.[1] !== undefined && range[2] !== undefined) return rangeOf(range[1], range[2])
  const found: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < inner.length; i++) {
    const char = inner.charAt(i)
    if (char === '\\') i++
    else if (char === '{') depth++
    else if (char === '}') depth--
    else if (char === ',' && depth === 0) {
      found.push(inner.slice(start, i))
      start = i + 1
    }
  }
  found.push(inner.slice(start))
  return found
}

function rangeOf(from: string, to: string): string[] | undefined {
  const isNumber = /\d/.test(from)
  const a = isNumber ? Number(from) : from.charCodeAt(0)
  const b = isNumber ? Number(to) : to.charCodeAt(0)
  if (Math.abs(a - b) >= MAX_BRACE_WORDS) return undefined
  const step = a <= b ? 1 : -1
  return Array.from({ length: Math.abs(a - b) + 1 }, (_, k) =>
    isNumber ? String(a + k * step) : String.fromCharCode(a + k * step),
  )
}
