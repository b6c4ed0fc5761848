import { useCallback, useEffect, useRef, useState } from 'react'
import { showError } from './errors/show-error.tsx'

interface Action<Arguments extends readonly unknown[]> {
  /** Runs the action; a second call while it runs is ignored. Failures are shown, unless `onError` took them. */
  readonly run: (...args: Arguments) => void
  readonly isRunning: boolean
}

/** An asynchronous act of a control, with its progress. `onError` returns true for a failure that it has shown itself. */
export function useAction<Arguments extends readonly unknown[]>(
  act: (...args: Arguments) => Promise<unknown>,
  onError?: (error: unknown) => boolean,
): Action<Arguments> {
  const [isRunning, setIsRunning] = useState(false)
  const isBusy = useRef(false)
  const latest = useRef({ act, onError })
  useEffect(() => {
    latest.current = { act, onError }
  })
  const run = useCallback((...args: Arguments) => {
    if (isBusy.current) return
    isBusy.current = true
    setIsRunning(true)
    latest.current
      .act(...args)
      .catch((error: unknown) => {
        if (!latest.current.onError?.(error)) showError(error)
      })
      .finally(() => {
        isBusy.current = false
        setIsRunning(false)
      })
  }, [])
  return { run, isRunning }
}
