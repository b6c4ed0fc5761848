import type { foldingRoutes } from '../../../preload/contract/routes/folding.ts'
import type { Commands } from '../../commands/create-commands.ts'
import type { HandlersOf } from '../router.ts'
import type { SaveText } from './console.ts'

const EXTENSIONS = { text: 'txt', json: 'json', csv: 'csv' } as const

/** Routes of a run as groups of equal answers. */
export function foldingHandlers(
  { folding }: Commands,
  { saveText }: { readonly saveText: SaveText },
): HandlersOf<typeof foldingRoutes> {
  return {
    'console.fold': ({ turnId, mode }) => folding.fold(turnId, mode),
    'console.saveRun': async ({ turnId, mode, format }) =>
      saveText(`waypost-run-${turnId.slice(0, 8)}.${EXTENSIONS[format]}`, await folding.file(turnId, mode, format)),
  }
}
