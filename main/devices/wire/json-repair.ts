/** NaN and infinities as Python, JavaScript and the C libraries of boards and of Windows write them. */
const NON_NUMBER = /(?<![\w.])[-+]?(?:nan(?:\(\w{0,16}\))?|inf(?:inity)?|\d\.#\w{1,8})(?![\w.])/gi
/** `.5` of `bc` and `+5` of `printf`. */
const BARE_FRACTION = /(?<![\w.])\.(?=\d)/g
const PLUS = /(?<![\w.+-])\+(?=[\d.])/g
/** A comma behind the last member, as a loop leaves it. */
const LAST_COMMA = /,(?=\s{0,16}[}\]])/g
/** A value that was empty where a text was put together. */
const NO_VALUE = /:(?=\s{0,16}[,}])/g
const CONTROL = /\p{Cc}/gu

/**
 * Mends what scripts and sketches that put JSON together by hand get wrong without leaving a doubt of what they mean:
 * numbers that are none and values that are missing become null, a last comma goes, numbers are written in full, and
 * control characters within texts are escaped. Changes nothing else, so that what is no JSON then is refused. Linear.
 */
export function mendedJson(text: string): string {
  let written = ''
  let from = 0
  while (from < text.length) {
    const quote = text.indexOf('"', from)
    const end = quote < 0 ? text.length : quote
    written += outsideOfTexts(text.slice(from, end))
    if (quote < 0) return written
    const closing = endOfText(text, quote + 1)
    if (closing < 0) return text
    written += text.slice(quote, closing + 1).replace(CONTROL, escaped)
    from = closing + 1
  }
  return written
}

function outsideOfTexts(code: string): string {
  return code
    .replace(NON_NUMBER, 'null')
    .replace(PLUS, '')
    .replace(BARE_FRACTION, '0.')
    .replace(LAST_COMMA, '')
    .replace(NO_VALUE, ':null')
}

function escaped(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Index of the quote that closes a text, or -1. */
function endOfText(text: string, from: number): number {
  let quote = text.indexOf('"', from)
  while (quote >= 0) {
    let backslashes = 0
    while (quote - backslashes > from && text[quote - backslashes - 1] === '\\') backslashes += 1
    if (backslashes % 2 === 0) return quote
    quote = text.indexOf('"', quote + 1)
  }
  return -1
}
