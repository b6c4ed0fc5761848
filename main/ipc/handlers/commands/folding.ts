import type { foldingRoutes } from '../../../../preload/contract/routes/commands/folding.ts'
import type { Commands } from '../../../commands/create-commands.ts'
import type { HandlersOf } from '../../router.ts'
import type { SaveText } from './console.ts'

const EXTENSIONS = { text: 'txt', json: 'json', csv: 'csv' } as const

/** Routes of a run as groups of equal answers, and as numbers. */
export function foldingHandlers(
  { folding }: Commands,
  { saveText }: { readonly saveText: SaveText },
): HandlersOf<typeof foldingRoutes> {
  return {
    'console.fold': ({ turnId, mode }) => folding.fold(turnId, mode),
    'console.foldLines': ({ turnIds, mode }) => folding.foldLines(turnIds, mode),
    'console.devicesInState': ({ turnId, states }) => folding.devicesInState(turnId, states),
    'console.commands': ({ turnId, deviceIds, isBrief }) => folding.commands(turnId, deviceIds, isBrief),
    'console.searchRuns': ({ turnIds, text }) => folding.search(turnIds, text),
    'console.values': ({ turnId }) => folding.values(turnId),
    'console.valueRows': ({ turnId, columnId, order, from, count }) =>
      folding.valueRows(turnId, columnId, order, from, count),
    'console.devicesBeyond': ({ turnId, columnId, side, limit }) =>
      folding.devicesBeyond(turnId, columnId, side, limit),
    'console.saveRuns': async ({ turnIds, mode, format }) =>
      saveText(
        `waypost-run-${turnIds[0]?.slice(0, 8)}.${EXTENSIONS[format]}`,
        await folding.file(turnIds, mode, format),
      ),
  }
}
