import { useCallback, useSyncExternalStore } from 'react'

function everySecond(onChange: () => void): () => void {
  const timer = setInterval(onChange, 1000)
  return () => clearInterval(timer)
}

function never(): () => void {
  return () => {}
}

/** Text that depends on the time. Looked at once a second; renders only when the text itself changed. */
export function useClockText(format: (now: number) => string, isTicking = true): string {
  const snapshot = useCallback(() => format(Date.now()), [format])
  return useSyncExternalStore(isTicking ? everySecond : never, snapshot)
}
