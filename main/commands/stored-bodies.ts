import { z } from 'zod'
import { COMMAND_STATES } from '../../preload/contract/models/command.ts'
import type { StoredCommand, StoredRun, StoredTurn } from './models.ts'

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

export const runBody = z.looseObject({
  id: z.string(),
  turnId: z.string(),
  connectionId: z.string(),
  approvalId: z.string(),
  command: z.string(),
  timeoutS: z.number(),
  approvedBy: z.string(),
  approvedAt: z.number(),
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
