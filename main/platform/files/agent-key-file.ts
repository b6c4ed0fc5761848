import { type KeyFile, NO_KEYS, readStoredKeys, type StoredKeys } from '../../agent/stored-keys.ts'
import type { Log } from '../../shared/log.ts'
import { openJsonFile } from './json-file.ts'

/** `agents.json` of the data folder: public keys of the operator and of devices, without private ones. */
export function openAgentKeyFile(
  folder: string,
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): KeyFile {
  const defaults: { readonly keys: StoredKeys } = { keys: NO_KEYS }
  const isValid = ({ keys }: Readonly<Record<string, unknown>>) => readStoredKeys(keys) !== null
  const file = openJsonFile(folder, 'agents', { defaults, isValid }, env)
  return { read: () => readStoredKeys(file.get('keys')) ?? NO_KEYS, write: (keys) => file.set('keys', keys) }
}
