import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'

/** Closer to the end than this counts as being there. */
const NEAR_END_PX = 80

interface TimelineScroll {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
}

/** Keeps the end in view while the operator is there, and keeps the place when older turns are put before it. */
export function useTimelineScroll(firstTurnId: string | null, sentTurnId: string | null): TimelineScroll {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const heightBefore = useRef(0)

  const toEnd = useCallback(() => {
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
  }, [])
  const onScroll = useCallback(() => {
    const element = scroller.current
    if (!element) return
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX
    heightBefore.current = element.scrollHeight
  }, [])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || firstTurnId === null) return
    if (!isAtEnd.current) element.scrollTop += element.scrollHeight - heightBefore.current
    heightBefore.current = element.scrollHeight
  }, [firstTurnId])

  useEffect(() => {
    if (!content.current) return
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd()
    })
    observer.observe(content.current)
    return () => observer.disconnect()
  }, [toEnd])

  useEffect(() => {
    if (sentTurnId === null) return
    isAtEnd.current = true
    toEnd()
  }, [sentTurnId, toEnd])
  return { scroller, content, onScroll }
}
