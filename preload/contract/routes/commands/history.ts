import { z } from 'zod'
import type { Turn } from '../../models/commands/command.ts'
import type { HistoryEntry, HistoryWindow } from '../../models/commands/history.ts'
import { SAVED_FILTERS } from '../../models/limits.ts'
import { route } from '../../route.ts'

const turnId = z.uuid()

export const historyRoutes = {
  /** Returns exchanges of all connections that match the filter, newest first. Throws `FILTER_INVALID`. */
  'history.query': route<HistoryWindow>()(
    z.strictObject({
      filter: z.string().max(SAVED_FILTERS.maxChars),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
  ),
  /** Returns one exchange as it was, with its run. Throws `NOT_FOUND`. */
  'history.turn': route<Turn>()(z.strictObject({ turnId })),
  /** Returns the latest other runs of the same command on the same connection, newest first. */
  'history.sameCommand': route<readonly HistoryEntry[]>()(z.strictObject({ turnId })),
}
