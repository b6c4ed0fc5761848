import type { LocalizedText } from '../text.ts'

/** Where a device on its way into the fleet can fail. */
export const JOIN_STAGES = [
  'connect',
  'host-key',
  'login',
  'look',
  'sudo',
  'broker',
  'package',
  'files',
  'service',
  'start',
  'prove',
  'undo',
] as const
export type JoinStage = (typeof JOIN_STAGES)[number]

/** What went wrong, why, and what to do. */
export interface JoinFailure {
  readonly stage: JoinStage
  /** Stable name, e.g. `login-refused`. */
  readonly cause: string
  readonly message: LocalizedText
  readonly fix: LocalizedText
  /** Words of the device or the system, sanitised, one line; empty without any. */
  readonly detail: string
}

/** What a device is, read without changing anything. Null: it does not say. */
export interface DeviceLook {
  readonly hostName: string | null
  readonly model: string | null
  readonly os: string | null
  readonly architecture: string | null
  readonly python: string | null
  readonly paho: string | null
  readonly openssl: string | null
  readonly hasSystemd: boolean
  readonly freeMiB: number | null
  /** Seconds by which its clock is ahead of this computer's. */
  readonly clockAheadS: number | null
  readonly executor: OldExecutor | null
  /** Version of a Waypost agent that is there already. */
  readonly agentVersion: string | null
  /** Device id in its configuration, which root alone may read. */
  readonly agentDeviceId: string | null
  readonly rights: 'root' | 'sudo' | 'sudo-password' | 'none'
  /** Whether the device reaches the broker; null where it has no Python to try with. */
  readonly reachesBroker: boolean | null
}

/** The executor that runs whatever the broker brings. */
export interface OldExecutor {
  readonly deviceId: string | null
  /** Its unit of systemd; null if it runs as a plain process, or not at all. */
  readonly unit: string | null
  readonly isRunning: boolean
}

export const JOIN_STEPS = ['prepare', 'keep', 'package', 'stop-executor', 'files', 'service', 'start', 'prove'] as const
export type JoinStepName = (typeof JOIN_STEPS)[number]

/** One step before it is run: exactly what will be done on the device. */
export interface JoinStep {
  readonly name: JoinStepName
  readonly why: LocalizedText
  readonly isRoot: boolean
  /** Lines for /bin/sh. */
  readonly commands: readonly string[]
  /** Files that are sent; secrets in their text are dots. */
  readonly files: readonly { readonly path: string; readonly mode: string; readonly text: string }[]
  readonly state: 'waiting' | 'running' | 'ok' | 'failed'
  /** Null until it is over. */
  readonly ms: number | null
}

/** What stands in the lines of the console for one device that is being added. */
export interface JoinView {
  readonly id: string
  readonly address: string
  readonly port: number
  /**
   * `host-key`: its fingerprint waits to be confirmed; `ready`: looked at, and waiting for the operator; `failed` keeps what
   * was found before.
   */
  readonly state:
    | 'connecting'
    | 'host-key'
    | 'looking'
    | 'ready'
    | 'installing'
    | 'proven'
    | 'failed'
    | 'undoing'
    | 'undone'
  /** As `ssh-keygen -l` prints it: `SHA256:…`, with the kind of the key. */
  readonly hostKey: { readonly kind: string; readonly fingerprint: string; readonly isChanged: boolean } | null
  readonly look: DeviceLook | null
  /** Commands of the look, for whoever wants to read them. */
  readonly lookCommands: string
  readonly deviceId: string
  /** True where an agent under this id is there: its configuration, key and trusted operators stay. */
  readonly isUpgrade: boolean
  readonly steps: readonly JoinStep[]
  /** Script that undoes the steps. */
  readonly undo: string
  readonly failure: JoinFailure | null
  /** Notes that hinder nothing. */
  readonly notes: readonly LocalizedText[]
  /** What can be undone now: the agent goes, or the one from before the upgrade comes back; null: nothing. */
  readonly canUndo: 'agent' | 'upgrade' | null
  /** Ms from the first connection to the proof. */
  readonly tookMs: number | null
}

/** How the device gets its login at the broker. */
export const BROKER_LOGINS = ['none', 'typed', 'setup'] as const
export type BrokerLoginKind = (typeof BROKER_LOGINS)[number]

/** What the form starts with, from the connection in use. */
export interface JoinSuggestion {
  readonly connectionId: string | null
  /** Host and port by which a device should reach the broker, the likeliest first. */
  readonly brokerHosts: readonly string[]
  readonly brokerPort: number
  readonly isTls: boolean
  readonly login: BrokerLoginKind
  readonly setups: readonly { readonly id: string; readonly name: string; readonly devices: readonly string[] }[]
  /** True where a login was kept in the secret store. */
  readonly keptLogin: { readonly user: string } | null
  /** Networks of this computer that may be scanned. */
  readonly networks: readonly string[]
}

/** An address on which something answers as SSH. */
export interface ScannedHost {
  readonly address: string
  readonly name: string | null
  /** What it calls itself, e.g. `OpenSSH_9.2p1 Debian-2`. */
  readonly software: string
}

export interface ScanView {
  readonly isRunning: boolean
  readonly tried: number
  readonly total: number
  readonly hosts: readonly ScannedHost[]
}

/** All that the wizard shows of devices on their way in. */
export interface JoiningView {
  readonly devices: readonly JoinView[]
  readonly scan: ScanView
}

/** Devices added at once, and addresses in one network. */
export const JOIN_MAX = 32
