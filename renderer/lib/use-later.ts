import { useEffect, useState } from 'react'
import { showError } from './errors/show-error.tsx'

/**
 * A part of the window that may follow its first picture: loaded once that has been painted, null until it is here.
 * Without `lazy`, whose placeholder React keeps for 300 ms at least. `load` must not change.
 */
export function useLater<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<T | null>(null)
  useEffect(() => {
    let isGone = false
    const begin = () =>
      void load().then((part) => {
        if (!isGone) setLoaded(part)
      }, showError)
    let timer: number | undefined
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(begin)
    })
    return () => {
      isGone = true
      cancelAnimationFrame(frame)
      window.clearTimeout(timer)
    }
  }, [load])
  return loaded
}
