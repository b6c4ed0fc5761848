import type { LocalizedText } from '../text.ts'
import type { AnnouncementCount, CharacterView, KnownCharacter } from './broker-character.ts'

/** `tls` is server-verified TLS with an optional user name and password; `mtls` adds a client certificate. */
export const SECURITY_MODES = ['anonymous', 'password', 'tls', 'mtls'] as const
export type SecurityMode = (typeof SECURITY_MODES)[number]

/** MQTT over TCP, or inside a WebSocket. */
export const TRANSPORTS = ['tcp', 'websocket'] as const
export type Transport = (typeof TRANSPORTS)[number]

/**
 * Trust anchors of TLS: `ca` is the profile's own CA, or the authorities of the runtime without one; `system` the store
 * of the operating system; `pinned` one certificate, known by its SHA-256 fingerprint.
 */
export const TRUSTS = ['ca', 'system', 'pinned'] as const
export type Trust = (typeof TRUSTS)[number]

/** A further address of the same broker, or of another node of its cluster. */
export interface OtherAddress {
  readonly host: string
  readonly port: number
  /** Name expected in its certificate; null means `host`. */
  readonly serverName: string | null
}

/** Address and login of one broker. Its secrets are in the secret store. */
export interface Profile {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly port: number
  readonly security: SecurityMode
  readonly transport: Transport
  /** Path of the WebSocket, e.g. `/mqtt`; null means `/`. */
  readonly path: string | null
  readonly username: string | null
  /** CA certificates in PEM; null trusts the public authorities that ship with the runtime. */
  readonly ca: string | null
  readonly trust: Trust
  /** The certificate that `pinned` trusts, in PEM; its fingerprint was compared by the operator. */
  readonly pinnedCertificate: string | null
  /** Client certificate (chain) in PEM, for `mtls`. */
  readonly clientCertificate: string | null
  /** Name expected in the server's certificate (SNI and SAN); null means `host`. */
  readonly serverName: string | null
  readonly clientIdPrefix: string
  /** The one client id that the broker's policy allows; null or absent makes one of the prefix. */
  readonly clientId?: string | null
  readonly keepaliveS: number
  readonly connectAtStart: boolean
  /** Tried in this order after `host`, with the same login, encryption and trust. */
  readonly otherAddresses?: readonly OtherAddress[]
  /** Protocol to ask for by ALPN, e.g. `x-amzn-mqtt-ca` on port 443; null or absent asks for none. */
  readonly alpn?: string | null
  /** 4 is MQTT 3.1.1, for a broker that does not answer MQTT 5; null or absent tries 5 first. */
  readonly mqttVersion?: 4 | null
  /** Proxy on the way to the broker, `http://host:port` or `socks5://host:port`; null or absent goes there directly. */
  readonly proxy?: string | null
  /** What is known of the broker; null or absent until something tells. */
  readonly character?: KnownCharacter | null
}

/** The secrets of a profile. The window can set and delete them, never read them. */
export const PROFILE_SECRETS = ['password', 'clientKey', 'passphrase'] as const
export type ProfileSecret = (typeof PROFILE_SECRETS)[number]
/** Absent keeps what is stored, null deletes it, a string replaces it. */
export type ProfileSecretChanges = { readonly [K in ProfileSecret]?: string | null | undefined }

/** A profile for the window, with the names of its stored secrets, never their values. */
export interface ProfileView extends Profile {
  readonly secrets: Readonly<Record<ProfileSecret, boolean>>
  /** True for the profile of the demo, which is not saved. */
  readonly isDemo: boolean
}

/** `waiting`: the next attempt is due at `retryAt`, or when the built-in broker starts. `stopped`: retrying would not help; the operator has to act. */
export type ConnectionState = 'disconnected' | 'connecting' | 'connected' | 'waiting' | 'stopped'

/** Reason for a failed connection, in the words of the product. */
export interface ConnectionFailure {
  /** Stable name of the cause, e.g. `refused`, `dns`, `credentials`, `tls-unknown-ca`. */
  readonly cause: string
  readonly message: LocalizedText
  readonly fix: LocalizedText
  /** Hint for the broker, if one helps. */
  readonly brokerHint: LocalizedText | null
  /** The library's own words, sanitised, without secrets. */
  readonly detail: string
}

/** A topic filter that the broker refused; `isForNow`: it gave no lasting reason, and is asked again. */
export interface MissingSubscription {
  readonly filter: string
  readonly isForNow: boolean
}

/**
 * How one address of several did last. `other-broker`: it shows a certificate that the profile does not trust, so that
 * nothing was sent to it.
 */
export interface AddressHealth {
  /** `host:port`. */
  readonly address: string
  readonly state: 'untried' | 'trying' | 'in-use' | 'ok' | 'failed' | 'other-broker'
  readonly failure: ConnectionFailure | null
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
  /** Epoch ms of the CONNACK of the present session; from then on devices are heard. Null while there is none. */
  readonly openedAt: number | null
  /** Failed attempts since the last stable connection. */
  readonly attempt: number
  /** Epoch ms of the next attempt while `waiting`; null while the built-in broker does not run. */
  readonly retryAt: number | null
  readonly roundTripMs: number | null
  readonly failure: ConnectionFailure | null
  /** True where the broker cannot let a command expire that it keeps for a device which is away: MQTT 3.1.1 has no expiry. */
  readonly keepsCommands: boolean
  /** What the console asked for and does not hear. */
  readonly missingSubscriptions: readonly MissingSubscription[]
  /** Absent or empty for a profile with one address. */
  readonly addresses?: readonly AddressHealth[]
  /** The broker's character, as the connection acts by it. */
  readonly character?: CharacterView | null
  /** Absent or null while no device was known before. */
  readonly announcements?: AnnouncementCount | null
  /** Connections beside the console's own that share the readings; absent or 0 while it brings them itself. */
  readonly readingConnections?: number
}

