import type { LocalizedText } from '../text.ts'
import type { CaKeyPlace } from './ca-key.ts'
import type { SecurityMode } from './connection.ts'

export const SETUP_PLATFORMS = ['debian', 'windows', 'docker', 'cluster', 'builtin'] as const
export type SetupPlatform = (typeof SETUP_PLATFORMS)[number]

/** Brokers on several computers: one broker in all, or Mosquitto at several sites that a centre is bridged to. */
export const CLUSTER_KINDS = ['nats', 'rabbitmq', 'emqx', 'bridges'] as const
export type ClusterKind = (typeof CLUSTER_KINDS)[number]

/** How the nodes of a cluster run: as services of Debian, or in containers. */
export const CLUSTER_RUNTIMES = ['service', 'compose'] as const
export type ClusterRuntime = (typeof CLUSTER_RUNTIMES)[number]

export const SETUP_VERSIONS = ['2.0', '2.1'] as const
export type MosquittoVersion = (typeof SETUP_VERSIONS)[number]

/** Limits in mosquitto.conf. */
export interface SetupTuning {
  /** Clients at once; null is no limit. */
  readonly maxConnections: number | null
  /** Days after which a persistent session that does not come back is dropped. */
  readonly sessionExpiryDays: number
  /** Queued messages for one absent client. */
  readonly maxQueuedMessages: number
  readonly maxPacketBytes: number
  /** Longest keepalive that MQTT 5 clients may ask for, in seconds. */
  readonly maxKeepaliveS: number
}

/** A broker that does not exist yet. Holds no secret. */
export interface SetupPlan {
  readonly name: string
  readonly platform: SetupPlatform
  /** What runs on the platform `cluster`; NATS unless given. */
  readonly cluster?: ClusterKind | undefined
  /** How the nodes run where both ways are to be had; services unless given. */
  readonly runtime?: ClusterRuntime | undefined
  /** Names and addresses of computers with haproxy before the nodes; clients then know these alone. None unless given. */
  readonly balancers?: readonly string[] | undefined
  /** Of `bridges`: device → the site that it belongs to, which is one of `hosts` but the first. */
  readonly siteOf?: Readonly<Record<string, string>> | undefined
  readonly mode: SecurityMode
  readonly version: MosquittoVersion
  /**
   * Names and addresses by which clients reach the broker; the kits of devices hold the first one. Of a cluster one for each
   * node, and the kits hold all; of bridged sites the first one is the centre, and a kit holds the one of its site.
   */
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

/** An invalid input, with the next step. */
export interface SetupProblem {
  readonly field:
    | 'name'
    | 'mode'
    | 'hosts'
    | 'balancers'
    | 'port'
    | 'isLoopbackOnly'
    | 'operators'
    | 'devices'
    | 'passwords'
    | 'folder'
    | keyof SetupTuning
  /** Invalid value of a list, or account; null if the field has one value only. */
  readonly item: string | null
  readonly message: LocalizedText
  readonly fix: LocalizedText
}

/** A note that never blocks. */
export interface SetupWarning {
  readonly id: string
  readonly text: LocalizedText
}

/** A generated file. `text` shows secrets as dots; the whole file is written by main alone. */
interface SetupFileView {
  /** Relative path within the saved folder, `/` between its parts. */
  readonly path: string
  /** Target path on the system of the broker (or device); null for a file that stays with the operator. */
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

/** One line to run at the broker, with the reason. */
export interface SetupCommand {
  readonly step: SetupStep
  readonly shell: 'bash' | 'powershell'
  readonly command: string
  readonly why: LocalizedText
}

/** A whole set-up, for review. */
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
  | 'survives-node'
  | 'no-echo'

/** One check that must pass (or fail) on a broker with these files. */
export interface ProofProbe {
  readonly name: ProofProbeName
  readonly state: 'waiting' | 'running' | 'ok' | 'failed' | 'skipped'
  readonly ms: number | null
  /** Observation, or the reason for skipping. */
  readonly detail: LocalizedText | null
}

/** Outcome of running the generated files in the broker's program on spare loopback ports of this computer. */
export interface ProofReport {
  readonly proofId: string
  readonly outcome: 'running' | 'proved' | 'failed' | 'skipped' | 'cancelled'
  /** Reason for skipping all checks, e.g. no Mosquitto on this computer. */
  readonly reason: LocalizedText | null
  /** Name and version of the program where it is no Mosquitto; else the version that Mosquitto printed. */
  readonly brokerVersion: string | null
  readonly probes: readonly ProofProbe[]
  /** Last lines of the broker's log after a failure. */
  readonly log: readonly string[]
}

/** A set-up in progress. `passwords` holds the typed ones; a missing one is kept, or made for a device. */
export interface SetupDraft {
  readonly id: string
  readonly plan: SetupPlan
  readonly passwords: Readonly<Record<string, string>>
}

/** A stored set-up. */
export interface SetupView {
  readonly id: string
  readonly plan: SetupPlan
  /** Epoch ms. */
  readonly createdAt: number
  readonly changedAt: number
  /** End of its first expiring certificate, epoch ms; null without TLS. */
  readonly certificatesEndAt: number | null
  readonly caKey: CaKeyPlace
  /** Accounts that need no new password. */
  readonly knownAccounts: readonly string[]
  /** Folder to which its files were saved last. */
  readonly savedIn: string | null
}

/** Files for review, or the problems to correct first. */
export type SetupPrepared =
  | { readonly problems: readonly SetupProblem[]; readonly review: null }
  | { readonly problems: readonly []; readonly review: SetupReview & { readonly caKey: CaKeyPlace } }

/** Configuration of a Mosquitto that exists already, with its bridges. */
export interface BridgeText {
  /** Name or address of the broker that it is the configuration of. */
  readonly on: string
  readonly text: string
}

export interface SetupFinding {
  readonly cause: LocalizedText
  readonly fix: LocalizedText
}

/** What became of looking for messages that would go in a circle. */
export interface BridgeCheck {
  /** Bridges found in the texts. */
  readonly bridges: number
  readonly findings: readonly SetupFinding[]
}

/** Accounts that were read from a file. Their passwords stay in main. */
export interface AccountsTaken {
  readonly people: readonly { readonly name: string; readonly hasPassword: boolean }[]
  /** With the site that the file gives them, or null. */
  readonly devices: readonly { readonly id: string; readonly site: string | null }[]
  /** Accounts whose password was in the file. */
  readonly passwords: number
  /** What was left out, and why. */
  readonly problems: readonly SetupFinding[]
}

/** Suggestions of the wizard before any input. */
export interface SetupSuggestion {
  /** Names and addresses of this computer, the likeliest first. */
  readonly hosts: readonly string[]
  readonly hasMosquitto: boolean
}
