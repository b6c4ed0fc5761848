import { AppError, type Failure } from '../../preload/contract/errors.ts'
import type { CommandMark, CommandRecord, Run, Turn } from '../../preload/contract/models/command.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'

/** A turn as stored: without its run, which has tables of its own. */
export interface StoredTurn {
  readonly turn: Turn
  /** Explanations of the options of a `choose` answer, in their order. */
  readonly optionExplanations: readonly LocalizedText[]
  /** The command of the turn's first proposal, for the audit of an edited one. */
  readonly proposedCommand: string | null
}

/** A run without its commands. */
export type StoredRun = Omit<Run, 'commands'>

/** The limits that the grant of a run set, stored with it. `notAfter` is epoch ms. */
export interface StoredGrant {
  readonly sha256: string
  readonly notAfter: number
}

/** One command on one device, as stored. */
export interface StoredCommand {
  readonly record: CommandRecord
  readonly connectionId: string
  /** Place in its run, and how many devices that has. */
  readonly position: number
  readonly deviceCount: number
  /** Fingerprint of the result attached; tells a repeated one from another one. */
  readonly resultSha256: string | null
}

/** Output of a device as sent, up to the stored limit. `totalBytes` counts the part left out too. */
export interface Output {
  readonly stdout: string
  readonly stderr: string
  readonly totalBytes: number
}

export const NO_OUTPUT: Output = { stdout: '', stderr: '', totalBytes: 0 }

/** One command while the console works with it. */
export interface LiveCommand {
  stored: StoredCommand
  readonly run: StoredRun
  output: Output
  /** Output arrived that the record does not show yet. */
  isOutputStale: boolean
  lastSeq: number
  isCancelAsked: boolean
  /** Epoch ms of handing it to the broker. */
  publishedAt: number | null
}

/** Changes that an event makes to a command besides its state. */
export interface CommandChange {
  readonly record?: Partial<CommandRecord>
  readonly marks?: readonly CommandMark[]
  readonly output?: Output
  readonly resultSha256?: string
}

/** A command as somebody wrote it. */
export type WrittenCommand = Pick<
  NonNullable<Turn['proposal']>,
  'command' | 'explanation' | 'timeoutS' | 'source' | 'isEdited'
>

/** Returns what the window may know of an error: its code if the operator can act on it, nothing if it is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.code, data: error.data }
  return { code: 'INTERNAL', message: 'INTERNAL', data: {} }
}
