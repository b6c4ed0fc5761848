import type { historyRoutes } from '../../../../preload/contract/routes/commands/history.ts'
import type { Commands } from '../../../commands/create-commands.ts'
import type { HandlersOf } from '../../router.ts'

/** Routes of what was asked, decided, sent and answered. What changes there is told by `console.changed`. */
export function historyHandlers({ history }: Commands): HandlersOf<typeof historyRoutes> {
  return {
    'history.query': ({ filter, offset, limit }) => history.query(filter, offset, limit),
    'history.turn': ({ turnId }) => history.turn(turnId),
    'history.sameCommand': ({ turnId }) => history.sameCommand(turnId),
  }
}
