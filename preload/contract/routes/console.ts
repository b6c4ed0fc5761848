import { z } from 'zod'
import type { Judgement, Proposal, Run, Turn } from '../models/command.ts'
import { COMMAND_MAX_CHARS, COMMAND_TIMEOUT_S, REQUEST_MAX_CHARS } from '../models/limits.ts'
import { route } from '../route.ts'
import { deviceIds } from './devices.ts'

const id = z.uuid()
const command = z.string().min(1).max(COMMAND_MAX_CHARS)
const timeoutS = z.int().min(COMMAND_TIMEOUT_S.min).max(COMMAND_TIMEOUT_S.max)
/** Never left out: a caller that forgets it would pass for the operator. */
export const origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed') }),
  z.strictObject({ kind: z.enum(['note', 'turn']), turnId: id }),
])

export const consoleRoutes = {
  /** The latest turns of the active connection, oldest first; `before` (epoch ms) pages back. */
  'console.turns': route<readonly Turn[]>()(
    z.strictObject({ before: z.number().nullable(), limit: z.int().min(1).max(200) }),
  ),
  /**
   * A request in words. Answers at once with the thinking turn; what comes of it arrives as `console.changed`. Devices of
   * several systems get a turn for each system; the first is the answer. `via` asks the phrasebook whatever is set.
   */
  'console.ask': route<Turn>()(
    z.strictObject({
      deviceIds,
      text: z.string().trim().min(1).max(REQUEST_MAX_CHARS),
      origin,
      via: z.literal('phrasebook').optional(),
    }),
  ),
  'console.cancelAsk': route<null>()(z.strictObject({ turnId: id })),
  /** A typed command, to be reviewed like any other. */
  'console.type': route<Turn>()(z.strictObject({ deviceIds, command, timeoutS, origin })),
  /** Takes one of the offered commands of a `choose` answer. */
  'console.choose': route<Turn>()(z.strictObject({ turnId: id, index: z.int().min(0).max(9) })),
  /** What an edit would be judged as, for a text that is still being typed; it changes nothing. Throws `PROPOSAL_CLOSED`. */
  'console.judge': route<Judgement>()(z.strictObject({ proposalId: id, command })),
  /** An edit: a new proposal in the same turn, judged again. The old one can no longer be approved. */
  'console.revise': route<Proposal>()(z.strictObject({ proposalId: id, command, timeoutS })),
  /** Approves exactly the proposal that main sent for display, and starts its run. */
  'console.approve': route<Run>()(z.strictObject({ proposalId: id, confirmation: z.string().max(100).nullable() })),
  'console.reject': route<null>()(z.strictObject({ proposalId: id })),
  /** Stops waiting on this side, and asks the device to stop where it can. */
  'console.cancelCommand': route<null>()(z.strictObject({ commandId: id })),
  /** Saves the whole stored output through a dialog of main; null when the dialog was cancelled. */
  'console.saveOutput': route<{ readonly path: string } | null>()(z.strictObject({ commandId: id })),
}
