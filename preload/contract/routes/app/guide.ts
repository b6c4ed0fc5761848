import { z } from 'zod'
import type { GuideFound, GuidePage } from '../../models/app/guide.ts'
import { route } from '../../route.ts'

const language = z.enum(['en', 'zh-CN'])

export const guideRoutes = {
  /** Returns all pages in reading order. */
  'guide.read': route<readonly GuidePage[]>()(z.strictObject({ language })),
  /** Returns the sections that fit the text best, at most 12, best first. */
  'guide.search': route<readonly GuideFound[]>()(z.strictObject({ language, text: z.string().max(200) })),
}
