import type { Aftermath, AnswerReading } from '../../preload/contract/models/commands/answer-reading.ts'
import type { Proposal } from '../../preload/contract/models/commands/command.ts'
import type {
  DeviceMetrics,
  DeviceRef,
  InFlight,
  Presence,
  SystemSource,
} from '../../preload/contract/models/devices/device.ts'
import type { CommandClass, DeviceSystem } from '../../preload/contract/models/safety/safety.ts'
import type {
  CancelSignature,
  CommandSignature,
  DeviceResult,
  PublishOutcome,
  ResultProof,
} from '../shared/exchange.ts'

/** With MQTT 5 properties, which the link leaves out on MQTT 3.1.1. */
interface LinkPublishOptions {
  /** The message goes to this connection or nowhere. */
  readonly connectionId: string
  readonly messageExpiryS: number
  readonly responseTopic?: string
  readonly correlationData?: Buffer
}

interface ActiveLink {
  readonly connectionId: string
  readonly isConnected: boolean
  /** True from when a sleep of the computer is announced until it is known, after the waking, if the connection outlived it. */
  readonly isInDoubt?: boolean
  /** True where the broker may keep a command for a device that is away, however old it is then. */
  readonly keepsCommands?: boolean
  /** True while the broker does not hand on what devices answer. */
  readonly isDeaf?: boolean
}

/** The broker connection in use. Publishes with QoS 1, not retained; never sends anything twice. */
export interface CommandLink {
  /** Returns the chosen profile, connected or not; null if there is none. */
  active(): ActiveLink | null
  publish(topic: string, payload: Buffer | string, options: LinkPublishOptions): Promise<PublishOutcome>
  /** Resolves when the broker's limit a second leaves room for a command and its answer; null if there is room now. */
  turn?(): Promise<void> | null
  /** Resolves when `isInDoubt` is over; null while there is no doubt. */
  certain?(): Promise<void> | null
}

/** Encodes the payloads to a device. `issuedAt` is epoch ms. */
export interface CommandEncoder {
  encodeCommand(
    command: {
      readonly commandId: string
      readonly command: string
      readonly timeoutS: number
      readonly issuedAt: number
    },
    signature?: CommandSignature | null,
  ): Buffer | string
  encodeCancel(commandId: string, signature?: CancelSignature | null): Buffer | string
}

/** A signature as sent, for the check of what the device answers to it. */
export type SentSignature = Pick<CommandSignature, 'session' | 'sig'>

/** What the signature of a result proves: nothing is known of a device without a key on record (`unsigned`). */
export type ResultVerification =
  | { readonly kind: 'unsigned' | 'not-proven' }
  | { readonly kind: 'proven'; readonly proof: ResultProof }

/** Signs commands for the devices that take signed ones, and checks what such devices sign. */
export interface CommandSigning {
  /**
   * Resolves when a command for this device can be signed; null if it can at once, or needs no signature. Rejects with
   * `CHALLENGE_MISSING`.
   */
  prepare(ref: DeviceRef): Promise<void> | null
  /** Null for a device that takes unsigned commands, and where the operator has no key. Throws `CHALLENGE_MISSING`. */
  sign(
    ref: DeviceRef,
    command: {
      readonly commandId: string
      readonly command: string
      readonly timeoutS: number
      readonly class: CommandClass
    },
  ): CommandSignature | null
  signCancel(ref: DeviceRef, commandId: string): CancelSignature | null
  verify(connectionId: string, result: DeviceResult, sent: SentSignature | null): ResultVerification
}

/** Signing of a console without keys: everything is sent unsigned, and nothing proves anything. */
export const NO_SIGNING: CommandSigning = {
  prepare: () => null,
  sign: () => null,
  signCancel: () => null,
  verify: () => ({ kind: 'unsigned' }),
}

/** A device as the target of a command. */
export interface TargetDevice {
  readonly deviceId: string
  readonly presence: Presence
  /** Epoch ms since when its presence is only the last that is known; absent while it is current. */
  readonly lastKnownAt?: number
  readonly system: DeviceSystem
  readonly systemSource: SystemSource
  readonly isSimulated: boolean
  readonly capabilities: readonly string[]
  /** As the device announced it: any text. */
  readonly shell: string | null
  readonly metrics: DeviceMetrics
  /** As it announced it; null or absent where unknown. */
  readonly hostName?: string | null
  /** As the operator named it; empty or absent where nobody did. */
  readonly name?: string
}

/** The registry of devices. */
export interface DeviceDirectory {
  /** Returns null for a device it does not know. */
  target(connectionId: string, deviceId: string): TargetDevice | null
  /** Tells it the oldest command that the device may be at work on; null when there is none any more. */
  setBusy(ref: DeviceRef, command: InFlight | null): void
}

/** Makes hostile text safe to show. */
export type Sanitise = (text: string) => { readonly text: string; readonly marks: readonly string[] }

/** Says why a command failed, from its sanitised answer and exit code; null where nothing certain is known. Never throws. */
export type ReadFailure = (answer: {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly system: DeviceSystem
}) => AnswerReading | null

/** Says what a command that succeeded leaves to be looked at; null for most. Never throws. */
export type ReadAftermath = (command: string, system: DeviceSystem) => Aftermath | null

/** Puts the sanitised answer of a known command into words; null if it cannot. Never throws. */
export type ReadAnswer = (
  proposal: Pick<Proposal, 'command' | 'source' | 'system'>,
  answer: { readonly isSuccess: boolean; readonly stdout: string; readonly stderr: string },
) => AnswerReading | null
