/** Tokens of a shell pattern: a literal character, `?` (also for a bracket) or `*`. */
type Token = string | { readonly kind: 'any' | 'many' }

const ANY: Token = { kind: 'any' }
const MANY: Token = { kind: 'many' }

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = []
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i)
    if (char === '\\' && i + 1 < pattern.length) tokens.push(pattern.charAt(++i))
    else if (char === '*') tokens.push(MANY)
    else if (char === '?') tokens.push(ANY)
    else if (char === '[') {
      const close = pattern.indexOf(']', i + 2)
      if (close < 0) tokens.push(char)
      else {
        tokens.push(ANY)
        i = close
      }
    } else tokens.push(char)
  }
  return tokens
}

const isMany = (token: Token | undefined): boolean => typeof token === 'object' && token.kind === 'many'

/**
 * Whether two shell patterns can match one and the same name. Brackets count as any character.
 * Quadratic in the lengths, both of which are bounded by the length of a command.
 */
export function patternsMeet(left: string, right: string): boolean {
  const a = tokensOf(left)
  const b = tokensOf(right)
  let row = new Uint8Array(b.length + 1)
  for (let i = a.length; i >= 0; i--) {
    const next = new Uint8Array(b.length + 1)
    for (let j = b.length; j >= 0; j--) next[j] = meetAt(a[i], b[j], next[j + 1], row[j], row[j + 1])
    row = next
  }
  return row[0] === 1
}

function meetAt(
  x: Token | undefined,
  y: Token | undefined,
  skipY: number | undefined,
  skipX: number | undefined,
  skipBoth: number | undefined,
): 0 | 1 {
  if (x === undefined && y === undefined) return 1
  if (isMany(x) && (skipX === 1 || (y !== undefined && skipY === 1))) return 1
  if (isMany(y) && (skipY === 1 || (x !== undefined && skipX === 1))) return 1
  if (x === undefined || y === undefined || isMany(x) || isMany(y)) return 0
  const isSame = typeof x === 'object' || typeof y === 'object' || x === y
  return isSame && skipBoth === 1 ? 1 : 0
}
