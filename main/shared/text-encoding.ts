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
  const marked = byteOrderMark(bytes)?.encoding ?? unmarkedUtf16(bytes)
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, isGuess: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', isGuess: false }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030', isGuess: true }
  }
}

/** The encoding that the first bytes of a file say; UTF-8 where they say nothing. */
export function encodingOf(start: Uint8Array): TextEncodingName {
  return byteOrderMark(start)?.encoding ?? unmarkedUtf16(start) ?? 'utf-8'
}

/** Returns the encoding that a byte order mark says, with the bytes of the mark; null without one. */
export function byteOrderMark([first, second, third]: Uint8Array): {
  readonly encoding: TextEncodingName
  readonly bytes: number
} | null {
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bytes: 2 }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bytes: 2 }
  return first === 0xef && second === 0xbb && third === 0xbf ? { encoding: 'utf-8', bytes: 3 } : null
}

/** Tells UTF-16 without a mark by its zeros: beside each ASCII character there is one, on the same side. */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const pairs = sample.length / 2
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'utf-16le'
  return even > pairs * 0.4 && odd < pairs * 0.1 ? 'utf-16be' : null
}
