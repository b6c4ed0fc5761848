import { isUtf8 } from 'node:buffer'
import { byteOrderMark, type TextEncodingName, unmarkedUtf16 } from '../../../shared/text-encoding.ts'

/** Text of a log whatever program redirected it: with a BOM or without one, UTF-16 of PowerShell, GBK of a Chinese Windows. */
export function decodeLog(bytes: Uint8Array): string {
  const { encoding, bom } = encodingOf(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(bom))
}

/** Guesses the encoding from the bytes; `bom` is the length of the mark in front, which is no part of the text. */
export function encodingOf(bytes: Uint8Array): { readonly encoding: TextEncodingName | 'gbk'; readonly bom: number } {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return { encoding: mark.encoding, bom: mark.bytes }
  return { encoding: unmarkedUtf16(bytes) ?? (isGbk(bytes) ? 'gbk' : 'utf-8'), bom: 0 }
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
