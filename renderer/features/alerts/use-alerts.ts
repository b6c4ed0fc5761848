import { useCallback, useEffect, useRef, useState } from 'react'
import type { AlertState, AlertWindow } from '../../../preload/contract/models/alert.ts'
import { request } from '../../lib/api.ts'
import { showError } from '../../lib/show-error.tsx'
import { useEvent } from '../../lib/use-event.ts'

/** The alerts of the active connection, kept current; null until the first answer. */
export function useAlerts(states: readonly AlertState[], limit: number): AlertWindow | null {
  const [window, setWindow] = useState<AlertWindow | null>(null)
  const round = useRef(0)
  const load = useCallback(() => {
    round.current += 1
    const mine = round.current
    request('alerts.list', { states: [...states], deviceId: null, offset: 0, limit }).then(
      (answer) => mine === round.current && setWindow(answer),
      showError,
    )
  }, [states, limit])
  useEffect(load, [load])
  useEvent('alerts.changed', load)
  useEvent('connection.changed', load)
  return window
}
