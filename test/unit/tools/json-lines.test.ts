import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textLines } from '../../tools/json-lines.ts'

async function linesFrom(...chunks: readonly (string | Buffer)[]): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const some of textLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) lines.push(...some)
  return lines
}

describe('lines of the headless tools', () => {
  // Catches: node:readline, which makes two broken lines of an object whose string holds U+2028.
  it('end at \\n alone, not at separators that JSON allows in a string', async () => {
    const object = JSON.stringify({ command: 'echo a\u2028b\u2029c\u0085d' })
    expect(await linesFrom(`${object}\n${object}\r\n${object}`)).toEqual([object, `${object}\r`, object])
  })

  // Catches: a character, or a line, that is torn where one chunk ends and the next begins.
  it('are the same however the input is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(), async (texts, at) => {
        const lines = texts.map((text) => JSON.stringify(text))
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
        const cut = at % (bytes.length + 1)
        expect(await linesFrom(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(lines)
      }),
    )
  })
})
