import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../../../../preload/contract/errors.ts'
import { diskFailed } from '../../../shared/files.ts'
import { decodeText, encodingOf } from '../../../shared/text-encoding.ts'
import { FILE_NOTES } from './import-notes.ts'
import { type ProfileFile, readProfiles } from './read-profiles.ts'
import { type Skimmer, skimmerFor } from './without-messages.ts'

/** Read whole up to here; beyond it, only what an export holds besides messages. */
const MAX_BYTES = 4_000_000
/** No export of messages is so large that a console should wait for it. */
const MAX_STREAMED_BYTES = 1_000_000_000
const PIECE_BYTES = 1 << 20

/** Reads the connections of a file. Throws `PROFILE_FILE_INVALID`, and `DISK_FAILED` for one that cannot be read. */
export async function readProfileFile(path: string, newId: () => string): Promise<ProfileFile> {
  const size = await sizeOf(path)
  if (size > MAX_STREAMED_BYTES) return nothing()
  if (size > MAX_BYTES) return readLarge(path, newId)
  const { text, encoding, isGuess } = decodeText(
    await readFile(path).catch((cause) => Promise.reject(diskFailed(path, cause))),
  )
  const file = readProfiles(text, newId, isGuess)
  if (isGuess) return { ...file, notes: [...file.notes, FILE_NOTES.guessed] }
  return encoding === 'utf-8' ? file : { ...file, notes: [...file.notes, FILE_NOTES.utf16] }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (cause) {
    throw diskFailed(path, cause)
  }
}

function nothing(): ProfileFile {
  return { profiles: [], refused: [], notes: [FILE_NOTES.tooLarge] }
}

async function readLarge(path: string, newId: () => string): Promise<ProfileFile> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let skimmer: Skimmer | null = null
  let kept = ''
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
      const text = decoder.decode(piece, { stream: true })
      skimmer ??= skimmerFor(text)
      if (skimmer === null) throw new AppError('PROFILE_FILE_INVALID')
      kept += skimmer.push(text)
      if (kept.length > MAX_BYTES) return nothing()
    }
  } catch (cause) {
    // Bytes that are no text in the encoding of the file.
    if (cause instanceof TypeError) throw new AppError('PROFILE_FILE_INVALID', {}, { cause })
    throw diskFailed(path, cause)
  }
  const file = readProfiles(kept + (skimmer?.end() ?? ''), newId)
  return { ...file, notes: [...file.notes, FILE_NOTES.skipped] }
}
