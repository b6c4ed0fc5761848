import { isListedId, RESULT_MAX_BYTES } from '../../../preload/contract/models/limits.ts'

/** Kinds of messages from a device, each on `device/{id}/{kind}` (README.md, sections 1 and 4). */
export const MESSAGE_KINDS = ['status', 'heartbeat', 'data', 'result', 'ack', 'output'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** Largest payload in bytes that is parsed, because a larger one would delay every other message. */
export const MAX_PAYLOAD_BYTES: Readonly<Record<MessageKind, number>> = {
  status: 64 * 1024,
  heartbeat: 64 * 1024,
  data: 64 * 1024,
  ack: 64 * 1024,
  result: RESULT_MAX_BYTES,
  output: RESULT_MAX_BYTES,
}

const KINDS: ReadonlyMap<string, MessageKind> = new Map(MESSAGE_KINDS.map((kind) => [kind, kind]))
const OWN_KINDS: ReadonlySet<string> = new Set(['command', 'cancel', 'hello'])
const CONTROL_ID = 'control'
/** `device/all/hello` asks every agent. */
const ALL_ID = 'all'
const PROBE_PREFIX = 'waypost-probe-'

export type ParsedTopic =
  | { readonly kind: MessageKind; readonly deviceId: string }
  | { readonly kind: null; readonly reason: 'own-topic' | 'unknown-topic' }

/** True for an id under which a device may be listed; `control`, `all` and our own probes are reserved, see `isReservedId`. */
export function isDeviceId(text: string): boolean {
  return isListedId(text)
}

/** True for an id that is well formed and no device. */
export function isReservedId(deviceId: string): boolean {
  return deviceId === CONTROL_ID || deviceId === ALL_ID || deviceId.startsWith(PROBE_PREFIX)
}

/** Splits `device/{id}/{kind}`; the id is not yet judged. */
export function parseTopic(topic: string): ParsedTopic {
  const idEnd = topic.lastIndexOf('/')
  if (!topic.startsWith('device/') || idEnd < 7) return { kind: null, reason: 'unknown-topic' }
  const suffix = topic.slice(idEnd + 1)
  const kind = KINDS.get(suffix)
  if (kind === undefined) return { kind: null, reason: OWN_KINDS.has(suffix) ? 'own-topic' : 'unknown-topic' }
  return { kind, deviceId: topic.slice(7, idEnd) }
}
