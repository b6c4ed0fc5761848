import type { FloorReason } from '../floor-reasons.ts'

/**
 * Signs outside of quotes that only stand in constructs which cannot be judged. The parser repairs some broken ones
 * (`ls(`), the shell reads them in its own way; one pass over the text.
 */
export function bareSigns(text: string): FloorReason[] {
  const found = new Set<FloorReason>()
  let quote = ''
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '\\' && quote !== "'") {
      if (i === text.length - 1) found.add('parse')
      i++
    } else if (quote !== '') {
      if (char === quote) quote = ''
      else if (char === '$' && quote === '"' && text.charAt(i + 1) === '[') found.add('arithmetic')
    } else if (char === "'" || char === '"') quote = char
    else if (char === '(' || char === ')') found.add('signs')
    else if (char === '$' && text.charAt(i + 1) === '[') found.add('arithmetic')
  }
  return [...found]
}
