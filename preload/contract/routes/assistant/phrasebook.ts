import { z } from 'zod'
import type { PhrasebookSnippet } from '../../models/assistant/phrasebook.ts'
import { route } from '../../route.ts'

export const phrasebookRoutes = {
  /** Returns the snippets that fit the text best, for the system of the device; the usual ones without a text. */
  'phrasebook.search': route<readonly PhrasebookSnippet[]>()(
    z.strictObject({
      text: z.string().max(200),
      deviceId: z.string().min(1).max(64).nullable(),
      limit: z.int().min(1).max(30),
    }),
  ),
}
