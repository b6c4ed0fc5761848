import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError } from '../../../preload/contract/errors.ts'
import type { HistoryEntry } from '../../../preload/contract/models/commands/history.ts'
import { HISTORY_KEYS, type HistoryKey } from '../../../preload/contract/models/commands/history-vocabulary.ts'
import { showError } from '../../lib/errors/show-error.tsx'
import { useEvent } from '../../lib/use-event.ts'
import { useRequest } from '../../lib/use-request.ts'

const LIMIT = 120
/** A window that begins this much before what is in sight needs no request at each row. */
const AHEAD = 40
/** A run changes many times a second; nobody reads a list faster than this. */
const PAUSE_MS = 1_000

/** A mistake in the filter, as main names it. */
export interface HistoryFault {
  readonly reason: string
  readonly word: string
  /** Key whose values the word does not name. */
  readonly key: HistoryKey | null
}

interface HistoryList {
  readonly total: number
  readonly pending: number
  /** False until the first answer. */
  readonly isLoaded: boolean
  readonly fault: HistoryFault | null
  readonly entryAt: (index: number) => HistoryEntry | undefined
  /** Says which rows are in sight. */
  readonly showRange: (first: number, last: number) => void
}

/** Entries of the history that match, kept current; only those around what is in sight are asked for. */
export function useHistory(filter: string): HistoryList {
  const [offset, setOffset] = useState(0)
  const [fault, setFault] = useState<HistoryFault | null>(null)
  const [shown, setShown] = useState(filter)
  if (shown !== filter) {
    setShown(filter)
    setOffset(0)
    setFault(null)
  }
  const onError = useCallback((error: unknown) => {
    const found = faultOf(error)
    if (found === null) showError(error)
    else setFault(found)
  }, [])
  const { value: answer, reload } = useRequest(
    'history.query',
    { filter, offset, limit: LIMIT },
    { keepsLast: true, onError },
  )
  // A filter with a mistake in it leaves what was there, because it is being typed.
  const [value, setValue] = useState(answer)
  if (answer !== null && answer !== value) setValue(answer)
  const pending = value?.pending ?? 0
  useReloads(reload, pending > 0)
  const showRange = useCallback(
    (first: number, last: number) =>
      setOffset((before) => (first < before || last >= before + LIMIT ? Math.max(0, first - AHEAD) : before)),
    [],
  )
  return {
    total: value?.total ?? 0,
    pending,
    isLoaded: value !== null,
    fault,
    entryAt: (index) => value?.entries[index - value.offset],
    showRange,
  }
}

function faultOf(error: unknown): HistoryFault | null {
  if (!(error instanceof AppError) || error.code !== 'FILTER_INVALID') return null
  const { reason, word, key } = error.data
  const isKey = typeof key === 'string' && Object.hasOwn(HISTORY_KEYS, key)
  return { reason: String(reason), word: String(word), key: isKey ? (key as HistoryKey) : null }
}

/** Asks again a moment after something changed, and from time to time while the index is behind. */
function useReloads(reload: () => void, isBehind: boolean): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const later = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      reload()
    }, PAUSE_MS)
  }, [reload])
  useEvent('console.changed', later)
  useEffect(() => {
    if (!isBehind) return
    const period = setInterval(reload, 2 * PAUSE_MS)
    return () => clearInterval(period)
  }, [isBehind, reload])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
}
