import type { CommandClass } from '../../preload/contract/models/safety/safety.ts'

// One command between broker, devices and commands: what was published, and what came back.

/** Outcome of one publish. `unsent` is provably unsent; `unknown` was written, and nobody knows whether it arrived. */
export type PublishOutcome =
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'no-subscriber' }
  | { readonly kind: 'refused'; readonly reasonCode: number }
  | { readonly kind: 'unsent' }
  | { readonly kind: 'unknown' }

interface Answer {
  readonly deviceId: string
  /** `unknown` if the device gives none that can be ours. */
  readonly commandId: string
}

/** A `device/{id}/result` that passed the codec. Texts are raw and hostile, up to 4 MB; sanitise before showing. */
export interface DeviceResult extends Answer {
  readonly isSuccess: boolean
  /** Field `stdout` of a device with `exit`, else `output`. On failure it may hold the reason. */
  readonly stdout: string
  /** Field `stderr`, else `error`; also set on success. */
  readonly stderr: string
  readonly exitCode: number | null
  /** The device's own measure in ms; null where it gives none. */
  readonly durationMs: number | null
  readonly isTruncatedByDevice: boolean
  /** True if the bytes were not UTF-8, or the executor failed to decode the output; the command did run. */
  readonly isNotUtf8: boolean
  /** How the agent says it ended; null from an executor, which does not say. */
  readonly ending?: ResultEnding | null
  /** The agent's signature, not yet checked; null without one. */
  readonly signature?: ResultSignature | null
  /** Epoch ms, by this computer. */
  readonly receivedAt: number
}

/** `interrupted`: the agent was stopped while the command was under way, so that nobody knows whether it ran to its end. */
export const RESULT_ENDINGS = ['exited', 'timeout', 'cancelled', 'interrupted', 'not-started'] as const
export type ResultEnding = (typeof RESULT_ENDINGS)[number]

export interface ResultSignature {
  readonly session: string
  readonly keyId: string
  readonly sig: string
}

/** Fields that a signed command carries beside the known ones; `device_id` lets the agent name a message gone astray. */
export interface CommandSignature {
  readonly device_id: string
  readonly session: string
  readonly challenge: string
  readonly class: CommandClass
  readonly key_id: string
  readonly sig: string
}

export type CancelSignature = Omit<CommandSignature, 'class'>

/** A device's word on its result, as the audit keeps it: with the key of the device anybody can check it later. */
export interface ResultProof {
  readonly keyId: string
  readonly session: string
  readonly exitCode: number | null
  readonly stdoutSha256: string
  readonly stderrSha256: string
  readonly commandSigSha256: string
  readonly sig: string
}

/** A `device/{id}/result` that was too large to take in. */
export interface OversizedResult {
  readonly deviceId: string
  /** As its first or last kB names it; null where neither does. */
  readonly commandId: string | null
  /** Size of the whole message. */
  readonly payloadBytes: number
  /** Epoch ms, by this computer. */
  readonly receivedAt: number
}

/** A `device/{id}/ack` (capability `ack`). */
export interface DeviceAck extends Answer {
  readonly state: 'received' | 'running' | 'rejected'
  /** Sanitised, one line. */
  readonly reason: string | null
  /** Epoch ms, by this computer. */
  readonly receivedAt: number
}

/** A `device/{id}/output` (capability `stream`); `data` is hostile text. */
export interface DeviceOutput extends Answer {
  readonly seq: number
  readonly stream: 'stdout' | 'stderr'
  readonly data: string
}

/** Verdict on a result. `orphan`: no command of ours; `conflict`: a second answer, unlike the first, which stands. */
export type ResultVerdict = 'accepted' | 'orphan' | 'conflict'
