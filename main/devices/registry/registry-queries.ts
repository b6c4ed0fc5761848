import type {
  ChosenCheck,
  DeviceCounts,
  DeviceQuery,
  DeviceSelection,
  DeviceWindow,
  MatchingDevices,
} from '../../../preload/contract/models/devices/device.ts'
import type { SigningCounts } from '../../../preload/contract/models/safety/signing.ts'
import type { Clock } from '../../shared/clock.ts'
import { countsFrom } from './connection-devices.ts'
import type { ConnectionSet } from './connection-set.ts'
import type { DeviceRecord } from './device-record.ts'
import { rowOf } from './device-views.ts'

interface RegistryQueriesDeps {
  readonly connections: ConnectionSet
  readonly clock: Clock
  readonly isSimulated: (connectionId: string) => boolean
  /** True if the public key of the device is on record. */
  readonly hasKey: (record: DeviceRecord) => boolean
  /** Rises with every change. */
  readonly revision: () => number
}

/** Answers questions about many devices of a connection. */
export class RegistryQueries {
  readonly #deps: RegistryQueriesDeps

  constructor(deps: RegistryQueriesDeps) {
    this.#deps = deps
  }

  /** Returns the rows that a list shows. @throws AppError FILTER_INVALID */
  window(connectionId: string | null, query: DeviceQuery): DeviceWindow {
    const { connections, clock, isSimulated, hasKey } = this.#deps
    const revision = this.#deps.revision()
    const devices = connections.get(connectionId)
    if (connectionId === null || devices === undefined) return { rows: [], total: 0, revision }
    const { records, total } = devices.window(query, clock())
    const isOfDemo = isSimulated(connectionId)
    return { rows: records.map((record) => rowOf(record, isOfDemo, hasKey(record))), total, revision }
  }

  /** @throws AppError FILTER_INVALID */
  matching(connectionId: string | null, selection: DeviceSelection): MatchingDevices {
    const { connections, clock } = this.#deps
    return connections.get(connectionId)?.matching(selection, clock()) ?? { deviceIds: [], total: 0 }
  }

  /** Tells which chosen devices are gone or hidden. @throws AppError FILTER_INVALID */
  checkChosen(connectionId: string, deviceIds: readonly string[], selection: DeviceSelection): ChosenCheck {
    const { connections, clock } = this.#deps
    return connections.get(connectionId)?.check(deviceIds, selection, clock()) ?? { gone: deviceIds, hidden: 0 }
  }

  /** Zeros while there is no connection. */
  counts(connectionId: string | null): DeviceCounts {
    return this.#deps.connections.get(connectionId)?.counts() ?? countsFrom(() => 0)
  }

  /** Counts devices by what can be somebody else's; one that is not known counts as unsigned. */
  signings(connectionId: string, deviceIds: readonly string[]): SigningCounts {
    const counts = { proven: 0, signed: 0, unsigned: 0 }
    for (const deviceId of deviceIds) {
      const record = this.#deps.connections.find({ connectionId, deviceId })
      counts[record?.signing(this.#deps.hasKey(record)) ?? 'unsigned'] += 1
    }
    return counts
  }
}
