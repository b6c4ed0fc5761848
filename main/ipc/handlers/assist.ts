import type { assistRoutes } from '../../../preload/contract/routes/assist.ts'
import type { ConsoleService } from '../../commands/turns/turn-service.ts'
import type { HandlersOf } from '../router.ts'

/** What the assistant does with turns that are there, and investigations. */
export function assistHandlers(console: ConsoleService): HandlersOf<typeof assistRoutes> {
  const { assist } = console
  return {
    'console.explain': ({ turnId }) => assist.explain(turnId),
    'console.summarise': ({ turnId }) => assist.summarise(turnId),
    'console.cancelNotes': ({ turnId }) => {
      assist.cancelNotes(turnId)
      return null
    },
    'console.fix': ({ turnId }) => assist.fix(turnId),
    'console.investigate': ({ deviceIds, question, origin }) => console.investigate(deviceIds, question, origin),
    'console.stopInvestigation': ({ turnId }) => {
      console.stopInvestigation(turnId)
      return null
    },
    'console.sent': ({ turnId }) => assist.sent(turnId),
  }
}
