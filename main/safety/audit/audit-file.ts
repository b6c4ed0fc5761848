import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** One file of the audit, open for appending. */
export interface AuditFile {
  readonly path: string
  /** Bytes in the file. */
  size(): Promise<number>
  append(text: string): Promise<void>
  /** On disk when it resolves. */
  sync(): Promise<void>
  /** Takes back what a failed append left behind. */
  truncate(bytes: number): Promise<void>
  close(): Promise<void>
}

const NAME = /^audit-(\d{6})\.jsonl$/

/** Number in the name of an audit file, or null where it is none. */
export function auditFileNumber(name: string): number | null {
  const match = NAME.exec(name)
  return match === null ? null : Number(match[1])
}

export function auditFileName(number: number): string {
  return `audit-${String(number).padStart(6, '0')}.jsonl`
}

/** Paths of the audit's files, oldest first; none where the folder does not exist. */
export async function listAuditFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => [])
  return names
    .filter((name) => auditFileNumber(name) !== null)
    .sort()
    .map((name) => join(directory, name))
}

/** Opens or creates a file for appending; a new one is entered in its folder on disk before this resolves. */
export async function openAuditFile(path: string): Promise<AuditFile> {
  const handle = await open(path, 'a', 0o600)
  if ((await handle.stat()).size === 0) await syncFolder(dirname(path))
  return {
    path,
    size: async () => (await handle.stat()).size,
    append: (text) => handle.appendFile(text, 'utf8'),
    sync: () => handle.sync(),
    truncate: (bytes) => handle.truncate(bytes),
    close: () => handle.close(),
  }
}

/** Windows has no fsync of folders; its journal enters the name with the file. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
