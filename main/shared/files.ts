import { randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { AppError } from '../../preload/contract/errors.ts'

/** For its owner alone. */
const PRIVATE = 0o600

/** Writes one file (0600) whole or not at all, over what is there: the system's dialog has asked. Throws `DISK_FAILED`. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const from = beside(path)
  try {
    await writeNew(from, { text: content, mode: PRIVATE })
    await rename(from, path)
  } catch (cause) {
    await rm(from, { force: true }).catch(() => undefined)
    throw diskFailed(path, cause)
  }
}

/** The same for a small file of the app that is written in passing; not forced to the disk. Throws what the system says. */
export function writeWholeSync(path: string, content: string): void {
  const from = beside(path)
  try {
    const file = openSync(from, 'wx', PRIVATE)
    try {
      writeFileSync(file, content)
      fchmodSync(file, PRIVATE)
    } finally {
      closeSync(file)
    }
    renameSync(from, path)
  } catch (cause) {
    rmSync(from, { force: true })
    throw cause
  }
}

/** A name that nobody else uses, on the same file system. */
function beside(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.waypost`
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

/** What could not be written and why, as the operator is told. */
export function diskFailed(path: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  return new AppError('DISK_FAILED', { path, reason }, { cause })
}
