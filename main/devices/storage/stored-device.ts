import {
  type DeviceEntry,
  type DeviceMetrics,
  type DeviceWarning,
  NOTED_WARNINGS,
  type OrphanResult,
} from '../../../preload/contract/models/devices/device.ts'
import { type DeviceReading, READING_UNITS } from '../../../preload/contract/models/devices/vitals.ts'
import { DEVICE_SYSTEMS, type DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import { POLICY_CLASSES } from '../../../preload/contract/models/safety/signing.ts'
import { cleanEntry } from '../records/device-entry.ts'
import { DeviceRecord, NO_ENTRY, NOTHING_ANNOUNCED } from '../registry/device-record.ts'
import { isObject, type JsonObject } from '../wire/json.ts'
import { CAPABILITIES } from '../wire/messages.ts'

/** A row of the table `devices`. */
export interface DeviceTableRow {
  readonly connection_id: string
  readonly device_id: string
  readonly first_seen_at: number
  readonly last_seen_at: number | null
  readonly body: string
}

/** The part of a record that outlives a run, as JSON for the column `body`, without what is as at first. */
export function toBody(record: DeviceRecord): string {
  return JSON.stringify({
    announced: record.announced === NOTHING_ANNOUNCED ? undefined : record.announced,
    operatorSystem: record.operatorSystem,
    entry: record.entry === NO_ENTRY ? undefined : record.entry,
    isAddedByHand: record.isAddedByHand ? true : undefined,
    learntIntervalMs: record.interval.learntMs,
    wasAway: record.wasAway ? true : undefined,
    onlineStatedAt: record.onlineStatedAt ?? undefined,
    metrics: record.metrics,
    sensors: record.sensors.length === 0 ? undefined : record.sensors,
    vitals: record.vitals.length === 0 ? undefined : record.vitals,
    warnings: record.warnings.length === 0 ? undefined : record.warnings,
  })
}

/** Restores a record from its row. Missing or malformed fields are unknown, so a bad row loses no device. */
export function fromRow(row: DeviceTableRow): DeviceRecord {
  const body = parse(row.body)
  const learnt = body.learntIntervalMs
  const record = new DeviceRecord({
    connectionId: row.connection_id,
    deviceId: row.device_id,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    learntIntervalMs: typeof learnt === 'number' && learnt > 0 ? learnt : null,
  })
  const announced = isObject(body.announced) ? body.announced : {}
  const given: readonly unknown[] = Array.isArray(announced.capabilities) ? announced.capabilities : []
  record.announce({
    hostname: text(announced.hostname),
    ipAddress: text(announced.ipAddress),
    agent: text(announced.agent),
    version: text(announced.version),
    shell: text(announced.shell),
    system: system(announced.system),
    systemSince: typeof announced.systemSince === 'number' ? announced.systemSince : null,
    capabilities: CAPABILITIES.filter((capability) => given.includes(capability)),
    isRefusingUnsigned: announced.isRefusingUnsigned === true,
    maxClass: POLICY_CLASSES.find((known) => known === announced.maxClass) ?? null,
  })
  record.operatorSystem = system(body.operatorSystem)
  if (isObject(body.metrics)) readMetrics(record.metrics, body.metrics)
  if (Array.isArray(body.sensors)) record.sensors = body.sensors.filter(isReading)
  if (Array.isArray(body.vitals)) record.vitals = body.vitals.filter(isReading)
  if (Array.isArray(body.warnings)) record.warnings = body.warnings.filter(isWarning)
  if (isObject(body.entry)) record.edit(cleanEntry(readEntry(body.entry)))
  record.isAddedByHand = body.isAddedByHand === true
  record.wasAway = body.wasAway === true
  record.onlineStatedAt = typeof body.onlineStatedAt === 'number' ? body.onlineStatedAt : null
  record.savedAt = row.last_seen_at ?? row.first_seen_at
  return record
}

/** Restores an orphan; null if the body is invalid. */
export function orphanFromBody(body: string): OrphanResult | null {
  const { receivedAt, commandId, isSuccess, output, isCut } = parse(body)
  if (typeof receivedAt !== 'number' || typeof commandId !== 'string' || typeof output !== 'string') return null
  return { receivedAt, commandId, isSuccess: isSuccess === true, output, isCut: isCut === true }
}

function parse(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function readMetrics(metrics: DeviceRecord['metrics'], stored: JsonObject): void {
  for (const name of Object.keys(metrics) as (keyof DeviceMetrics)[]) {
    const value = stored[name]
    if (typeof value === 'number') metrics[name] = value
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function readEntry(stored: JsonObject): DeviceEntry {
  const tags: readonly unknown[] = Array.isArray(stored.tags) ? stored.tags : []
  return {
    name: text(stored.name) ?? '',
    description: text(stored.description) ?? '',
    location: text(stored.location) ?? '',
    tags: tags.filter((tag) => typeof tag === 'string'),
    notes: text(stored.notes) ?? '',
  }
}

function system(value: unknown): DeviceSystem | null {
  return DEVICE_SYSTEMS.find((known) => known === value) ?? null
}

function isReading(value: unknown): value is DeviceReading {
  if (!isObject(value) || typeof value.name !== 'string') return false
  const isSentAsKnown = [undefined, 'boolean', 'text'].some((known) => known === value.sentAs)
  const isUnitKnown = [undefined, ...READING_UNITS].some((known) => known === value.unit)
  return isSentAsKnown && isUnitKnown && (typeof value.value === 'number' || typeof value.value === 'string')
}

function isWarning(value: unknown): value is DeviceWarning {
  return (
    isObject(value) &&
    NOTED_WARNINGS.some((kind) => kind === value.kind) &&
    typeof value.at === 'number' &&
    typeof value.count === 'number' &&
    typeof value.detail === 'string'
  )
}
