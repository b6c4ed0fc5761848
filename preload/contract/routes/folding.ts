import { z } from 'zod'
import type { RunFold } from '../models/folding.ts'
import { route } from '../route.ts'

const turnId = z.uuid()
const mode = z.enum(['exact', 'similar'])

export const foldingRoutes = {
  /** Devices of the turn's run with the same answer together, as far as it has come. Throws `NOT_FOUND`. */
  'console.fold': route<RunFold>()(z.strictObject({ turnId, mode })),
}
