import { isUtf8 } from 'node:buffer'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gbk'

/** Text of a log whatever program redirected it: with a BOM or without one, UTF-16 of PowerShell, GBK of a Chinese Windows. */
export function decodeLog(bytes: Uint8Array): string {
  const { encoding, bom } = encodingOf(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(bom))
}

/** Guesses the encoding from the bytes; `bom` is the length of the mark in front, which is no part of the text. */
export function encodingOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly bom: number } {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bom: 2 }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bom: 2 }
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', bom: 3 }
  const wide = wideEncoding(bytes.subarray(0, SAMPLE_BYTES))
  if (wide !== null) return { encoding: wide, bom: 0 }
  return { encoding: isGbk(bytes) ? 'gbk' : 'utf-8', bom: 0 }
}

const SAMPLE_BYTES = 4_096

/** Tells UTF-16 without a BOM by its zeros, because a log is mostly ASCII and every second byte of that is one. */
function wideEncoding(sample: Uint8Array): Encoding | null {
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  const pairs = sample.length / 2
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'utf-16le'
  if (even > pairs * 0.4 && odd < pairs * 0.1) return 'utf-16be'
  return null
}

/** True if the bytes are no UTF-8 but GBK. A few broken characters make no GBK, because Mosquitto cuts its lines at 1,000 bytes. */
function isGbk(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return false
  const text = new TextDecoder('utf-8').decode(bytes)
  const { broken, whole } = foreignLetters(text)
  if (broken === 0 || broken < whole) return false
  try {
    new TextDecoder('gbk', { fatal: true }).decode(bytes)
    return true
  } catch {
    // A part of a file may begin or end within a letter; what is left is most likely GBK where hardly any letter breaks.
    const gbk = foreignLetters(new TextDecoder('gbk').decode(bytes))
    return gbk.broken <= 2 && gbk.whole > 0
  }
}

function foreignLetters(text: string): { readonly broken: number; readonly whole: number } {
  const broken = text.split('\ufffd').length - 1
  const whole = (text.match(/[^\p{ASCII}\ufffd]/gu) ?? []).length
  return { broken, whole }
}
