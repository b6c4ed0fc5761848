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
 * True if some text matches both patterns.
 *
 * Handles: `*`, `?`, `[…]`, escaped signs.
 * @example `cat /e?c/sh?dow` → change
 * @example `cat /e?c/host[n]ame` → read
 */
export function patternsMeet(left: string, right: string): boolean {
  if (areApart(left, right)) return false
  const a = tokensOf(left)
  const b = tokensOf(right)
  if (!canBeAsLong(a, b) || !canBeAsLong(b, a)) return false
  let row = new Uint8Array(b.length + 1)
  for (let i = a.length; i >= 0; i--) {
    const next = new Uint8Array(b.length + 1)
    for (let j = b.length; j >= 0; j--) next[j] = meetAt(a[i], b[j], next[j + 1], row[j], row[j + 1])
    row = next
  }
  return row[0] === 1
}

/** True if the first may be as long as the second where that is of one length only. */
function canBeAsLong(pattern: readonly Token[], other: readonly Token[]): boolean {
  if (other.includes(MANY)) return true
  const least = pattern.filter((token) => token !== MANY).length
  return least === other.length || (least < other.length && pattern.includes(MANY))
}

/** True if the literal beginnings or ends already differ, which spares nearly every comparison with a table. */
function areApart(left: string, right: string): boolean {
  for (let i = 0; i < left.length || i < right.length; i++) {
    const x = left.charAt(i)
    const y = right.charAt(i)
    if (isSpecial(x) || isSpecial(y)) return areEndsApart(left, right)
    if (x !== y) return true
  }
  return false
}

/** True if the literal ends differ. */
function areEndsApart(left: string, right: string): boolean {
  for (let i = 1; i <= left.length && i <= right.length; i++) {
    const x = left.charAt(left.length - i)
    const y = right.charAt(right.length - i)
    if (isSpecial(x) || isSpecial(y) || x === ']' || y === ']') return false
    if (x !== y) return true
  }
  return false
}

const isSpecial = (char: string): boolean => char === '*' || char === '?' || char === '[' || char === '\\'

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
