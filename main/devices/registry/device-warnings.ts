import type { DeviceWarning, NotedWarning } from '../../../preload/contract/models/devices/device.ts'
import { escapedId, isOddId } from '../../../preload/contract/models/limits.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import { shellOf } from '../../safety/classifier/judge-for-systems.ts'
import { sanitiseLine } from '../../safety/text/sanitiser.ts'
import type { DeviceRecord } from './device-record.ts'

const DETAIL_CHARS = 200

/** True if something about the device needs a look; an odd id has a mark of its own. Cheaper than listing it, because every row asks. */
export function hasWarnings(record: DeviceRecord): boolean {
  return (
    record.warnings.length > 0 ||
    record.caseVariantId !== null ||
    record.unreadable !== null ||
    record.clock.isWrong ||
    contradictingSystem(record) !== null
  )
}

/** Lists the noted warnings, and those that follow from the record itself. */
export function warningsOf(record: DeviceRecord): readonly DeviceWarning[] {
  const { announced, caseVariantId, clock, deviceId, firstSeenAt, unreadable, warnings } = record
  const all = [...warnings]
  const system = contradictingSystem(record)
  if (system !== null) {
    all.push({ kind: 'other-system', at: announced.systemSince ?? firstSeenAt, count: 1, detail: system })
  }
  if (unreadable !== null) {
    const { topicKind, reason, count, at } = unreadable
    all.push({ kind: 'unreadable', at, count, detail: `${topicKind}: ${reason}` })
  }
  if (isOddId(deviceId)) all.push({ kind: 'odd-id', at: firstSeenAt, count: 1, detail: escapedId(deviceId) })
  if (caseVariantId !== null) all.push({ kind: 'case-twin', at: firstSeenAt, count: 1, detail: caseVariantId })
  if (clock.isWrong) {
    const skewS = Math.round((clock.skewMs ?? 0) / 1000)
    all.push({ kind: 'clock-skew', at: clock.lastAt, count: 1, detail: `${skewS > 0 ? '+' : ''}${skewS} s` })
  }
  return all
}

/** Notes a warning, counted by kind; `at` is epoch ms. */
export function noteWarning(record: DeviceRecord, kind: NotedWarning, detail: string, at: number): void {
  const before = record.warnings.find((warning) => warning.kind === kind)
  const count = (before?.count ?? 0) + 1
  const warning: DeviceWarning = { kind, at, count, detail: sanitiseLine(detail, DETAIL_CHARS) }
  record.warnings = [...record.warnings.filter((other) => other !== before), warning]
}

/** Returns the announced system if its shell differs from the one that the operator set; null otherwise. */
function contradictingSystem({ announced, operatorSystem }: DeviceRecord): DeviceSystem | null {
  const { system } = announced
  if (system === null || operatorSystem === null) return null
  return shellOf(system) === shellOf(operatorSystem) ? null : system
}
