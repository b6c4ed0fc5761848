import { type SetupRepository, wellFormed } from '../../setup/setup-record.ts'
import type { Log } from '../../shared/log.ts'
import { openJsonFile } from './json-file.ts'

/** `setups.json` of the data folder: plans, certificates and salted hashes; no password and no key. */
export function openSetupFile(
  folder: string,
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): SetupRepository {
  const defaults: { setups: readonly unknown[] } = { setups: [] }
  const isValid = (content: Readonly<Record<string, unknown>>) => Array.isArray(content.setups)
  const file = openJsonFile(folder, 'setups', { defaults, isValid }, env)
  return {
    read: () => wellFormed(file.get('setups')),
    // A record that cannot be read stays in the file, for somebody to repair.
    write: (setups) => {
      const unreadable = file.get('setups').filter((saved) => wellFormed([saved]).length === 0)
      file.set('setups', [...setups, ...unreadable])
    },
  }
}
