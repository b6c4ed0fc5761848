import type { MissingSubscription } from '../../../preload/contract/models/broker/connection.ts'
import type { FilterRequest } from '../session/broker-session.ts'

const TELEMETRY = /\/(?:status|heartbeat|data)$/

/**
 * Asks for answers with QoS 1, because each is sent once, and for the rest with QoS 0, because Mosquitto queues no more than
 * `max_queued_messages` (1,000) for QoS 1: of 20,000 retained statuses Mosquitto 2.0.11 sent 20,000 with QoS 0, and 1,020
 * (MQTT 3.1.1) to 2,000 (MQTT 5, Receive Maximum 1,000) with QoS 1. Where QoS 1 is slow it is not asked for: the session is
 * a clean one, so that nothing is kept for it between two connections anyway.
 */
export function requestsFor(filters: readonly string[], isSlowAtQos1: boolean): readonly FilterRequest[] {
  return filters.map((filter) => ({ filter, qos: isSlowAtQos1 || TELEMETRY.test(filter) ? 0 : 1 }))
}

/**
 * Reason codes of a SUBACK that asking again does not change (MQTT 5, 3.9.3): not authorized, filter invalid, shared or
 * wildcard subscriptions or subscription identifiers not supported. 0x80 is "unspecified", and all that MQTT 3.1.1 has.
 */
const LASTING: ReadonlySet<number> = new Set([0x87, 0x8f, 0x9e, 0xa1, 0xa2])

/** Tells the filters that were refused, and whether for now; `codes` are those of a SUBACK, in the same order. */
export function missingOf(filters: readonly string[], codes: readonly number[]): readonly MissingSubscription[] {
  return filters.flatMap((filter, index) => {
    const code = codes[index] ?? 0x80
    return code < 0x80 ? [] : [{ filter, isForNow: !LASTING.has(code) }]
  })
}
