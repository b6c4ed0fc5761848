import { type FileHandle, open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
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
    if (await isCompressed(file)) return await readCompressed(file, size, { ...options, endBytes })
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

/** True for gzip, as logrotate leaves older logs. */
async function isCompressed(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0)
  return bytesRead === 3 && buffer[0] === 0x1f && buffer[1] === 0x8b && buffer[2] === 0x08
}

/** Unpacked, of what is bounded, because a small file may hold any length. */
const UNPACKED_BYTES = 400_000_000

/** Reads the end of what a compressed log holds; of a broken one, the end of what could be unpacked. */
async function readCompressed(
  file: FileHandle,
  size: number,
  { onProgress, endBytes }: ReadOptions & { readonly endBytes: number },
): Promise<LogEnd> {
  const input = file.createReadStream({ start: 0, autoClose: false, highWaterMark: PIECE_BYTES })
  const pieces = input.pipe(createGunzip())
  input.once('error', (error) => pieces.destroy(error))
  let kept: Buffer[] = []
  let [length, whole] = [0, 0]
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      kept.push(piece)
      length += piece.length
      whole += piece.length
      if (length > 2 * endBytes) {
        kept = [Buffer.concat(kept).subarray(-endBytes)]
        length = endBytes
      }
      onProgress?.({ read: Math.min(input.bytesRead, size), total: size })
      if (whole > UNPACKED_BYTES) break
    }
  } catch (error) {
    if (whole === 0) throw error
  } finally {
    input.destroy()
    pieces.destroy()
  }
  const isCut = whole > endBytes
  const text = decodeLog(Buffer.concat(kept).subarray(-endBytes))
  return { text: isCut ? text.slice(text.indexOf('\n') + 1) : text, size: whole, isCut }
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
