import type { assistRoutes } from '../../../../preload/contract/routes/assistant/assist.ts'
import type { Commands } from '../../../commands/create-commands.ts'
import type { HandlersOf } from '../../router.ts'

/** Routes of the assistant's work on turns: explanations, summaries, repairs, investigations. */
export function assistHandlers({ assistance, turns }: Commands): HandlersOf<typeof assistRoutes> {
  const { explanations, investigations } = assistance
  return {
    'console.explain': ({ turnId }) => {
      explanations.explain(turnId)
      return null
    },
    'console.summarise': async ({ turnId }) => {
      await explanations.summarise(turnId)
      return null
    },
    'console.explainDifference': async ({ turnId }) => {
      await explanations.explainDifference(turnId)
      return null
    },
    'console.explainQuestion': async ({ turnIds }) => {
      await explanations.explainQuestion(turnIds)
      return null
    },
    'console.cancelNotes': ({ turnId }) => {
      explanations.cancel(turnId)
      return null
    },
    'console.fix': ({ turnId }) => ({ turnId: turns.fix(turnId) }),
    'console.investigate': ({ deviceIds, question, origin }) => ({
      turnId: investigations.start(deviceIds, question, origin),
    }),
    'console.stopInvestigation': ({ turnId }) => {
      investigations.stop(turnId)
      return null
    },
    'console.sent': ({ turnId }) => explanations.sent(turnId),
  }
}
