import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { AppError } from '../preload/contract/errors.ts'

/** Writes one file (0600) whole or not at all, over what is there: the system's dialog has asked. Throws `DISK_FAILED`. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const from = `${path}.${randomBytes(6).toString('hex')}.waypost`
  try {
    await writeNew(from, { text: content, mode: 0o600 })
    await rename(from, path)
  } catch (cause) {
    await rm(from, { force: true }).catch(() => undefined)
    throw diskFailed(path, cause)
  }
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
