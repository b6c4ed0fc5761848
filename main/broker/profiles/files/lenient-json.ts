/** Why a text that looks like JSON is none: the line, from 1, and what the parser says. */
export class JsonProblem extends Error {
  readonly line: number

  constructor(line: number) {
    super('no JSON')
    this.line = line
  }
}

/**
 * Reads JSON with what people add to it: comments (`#`, `//`, `/* … *\/`), commas before a closing bracket, and the
 * quotes and words of Python and JavaScript. Throws `JsonProblem`.
 */
export function parseLenientJson(text: string): unknown {
  const plain = text.replace(/^\ufeff/, '')
  try {
    return JSON.parse(plain)
  } catch {
    const strict = withoutComments(plain)
    try {
      return JSON.parse(strict)
    } catch (error) {
      throw new JsonProblem(lineOf(error, strict))
    }
  }
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['undefined', 'null'],
])
const WORD = /[A-Za-z_$][\w$]*/y

/** Writes words and names without quotes as JSON has them. */
function wordOf(text: string, at: number): { readonly json: string; readonly end: number } | null {
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0]
  if (word === undefined) return null
  const end = at + word.length
  // Python's bytes and raw texts: b'…'.
  if (/^[bruf]{1,2}$/i.test(word) && /^["']/.test(text.charAt(end))) return { json: '', end }
  const isName = /^\s{0,20}:/.test(text.slice(end, end + 21))
  return { json: isName ? `"${word}"` : (WORDS.get(word) ?? word), end }
}

/** A text in single quotes as JSON has it. */
function doubleQuoted(text: string): string {
  const inside = text.slice(1, text.endsWith("'") && text.length > 1 ? -1 : undefined)
  return `"${inside.replace(/\\.|"/gs, (found) => (found === '"' ? '\\"' : found === "\\'" ? "'" : found))}"`
}

/** Puts spaces in the place of comments and of trailing commas, so that lines stay. */
function withoutComments(text: string): string {
  const out: string[] = []
  let comma = -1
  let at = 0
  const blank = (end: number) => {
    out.push(text.slice(at, end).replace(/[^\n]/g, ' '))
    at = end
  }
  const take = (end: number) => {
    out.push(text.slice(at, end))
    at = end
  }
  while (at < text.length) {
    const char = text.charAt(at)
    if (char === '"') {
      comma = -1
      take(stringEnd(text, at, char))
    } else if (char === "'") {
      comma = -1
      const end = stringEnd(text, at, char)
      out.push(doubleQuoted(text.slice(at, end)))
      at = end
    } else if (char === '#' || text.startsWith('//', at)) blank(indexOrEnd(text, '\n', at, 0))
    else if (text.startsWith('/*', at)) blank(indexOrEnd(text, '*/', at + 2, 2))
    else {
      if ((char === ']' || char === '}') && comma >= 0) out[comma] = ' '
      if (char === ',') comma = out.length
      else if (!/\s/.test(char)) comma = -1
      const word = wordOf(text, at)
      if (word === null) take(at + 1)
      else {
        out.push(word.json)
        at = word.end
      }
    }
  }
  return out.join('')
}

function stringEnd(text: string, from: number, quote: string): number {
  let at = from + 1
  while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}

function indexOrEnd(text: string, end: string, from: number, beyond: number): number {
  const at = text.indexOf(end, from)
  return at < 0 ? text.length : at + beyond
}

function lineOf(error: unknown, text: string): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  const before = position === undefined ? text : text.slice(0, Number(position))
  return before.split('\n').length
}
