import type { OrphanResult } from '../../../preload/contract/models/devices/device.ts'
import { sanitise, sanitiseLine } from '../../safety/text/sanitiser.ts'
import type { ResultMessage } from '../wire/messages.ts'
import type { DeviceRecord } from './device-record.ts'

/** Limit of orphan results on one device. */
export const ORPHANS_A_DEVICE = 50
const ORPHANS_IN_MEMORY = 2_000
const ORPHAN_OUTPUT_CHARS = 4_096

/** Keeps orphan results on their devices; drops the oldest of all beyond the limit. */
export class OrphanResults {
  #all: { readonly record: DeviceRecord; readonly orphan: OrphanResult }[] = []

  /** Newest last. */
  add(record: DeviceRecord, orphan: OrphanResult): void {
    if (record.orphans.length >= ORPHANS_A_DEVICE) this.#remove(record, record.orphans[0])
    const oldest = this.#all.length >= ORPHANS_IN_MEMORY ? this.#all[0] : undefined
    if (oldest !== undefined) this.#remove(oldest.record, oldest.orphan)
    record.orphans = [...record.orphans, orphan]
    this.#all.push({ record, orphan })
  }

  forget(record: DeviceRecord): void {
    this.#all = this.#all.filter((entry) => entry.record !== record)
    record.orphans = []
  }

  #remove(record: DeviceRecord, orphan: OrphanResult | undefined): void {
    const index = this.#all.findIndex((entry) => entry.orphan === orphan)
    if (index >= 0) this.#all.splice(index, 1)
    record.orphans = record.orphans.filter((other) => other !== orphan)
  }
}

/** Cuts a result that answers no command of ours to the stored length. */
export function orphanOf(result: ResultMessage): OrphanResult {
  const output = [result.stdout, result.stderr].filter((part) => part !== '').join('\n')
  return {
    receivedAt: result.receivedAt,
    commandId: sanitiseLine(result.commandId, 200),
    isSuccess: result.isSuccess,
    output: sanitise(output.slice(0, ORPHAN_OUTPUT_CHARS)).text,
    isCut: output.length > ORPHAN_OUTPUT_CHARS || result.isTruncatedByDevice,
  }
}
