import type { CaKeyPlace } from './ca-key.ts'
import type { ConnectionFailure } from './connection.ts'

/** Security of the built-in broker. `anonymous` is for loopback only; `mtls` knows clients by their certificates. */
export const BUILT_IN_MODES = ['anonymous', 'password', 'tls', 'mtls'] as const
export type BuiltInMode = (typeof BUILT_IN_MODES)[number]

/** `operator` sends commands and reads every device; a `device` has its id as user name and owns its topics only. */
export type BrokerRole = 'operator' | 'device'

export interface BuiltInClient {
  readonly clientId: string
  /** User name; null for an anonymous client. */
  readonly name: string | null
  readonly address: string
  /** Epoch ms. */
  readonly since: number
}

interface BuiltInAccount {
  readonly name: string
  readonly role: BrokerRole
}

/** Settings of the built-in broker by the operator, never with passwords or keys. */
export interface BuiltInChoice {
  readonly mode: BuiltInMode
  /** Address to listen on: loopback, one of this computer's, or `0.0.0.0` for all. */
  readonly host: string
  readonly port: number
  readonly startsWithApp: boolean
  /** Names and addresses in the server certificate, besides those of loopback. */
  readonly names: readonly string[]
}

/** Reason for the stopped built-in broker; `data` holds facts of the sentence, as in an error. */
export interface BuiltInFailure {
  readonly code: BuiltInFailureCode
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}
export type BuiltInFailureCode =
  | 'PORT_IN_USE'
  | 'PORT_FORBIDDEN'
  | 'ADDRESS_NOT_HERE'
  | 'BUILT_IN_KEY_MISSING'
  | 'CA_KEY_MISSING'
  | 'CA_KEY_UNSAVED'
  | 'CREDENTIAL_FILE_INVALID'
  | 'SECRET_STORE_LOCKED'
  | 'SECRET_STORE_CHANGED'
  | 'INTERNAL'

export interface BuiltInView {
  readonly state: 'none' | 'stopped' | 'starting' | 'running' | 'failed'
  readonly choice: BuiltInChoice | null
  readonly accounts: readonly BuiltInAccount[]
  readonly failure: BuiltInFailure | null
  /** Epoch ms of the start while it runs. */
  readonly since: number | null
  /** `host:port` under which devices reach it. */
  readonly addresses: readonly string[]
  /** `host:port` that it listens on too, but that its certificate does not name: clients that check it refuse these. */
  readonly uncertified: readonly string[]
  /** At most 500, oldest first. */
  readonly clients: readonly BuiltInClient[]
  /** Connection profile that leads to it; null when it was deleted. */
  readonly profileId: string | null
  /** Origin of the server certificate; null without TLS. */
  readonly certificate: 'own' | 'given' | null
  /** Key of the app's own authority: the one in use, else the one for the next own certificate. */
  readonly caKey: CaKeyPlace
  /** Last lines, oldest first, sanitised. */
  readonly log: readonly string[]
}

/** An address of this computer that the broker can listen on. */
export interface LocalAddress {
  readonly address: string
  readonly interfaceName: string
  readonly isLoopback: boolean
}

/** Figures of a broker; null is unknown, never 0. Totals count since the broker's start. */
export interface BrokerReading {
  readonly version: string | null
  readonly uptimeS: number | null
  readonly clients: number | null
  readonly clientsMaximum: number | null
  readonly subscriptions: number | null
  readonly retained: number | null
  readonly messagesIn: number | null
  readonly messagesOut: number | null
  readonly messagesDropped: number | null
  readonly bytesIn: number | null
  readonly bytesOut: number | null
}

/** One point of the charts; rates are per second since the point before. */
export interface BrokerSample {
  /** Epoch ms. */
  readonly at: number
  readonly clients: number | null
  readonly messagesInPerS: number | null
  readonly messagesOutPerS: number | null
  readonly bytesInPerS: number | null
  readonly bytesOutPerS: number | null
}

/**
 * `waiting`: subscribed, without a message yet. `silent`: no message in 15 s, because the broker publishes no `$SYS` or
 * the account may not read it. `failed`: the second connection, which carries `$SYS`, could not be opened.
 */
type HealthState = 'not-connected' | 'waiting' | 'live' | 'silent' | 'failed'

export interface BrokerHealth {
  readonly connectionId: string | null
  readonly state: HealthState
  readonly source: '$SYS' | 'built-in'
  readonly reading: BrokerReading
  /** Messages that the broker dropped since its first figure of this connection; absent until it tells. */
  readonly droppedSince?: number
  /** Epoch ms of the newest figure. */
  readonly updatedAt: number | null
  readonly failure: ConnectionFailure | null
}

export interface TestFilter {
  readonly filter: string
  readonly qos: 0 | 1 | 2
}

/** A message on a subscribed topic, made safe to show. */
export interface TestMessage {
  /** Counts up from 1 in one run of the app. */
  readonly id: number
  readonly topic: string
  readonly qos: 0 | 1 | 2
  readonly isRetained: boolean
  readonly receivedAt: number
  readonly bytes: number
  /** `hex` for a payload that is no text. */
  readonly form: 'text' | 'hex'
  readonly payload: string
  readonly isCut: boolean
  /** True if control or invisible characters were made visible or removed. */
  readonly isMarked: boolean
}

export interface TesterState {
  readonly state: 'idle' | 'connecting' | 'open' | 'failed'
  readonly filters: readonly TestFilter[]
  /** Messages since the last clearing; may be more than are kept. */
  readonly received: number
  /** The newest, oldest first; at most 200. */
  readonly messages: readonly TestMessage[]
  readonly failure: ConnectionFailure | null
}

/** Outcome of a test publish. QoS 0 is `sent`, because nobody confirms it. */
export type TestPublishOutcome =
  | { readonly kind: 'sent' | 'acknowledged' | 'no-subscriber' | 'unknown' }
  | { readonly kind: 'refused'; readonly reasonCode: number }

/** Outcome of the round trip over a topic. `silent`: published and subscribed, but nothing came back in time. */
export type TopicCheck =
  | { readonly kind: 'received'; readonly roundTripMs: number }
  | { readonly kind: 'subscribe-refused' | 'publish-refused' | 'silent' }

export type CertificateState = 'ok' | 'soon' | 'expired' | 'not-yet' | 'unreadable'
export type CertificateSource = 'peer' | 'ca' | 'pinned' | 'client' | 'built-in-ca' | 'built-in-server'

/** One certificate with its validity. Times are epoch ms, null if it cannot be read. */
export interface CertificateFact {
  readonly source: CertificateSource
  /** Profile it belongs to; null for the built-in broker's. */
  readonly profileName: string | null
  readonly subject: string
  readonly issuer: string
  readonly validFrom: number | null
  readonly validTo: number | null
  /** Whole days until the end, negative after it. */
  readonly daysLeft: number | null
  readonly state: CertificateState
}

export interface LogView {
  readonly source: 'file' | 'built-in'
  /** The file; null when no usual place has one. */
  readonly path: string | null
  readonly state: 'reading' | 'absent' | 'forbidden' | 'not-a-file' | 'failed'
  /** Newest last, sanitised, at most 300. */
  readonly lines: readonly string[]
  /** True if older text is in the file but not shown. */
  readonly isCut: boolean
}

/** State for the broker page when it opens. */
export interface BrokerSnapshot {
  readonly health: BrokerHealth
  readonly series: readonly BrokerSample[]
  readonly tester: TesterState
  readonly log: LogView
  readonly builtIn: BuiltInView
  readonly localAddresses: readonly LocalAddress[]
  readonly computerName: string
}
