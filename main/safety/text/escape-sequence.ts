const BEL = 0x07
const CAN = 0x18
const SUB = 0x1a
const ESC = 0x1b
const ST = 0x9c
const CSI = 0x9b
const OSC = 0x9d
const NEWLINE = 0x0a
/** DCS, SOS, PM, APC as C1 controls (ECMA-48 5.3); OSC apart, because BEL ends it too. */
const STRING_CONTROLS: readonly number[] = [0x90, 0x98, 0x9e, 0x9f]

/** True for a character that can open an escape sequence, in its 7-bit (ESC) or 8-bit (C1) form. */
export function opensSequence(code: number): boolean {
  return code === ESC || code === CSI || code === OSC || STRING_CONTROLS.includes(code)
}

/**
 * Index just after the escape sequence that opens at `start` (ECMA-48; unterminated forms included). It never reads
 * past the next opener, so that a scan over a whole text stays linear.
 */
export function endOfSequence(text: string, start: number): number {
  const opener = text.charCodeAt(start)
  if (opener === CSI) return endOfCsi(text, start + 1)
  if (opener !== ESC) return endOfString(text, start + 1, opener === OSC)
  const next = text.charCodeAt(start + 1)
  if (next === 0x5b) return endOfCsi(text, start + 2)
  // ESC Fe is the 7-bit form of a C1 control: ESC ] is OSC, ESC P is DCS.
  const c1 = next + 0x40
  if (c1 === OSC || STRING_CONTROLS.includes(c1)) return endOfString(text, start + 2, c1 === OSC)
  let index = start + 1
  while (isBetween(text.charCodeAt(index), 0x20, 0x2f)) index += 1
  return isBetween(text.charCodeAt(index), 0x30, 0x7e) ? index + 1 : index
}

/** True if the sequence in `text[start, end)` only sets colours (SGR, ECMA-48 8.3.117). */
export function isColour(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end - 1) !== 0x6d) return false
  const from = text.charCodeAt(start) === CSI ? start + 1 : start + 2
  if (from > start + 1 && text.charCodeAt(start + 1) !== 0x5b) return false
  for (let index = from; index < end - 1; index += 1) if (!isBetween(text.charCodeAt(index), 0x30, 0x3b)) return false
  return true
}

function endOfCsi(text: string, from: number): number {
  let index = from
  while (isBetween(text.charCodeAt(index), 0x20, 0x3f)) index += 1
  return isBetween(text.charCodeAt(index), 0x40, 0x7e) ? index + 1 : index
}

/** An unterminated string ends with its line: it must not swallow the rest of an output. */
function endOfString(text: string, from: number, isBelEnding: boolean): number {
  let lineEnd = -1
  let index = from
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === NEWLINE && lineEnd < 0) lineEnd = index
    if ((code === BEL && isBelEnding) || code === CAN || code === SUB || code === ST) return index + 1
    if (code === ESC && text.charCodeAt(index + 1) === 0x5c) return index + 2
    if (opensSequence(code)) break
  }
  return lineEnd < 0 ? index : lineEnd
}

function isBetween(code: number, low: number, high: number): boolean {
  return code >= low && code <= high
}
