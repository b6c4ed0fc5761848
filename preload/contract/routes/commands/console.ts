import { z } from 'zod'
import type { Judgement, Proposal, Turn } from '../../models/commands/command.ts'
import { COMMAND_MAX_CHARS, COMMAND_TIMEOUT_S, REQUEST_MAX_CHARS } from '../../models/limits.ts'
import { route } from '../../route.ts'
import { deviceIds } from '../devices/devices.ts'
import { runChoice } from './rollout.ts'

const id = z.uuid()
const command = z.string().min(1).max(COMMAND_MAX_CHARS)
const timeoutS = z.int().min(COMMAND_TIMEOUT_S.min).max(COMMAND_TIMEOUT_S.max)
/** Schema of the origin, which is required, because a caller without it would pass for the operator. */
export const origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed') }),
  z.strictObject({ kind: z.enum(['note', 'turn']), turnId: id }),
])

/** Names a turn that was made. The turn itself has arrived as `console.changed` by then. */
export interface TurnMade {
  readonly turnId: string
}

export const consoleRoutes = {
  /** Returns the latest turns of the active connection, oldest first; `before` (epoch ms) pages back. */
  'console.turns': route<readonly Turn[]>()(
    z.strictObject({ before: z.number().nullable(), limit: z.int().min(1).max(200) }),
  ),
  /**
   * A request in words. Answers at once with the turn's id; the turn and what comes of it arrive as `console.changed`.
   * Devices of several systems share a turn where the answer is the same, and get a turn for each other answer; the first is
   * returned. `via` asks the phrasebook whatever is set.
   */
  'console.ask': route<TurnMade>()(
    z.strictObject({
      deviceIds,
      text: z.string().trim().min(1).max(REQUEST_MAX_CHARS),
      origin,
      via: z.literal('phrasebook').optional(),
    }),
  ),
  'console.cancelAsk': route<null>()(z.strictObject({ turnId: id })),
  /** A typed command, to be reviewed like any other. */
  'console.type': route<TurnMade>()(z.strictObject({ deviceIds, command, timeoutS, origin })),
  /** Takes one of the offered commands of a `choose` answer. */
  'console.choose': route<null>()(z.strictObject({ turnId: id, index: z.int().min(0).max(9) })),
  /** Judges an edit that is still being typed, and changes nothing. Throws `PROPOSAL_CLOSED`. */
  'console.judge': route<Judgement>()(z.strictObject({ proposalId: id, command })),
  /** Replaces a proposal by an edited one in the same turn, judged again. The old one can no longer be approved. */
  'console.revise': route<Proposal>()(z.strictObject({ proposalId: id, command, timeoutS })),
  /** Approves exactly the proposal that main sent for display, and starts its run: on all devices at once without `choice`. */
  'console.approve': route<null>()(
    z.strictObject({ proposalId: id, confirmation: z.string().max(100).nullable(), choice: runChoice.optional() }),
  ),
  'console.reject': route<null>()(z.strictObject({ proposalId: id })),
  /** Stops waiting for the answer, and asks a device with `cancel` to stop. */
  'console.cancelCommand': route<null>()(z.strictObject({ commandId: id })),
  /** Saves the whole stored output through a dialog of main; null when the dialog was cancelled. */
  'console.saveOutput': route<{ readonly path: string } | null>()(z.strictObject({ commandId: id })),
}