export const TEST_STAGES = ['input', 'proxy', 'dns', 'tcp', 'first-byte', 'tls', 'connect', 'sys', 'probe'] as const
export type TestStageName = (typeof TEST_STAGES)[number]

export interface TestStage {
  readonly name: TestStageName
  readonly state: 'running' | 'ok' | 'failed' | 'not-reached'
  readonly ms: number | null
}

/** Messages of devices that the console cannot work without, and those that it can, named after the topic's last level. */
export const NEEDED_MESSAGES = ['status', 'heartbeat', 'result'] as const
export const OPTIONAL_MESSAGES = ['data', 'ack', 'output'] as const

/** Permissions of the account: send commands, and read messages of devices. `test` is the deployment guide's check. */
export type ProbeRole = 'command' | 'test' | (typeof NEEDED_MESSAGES)[number] | (typeof OPTIONAL_MESSAGES)[number]

/** `granted` was allowed but could not be proven with this account; only of what is needed, `denied` is a failure. */
export interface ProbeResult {
  readonly role: ProbeRole
  readonly outcome: 'proven' | 'granted' | 'denied'
  readonly topic: string
}

/** Certificate that a broker showed, read without trusting it. */
export interface PeerCertificateView {
  readonly subject: string
  readonly issuer: string
  /** Subject alternative names as one line. */
  readonly names: string
  readonly validFrom: string
  readonly validTo: string
  /** SHA-256, upper-case hexadecimal with colons. */
  readonly fingerprint256: string
  readonly pem: string
}

/** A certificate of a text, as people tell it from another. */
export interface CertificateCard {
  /** Common names, sanitised. */
  readonly subject: string
  readonly issuer: string
  readonly isSelfSigned: boolean
  /** Epoch ms. */
  readonly validTo: number
  /** SHA-256, upper-case hexadecimal with colons. */
  readonly fingerprint256: string
}

/** Outcome of a connection test; `failure` is null if every stage passed. */
export interface ConnectionTest {
  readonly testId: string
  readonly isDone: boolean
  readonly stages: readonly TestStage[]
  readonly failure: ConnectionFailure | null
  /** Set if `failure` concerns one input, so that the form can point at it. */
  readonly field: keyof Profile | ProfileSecret | null
  readonly peer: PeerCertificateView | null
  readonly protocol: ConnectionStatus['protocol']
  /** From `$SYS/broker/version`; null is unknown. */
  readonly brokerVersion: string | null
  readonly roundTripMs: number | null
  readonly probes: readonly ProbeResult[]
  /** Notes that are no failures. */
  readonly notes: readonly LocalizedText[]
  /** Each address of a profile with several; the stages are those of the one that the console would use. */
  readonly addresses?: readonly AddressHealth[]
}

/** Protocol that answers on one port; `open` is another one, or a silent port. */
export interface PortLook {
  readonly port: number
  readonly speaks: 'mqtt' | 'tls' | 'websocket' | 'http' | 'ssh' | 'open' | 'closed' | 'no-answer'
}

/** A cause found in a broker's log, with the line that shows it first. */
export interface LogFinding {
  readonly cause: string
  readonly message: LocalizedText
  readonly fix: LocalizedText
  readonly line: string
  readonly count: number
  /** Clients that it names, the most frequent first, at most five. */
  readonly clients: readonly { readonly name: string; readonly count: number }[]
  /** The stage of a connection test in which a client notices it. */
  readonly stage: TestStageName
}

/** A log that was opened. `isCut`: only its end was read; `isShownCut`: `text` is only the end of what was read. */
export interface OpenedLog {
  readonly name: string
  readonly text: string
  readonly size: number
  readonly isCut: boolean
  readonly isShownCut: boolean
  readonly findings: readonly LogFinding[]
}

/** How far a log is read, in bytes. */
export interface LogReading {
  readonly read: number
  readonly total: number
}

/** Our own without secrets, `.env` of the deployment guide, or the executor's `rpi_executor_config.json`. */
export const PROFILE_FILE_FORMATS = ['waypost', 'env', 'executor'] as const
export type ProfileFileFormat = (typeof PROFILE_FILE_FORMATS)[number]

/** A connection of an imported file, and what is to say of it. */
export interface ImportEntry {
  /** As the file names it. */
  readonly name: string
  /** Id of the profile that it became; null if it was not taken over, and then the notes say why. */
  readonly profileId: string | null
  readonly notes: readonly LocalizedText[]
}

/** Result of an import; the profiles are saved already, with their secrets. */
export interface ProfileImport {
  readonly fileName: string
  readonly profiles: readonly ProfileView[]
  readonly entries: readonly ImportEntry[]
  /** Of the file as a whole. */
  readonly notes: readonly LocalizedText[]
}

/** True if the broker may hand a command to a device that comes back, however old it is then. */
export function mayKeepCommands({ keepsCommands, character }: ConnectionStatus): boolean {
  return keepsCommands || character?.traits.ignoresExpiry === true
}
