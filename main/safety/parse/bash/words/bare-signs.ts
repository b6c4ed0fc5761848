import type { FloorReason } from '../floor-reasons.ts'

/**
 * Finds signs outside of quotes that only stand in constructs which cannot be judged, because the parser repairs some broken
 * ones and the shell reads them in its own way. One pass over the text.
 *
 * Handles: parentheses, `$[`, a backslash at the end.
 * @example `ls (` → unknown
 * @example `echo $[1+1]` → unknown
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
