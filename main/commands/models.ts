import { z } from 'zod'
import { AppError, type Failure } from '../../preload/contract/errors.ts'
import {
  COMMAND_STATES,
  type CommandMark,
  type CommandRecord,
  type Run,
  type Turn,
} from '../../preload/contract/models/commands/command.ts'
import { ROLLOUT_PHASES } from '../../preload/contract/models/commands/rollout.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { ResultProof } from '../shared/exchange.ts'
import type { SentSignature } from './ports.ts'

/** A turn as stored: without its run, which has tables of its own. */
export interface StoredTurn {
  readonly turn: Turn
  /** Explanations of the options of a `choose` answer, in their order. */
  readonly optionExplanations: readonly LocalizedText[]
  /** The command of the turn's first proposal, for the audit of an edited one. */
  readonly proposedCommand: string | null
}

/** A run without its commands. */
export type StoredRun = Omit<Run, 'commands' | 'states'>

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
  /** Of the command as it was sent; absent where it was sent unsigned. */
  readonly signed?: SentSignature
}

// Fields that code depends on; additions of other versions pass. The casts name what the rest of a row was written as.

const texts = z.array(z.string())
const nullableNumber = z.number().nullable()

const proposal = z.looseObject({
  id: z.string(),
  command: z.string(),
  deviceIds: texts,
  timeoutS: z.number(),
  source: z.looseObject({ kind: z.string() }),
  classification: z.looseObject({ class: z.string(), reasons: z.array(z.unknown()) }),
  warnings: z.array(z.unknown()),
})

export const turnBody = z.looseObject({
  turn: z.looseObject({
    id: z.string(),
    connectionId: z.string(),
    createdAt: z.number(),
    mode: z.enum(['ask', 'command']),
    deviceIds: texts,
    partOf: z.string().optional(),
    text: z.string(),
    // A turn that does not say it counts as the worst.
    isFromDeviceOutput: z.boolean().catch(true),
    isThinking: z.boolean(),
    answer: z.looseObject({ kind: z.string() }).nullable(),
    proposal: proposal.nullable(),
    decision: z.enum(['open', 'approved', 'rejected', 'expired']),
  }),
  optionExplanations: z.array(z.unknown()),
  proposedCommand: z.string().nullable(),
}) as unknown as z.ZodType<StoredTurn>

const share = z.looseObject({ unit: z.enum(['devices', 'percent']), amount: z.number() })

const rolloutState = z.looseObject({
  plan: z.looseObject({
    canary: z.looseObject({
      count: z.number(),
      proceed: z.union([z.literal('ask'), z.looseObject({ goOnAfterS: z.number() })]),
    }),
    waves: z.looseObject({ size: share, pauseS: z.number() }).nullable(),
    stopAt: share.nullable(),
  }),
  phase: z.enum(ROLLOUT_PHASES),
  reason: z.string().nullable(),
  sent: z.number(),
  total: z.number(),
  goal: z.number(),
  nextAt: nullableNumber,
  excused: z.number(),
})

export const runBody = z.looseObject({
  id: z.string(),
  turnId: z.string(),
  connectionId: z.string(),
  approvalId: z.string(),
  command: z.string(),
  timeoutS: z.number(),
  approvedBy: z.string(),
  approvedAt: z.number(),
  rollout: rolloutState.optional(),
  wait: z.looseObject({ until: z.number(), deviceIds: texts }).optional(),
}) as unknown as z.ZodType<StoredRun>

export const commandBody = z.looseObject({
  record: z.looseObject({
    commandId: z.string(),
    runId: z.string(),
    deviceId: z.string(),
    state: z.enum(COMMAND_STATES),
    marks: texts,
    sentAt: nullableNumber,
    finishedAt: nullableNumber,
    stdout: z.string(),
    stderr: z.string(),
    exitCode: nullableNumber,
    outputBytes: z.number(),
  }),
  connectionId: z.string(),
  position: z.number(),
  deviceCount: z.number(),
  resultSha256: z.string().nullable(),
}) as unknown as z.ZodType<StoredCommand>

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
  /** The device's own signature under its answer, for the audit; absent without a proof. */
  proof?: ResultProof
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
