import type { DropReason, Reception, UnreadableMessage } from './messages.ts'
import { isDeviceId, isReservedId, parseTopic } from './topic.ts'

/** Reasons that lie in the payload alone: the device spoke, but not as expected. */
const OF_PAYLOAD: ReadonlySet<DropReason> = new Set([
  'size',
  'utf8',
  'depth',
  'json',
  'not-an-object',
  'forbidden-key',
  'schema',
])

/** What is left of a dropped message: that the device of its topic sent something; null where that is not certain. */
export function unreadableMessage(topic: string, reason: DropReason, reception: Reception): UnreadableMessage | null {
  const parsed = parseTopic(topic)
  if (!OF_PAYLOAD.has(reason) || parsed.kind === null) return null
  const { kind: topicKind, deviceId } = parsed
  if (!isDeviceId(deviceId) || isReservedId(deviceId)) return null
  const { isRetained, receivedAt } = reception
  return { kind: 'unreadable', deviceId, deviceTime: null, isRetained, receivedAt, topicKind, reason }
}

/** True if a message that was not understood shows that its device lives. A status may be a Last Will, which the broker sends. */
export function isSignOfLife({ topicKind, isRetained }: UnreadableMessage): boolean {
  return !isRetained && topicKind !== 'status'
}
