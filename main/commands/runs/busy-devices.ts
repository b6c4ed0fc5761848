import type { InFlight } from '../../../preload/contract/models/devices/device.ts'
import type { StoredCommand } from '../models.ts'
import type { DeviceDirectory } from '../ports.ts'

/** Tells the registry of the oldest command that a device may be at work on. */
export class BusyDevices {
  readonly #devices: Pick<DeviceDirectory, 'setBusy'>
  readonly #commands = new Map<string, Map<string, InFlight>>()

  constructor(devices: Pick<DeviceDirectory, 'setBusy'>) {
    this.#devices = devices
  }

  /** Adds a command of the device; null takes it out. */
  set({ connectionId, record: { deviceId, commandId } }: StoredCommand, command: InFlight | null): void {
    const key = `${connectionId}\n${deviceId}`
    const commands = this.#commands.get(key) ?? new Map<string, InFlight>()
    if (command !== null) commands.set(commandId, command)
    else commands.delete(commandId)
    if (commands.size > 0) this.#commands.set(key, commands)
    else this.#commands.delete(key)
    const [oldest] = commands.values()
    this.#devices.setBusy({ connectionId, deviceId }, oldest ?? null)
  }
}
