import type { consoleRoutes } from '../../../preload/contract/routes/console.ts'
import type { ConsoleService } from '../../commands/turns/turn-service.ts'
import type { HandlersOf } from '../router.ts'

/** Writes a whole output where the operator chooses; null when the dialog was cancelled. */
export type SaveText = (suggestedName: string, text: string) => Promise<{ readonly path: string } | null>

export function consoleHandlers(deps: {
  readonly console: ConsoleService
  readonly saveText: SaveText
}): HandlersOf<typeof consoleRoutes> {
  const { console, saveText } = deps
  return {
    'console.turns': ({ before, limit }) => console.turns(before, limit),
    'console.ask': ({ deviceIds, text, origin, via }) => console.ask(deviceIds, text, origin, via),
    'console.cancelAsk': ({ turnId }) => {
      console.cancelAsk(turnId)
      return null
    },
    'console.type': ({ deviceIds, command, timeoutS, origin }) => console.type(deviceIds, command, timeoutS, origin),
    'console.choose': ({ turnId, index }) => console.choose(turnId, index),
    'console.judge': ({ proposalId, command }) => console.judge(proposalId, command),
    'console.revise': ({ proposalId, command, timeoutS }) => console.revise(proposalId, command, timeoutS),
    'console.approve': ({ proposalId, confirmation }) => console.approve(proposalId, confirmation),
    'console.reject': ({ proposalId }) => {
      console.reject(proposalId)
      return null
    },
    'console.cancelCommand': async ({ commandId }) => {
      await console.cancelCommand(commandId)
      return null
    },
    'console.saveOutput': ({ commandId }) => saveText(`${commandId}.txt`, console.outputText(commandId)),
  }
}
