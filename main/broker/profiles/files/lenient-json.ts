/** Why a text that looks like JSON is none: the line, from 1, and what the parser says. */
export class JsonProblem extends Error {
  readonly line: number

  constructor(line: number) {
    super('no JSON')
    this.line = line
  }
}

/**
 * Reads JSON with what people add to it: comments (`#`, `//`, `/* … *\/`) and commas before a closing bracket. Throws
 * `JsonProblem`.
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

/** Puts spaces in the place of comments and of trailing commas, so that positions stay. */
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
      take(stringEnd(text, at))
    } else if (char === '#' || text.startsWith('//', at)) blank(indexOrEnd(text, '\n', at, 0))
    else if (text.startsWith('/*', at)) blank(indexOrEnd(text, '*/', at + 2, 2))
    else {
      if ((char === ']' || char === '}') && comma >= 0) out[comma] = ' '
      if (char === ',') comma = out.length
      else if (!/\s/.test(char)) comma = -1
      take(at + 1)
    }
  }
  return out.join('')
}

function stringEnd(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1
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
