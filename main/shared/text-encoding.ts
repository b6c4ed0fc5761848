/** The encodings that texts of this app's users come in. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncodingName
  /**
   * True where nothing in the file says how it is encoded: then what is not ASCII may be other characters than those
   * that were typed.
   */
  readonly isGuess: boolean
}

/** Bytes from which the encoding of a whole file is told. */
const SAMPLE_BYTES = 4096

/**
 * Decodes a file by its byte order mark, else as UTF-8, else as UTF-16 by its zero bytes, else as GB 18030 (of which GBK is a
 * part). The last is a guess.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes.subarray(0, SAMPLE_BYTES))
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, isGuess: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', isGuess: false }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030', isGuess: true }
  }
}

/** The encoding that the first bytes of a file say; UTF-8 where they say nothing. */
export function encodingOf(start: Uint8Array): TextEncodingName {
  return markedEncoding(start) ?? unmarkedUtf16(start.subarray(0, SAMPLE_BYTES)) ?? 'utf-8'
}

function markedEncoding([first, second, third]: Uint8Array): TextEncodingName | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** No text has zero bytes; in UTF-16, ASCII has one beside each character, always on the same side. */
function unmarkedUtf16(sample: Uint8Array): TextEncodingName | null {
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const enough = sample.length / 4
  if (odd > enough && even === 0) return 'utf-16le'
  return even > enough && odd === 0 ? 'utf-16be' : null
}
