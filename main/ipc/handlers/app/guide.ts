import type { guideRoutes } from '../../../../preload/contract/routes/app/guide.ts'
import type { Guide } from '../../../guide/guide.ts'
import type { HandlersOf } from '../../router.ts'

export function guideHandlers(guide: Pick<Guide, 'pages' | 'search'>): HandlersOf<typeof guideRoutes> {
  return {
    'guide.read': ({ language }) => guide.pages(language),
    'guide.search': ({ language, text }) => guide.search(language, text),
  }
}
