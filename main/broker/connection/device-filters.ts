import type { MissingSubscription } from '../../../preload/contract/models/connection.ts'
import { RESULT_FILTER } from '../../../preload/contract/models/limits.ts'
import type { FilterRequest } from '../session/broker-session.ts'

/**
 * Topics that the console listens to on every device. Answers come first and with QoS 1, because each is sent once. The rest
 * comes with QoS 0, because Mosquitto queues no more than `max_queued_messages` (1,000) for QoS 1: of 20,000 retained statuses
 * Mosquitto 2.0.11 sent 20,000 with QoS 0, and 1,020 (MQTT 3.1.1) to 2,000 (MQTT 5, Receive Maximum 1,000) with QoS 1.
 */
export const DEVICE_FILTERS: readonly FilterRequest[] = [
  { filter: RESULT_FILTER, qos: 1 },
  { filter: 'device/+/ack', qos: 1 },
  { filter: 'device/+/output', qos: 1 },
  { filter: 'device/+/status', qos: 0 },
  { filter: 'device/+/heartbeat', qos: 0 },
  { filter: 'device/+/data', qos: 0 },
]

/**
 * Reason codes of a SUBACK that asking again does not change (MQTT 5, 3.9.3): not authorized, filter invalid, shared or
 * wildcard subscriptions or subscription identifiers not supported. 0x80 is "unspecified", and all that MQTT 3.1.1 has.
 */
const LASTING: ReadonlySet<number> = new Set([0x87, 0x8f, 0x9e, 0xa1, 0xa2])

/** Tells the filters that were refused, and whether for now; `codes` are those of a SUBACK, in the same order. */
export function missingOf(filters: readonly FilterRequest[], codes: readonly number[]): readonly MissingSubscription[] {
  return filters.flatMap(({ filter }, index) => {
    const code = codes[index] ?? 0x80
    return code < 0x80 ? [] : [{ filter, isForNow: !LASTING.has(code) }]
  })
}
