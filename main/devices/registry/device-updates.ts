import type { LifeSign } from '../presence.ts'
import type {
  Capability,
  DeviceMessage,
  MetricsUpdate,
  StatusMessage,
  TelemetryMessage,
  UnreadableMessage,
} from '../wire/messages.ts'
import { isSignOfLife } from '../wire/unreadable.ts'
import type { DeviceRecord } from './device-record.ts'
import { noteWarning } from './device-warnings.ts'

/** Sessions that are remembered of a device. */
const REMEMBERED_SESSIONS = 4
const NO_CAPABILITIES: readonly Capability[] = []
/** Messages of two connections may overtake each other, so that one return proves nothing. */
const RETURNS_THAT_PROVE = 3

/**
 * Takes note of the session in a heartbeat of an agent, and warns where two agents have one id: a session is made at random at each
 * start, so that one that comes back again and again, after another, belongs to a second agent. Returns true if it warned.
 */
export function noteSession(record: DeviceRecord, session: string, at: number): boolean {
  const { agentSessions } = record
  if (agentSessions[0] === session) return false
  const isBack = agentSessions.includes(session)
  record.agentSessions = [session, ...agentSessions.filter((other) => other !== session)].slice(0, REMEMBERED_SESSIONS)
  if (!isBack) return false
  record.sessionReturns += 1
  if (record.sessionReturns < RETURNS_THAT_PROVE) return false
  noteWarning(record, 'two-agents', record.announced.hostname ?? '?', at)
  return true
}

/**
 * Writes a message into the record of its device; `listeningSince`: epoch ms from which the console listens without a
 * break. Returns true if more than the latest readings changed, so that the record is saved soon.
 */
export function updateRecord(record: DeviceRecord, message: DeviceMessage, listeningSince: number): boolean {
  if (record.unreadable?.topicKind === message.kind) record.unreadable = null
  if (message.deviceTime !== null && !message.isRetained) record.clock.observe(message.deviceTime, message.receivedAt)
  switch (message.kind) {
    case 'status':
      updateStatus(record, message)
      return true
    case 'heartbeat':
    case 'data':
      return updateTelemetry(record, message, listeningSince)
    case 'result':
      lived(record, 'result', message.receivedAt)
      return false
    case 'ack':
    case 'output':
      lived(record, 'ack', message.receivedAt)
      return false
    case 'unreadable':
      updateUnreadable(record, message, listeningSince)
      return false
  }
}

function lived(record: DeviceRecord, kind: LifeSign, at: number): void {
  record.lastSeenAt = at
  record.lastLiveAt = at
  record.heardAt = at
  record.lastLiveKind = kind
  record.isRestored = false
  record.offline = null
  record.wasAway = false
}

/** A status that is not understood is no sign of life, because the broker may have sent it for a lost device. */
function updateUnreadable(record: DeviceRecord, message: UnreadableMessage, listeningSince: number): void {
  const { topicKind, reason, receivedAt } = message
  const before = record.unreadable?.topicKind === topicKind ? record.unreadable.count : 0
  record.unreadable = { topicKind, reason, count: before + 1, at: receivedAt }
  if (!isSignOfLife(message)) return
  if (topicKind === 'heartbeat' || topicKind === 'data') record.interval.arrived(topicKind, receivedAt, listeningSince)
  lived(record, 'unreadable', receivedAt)
}

/** Returns true if the interval was learnt anew, because a crash of the console must not lose that. */
function updateTelemetry(record: DeviceRecord, message: TelemetryMessage, listeningSince: number): boolean {
  let isLearnt = false
  if (!message.isRetained) {
    isLearnt = record.interval.arrived(message.kind, message.receivedAt, listeningSince)
    lived(record, message.kind, message.receivedAt)
  }
  updateMetrics(record, message.metrics)
  if (message.kind === 'data') record.sensors = message.sensors
  else record.vitals = message.sensors
  const { challenge, receivedAt } = message
  const isTwo = challenge !== null && !message.isRetained && noteSession(record, challenge.session, receivedAt)
  return isLearnt || isTwo
}

/** Keeps metrics that the message lacks, because `heartbeat` and `data` carry different ones. */
function updateMetrics({ metrics }: DeviceRecord, update: MetricsUpdate): void {
  if (update.cpuTemperatureC !== undefined) metrics.cpuTemperatureC = update.cpuTemperatureC
  if (update.cpuPercent !== undefined) metrics.cpuPercent = update.cpuPercent
  if (update.memoryPercent !== undefined) metrics.memoryPercent = update.memoryPercent
  if (update.memoryUsedB !== undefined) metrics.memoryUsedB = update.memoryUsedB
  if (update.memoryTotalB !== undefined) metrics.memoryTotalB = update.memoryTotalB
  if (update.diskPercent !== undefined) metrics.diskPercent = update.diskPercent
  if (update.uptimeS !== undefined) metrics.uptimeS = update.uptimeS
}

function updateStatus(record: DeviceRecord, message: StatusMessage): void {
  const { receivedAt, isRetained, deviceTime } = message
  const statedAt = deviceTime?.at ?? null
  record.heardAt = receivedAt
  if (message.isOnline) {
    // The device's own times are compared with one another alone, because its clock may be wrong.
    if (statedAt !== null && statedAt !== record.onlineStatedAt) record.wasAway = false
    record.onlineStatedAt = statedAt
    record.offline = null
    if (isRetained) record.retainedOnline = { receivedAt, statedAt: Math.min(statedAt ?? receivedAt, receivedAt) }
    else lived(record, 'status-online', receivedAt)
  } else {
    // A Will is older than the `online`, because the device writes it when it connects.
    const isOlderThanOnline = statedAt !== null && record.onlineStatedAt !== null && statedAt <= record.onlineStatedAt
    const isLastWill = message.isLastWill || isOlderThanOnline
    const at = isRetained && !isLastWill ? Math.min(statedAt ?? receivedAt, receivedAt) : receivedAt
    record.offline = { at, isLastWill, isRetained }
    record.retainedOnline = null
    if (!isRetained && !isLastWill) record.lastSeenAt = receivedAt
  }
  announce(record, message)
}

/** Updates the announced facts; a Will changes none, an `online` without capabilities removes them. */
function announce(record: DeviceRecord, message: StatusMessage): void {
  const before = record.announced
  const system = message.system ?? (message.isOnline ? null : before.system)
  record.announce({
    hostname: message.hostname ?? before.hostname,
    ipAddress: message.ipAddress ?? before.ipAddress,
    agent: message.agent ?? before.agent,
    version: message.version ?? before.version,
    shell: message.shell ?? before.shell,
    system,
    systemSince: system === before.system ? before.systemSince : message.receivedAt,
    capabilities: message.capabilities ?? (message.isOnline ? NO_CAPABILITIES : before.capabilities),
    isRefusingUnsigned: message.isOnline ? message.isRefusingUnsigned : before.isRefusingUnsigned,
    maxClass: message.isOnline ? message.maxClass : before.maxClass,
  })
}
