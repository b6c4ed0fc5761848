import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { IconBook2 } from '@tabler/icons-react'
import { useAppState } from '../../../lib/app-state.tsx'
import { openGuideAt } from '../../../lib/guide-store.ts'
import { useRequest } from '../../../lib/use-request.ts'

const LIMIT = 3
const QUERY_DELAY_MS = 120

/** Sections of the guide that the typed text finds. */
export function useGuideEntries(query: string): SpotlightActionGroupData['actions'] {
  const language = useAppState((state) => state.settings.language)
  const [text] = useDebouncedValue(query.trim().slice(0, 200), QUERY_DELAY_MS)
  // The palette works without the guide.
  const { value } = useRequest('guide.search', text.length > 1 ? { language, text } : null, {
    onError: () => undefined,
  })
  return (value ?? []).slice(0, LIMIT).map(({ page, anchor, pageTitle, title, excerpt }) => ({
    id: `guide-${page}-${anchor}`,
    label: anchor === null ? title : `${pageTitle}: ${title}`,
    description: excerpt,
    // Found by its words: the palette's own filter by letters lets them all through.
    keywords: [query],
    leftSection: <IconBook2 size={18} stroke={1.7} aria-hidden />,
    onClick: () => openGuideAt({ page, anchor }),
  }))
}
