import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RouteInput, RouteName, RouteOutput } from '../../preload/contract/routes/routes.ts'
import { request } from './api.ts'
import { showError } from './errors/show-error.tsx'

interface Options {
  /** Takes a failure in place of the notification; a new function is no new request. */
  readonly onError?: (error: unknown) => void
  /** Keeps the answer to the last question until the next one is answered. */
  readonly keepsLast?: boolean
  /** Pause before main is asked, for questions that change while one types. */
  readonly delayMs?: number
}

interface Loaded<Value> {
  /** Null until the answer is here, and after a failure where there was none before. */
  readonly value: Value | null
  readonly isFailed: boolean
  readonly isLoading: boolean
  /** Asks again; the value stays meanwhile. */
  readonly reload: () => void
  /** Changes the value once there is one, for what events and other requests bring. */
  readonly change: (next: (before: Value) => Value) => void
}

interface Answer<Value> {
  readonly load: () => Promise<Value>
  readonly round: number
  readonly value: Value | null
  readonly isFailed: boolean
}

/**
 * Asks main, and again when the input says something else; null asks nothing. An answer that another input has
 * overtaken is dropped.
 */
export function useRequest<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name> | null,
  options?: Options,
): Loaded<RouteOutput<Name>> {
  const text = input === null ? null : JSON.stringify(input)
  const load = useMemo(
    () => (text === null ? null : () => request(name, JSON.parse(text) as RouteInput<Name>)),
    [name, text],
  )
  return useLoaded(load, options)
}

/** Like `useRequest` for whatever gives a promise; `load` is memoised by the caller, and a new one asks again. */
export function useLoaded<Value>(load: (() => Promise<Value>) | null, options: Options = {}): Loaded<Value> {
  const { onError = showError, keepsLast = false, delayMs = 0 } = options
  const [answer, setAnswer] = useState<Answer<Value> | null>(null)
  const [round, setRound] = useState(0)
  const handler = useRef(onError)
  useEffect(() => {
    handler.current = onError
  })
  useEffect(() => {
    if (load === null) return
    let isCurrent = true
    const ask = () =>
      void load().then(
        (value) => isCurrent && setAnswer({ load, round, value, isFailed: false }),
        (error: unknown) => {
          if (!isCurrent) return
          setAnswer((before) => ({ load, round, value: before?.load === load ? before.value : null, isFailed: true }))
          handler.current(error)
        },
      )
    const timer = delayMs > 0 ? setTimeout(ask, delayMs) : null
    if (timer === null) ask()
    return () => {
      isCurrent = false
      if (timer !== null) clearTimeout(timer)
    }
  }, [load, round, delayMs])

  const reload = useCallback(() => setRound((before) => before + 1), [])
  const change = useCallback((next: (before: Value) => Value) => {
    setAnswer((now) => (now === null || now.value === null ? now : { ...now, value: next(now.value) }))
  }, [])
  const isOwn = answer !== null && answer.load === load
  return {
    value: isOwn || keepsLast ? (answer?.value ?? null) : null,
    isFailed: isOwn && answer.isFailed,
    isLoading: load !== null && !(isOwn && answer.round === round),
    reload,
    change,
  }
}
