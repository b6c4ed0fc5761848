import { z } from 'zod'
import type { PhrasebookSnippet } from '../models/phrasebook.ts'
import { route } from '../route.ts'

export const phrasebookRoutes = {
  /** Snippets that fit the text best, for the system of the device; the usual ones where there is no text. */
  'phrasebook.search': route<readonly PhrasebookSnippet[]>()(
    z.strictObject({
      text: z.string().max(200),
      deviceId: z.string().min(1).max(64).nullable(),
      limit: z.int().min(1).max(30),
    }),
  ),
}
