import type { PhrasebookSnippet } from '../../preload/contract/models/assistant/phrasebook.ts'
import { useRequest } from './use-request.ts'

interface SnippetQuery {
  readonly text: string
  readonly deviceId: string | null
  readonly limit: number
  readonly isOn: boolean
}

/** Searches the offline phrasebook, best first; the last answer stays until the next has come. */
export function usePhrasebookSnippets({ text, deviceId, limit, isOn }: SnippetQuery): readonly PhrasebookSnippet[] {
  const question = isOn ? { text: text.slice(0, 200), deviceId, limit } : null
  // A list of suggestions is no place for an error: the composer works without it.
  const { value } = useRequest('phrasebook.search', question, { keepsLast: true, onError: () => undefined })
  return isOn && value !== null ? value : NONE
}

const NONE: readonly PhrasebookSnippet[] = []
