import { z } from 'zod'
import type { SentQuestion } from '../models/assistant.ts'
import type { Turn } from '../models/command.ts'
import { route } from '../route.ts'
import { origin } from './console.ts'
import { deviceId } from './devices.ts'

const turnId = z.uuid()

export const assistRoutes = {
  /** Explains each part of the turn's command. Answers at once; the note arrives with `console.changed`. */
  'console.explain': route<Turn>()(z.strictObject({ turnId })),
  /** Summarises the results of the turn's run: counts, outliers and a next step. */
  'console.summarise': route<Turn>()(z.strictObject({ turnId })),
  /** Cancels the work on a note of the turn. */
  'console.cancelNotes': route<null>()(z.strictObject({ turnId })),
  /** Starts a turn for a command in the place of the failed one, whose error is sent once. */
  'console.fix': route<Turn>()(z.strictObject({ turnId })),
  /** Starts an investigation: at most five reading commands toward the question, each to be approved. */
  'console.investigate': route<Turn>()(
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
