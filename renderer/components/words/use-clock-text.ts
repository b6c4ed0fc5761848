import { useCallback, useSyncExternalStore } from 'react'

const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One clock for all: texts change together, and the page is drawn once. */
function everySecond(onChange: () => void): () => void {
  watchers.add(onChange)
  timer ??= setInterval(() => {
    for (const watcher of watchers) watcher()
  }, 1000)
  return () => {
    watchers.delete(onChange)
    if (watchers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function never(): () => void {
  return () => {}
}

/** Text that depends on the time. Looked at once a second; renders only when the text itself changed. */
export function useClockText(format: (now: number) => string, isTicking = true): string {
  const snapshot = useCallback(() => format(Date.now()), [format])
  return useSyncExternalStore(isTicking ? everySecond : never, snapshot)
}
