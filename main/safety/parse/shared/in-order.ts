/**
 * True if a text holds something like each of the parts, one behind the other, and nothing of `breaker` between them.
 * Linear: each part is searched once in each piece, which one expression with gaps (`a.*b.*c`) is not.
 */
export function hasInOrder(text: string, parts: readonly RegExp[], breaker?: RegExp): boolean {
  return (breaker ? text.split(breaker) : [text]).some((piece) => {
    let rest = piece
    return parts.every((part) => {
      const found = part.exec(rest)
      if (found) rest = rest.slice(found.index + found[0].length)
      return found !== null
    })
  })
}
