import { copyFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'
import { AppError } from '../../../preload/contract/errors.ts'
import type { Log } from '../../shared/log.ts'
import { makePrivate, PRIVATE_MODE } from './private-files.ts'

/** Typed access to a JSON file by its top-level keys. */
export interface JsonFile<T extends object> {
  get<Key extends keyof T & string>(key: Key): T[Key]
  /** Throws `DISK_FAILED`; the old file stays whole then. */
  set<Key extends keyof T & string>(key: Key, value: T[Key]): void
  /** Copies the file as it is on disk to a name beside it, which is answered. Throws what the system says. */
  copyAside(): string
}

/**
 * A JSON file of the app's data folder, written to a temporary name and renamed. A file that is no JSON, or not of the
 * shape expected, is moved aside and started anew: the app must open, and nothing is lost.
 */
export function openJsonFile<T extends object>(
  folder: string,
  name: string,
  shape: { readonly defaults: T; readonly isValid: (content: Readonly<Record<string, unknown>>) => boolean },
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): JsonFile<T> {
  const store = openOrMoveAside({ folder, name, ...shape, ...env })
  return {
    get: (key) => store.get(key) as T[typeof key],
    set: (key, value) => {
      try {
        store.set(key, value)
      } catch (cause) {
        throw new AppError('DISK_FAILED', { path: store.path }, { cause })
      }
    },
    copyAside: () => {
      const aside = asideOf(folder, name)
      copyFileSync(store.path, aside)
      return aside
    },
  }
}

type Store = ElectronStore<Record<string, unknown>>

interface Opening {
  readonly folder: string
  readonly name: string
  readonly defaults: object
  readonly isValid: (content: Readonly<Record<string, unknown>>) => boolean
  readonly log: Log
  readonly onMoved: (aside: string) => void
}

function openOrMoveAside({ folder, name, defaults, isValid, log, onMoved }: Opening): Store {
  makePrivate(join(folder, `${name}.json`))
  const open = () =>
    new ElectronStore<Record<string, unknown>>({
      cwd: folder,
      name,
      defaults: { ...defaults },
      configFileMode: PRIVATE_MODE,
      accessPropertiesByDotNotation: false,
    })
  try {
    const store = open()
    if (!isValid(store.store)) throw new TypeError('the file is not of the shape expected')
    return store
  } catch (error) {
    const file = join(folder, `${name}.json`)
    const aside = asideOf(folder, name)
    renameSync(file, aside)
    log.error(`${file} was not readable and is kept as ${aside}`, error)
    onMoved(aside)
    return open()
  }
}

function asideOf(folder: string, name: string): string {
  return join(folder, `${name}.unreadable-${Date.now()}.json`)
}
