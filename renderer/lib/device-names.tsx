import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { DEVICE_NAMES_MAX } from '../../preload/contract/models/limits.ts'
import { request } from './api.ts'
import { useAppState } from './app-state.tsx'
import { useEvent } from './use-event.ts'

const GATHER_MS = 20
const KEPT_MAX = 20_000

/** Names that the operator gave to devices of one connection; asked for in groups, once each. */
class DeviceNames {
  readonly #names = new Map<string, string>()
  readonly #wanted = new Set<string>()
  readonly #listeners = new Set<() => void>()
  readonly #connectionId: string
  #timer: ReturnType<typeof setTimeout> | null = null
  #round = 0

  constructor(connectionId: string) {
    this.#connectionId = connectionId
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Returns an empty text for a device without a name, and undefined until main has answered. */
  get(deviceId: string): string | undefined {
    return this.#names.get(deviceId)
  }

  want(deviceId: string): void {
    if (this.#names.has(deviceId)) return
    this.#wanted.add(deviceId)
    this.#timer ??= setTimeout(() => this.#ask(), GATHER_MS)
  }

  /** Forgets all names, because some may have been given anew; what is shown is asked for again. */
  clear(): void {
    this.#round += 1
    this.#names.clear()
    for (const listener of this.#listeners) listener()
  }

  dispose(): void {
    this.#round += 1
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#listeners.clear()
  }

  #ask(): void {
    this.#timer = null
    const deviceIds = [...this.#wanted].slice(0, DEVICE_NAMES_MAX)
    for (const id of deviceIds) this.#wanted.delete(id)
    if (this.#wanted.size > 0) this.#timer = setTimeout(() => this.#ask(), GATHER_MS)
    const round = this.#round
    request('devices.names', { connectionId: this.#connectionId, deviceIds }).then(
      (named) => {
        if (round !== this.#round) return
        if (this.#names.size > KEPT_MAX) this.#names.clear()
        for (const id of deviceIds) this.#names.set(id, '')
        for (const { deviceId, name } of named) this.#names.set(deviceId, name)
        for (const listener of this.#listeners) listener()
      },
      // A device is shown by its id then, which is never wrong.
      () => undefined,
    )
  }
}

const NamesContext = createContext<DeviceNames | null>(null)

/** Gives the names of the active connection's devices to whatever shows one. */
export function DeviceNamesProvider({ children }: { readonly children: ReactNode }) {
  const connectionId = useAppState((state) => state.connection.profileId)
  const [names, setNames] = useState<DeviceNames | null>(null)
  useEffect(() => {
    if (connectionId === null) return
    const made = new DeviceNames(connectionId)
    setNames(made)
    return () => {
      made.dispose()
      setNames(null)
    }
  }, [connectionId])
  const entries = useRef(0)
  useEvent('devices.changed', (changed) => {
    if (changed.entries === entries.current) return
    entries.current = changed.entries
    names?.clear()
  })
  return <NamesContext value={names}>{children}</NamesContext>
}

const NOTHING = () => () => undefined

/** Returns the name that the operator gave to a device of the active connection; empty without one, or not known yet. */
export function useDeviceName(deviceId: string): string {
  const names = useContext(NamesContext)
  const name = useSyncExternalStore(names?.subscribe ?? NOTHING, () => names?.get(deviceId))
  useEffect(() => {
    if (name === undefined) names?.want(deviceId)
  }, [names, name, deviceId])
  return name ?? ''
}
