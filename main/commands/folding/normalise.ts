import { scanMasks } from './mask-scanner.ts'

/** Characters at each end of an output that masks see; what is between counts as it is. */
const MASKED_EDGE_CHARS = 8 * 1024

/** Colour and other control sequences of ECMA-48 (CSI), bounded because a device writes the text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequence begins with ESC
const CONTROL_SEQUENCE = /\u001b\[[0-?]{0,64}[ -/]{0,8}[@-~]/g

/** Removes what two equal answers may differ in: colours, line ends, blanks at ends of lines and of the text. Linear. */
export function normalise(text: string): string {
  const plain = text.includes('\u001b') ? text.replace(CONTROL_SEQUENCE, '') : text
  // Trimmed line by line, because a pattern for blanks before a line end is quadratic on a line of blanks.
  const lines = plain.split(/\r\n|\r|\n/)
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
}

/**
 * Puts tokens in place of what differs by nature: times, addresses, quantities, and the names of the device, longer ones
 * first. Takes normalised text.
 */
export function masked(text: string, names: readonly string[]): string {
  if (text.length <= 2 * MASKED_EDGE_CHARS) return maskedPart(text, names)
  const middle = text.slice(MASKED_EDGE_CHARS, -MASKED_EDGE_CHARS)
  return [text.slice(0, MASKED_EDGE_CHARS), text.slice(-MASKED_EDGE_CHARS)]
    .map((edge) => maskedPart(edge, names))
    .join(`\0${middle}\0`)
}

function maskedPart(text: string, names: readonly string[]): string {
  return scanMasks(names.reduce(withoutName, text))
}

/** Puts a token for a name where it stands as a word of its own, because a short one is also a part of words. */
function withoutName(text: string, name: string): string {
  if (name === '') return text
  let result = ''
  let from = 0
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length
    if (isWordCharacter(text[at - 1]) || isWordCharacter(text[end])) continue
    result += `${text.slice(from, at)}<device>`
    from = end
  }
  return result + text.slice(from)
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\w-]/.test(character)
}
