import type { CaKeyPlace } from './ca-key.ts'
import type { SecurityMode } from './connection.ts'
import type { LocalizedText } from './text.ts'

export const SETUP_PLATFORMS = ['debian', 'windows', 'docker', 'builtin'] as const
export type SetupPlatform = (typeof SETUP_PLATFORMS)[number]

export const SETUP_VERSIONS = ['2.0', '2.1'] as const
export type MosquittoVersion = (typeof SETUP_VERSIONS)[number]

/** Limits that go into mosquitto.conf as they are. */
export interface SetupTuning {
  /** Clients at once; null is no limit. */
  readonly maxConnections: number | null
  /** Days after which a persistent session that does not come back is dropped. */
  readonly sessionExpiryDays: number
  /** Messages held for one client that is away. */
  readonly maxQueuedMessages: number
  readonly maxPacketBytes: number
  /** Longest keepalive that MQTT 5 clients may ask for, in seconds. */
  readonly maxKeepaliveS: number
}

/** A broker that does not exist yet. Holds no secret. */
export interface SetupPlan {
  readonly name: string
  readonly platform: SetupPlatform
  readonly mode: SecurityMode
  readonly version: MosquittoVersion
  /** Names and addresses by which clients reach the broker; the first one goes into what devices are given. */
  readonly hosts: readonly string[]
  readonly port: number
  /** True binds the listener to this computer alone. */
  readonly isLoopbackOnly: boolean
  /** Accounts of people: they send commands and read every device. */
  readonly operators: readonly string[]
  /** Device ids; each is its own account. */
  readonly devices: readonly string[]
  readonly keyType: 'ecdsa' | 'rsa'
  readonly tuning: SetupTuning
}

/** An input that cannot work, with what to do about it. */
export interface SetupProblem {
  readonly field:
    | 'name'
    | 'hosts'
    | 'port'
    | 'isLoopbackOnly'
    | 'operators'
    | 'devices'
    | 'passwords'
    | 'folder'
    | keyof SetupTuning
  /** The value of a list, or the account, that is meant; null where the field has one value only. */
  readonly item: string | null
  readonly message: LocalizedText
  readonly fix: LocalizedText
}

/** Worth knowing; never in the way. */
export interface SetupWarning {
  readonly id: string
  readonly text: LocalizedText
}

/** A generated file. `text` shows secrets as dots; the whole file is written by main alone. */
interface SetupFileView {
  /** Relative path within the saved folder, `/` between its parts. */
  readonly path: string
  /** Where it belongs on the broker's (or device's) system; null for what stays with the operator. */
  readonly target: string | null
  /** Octal, e.g. `0600`. */
  readonly mode: string
  readonly owner: string
  readonly why: LocalizedText
  readonly isSecret: boolean
  readonly text: string
}

export const SETUP_STEPS = ['install', 'place', 'start', 'check', 'firewall', 'undo'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

/** One line to run at the broker, and why. */
export interface SetupCommand {
  readonly step: SetupStep
  readonly shell: 'bash' | 'powershell'
  readonly command: string
  readonly why: LocalizedText
}

/** All that a set-up consists of, for review. */
export interface SetupReview {
  readonly files: readonly SetupFileView[]
  readonly commands: readonly SetupCommand[]
  readonly warnings: readonly SetupWarning[]
  /** Epoch ms; null without certificates. */
  readonly certificatesEndAt: number | null
}

export type ProofProbeName =
  | 'starts'
  | 'operator-connects'
  | 'command-arrives'
  | 'reports-arrive'
  | 'health'
  | 'names'
  | 'anonymous-refused'
  | 'wrong-password-refused'
  | 'plain-refused'
  | 'foreign-topic-refused'
  | 'foreign-certificate-refused'
  | 'taken-out-refused'

/** One thing that must work (or must fail) on a broker with these files. */
export interface ProofProbe {
  readonly name: ProofProbeName
  readonly state: 'waiting' | 'running' | 'ok' | 'failed' | 'skipped'
  readonly ms: number | null
  /** What was seen, or why it was skipped. */
  readonly detail: LocalizedText | null
}

/** Outcome of running the generated files in a Mosquitto on spare loopback ports of this computer. */
export interface ProofReport {
  readonly proofId: string
  readonly outcome: 'running' | 'proved' | 'failed' | 'skipped' | 'cancelled'
  /** Why all of it was skipped, e.g. no Mosquitto on this computer. */
  readonly reason: LocalizedText | null
  /** Of the Mosquitto that ran, as it says itself. */
  readonly brokerVersion: string | null
  readonly probes: readonly ProofProbe[]
  /** Last lines of the broker's log when something failed. */
  readonly log: readonly string[]
}

/** A set-up while it is made. `passwords` holds only what was typed; what is absent stays, or is made for a device. */
export interface SetupDraft {
  readonly id: string
  readonly plan: SetupPlan
  readonly passwords: Readonly<Record<string, string>>
}

/** A set-up that is kept. */
export interface SetupView {
  readonly id: string
  readonly plan: SetupPlan
  /** Epoch ms. */
  readonly createdAt: number
  readonly changedAt: number
  /** When the first of its certificates ends, epoch ms; null without TLS. */
  readonly certificatesEndAt: number | null
  readonly caKey: CaKeyPlace
  /** Accounts that need no new password. */
  readonly knownAccounts: readonly string[]
  /** Where its files were saved last. */
  readonly savedIn: string | null
}

/** Files for review, or what has to be corrected first. */
export type SetupPrepared =
  | { readonly problems: readonly SetupProblem[]; readonly review: null }
  | { readonly problems: readonly []; readonly review: SetupReview & { readonly caKey: CaKeyPlace } }

/** What the wizard offers before anything is typed. */
export interface SetupSuggestion {
  /** Names and addresses of this computer, the likeliest first. */
  readonly hosts: readonly string[]
  readonly hasMosquitto: boolean
}
