import { changed, type MarkedText, type MarkedValue, marked, markedJson, unmarked } from '../../shared/marked-text.ts'

const MAX_OUTPUT_BYTES = 16 * 1024

/** Head and tail of a text, together at most `maxBytes` of UTF-8, with a mark where the middle is left out. */
export function headAndTail(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text)
  if (bytes.length <= maxBytes) return text
  const half = Math.floor(maxBytes / 2)
  const head = bytes
    .subarray(0, half)
    .toString()
    .replace(/(?<!\ufffd)\ufffd+$/u, '')
  const tail = bytes
    .subarray(bytes.length - half)
    .toString()
    .replace(/^\ufffd+/u, '')
  return `${head}\n[${bytes.length - 2 * half} bytes left out]\n${tail}`
}

/** Shares the budget for device output among several texts: each gets the same, 16 KB together. */
export function boundOutputs(outputs: readonly MarkedText[]): readonly MarkedText[] {
  const count = outputs.filter(({ text }) => text !== '').length
  const share = Math.floor(MAX_OUTPUT_BYTES / Math.max(1, count))
  return outputs.map((output) => changed(output, (text) => headAndTail(text, share)))
}

/** Untrusted data for a prompt: JSON between boundaries that whoever wrote the data cannot know. */
export function asUntrustedData(label: string, value: MarkedValue, boundary: string): MarkedText {
  const mark = unmarked(`${label} ${boundary}`)
  return marked`<<<${mark}\n${markedJson(value)}\n${mark}>>>`
}

/** Tokens of a text, roughly: a CJK character is one, other text four characters each. */
export function estimateTokens(text: string): number {
  const cjk = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  return cjk + Math.ceil((text.length - cjk) / 4)
}
