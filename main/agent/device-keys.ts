import { AppError } from '../../preload/contract/errors.ts'
import type { DeviceRef } from '../../preload/contract/models/devices/device.ts'
import { type PublicKey, readPublicKey } from './keys.ts'
import type { KeyFile } from './stored-keys.ts'

/** Public keys of devices, as their installation brought them; what the wire says of a key counts for nothing. */
export class DeviceKeys {
  readonly #file: KeyFile
  readonly #keys = new Map<string, PublicKey>()

  constructor(file: KeyFile) {
    this.#file = file
    for (const { pem, ...ref } of file.read().devices) {
      const key = readPublicKey(pem)
      if (key !== null) this.#keys.set(placeOf(ref), key)
    }
  }

  find(ref: DeviceRef): PublicKey | null {
    return this.#keys.get(placeOf(ref)) ?? null
  }

  /** Keeps the key of a device; null takes it out. Throws `OPERATOR_KEY_UNUSABLE` for a text that is no public key. */
  set({ connectionId, deviceId }: DeviceRef, pem: string | null): void {
    const key = pem === null ? null : readPublicKey(pem)
    if (pem !== null && key === null) throw new AppError('OPERATOR_KEY_UNUSABLE', { reason: 'public' })
    const keys = this.#file.read()
    const others = keys.devices.filter((known) => placeOf(known) !== placeOf({ connectionId, deviceId }))
    const devices = key === null ? others : [...others, { connectionId, deviceId, pem: key.pem }]
    this.#file.write({ ...keys, devices })
    if (key === null) this.#keys.delete(placeOf({ connectionId, deviceId }))
    else this.#keys.set(placeOf({ connectionId, deviceId }), key)
  }

  /** All keys of a connection, as `audit-verify --devices` reads them. */
  exported(): string {
    const devices = this.#file
      .read()
      .devices.map(({ connectionId, deviceId, pem }) => ({ connectionId, deviceId, key: pem }))
    return `${JSON.stringify({ devices }, null, 2)}\n`
  }
}

function placeOf({ connectionId, deviceId }: DeviceRef): string {
  return `${connectionId}\n${deviceId}`
}
