import type { Log } from '../../shared/log.ts'
import { type JsonFile, openJsonFile } from './json-file.ts'
import { isSettingsFile, NO_SETTINGS, type SettingsFile } from './settings-store.ts'

/** `settings.json` of the data folder. Apart from the store, because opening it takes Electron. */
export function openSettingsFile(
  folder: string,
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): JsonFile<SettingsFile> {
  return openJsonFile(folder, 'settings', { defaults: NO_SETTINGS, isValid: isSettingsFile }, env)
}
