import { endOfSequence, isColour, opensSequence } from './escape-sequence.ts'
import { isInvisible, visibleForm } from './invisible.ts'

type TextMark = 'invisible-characters' | 'control-characters'

/** Text that is safe to show, and what had to be made visible or taken out of it. */
export interface Sanitised {
  readonly text: string
  readonly marks: readonly TextMark[]
}

const LINE_FEED = 0x0a
const TAB = 0x09
const CARRIAGE_RETURN = 0x0d

/**
 * Makes text from a device safe to show (`../README.md`, Taint): keeps printable text, newline and tab; drops colours and every
 * other escape sequence; shows lone CR, BS and other controls as marks (⟨CR⟩ ⟨BS⟩), invisible characters as `⟨U+202E⟩`.
 * Idempotent, linear.
 */
export function sanitise(text: string): Sanitised {
  let out = ''
  let keptFrom = 0
  let index = 0
  let hasInvisible = false
  let hasControl = false
  while (index < text.length) {
    const code = text.charCodeAt(index)
    if ((code >= 0x20 && code < 0x7f) || code === LINE_FEED || code === TAB) {
      index += 1
      continue
    }
    const codePoint = code < 0xd800 || code > 0xdfff ? code : (text.codePointAt(index) ?? code)
    const width = codePoint > 0xffff ? 2 : 1
    const isLoneSurrogate = width === 1 && codePoint >= 0xd800 && codePoint <= 0xdfff
    if (
      code >= 0xa0 &&
      !isLoneSurrogate &&
      (!isInvisible(codePoint) || isEmojiStyle(text, keptFrom, index, codePoint))
    ) {
      index += width
      continue
    }
    out += text.slice(keptFrom, index)
    let end = index + width
    if (isLoneSurrogate) out += '\ufffd'
    else if (code >= 0xa0) {
      out += visibleForm(codePoint)
      hasInvisible = true
    } else if (opensSequence(code)) {
      end = endOfSequence(text, index)
      if (!isColour(text, index, end)) hasControl = true
    } else if (code !== CARRIAGE_RETURN || text.charCodeAt(end) !== LINE_FEED) {
      out += controlMark(code)
      hasControl = true
    }
    index = end
    keptFrom = end
  }
  const marks: TextMark[] = []
  if (hasInvisible) marks.push('invisible-characters')
  if (hasControl) marks.push('control-characters')
  return { text: keptFrom === 0 ? text : out + text.slice(keptFrom), marks }
}

/** A label of one line: sanitised, newline and tab as a space, at most `maxChars` UTF-16 units with `…` where it was cut. */
export function sanitiseLine(text: string, maxChars: number): string {
  const isLong = text.length > maxChars * 8
  const line = sanitise(isLong ? text.slice(0, maxChars * 8) : text)
    .text.replace(/[\n\t]/g, ' ')
    .trim()
  if (!isLong && line.length <= maxChars) return line
  const kept = line.slice(0, Math.max(0, maxChars - 1))
  // Never half of a surrogate pair.
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

/** U+FE0E and U+FE0F choose the look of the emoji directly before them; anywhere else they only hide data. */
function isEmojiStyle(text: string, keptFrom: number, index: number, codePoint: number): boolean {
  if (codePoint !== 0xfe0e && codePoint !== 0xfe0f) return false
  return /\p{Extended_Pictographic}$/u.test(text.slice(Math.max(keptFrom, index - 2), index))
}

const C0_NAMES =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  )

/** Names of C0 controls (ECMA-48) and DEL; many fonts have no pictures of them. C1 has numbers. */
function controlMark(code: number): string {
  if (code < 0x20) return `⟨${C0_NAMES[code]}⟩`
  return code === 0x7f ? '⟨DEL⟩' : visibleForm(code)
}
