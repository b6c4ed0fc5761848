import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../../preload/contract/errors.ts'
import type { Dialogs } from '../shared/dialogs.ts'
import { writeWhole } from '../shared/files.ts'

/** A file to be read is text of a person's tools; what is larger was chosen by mistake. */
const READ_MAX_BYTES = 32 * 1024 * 1024

/** Files that the operator chooses in a dialog; null when it was cancelled. Throws `DISK_FAILED`, `IMPORT_INVALID`. */
export function chosenFiles(dialogs: Pick<Dialogs, 'saveAs' | 'openFile'>) {
  return {
    save: async (name: string, text: string): Promise<{ readonly path: string } | null> => {
      const path = await dialogs.saveAs(name)
      if (path === null) return null
      await writeWhole(path, text)
      return { path }
    },
    open: async (extensions: readonly string[]): Promise<{ readonly path: string; readonly text: string } | null> => {
      const path = await dialogs.openFile(extensions)
      if (path === null) return null
      const { size } = await failingAs(path, () => stat(path))
      if (size > READ_MAX_BYTES) throw new AppError('IMPORT_INVALID', { reason: 'too-large' })
      return { path, text: await failingAs(path, () => readFile(path, 'utf8')) }
    },
  }
}

async function failingAs<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (cause) {
    throw new AppError('DISK_FAILED', { path }, { cause })
  }
}
