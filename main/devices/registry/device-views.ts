import type { DeviceDetail, DeviceRow } from '../../../preload/contract/models/devices/device.ts'
import type { DeviceRecord } from './device-record.ts'
import { warningsOf } from './device-warnings.ts'

/** A device as the target of a command. */
export type DeviceTarget = Pick<
  DeviceDetail,
  | 'deviceId'
  | 'presence'
  | 'lastKnownAt'
  | 'system'
  | 'systemSource'
  | 'isSimulated'
  | 'capabilities'
  | 'shell'
  | 'metrics'
> & {
  /** As it announced it. */
  readonly hostName: string | null
  /** As the operator named it; empty without a name. */
  readonly name: string
}

/** Returns a row of the list. `hasKey`: see `DeviceRecord.signing`. */
export function rowOf(record: DeviceRecord, isSimulated: boolean, hasKey = false): DeviceRow {
  const { system, source } = record.system
  return {
    connectionId: record.connectionId,
    deviceId: record.deviceId,
    name: record.entry.name,
    location: record.entry.location,
    tags: record.entry.tags,
    presence: record.presence,
    evidence: record.evidence,
    ...knownSince(record),
    lastSeenAt: record.lastSeenAt,
    system,
    systemSource: source,
    hostname: record.announced.hostname,
    ipAddress: record.announced.ipAddress,
    metrics: { ...record.metrics },
    ...(record.vitals.length === 0 ? {} : { vitals: record.vitals }),
    isSimulated,
    hasWarnings: record.hasWarnings,
    signing: record.signing(hasKey),
  }
}

/** Returns what a command has to know of the device, without building the whole detail. */
export function targetOf(record: DeviceRecord, isSimulated: boolean): DeviceTarget {
  const { deviceId, presence, metrics } = record
  const { system, source: systemSource } = record.system
  const { capabilities, shell, hostname: hostName } = record.announced
  const announced = { capabilities, shell, hostName }
  const { name } = record.entry
  return {
    deviceId,
    name,
    presence,
    ...knownSince(record),
    system,
    systemSource,
    isSimulated,
    ...announced,
    metrics: { ...metrics },
  }
}

function knownSince({ lastKnownAt }: DeviceRecord): Pick<DeviceRow, 'lastKnownAt'> {
  return lastKnownAt === null ? {} : { lastKnownAt }
}

/** Returns all that is shown of a device. */
export function detailOf(record: DeviceRecord, isSimulated: boolean, hasKey = false): DeviceDetail {
  const { agent, version, shell, system: announcedSystem, capabilities, maxClass } = record.announced
  return {
    ...rowOf(record, isSimulated, hasKey),
    description: record.entry.description,
    notes: record.entry.notes,
    isAddedByHand: record.isAddedByHand && record.lastSeenAt === null,
    firstSeenAt: record.firstSeenAt,
    agent,
    version,
    shell,
    announcedSystem,
    capabilities,
    maxClass: capabilities.includes('signed') ? maxClass : null,
    intervalS: record.interval.shownMs / 1000,
    isIntervalLearnt: record.interval.isLearnt,
    clockSkewMs: record.clock.skewMs,
    sensors: record.sensors,
    orphans: record.orphans,
    warnings: warningsOf(record),
  }
}
