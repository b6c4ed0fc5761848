import { renameSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'
import type { Log } from '../ports.ts'

/** Typed access to a JSON file by its top-level keys. */
export interface JsonFile<T extends object> {
  get<Key extends keyof T & string>(key: Key): T[Key]
  set<Key extends keyof T & string>(key: Key, value: T[Key]): void
}

/**
 * A JSON file of the app's data folder, written to a temporary name and renamed. A file that is no JSON is moved aside
 * and started anew: the app must open, and nothing is lost.
 */
export function openJsonFile<T extends object>(folder: string, name: string, defaults: T, log: Log): JsonFile<T> {
  const store = openOrMoveAside(folder, name, Object.fromEntries(Object.entries(defaults)), log)
  return {
    get: (key) => store.get(key) as T[typeof key],
    set: (key, value) => store.set(key, value),
  }
}

type Store = ElectronStore<Record<string, unknown>>

function openOrMoveAside(folder: string, name: string, defaults: Record<string, unknown>, log: Log): Store {
  const open = () =>
    new ElectronStore<Record<string, unknown>>({
      cwd: folder,
      name,
      defaults,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
    })
  try {
    return open()
  } catch (error) {
    const file = join(folder, `${name}.json`)
    const aside = join(folder, `${name}.unreadable-${Date.now()}.json`)
    renameSync(file, aside)
    log.error(`${file} was not readable and is kept as ${aside}`, error)
    return open()
  }
}
