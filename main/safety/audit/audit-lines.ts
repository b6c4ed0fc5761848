import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

/** A longer line is none of ours, and is not read into memory. */
const MAX_LINE_BYTES = 16 * 1024 * 1024
const FIRST_TAIL_BYTES = 64 * 1024
const NEWLINE = 0x0a

/** Lines of a file without their newline, the last one also when it has none; null for one that is far too long. */
export async function* readLines(path: string): AsyncGenerator<Buffer | null> {
  let pieces: Buffer[] = []
  let pendingBytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      pieces.push(chunk.subarray(start, end))
      yield Buffer.concat(pieces)
      pieces = []
      pendingBytes = 0
      start = end + 1
    }
    if (start === chunk.length) continue
    pieces.push(chunk.subarray(start))
    pendingBytes += chunk.length - start
    if (pendingBytes > MAX_LINE_BYTES) {
      yield null
      return
    }
  }
  if (pendingBytes > 0) yield Buffer.concat(pieces)
}

/** The end of a file: its last whole line (null where there is none), and what follows the last newline. */
export async function readTail(path: string): Promise<{ readonly lastLine: Buffer | null; readonly rest: Buffer }> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    for (let bytes = FIRST_TAIL_BYTES; ; bytes *= 4) {
      const length = Math.min(bytes, size)
      const tail = Buffer.alloc(length)
      await handle.read(tail, 0, length, size - length)
      const end = tail.lastIndexOf(NEWLINE)
      const start = end <= 0 ? -1 : tail.lastIndexOf(NEWLINE, end - 1)
      if (start === -1 && length < size) continue
      return {
        lastLine: end === -1 ? null : tail.subarray(start + 1, end),
        rest: tail.subarray(end + 1),
      }
    }
  } finally {
    await handle.close()
  }
}
