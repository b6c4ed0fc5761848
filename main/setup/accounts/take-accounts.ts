import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../../../preload/contract/errors.ts'
import type { AccountsTaken } from '../../../preload/contract/models/broker/setup.ts'
import type { Dialogs } from '../../shared/dialogs.ts'
import { readAccountsFile } from './accounts-file.ts'

const MAX_BYTES = 4 * 1024 * 1024

/**
 * Asks for a file and reads its accounts; null if cancelled. Passwords go to `keep`, never into the answer. Throws `DISK_FAILED`
 * for a file that cannot be read.
 */
export async function takeAccounts(
  dialogs: Pick<Dialogs, 'openFile'>,
  keep: (passwords: ReadonlyMap<string, string>) => void,
): Promise<AccountsTaken | null> {
  const path = await dialogs.openFile(['csv', 'json', 'txt'])
  if (path === null) return null
  const { passwords, ...taken } = readAccountsFile(await contentOf(path))
  keep(passwords)
  return { ...taken, passwords: passwords.size }
}

async function contentOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    // Nothing is found in what is no file of accounts.
    return size > MAX_BYTES ? '' : await readFile(path, 'utf8')
  } catch (cause) {
    throw new AppError('DISK_FAILED', { path }, { cause })
  }
}
