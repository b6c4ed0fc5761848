import { constants } from 'node:fs'
import { access, chmod, lstat, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
// The build for Node declares a `require` of its own, which clashes with the bundler's.
import { type Zippable, zipSync } from 'fflate/browser'
import { AppError } from '../../../preload/contract/errors.ts'
import { diskFailed, temporaryBeside, writeNew } from '../../shared/files.ts'
import type { GeneratedFile } from './generated-file.ts'

/**
 * Writes all files below `folder`, or none: each goes to a temporary name first, and only when all are on disk they are
 * renamed. Throws `FILES_EXIST` when one is there already and `canReplace` is false, `DISK_FAILED` for what cannot be
 * written.
 */
export async function writeFiles(folder: string, files: readonly GeneratedFile[], canReplace: boolean): Promise<void> {
  const targets = files.map((file) => ({ file, target: join(folder, ...file.path.split('/')) }))
  await refuseExisting(folder, targets, canReplace)
  const made: string[] = []
  const temporary: { from: string; to: string }[] = []
  try {
    for (const { file, target } of targets) {
      await makeFolder(dirname(target), made)
      const from = temporaryBeside(target)
      temporary.push({ from, to: target })
      await writeNew(from, file)
    }
  } catch (cause) {
    await cleanUp(temporary, made)
    throw diskFailed(folder, cause)
  }
  for (const { from, to } of temporary) {
    await rename(from, to).catch(async (cause: unknown) => {
      await cleanUp(temporary, [])
      throw diskFailed(to, cause)
    })
  }
}

async function refuseExisting(
  folder: string,
  targets: readonly { file: GeneratedFile; target: string }[],
  canReplace: boolean,
): Promise<void> {
  const existing: string[] = []
  for (const { file, target } of targets) {
    const found = await lstat(target).catch(() => null)
    if (found === null) continue
    // A rename over a folder would fail half-way.
    if (found.isDirectory()) throw new AppError('DISK_FAILED', { path: target, reason: 'EISDIR' })
    existing.push(file.path)
  }
  if (existing.length > 0 && !canReplace) {
    throw new AppError('FILES_EXIST', { path: folder, count: existing.length, first: existing[0] ?? '' })
  }
}

/** Lets others enter, as with any folder of the operator's, because each file in it says for itself who reads it. */
const FOLDER_MODE = 0o755

/** Makes a folder with those above it, and notes in `made` the ones that were not there. */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first !== undefined) {
    for (let below = folder; ; below = dirname(below)) {
      made.push(below)
      await chmod(below, FOLDER_MODE)
      if (below === first || below === dirname(below)) break
    }
  }
  await access(folder, constants.W_OK)
}

async function cleanUp(temporary: readonly { from: string }[], made: readonly string[]): Promise<void> {
  for (const { from } of temporary) await rm(from, { force: true }).catch(() => undefined)
  const deepestFirst = [...made].sort((one, other) => other.length - one.length)
  for (const folder of deepestFirst) await rmdir(folder).catch(() => undefined)
}

const UNIX = 3

/** Packs the files into a ZIP archive, with their modes for systems that know them. */
export function zipFiles(files: readonly GeneratedFile[], at: Date): Uint8Array {
  const entries: Zippable = {}
  for (const { path, text, mode } of files) {
    entries[path] = [new TextEncoder().encode(text), { mtime: at, os: UNIX, attrs: (0o100000 | mode) << 16 }]
  }
  return zipSync(entries)
}
