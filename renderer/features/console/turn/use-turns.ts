import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { request } from '../../../lib/api.ts'
import { showError } from '../../../lib/errors/show-error.tsx'
import { useEvent } from '../../../lib/use-event.ts'
import { NO_TURNS, type TurnsState, turnsReducer } from './turns-state.ts'

const PAGE_TURNS = 40

interface Turns {
  readonly state: TurnsState
  readonly loadOlder: () => void
  readonly isLoadingOlder: boolean
}

/** The timeline of one connection, kept current. Asked anew when the connection changes or the view is shown again. */
export function useTurns(connectionId: string | null): Turns {
  const [state, dispatch] = useReducer(turnsReducer, NO_TURNS)
  const [isLoadingOlder, setIsLoadingOlder] = useState(false)
  const shownFor = useRef<string | null>(null)

  useEffect(() => {
    let isCurrent = true
    if (shownFor.current !== connectionId) dispatch({ type: 'cleared' })
    shownFor.current = connectionId
    request('console.turns', { before: null, limit: PAGE_TURNS }).then((turns) => {
      if (!isCurrent) return
      // This page is the newer one, because no event came while the view was hidden.
      dispatch({ type: 'page', turns, limit: PAGE_TURNS })
      dispatch({ type: 'read-again', turns })
    }, showError)
    return () => {
      isCurrent = false
    }
  }, [connectionId])

  useEvent('console.changed', (turns) => {
    dispatch({ type: 'changed', turns: turns.filter((turn) => turn.connectionId === connectionId) })
  })
  useEvent('console.runsChanged', (runs) => {
    dispatch({ type: 'ran', runs: runs.filter((run) => run.connectionId === connectionId) })
  })
  useEvent('console.streamed', (streamed) => dispatch({ type: 'streamed', ...streamed }))

  const before = state.turns[0]?.createdAt ?? null
  const loadOlder = useCallback(() => {
    if (before === null) return
    setIsLoadingOlder(true)
    request('console.turns', { before, limit: PAGE_TURNS })
      .then((turns) => dispatch({ type: 'page', turns, limit: PAGE_TURNS }), showError)
      .finally(() => setIsLoadingOlder(false))
  }, [before])
  return { state, loadOlder, isLoadingOlder }
}
