import { useEffect, useState } from 'react'
import type { PhrasebookSnippet } from '../../preload/contract/models/phrasebook.ts'
import { request } from './api.ts'

interface SnippetQuery {
  readonly text: string
  readonly deviceId: string | null
  readonly limit: number
  readonly isOn: boolean
}

/** What the offline phrasebook has for a text, best first; the last answer stays until the next has come. */
export function usePhrasebookSnippets({ text, deviceId, limit, isOn }: SnippetQuery): readonly PhrasebookSnippet[] {
  const [snippets, setSnippets] = useState<readonly PhrasebookSnippet[]>([])
  useEffect(() => {
    if (!isOn) return
    let isCurrent = true
    request('phrasebook.search', { text: text.slice(0, 200), deviceId, limit })
      .then((found) => isCurrent && setSnippets(found))
      // A list of suggestions is no place for an error: the composer works without it.
      .catch(() => isCurrent && setSnippets([]))
    return () => {
      isCurrent = false
    }
  }, [text, deviceId, limit, isOn])
  return isOn ? snippets : []
}
