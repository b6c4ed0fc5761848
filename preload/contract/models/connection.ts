import type { LocalizedText } from './text.ts'

/** `tls` is server-verified TLS with an optional user name and password; `mtls` adds a client certificate. */
export const SECURITY_MODES = ['anonymous', 'password', 'tls', 'mtls'] as const
export type SecurityMode = (typeof SECURITY_MODES)[number]

/** How to reach one broker. Secrets are kept apart, in the secret store. */
export interface Profile {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly port: number
  readonly security: SecurityMode
  readonly username: string | null
  /** CA certificates in PEM; null trusts the public authorities that ship with the runtime. */
  readonly ca: string | null
  /** Client certificate (chain) in PEM, for `mtls`. */
  readonly clientCertificate: string | null
  /** Name expected in the server's certificate (SNI and SAN); null means `host`. */
  readonly serverName: string | null
  readonly clientIdPrefix: string
  readonly keepaliveS: number
  readonly connectAtStart: boolean
}

/** The secrets of a profile. The window can set and delete them, never read them. */
export const PROFILE_SECRETS = ['password', 'clientKey', 'passphrase'] as const
export type ProfileSecret = (typeof PROFILE_SECRETS)[number]
/** Absent keeps what is stored, null deletes it, a string replaces it. */
export type ProfileSecretChanges = { readonly [K in ProfileSecret]?: string | null | undefined }

/** A profile as the window sees it: which secrets are set, not what they are. */
export interface ProfileView extends Profile {
  readonly secrets: Readonly<Record<ProfileSecret, boolean>>
  /** Made for this run by the demo; not saved. */
  readonly isDemo: boolean
}

/** `waiting`: the next attempt is due at `retryAt`. `stopped`: retrying would not help; the operator has to act. */
export type ConnectionState = 'disconnected' | 'connecting' | 'connected' | 'waiting' | 'stopped'

/** Why a connection failed, in the words of the product. */
export interface ConnectionFailure {
  /** Stable name of the cause, e.g. `refused`, `dns`, `credentials`, `tls-unknown-ca`. */
  readonly cause: string
  readonly message: LocalizedText
  readonly fix: LocalizedText
  /** What to look at on the broker, where that helps. */
  readonly brokerHint: LocalizedText | null
  /** The library's own words, sanitised, without secrets. */
  readonly detail: string
}

export interface ConnectionStatus {
  readonly state: ConnectionState
  readonly profileId: string | null
  readonly profileName: string | null
  /** `host:port` of the active profile. */
  readonly address: string | null
  readonly isTls: boolean
  readonly protocol: 'MQTT 5' | 'MQTT 3.1.1' | null
  readonly clientId: string | null
  /** Epoch ms of the last change of state. */
  readonly since: number
  /** Failed attempts since the last stable connection. */
  readonly attempt: number
  /** Epoch ms of the next attempt while `waiting`. */
  readonly retryAt: number | null
  readonly roundTripMs: number | null
  readonly failure: ConnectionFailure | null
  /** Topic filters left after repeated oversized messages, or refused by the broker. */
  readonly missingSubscriptions: readonly string[]
}

export type TestStageName = 'input' | 'dns' | 'tcp' | 'tls' | 'connect' | 'subscribe'

export interface TestStage {
  readonly name: TestStageName
  readonly state: 'running' | 'ok' | 'failed' | 'not-reached'
  readonly ms: number | null
}

/** Outcome of a connection test; `failure` is null when every stage passed. */
export interface ConnectionTest {
  readonly testId: string
  readonly isDone: boolean
  readonly stages: readonly TestStage[]
  readonly failure: ConnectionFailure | null
  /** Set when `failure` concerns one input, so that the form can point at it. */
  readonly field: keyof Profile | ProfileSecret | null
}
