import type { OversizedResult } from '../../shared/exchange.ts'
import type { Reception } from './messages.ts'
import { isDeviceId, isReservedId, parseTopic } from './topic.ts'

const END_BYTES = 1_024
/** A quote inside of a text of the payload is escaped, so that output which looks like this does not match. */
const COMMAND_ID = /"command_id" ?: ?"([0-9a-f-]{36})"/

/** What is known of a result that is too large to be parsed: whose it is, and of which command, by its ends. */
export function oversizedResult(
  message: {
    readonly topic: string
    readonly payload: Uint8Array
  } & Reception,
): OversizedResult | null {
  const parsed = parseTopic(message.topic)
  if (parsed.kind !== 'result' || message.isRetained) return null
  const { deviceId } = parsed
  if (!isDeviceId(deviceId) || isReservedId(deviceId)) return null
  const { payload, receivedAt, wholeBytes: payloadBytes = payload.byteLength } = message
  // The executor names the command first; who writes its keys in the order of letters or at the end is found too.
  const ends = [payload.subarray(0, END_BYTES), payload.subarray(-END_BYTES)]
  const named = ends.map((end) => COMMAND_ID.exec(Buffer.from(end).toString('latin1'))?.[1])
  return { deviceId, commandId: named[0] ?? named[1] ?? null, payloadBytes, receivedAt }
}
