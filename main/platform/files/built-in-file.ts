import { readStored, type StoredBuiltIn } from '../../broker/built-in/config.ts'
import type { BuiltInStore } from '../../broker/built-in/lifecycle.ts'
import type { Log } from '../../shared/log.ts'
import { openJsonFile } from './json-file.ts'

/** `built-in.json` of the data folder: the built-in broker's set-up, with password hashes and without keys. */
export function openBuiltInFile(
  folder: string,
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): BuiltInStore {
  const isValid = ({ builtIn }: Readonly<Record<string, unknown>>) => builtIn === null || readStored(builtIn) !== null
  const defaults: { readonly builtIn: StoredBuiltIn | null } = { builtIn: null }
  const file = openJsonFile(folder, 'built-in', { defaults, isValid }, env)
  return { read: () => readStored(file.get('builtIn')), write: (stored) => file.set('builtIn', stored) }
}
