import type { DeviceMetrics } from '../../../preload/contract/models/devices/device.ts'
import type { DeviceReading } from '../../../preload/contract/models/devices/vitals.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import type { PolicyClass } from '../../../preload/contract/models/safety/signing.ts'
import type { DeviceAck, DeviceOutput, DeviceResult } from '../../shared/exchange.ts'
import type { DeviceTime } from './device-time.ts'
import type { MessageKind } from './topic.ts'

/** Capabilities that the console knows (README.md, section 4). */
export const CAPABILITIES = ['ack', 'stream', 'cancel', 'exit', 'expiry', 'dedupe', 'signed'] as const
export type Capability = (typeof CAPABILITIES)[number]

/** Receipt of a message. `receivedAt`: epoch ms by this computer's clock, which is the authority. */
export interface Reception {
  readonly isRetained: boolean
  readonly receivedAt: number
  /** Size of the whole payload where only a part of it was taken in. */
  readonly wholeBytes?: number
}

interface FromDevice extends Reception {
  readonly deviceId: string
  readonly deviceTime: DeviceTime | null
}

export interface StatusMessage extends FromDevice {
  readonly kind: 'status'
  readonly isOnline: boolean
  /** True if the payload says that the broker sent it for a lost device. */
  readonly isLastWill: boolean
  readonly hostname: string | null
  readonly ipAddress: string | null
  readonly agent: string | null
  readonly version: string | null
  readonly shell: string | null
  readonly system: DeviceSystem | null
  /** Null if the message lacks the field. */
  readonly capabilities: readonly Capability[] | null
  /** True if it says that it runs nothing without an operator's signature. */
  readonly isRefusingUnsigned: boolean
  /** Highest class that it runs; null if it does not say. */
  readonly maxClass: PolicyClass | null
}

/** What an operator must sign for a command to be fresh: this start of the agent, and this heartbeat of it. */
export interface HeartbeatChallenge {
  readonly session: string
  readonly challenge: string
}

/** Null: no usable value (zero included). Undefined: the message lacks the field. */
export type MetricsUpdate = { readonly [K in keyof DeviceMetrics]: number | null | undefined }

export interface TelemetryMessage extends FromDevice {
  readonly kind: 'heartbeat' | 'data'
  readonly metrics: MetricsUpdate
  /**
   * Other readings, sanitised. Of `data`: numbers and short texts, of nested objects too, at most 32; of `heartbeat`: what
   * the agent says beyond the metrics (vitals.ts).
   */
  readonly sensors: readonly DeviceReading[]
  /** Null on `data`, and from a device that takes no signed commands. */
  readonly challenge: HeartbeatChallenge | null
}

export interface ResultMessage extends FromDevice, DeviceResult {
  readonly kind: 'result'
  readonly startedAt: DeviceTime | null
  readonly payloadBytes: number
}

export interface AckMessage extends FromDevice, DeviceAck {
  readonly kind: 'ack'
}

/** A piece of output while a command runs; `data` is hostile text. */
export interface OutputMessage extends FromDevice, DeviceOutput {
  readonly kind: 'output'
  readonly isFinal: boolean
  readonly isNotUtf8: boolean
}

/** A message on a device's topic of which no more is known than that it came. */
export interface UnreadableMessage extends FromDevice {
  readonly kind: 'unreadable'
  readonly topicKind: MessageKind
  readonly reason: DropReason
}

export type DeviceMessage =
  | StatusMessage
  | TelemetryMessage
  | ResultMessage
  | AckMessage
  | OutputMessage
  | UnreadableMessage

/** Well formed, ignored by a rule. */
export type IgnoreReason = 'reserved-id' | 'own-topic' | 'retained' | 'no-status' | 'cleared'

/** Discarded and counted. */
export type DropReason =
  | 'unknown-topic'
  | 'device-id'
  | 'size'
  | 'utf8'
  | 'depth'
  | 'json'
  | 'not-an-object'
  | 'forbidden-key'
  | 'schema'
  | 'spoof'

interface Ignored {
  readonly kind: 'ignored'
  readonly reason: IgnoreReason
}

export interface Dropped {
  readonly kind: 'dropped'
  readonly reason: DropReason
  /** Set with `spoof`: id of the topic, and the one in the payload (sanitised). */
  readonly spoof: { readonly deviceId: string; readonly claimedId: string } | null
}

export type Decoded = DeviceMessage | Ignored | Dropped
