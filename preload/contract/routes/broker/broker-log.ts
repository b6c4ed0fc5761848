import { z } from 'zod'
import type { LogFinding, OpenedLog } from '../../models/broker/connection.ts'
import { route } from '../../route.ts'

export const brokerLogRoutes = {
  /** Returns the causes in a broker's log, gravest first. */
  'broker.explainLog': route<readonly LogFinding[]>()(z.strictObject({ text: z.string().max(4_000_000) })),
  /**
   * Explains the end of a log that the operator chooses, of any size; null if the dialog was cancelled. Progress arrives as
   * `broker.logReading`.
   */
  'broker.openLog': route<OpenedLog | null>()(z.strictObject({})),
}
