import { useEffect, useRef } from 'react'
import type { EventName, Events } from '../../preload/contract/events.ts'

/** Subscribes to an event of main while mounted; the newest `listener` is called, without subscribing again. */
export function useEvent<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => window.waypost.subscribe(name, (payload) => latest.current(payload)), [name])
}
