import { AppError } from '../../../preload/contract/errors.ts'
import type {
  DeviceDetail,
  DeviceEntry,
  DeviceRef,
  ImportFault,
  ImportOutcome,
} from '../../../preload/contract/models/devices/device.ts'
import { isOddId } from '../../../preload/contract/models/limits.ts'
import type { Clock } from '../../shared/clock.ts'
import type { DeviceRegistry } from '../registry/registry.ts'
import { isDeviceId, isReservedId } from '../wire/topic.ts'
import { cleanEntry } from './device-entry.ts'
import { type BadLine, type FiledDevice, readDeviceFile, writeCsv, writeJson } from './device-file.ts'

/** Devices read or written before the event loop runs other work. */
const DEVICES_A_TURN = 500
const SKIPPED_SHOWN = 20

/** Edits, imports and exports the operator's entries about devices. */
export class DeviceEntries {
  readonly #registry: DeviceRegistry
  readonly #clock: Clock

  constructor(deps: { readonly registry: DeviceRegistry; readonly clock: Clock }) {
    this.#registry = deps.registry
    this.#clock = deps.clock
  }

  /** @throws AppError NOT_FOUND */
  edit(ref: DeviceRef, entry: DeviceEntry): DeviceDetail {
    const record = this.#registry.find(ref)
    if (record === undefined) throw new AppError('NOT_FOUND', { deviceId: ref.deviceId })
    record.edit(cleanEntry(entry))
    this.#registry.edited(record)
    return this.#registry.get(ref)
  }

  /** Adds a device before its first message. @throws AppError DEVICE_EXISTS, INVALID_INPUT for a reserved id */
  add(ref: DeviceRef, entry: DeviceEntry): DeviceDetail {
    if (isReservedId(ref.deviceId)) throw new AppError('INVALID_INPUT', { field: 'deviceId' })
    if (this.#registry.find(ref) !== undefined) throw new AppError('DEVICE_EXISTS', { deviceId: ref.deviceId })
    if (!this.#create(ref, entry)) throw new AppError('INVALID_INPUT', { field: 'deviceId' })
    return this.#registry.get(ref)
  }

  /** Lists devices as never seen before their first message; those that are known stay as they are. */
  expect(connectionId: string, deviceIds: readonly string[]): void {
    for (const deviceId of deviceIds) {
      const ref = { connectionId, deviceId }
      const isFit = isDeviceId(deviceId) && !isReservedId(deviceId)
      if (isFit && this.#registry.find(ref) === undefined) this.#create(ref, NOTHING)
    }
  }

  /** Returns all devices of a connection, by id, as the text of a file. */
  async exported(
    connectionId: string,
    format: 'csv' | 'json',
  ): Promise<{ readonly text: string; readonly count: number }> {
    const records = [...this.#registry.records(connectionId)].sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1))
    if (format === 'json') return { text: writeJson(records), count: records.length }
    const parts: string[] = []
    for (let from = 0; from < Math.max(1, records.length); from += DEVICES_A_TURN) {
      if (from > 0) await nextTurn()
      const part = writeCsv(records.slice(from, from + DEVICES_A_TURN))
      parts.push(from === 0 ? part : part.slice(part.indexOf('\n') + 1))
    }
    return { text: parts.join(''), count: records.length }
  }

  /** Adds and updates devices; skips and names invalid lines. @throws AppError IMPORT_INVALID */
  async imported(connectionId: string, text: string): Promise<Omit<ImportOutcome, 'path'>> {
    const skipped: { line: number; reason: ImportFault }[] = []
    const seen = new Set<string>()
    const counts = { added: 0, updated: 0 }
    for (const [index, filed] of readDeviceFile(text).entries()) {
      if (index > 0 && index % DEVICES_A_TURN === 0) await nextTurn()
      const outcome = this.#importDevice(connectionId, filed, seen)
      if (outcome === 'added' || outcome === 'updated') counts[outcome] += 1
      else skipped.push({ line: filed.line, reason: outcome })
    }
    return { ...counts, skipped: skipped.slice(0, SKIPPED_SHOWN), skippedCount: skipped.length }
  }

  #importDevice(
    connectionId: string,
    filed: FiledDevice | BadLine,
    seen: Set<string>,
  ): ImportFault | 'added' | 'updated' {
    if (!('deviceId' in filed)) return 'fields'
    const { deviceId, entry, system } = filed
    const ref = { connectionId, deviceId }
    const isNew = this.#registry.find(ref) === undefined
    // An odd id is a slip of the hand, unless a device has it.
    if (!isDeviceId(deviceId) || (isOddId(deviceId) && isNew)) return 'device-id'
    if (isReservedId(deviceId)) return 'reserved-id'
    if (seen.has(deviceId)) return 'duplicate'
    seen.add(deviceId)
    if (isNew && !this.#create(ref, NOTHING)) return 'device-limit'
    const record = this.#registry.find(ref)
    if (record === undefined) return 'device-limit'
    record.edit(cleanEntry({ ...record.entry, ...entry }))
    if (system !== undefined) record.operatorSystem = system
    this.#registry.edited(record)
    return isNew ? 'added' : 'updated'
  }

  #create({ connectionId, deviceId }: DeviceRef, entry: DeviceEntry): boolean {
    const record = this.#registry.add(connectionId, deviceId, this.#clock())
    if (record === null) return false
    record.isAddedByHand = true
    record.edit(cleanEntry(entry))
    this.#registry.edited(record)
    return true
  }
}

const NOTHING: DeviceEntry = { name: '', description: '', location: '', tags: [], notes: '' }

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
