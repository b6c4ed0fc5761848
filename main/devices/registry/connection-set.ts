import type { DeviceRef } from '../../../preload/contract/models/devices/device.ts'
import { ConnectionDevices, type OnPresence } from './connection-devices.ts'
import type { DeviceRecord } from './device-record.ts'

/** Devices of all connections, by connection. */
export class ConnectionSet {
  readonly #connections = new Map<string, ConnectionDevices>()
  readonly #onPresence: OnPresence

  constructor(onPresence: OnPresence) {
    this.#onPresence = onPresence
  }

  /** Begins with a connection that is not known yet, without any devices; `now` is epoch ms. */
  open(connectionId: string, now: number): ConnectionDevices {
    const created = new ConnectionDevices(this.#onPresence, now)
    this.#connections.set(connectionId, created)
    return created
  }

  get(connectionId: string | null): ConnectionDevices | undefined {
    return connectionId === null ? undefined : this.#connections.get(connectionId)
  }

  find({ connectionId, deviceId }: DeviceRef): DeviceRecord | undefined {
    return this.#connections.get(connectionId)?.get(deviceId)
  }

  /** Starts the count of silence anew on every connection that listens. */
  listenAgain(now: number): void {
    for (const devices of this.#connections.values()) if (devices.isListening) devices.startListening(now)
  }

  /** Judges whom silence may have changed; returns how many records and lists may be another. */
  sweep(now: number): number {
    let changed = 0
    for (const devices of this.#connections.values()) changed += devices.sweep(now) + (devices.hasTimedView ? 1 : 0)
    return changed
  }
}
