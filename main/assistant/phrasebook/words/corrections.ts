import { isNamed } from '../scoring.ts'
import type { Lexicon } from './lexicon.ts'
import { type NormalisedText, normalise } from './normalise.ts'
import type { Token } from './tokens.ts'

/** "the sensord service" names one; "runing services" does not. */
function isName(token: Token, tokens: readonly Token[]): boolean {
  return isNamed(token, tokens) && !/s$/u.test(tokens[tokens.indexOf(token) + 1]?.surface ?? '')
}

/** The disk-monitor service, "restart disk-monitor": a name is not taken apart. */
function isServiceName(token: Token, tokens: readonly Token[]): boolean {
  const at = tokens.indexOf(token)
  const isBeside = (step: number) => tokens[at + step]?.concept === 'service'
  return isBeside(-1) || isBeside(1) || /^(?:restart|start|stop)$/u.test(tokens[at - 1]?.concept ?? '')
}

/** The request with its misspelt words put right; null where there are none. A name is left as it is. */
export function correctSpelling(
  text: NormalisedText,
  tokens: readonly Token[],
  lexicon: Lexicon,
): NormalisedText | null {
  let result = ''
  let position = 0
  for (const token of tokens) {
    if (token.kind !== 'unknown') continue
    const corrected = lexicon.corrected(token.surface.toLowerCase())
    if (/[-_.]/u.test(token.surface) && isServiceName(token, tokens)) continue
    if (corrected === undefined || (isName(token, tokens) && !/ /u.test(corrected) && !lexicon.isProgram(corrected)))
      continue
    result += text.original.slice(position, token.start) + corrected
    position = token.end
  }
  return position === 0 ? null : normalise(result + text.original.slice(position))
}
