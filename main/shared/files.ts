import { randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../preload/contract/errors.ts'

// Not by `atomically`, because that takes a short write, as on a full disk, for a whole one and may open a file of others.

/** Readable by its owner alone. */
const PRIVATE = 0o600

/**
 * Writes one file (0600) whole or not at all, down to the disk, over one that is there because the system's dialog has asked.
 * Throws `DISK_FAILED`.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = temporaryBeside(path)
  try {
    await writeNew(temporary, { text: content, mode: PRIVATE })
    await rename(temporary, path)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw diskFailed(path, cause)
  }
}

/**
 * Does the same for a small file of the app while the window waits, so without forcing it to the disk. Throws what the system
 * says.
 */
export function writeWholeSync(path: string, content: string): void {
  const temporary = temporaryBeside(path)
  try {
    const file = openSync(temporary, 'wx', PRIVATE)
    try {
      writeFileSync(file, content)
      fchmodSync(file, PRIVATE)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
}

/** Makes a name that nobody else uses, in the same folder because a rename must not leave the file system. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${randomBytes(6).toString('hex')}.waypost`)
}

interface Content {
  readonly text: string | Uint8Array
  readonly mode: number
}

/** Writes a file that is not there yet, with exactly this mode, down to the disk. */
export async function writeNew(path: string, { text, mode }: Content): Promise<void> {
  const handle = await open(path, 'wx', mode)
  try {
    await handle.writeFile(text)
    // The process's umask may have taken bits away.
    await handle.chmod(mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Says to the operator which file could not be written, and why. */
export function diskFailed(path: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  return new AppError('DISK_FAILED', { path, reason }, { cause })
}
