import { z } from 'zod'
import type { SentQuestion } from '../../models/assistant/assistant.ts'
import { QUESTION_LINES_MAX } from '../../models/limits.ts'
import { route } from '../../route.ts'
import { origin, type TurnMade } from '../commands/console.ts'
import { deviceId } from '../devices/devices.ts'

const turnId = z.uuid()

export const assistRoutes = {
  /** Explains each part of the turn's command. Answers at once; the note arrives with `console.changed`. */
  'console.explain': route<null>()(z.strictObject({ turnId })),
  /** Counts, outliers and a next step from the results of the turn's run. */
  'console.summarise': route<null>()(z.strictObject({ turnId })),
  /** Explains in what the answers of the turn's run differ; needs a model, which gets the groups of equal answers, redacted. */
  'console.explainDifference': route<null>()(z.strictObject({ turnId })),
  /** Explains what the runs of the turns of one question found together; the note is put on the first of the turns. */
  'console.explainQuestion': route<null>()(z.strictObject({ turnIds: z.array(turnId).min(2).max(QUESTION_LINES_MAX) })),
  /** Ends the work on a note of the turn. */
  'console.cancelNotes': route<null>()(z.strictObject({ turnId })),
  /** A new turn for a command that does what the failed one should have done; its error is sent once. */
  'console.fix': route<TurnMade>()(z.strictObject({ turnId })),
  /** The first of at most five reading commands toward the question, each to be approved. */
  'console.investigate': route<TurnMade>()(
    z.strictObject({
      deviceIds: z.array(deviceId).min(1).max(20),
      question: z.string().trim().min(1).max(2000),
      origin,
    }),
  ),
  'console.stopInvestigation': route<null>()(z.strictObject({ turnId })),
  /** Returns every question sent to a model for this turn, oldest first. */
  'console.sent': route<readonly SentQuestion[]>()(z.strictObject({ turnId })),
}
