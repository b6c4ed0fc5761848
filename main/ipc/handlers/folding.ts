import type { foldingRoutes } from '../../../preload/contract/routes/folding.ts'
import type { Commands } from '../../commands/create-commands.ts'
import type { HandlersOf } from '../router.ts'

/** Routes of a run as groups of equal answers. */
export function foldingHandlers({ folding }: Commands): HandlersOf<typeof foldingRoutes> {
  return {
    'console.fold': ({ turnId, mode }) => folding.fold(turnId, mode),
  }
}
