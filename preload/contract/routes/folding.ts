import { z } from 'zod'
import { RUN_FILE_FORMATS, type RunFold } from '../models/folding.ts'
import { route } from '../route.ts'

const turnId = z.uuid()
const mode = z.enum(['exact', 'similar'])

export const foldingRoutes = {
  /** Devices of the turn's run with the same answer together, as far as it has come. Throws `NOT_FOUND`. */
  'console.fold': route<RunFold>()(z.strictObject({ turnId, mode })),
  /** Saves the folded run through a dialog of main; null when the dialog was cancelled. Throws `NOT_FOUND`. */
  'console.saveRun': route<{ readonly path: string } | null>()(
    z.strictObject({ turnId, mode, format: z.enum(RUN_FILE_FORMATS) }),
  ),
}
