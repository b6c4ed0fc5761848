import type { consoleRoutes } from '../../../../preload/contract/routes/commands/console.ts'
import type { Commands } from '../../../commands/create-commands.ts'
import type { HandlersOf } from '../../router.ts'

/** Writes a whole output where the operator chooses; null when the dialog was cancelled. */
export type SaveText = (suggestedName: string, text: string) => Promise<{ readonly path: string } | null>

/** Routes of the console. Turns reach the window as `console.changed`; an answer only names the turn. */
export function consoleHandlers(deps: {
  readonly commands: Commands
  readonly saveText: SaveText
}): HandlersOf<typeof consoleRoutes> {
  const { saveText } = deps
  const { approvals, assistance, proposals, runs, turns } = deps.commands
  return {
    'console.turns': ({ before, limit }) => turns.page(before, limit),
    'console.ask': ({ deviceIds, text, origin, via }) => ({ turnId: turns.ask(deviceIds, text, origin, via) }),
    'console.cancelAsk': ({ turnId }) => {
      assistance.requests.cancel(turnId)
      return null
    },
    'console.type': ({ deviceIds, command, timeoutS, origin }) => ({
      turnId: turns.type(deviceIds, command, timeoutS, origin),
    }),
    'console.choose': ({ turnId, index }) => {
      proposals.choose(turnId, index)
      return null
    },
    'console.judge': ({ proposalId, command }) => proposals.judge(proposalId, command),
    'console.revise': ({ proposalId, command, timeoutS }) => proposals.revise(proposalId, command, timeoutS),
    'console.approve': async ({ proposalId, confirmation, choice }) => {
      await approvals.approve(proposalId, confirmation, choice)
      return null
    },
    'console.reject': ({ proposalId }) => {
      assistance.investigations.onRejected(proposals.reject(proposalId))
      return null
    },
    'console.cancelCommand': async ({ commandId }) => {
      await runs.cancel(commandId)
      return null
    },
    'console.saveOutput': ({ commandId }) => saveText(`${commandId}.txt`, runs.outputText(commandId)),
  }
}
