import { z } from 'zod'
import { COMMAND_STATES, type CommandRecord, type DeviceInState } from '../../models/commands/command.ts'
import { RUN_FILE_FORMATS, type RunFold } from '../../models/commands/folding.ts'
import { type RunValues, VALUE_ORDERS, VALUE_ROWS_MAX, type ValueRow } from '../../models/commands/values.ts'
import { QUESTION_LINES_MAX, RUN_COMMANDS_MAX } from '../../models/limits.ts'
import { route } from '../../route.ts'

const turnId = z.uuid()
const mode = z.enum(['exact', 'similar'])
const deviceId = z.string().min(1).max(64)
/** Turns of one question: a line for each command. */
const turnIds = z.array(turnId).min(1).max(QUESTION_LINES_MAX)
const columnId = z.string().min(1).max(300)

/** Routes of the run of a turn. Each throws `NOT_FOUND` where it has none. */
export const foldingRoutes = {
  /** Devices of the run with the same answer together, as far as it has come. */
  'console.fold': route<RunFold>()(z.strictObject({ turnId, mode })),
  /** The same of the runs of one question, in the order of the turns. */
  'console.foldLines': route<readonly RunFold[]>()(z.strictObject({ turnIds, mode })),
  /** Commands of the run on these devices; `isBrief` leaves their answers out. */
  'console.commands': route<readonly CommandRecord[]>()(
    z.strictObject({ turnId, deviceIds: z.array(deviceId).max(RUN_COMMANDS_MAX), isBrief: z.boolean() }),
  ),
  /** Devices whose command is in one of these states. */
  'console.devicesInState': route<readonly DeviceInState[]>()(
    z.strictObject({ turnId, states: z.array(z.enum(COMMAND_STATES)).min(1).max(COMMAND_STATES.length) }),
  ),
  /** Devices of these runs whose id or answer holds a text. */
  'console.searchRuns': route<readonly string[]>()(z.strictObject({ turnIds, text: z.string().min(1).max(500) })),
  /** Numbers that most answers of the run give. */
  'console.values': route<RunValues>()(z.strictObject({ turnId })),
  /** A slice of the table of one of them; empty where the run has no such number any more. */
  'console.valueRows': route<readonly ValueRow[]>()(
    z.strictObject({
      turnId,
      columnId,
      order: z.enum(VALUE_ORDERS),
      from: z.int().min(0).max(1_000_000),
      count: z.int().min(1).max(VALUE_ROWS_MAX),
    }),
  ),
  /** Devices whose number is beyond a limit in the unit of its column, the farthest first. */
  'console.devicesBeyond': route<readonly string[]>()(
    z.strictObject({ turnId, columnId, side: z.enum(['above', 'below']), limit: z.number() }),
  ),
  /** Saves the folded runs of one question as one file through a dialog of main; null when the dialog was cancelled. */
  'console.saveRuns': route<{ readonly path: string } | null>()(
    z.strictObject({ turnIds, mode, format: z.enum(RUN_FILE_FORMATS) }),
  ),
}
