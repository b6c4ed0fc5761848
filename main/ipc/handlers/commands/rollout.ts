import type { rolloutRoutes } from '../../../../preload/contract/routes/commands/rollout.ts'
import type { Commands } from '../../../commands/create-commands.ts'
import type { HandlersOf } from '../../router.ts'

/** Routes of a run that is spread over its devices, or waits for some. */
export function rolloutHandlers(commands: Commands): HandlersOf<typeof rolloutRoutes> {
  return {
    'console.absent': ({ proposalId }) => commands.proposals.absent(proposalId),
    'console.steer': async ({ turnId, act }) => {
      await commands.steer(turnId, act)
      return null
    },
  }
}
