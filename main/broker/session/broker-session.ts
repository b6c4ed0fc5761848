import type { PublishOutcome } from '../../shared/exchange.ts'
import type { ConnackFacts } from '../character/recognise.ts'
import type { ConnectionTarget } from './target.ts'

/** Last stage that a session reached before it ended. */
export type SessionStage = 'proxy' | 'tcp' | 'tls' | 'websocket' | 'connack' | 'open'

/** Why a session ended; raw material for the diagnosis. */
export interface SessionEnd {
  readonly stage: SessionStage
  readonly error: Error | null
  /** Of CONNACK or DISCONNECT. */
  readonly reasonCode: number | null
  /** Server Reference of a CONNACK or DISCONNECT (MQTT 5, 4.11). */
  readonly serverReference?: string | undefined
  /** First bytes the peer sent, at most 64. */
  readonly firstBytes: Buffer | null
}

/** A message as it comes in. */
export interface SessionMessage {
  readonly topic: string
  readonly payload: Buffer
  /** Size of the whole payload where it was too large to take in: `payload` is then its first and last kB. */
  readonly wholeBytes?: number
  readonly qos: 0 | 1 | 2
  readonly isRetained: boolean
}

export interface SessionEvents {
  /** Properties of an accepting CONNACK; null on MQTT 3.1.1. Before `onOpen`. */
  onConnack?(facts: ConnackFacts | null): void
  /** QoS or reason codes of a SUBACK. */
  onGranted?(codes: readonly number[]): void
  onOpen(): void
  onMessage(message: SessionMessage): void
  onRoundTrip?(roundTripMs: number): void
  /** Once, and never after close(). */
  onEnd(end: SessionEnd): void
}

/** Who connects, where to, and how long it waits. */
export interface SessionOptions {
  readonly target: ConnectionTarget
  readonly clientId: string
  readonly protocolVersion: 4 | 5
  readonly connectTimeoutMs: number
  /** Known of the broker, beside what its CONNACK says; null is no limit. */
  readonly limits?: { readonly inFlight: number | null; readonly packetBytes: number | null }
  /** Until a publish without an acknowledgement counts as unknown. */
  readonly ackTimeoutMs?: number
  readonly events: SessionEvents
}

/** The MQTT 5 properties are left out on MQTT 3.1.1. */
export interface PublishOptions {
  /** 1 unless said otherwise. */
  readonly qos?: 1 | 2
  readonly isRetained?: boolean
  readonly messageExpiryS?: number
  readonly responseTopic?: string
  readonly correlationData?: Buffer
}

/** A topic filter with the QoS that is asked for. */
export interface FilterRequest {
  readonly filter: string
  readonly qos: 0 | 1 | 2
}

/** One network connection to a broker, from the first packet to the last. */
export interface BrokerSession {
  publish(topic: string, payload: Buffer | string, options?: PublishOptions): Promise<PublishOutcome>
  /** How many more publishes would be written at once, by the broker's Receive Maximum. */
  freePlaces(): number
  /** Publishes with QoS 0, which nobody acknowledges; false when nothing was written. */
  send(topic: string, payload: Buffer | string, isRetained?: boolean): Promise<boolean>
  /**
   * Subscribes to all filters in one packet. Resolves with the reason code of each (MQTT 5, 3.9.3): below 0x80 it was
   * granted; 0x80 where the connection ended.
   */
  request(filters: readonly FilterRequest[]): Promise<readonly number[]>
  /** Resolves with the topic filters that the broker refused, or all of them when the connection ended. QoS 1 by default. */
  subscribe(filters: readonly string[], qos?: 0 | 1 | 2): Promise<string[]>
  unsubscribe(filters: string | readonly string[]): Promise<void>
  ping(): void
  /** DER of the server's certificate; null without TLS. */
  peerCertificate(): Buffer | null
  /** Sends DISCONNECT and closes; at most 1.5 s, never rejects. */
  close(): Promise<void>
  /** Closes without a word; `onEnd` is called with the given error. */
  abort(error: Error): void
}
