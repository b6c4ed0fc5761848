import { type FileHandle, open } from 'node:fs/promises'
import { decodeLog, encodingOf } from './decode-log.ts'

/** The end of a log file. `isCut`: there is more in front of it. */
export interface LogEnd {
  readonly text: string
  readonly size: number
  readonly isCut: boolean
}

interface ReadOptions {
  /** Told after each piece; both in bytes. */
  readonly onProgress?: (progress: { readonly read: number; readonly total: number }) => void
  readonly endBytes?: number
}

/** As much as the explanation looks at. */
const END_BYTES = 4_000_000
const PIECE_BYTES = 256 * 1_024
const HEAD_BYTES = 4_096

/** Reads the end of a log of any size, piece by piece; whole lines only. Rejects with what the system says. */
export async function readLogEnd(path: string, options: ReadOptions = {}): Promise<LogEnd> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const endBytes = options.endBytes ?? END_BYTES
    if (size <= endBytes) {
      const bytes = await readPieces(file, { from: 0, to: size }, options)
      return { text: decodeLog(bytes), size, isCut: false }
    }
    const head = await readPieces(file, { from: 0, to: Math.min(HEAD_BYTES, size) }, {})
    const { encoding, bom } = encodingOf(head)
    const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
    // Two bytes are one letter there, counted from the beginning of the file.
    const from = size - endBytes - (isWide ? (size - endBytes) % 2 : 0)
    const bytes = await readPieces(file, { from, to: size }, options)
    // The mark in front says the encoding of the whole file, which its end does not.
    const text = bom > 0 ? decodeLog(Buffer.concat([head.subarray(0, bom), bytes])) : decodeLog(bytes)
    return { text: text.slice(text.indexOf('\n') + 1), size, isCut: true }
  } finally {
    await file.close()
  }
}

async function readPieces(
  file: FileHandle,
  { from, to }: { readonly from: number; readonly to: number },
  { onProgress }: Pick<ReadOptions, 'onProgress'>,
): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from)
  let read = 0
  while (read < bytes.length) {
    const { bytesRead } = await file.read(bytes, read, Math.min(PIECE_BYTES, bytes.length - read), from + read)
    // A log that is being rotated may be shorter by now.
    if (bytesRead === 0) break
    read += bytesRead
    onProgress?.({ read, total: bytes.length })
  }
  return bytes.subarray(0, read)
}
