import { useDebouncedValue } from '@mantine/hooks'
import type { SpotlightActionGroupData } from '@mantine/spotlight'
import { IconMessageQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useNavigation } from '../../../lib/navigation.tsx'
import { usePhrasebookSnippets } from '../../../lib/use-phrasebook-snippets.ts'

const LIMIT = 5
const QUERY_DELAY_MS = 120

/** Requests of the offline phrasebook that the typed text finds, each leading into the console's composer. */
export function usePhrasebookEntries(query: string): SpotlightActionGroupData['actions'] {
  const { i18n } = useTranslation('shell')
  const { openConsoleWith } = useNavigation()
  const [text] = useDebouncedValue(query.trim(), QUERY_DELAY_MS)
  const snippets = usePhrasebookSnippets({ text, deviceId: null, limit: LIMIT, isOn: text.length > 1 })
  return snippets.map((snippet) => ({
    id: `phrasebook-${snippet.intent}`,
    label: localized(snippet.text, i18n.language),
    description: localized(snippet.title, i18n.language),
    // Found by meaning: the palette's own filter by letters lets them all through.
    keywords: [query],
    leftSection: <IconMessageQuestion size={18} stroke={1.7} aria-hidden />,
    onClick: () => openConsoleWith(localized(snippet.text, i18n.language)),
  }))
}
