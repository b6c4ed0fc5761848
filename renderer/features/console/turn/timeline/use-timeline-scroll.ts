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
  const topBefore = useRef(0)

  const toEnd = useCallback(() => {
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
  }, [])
  const onScroll = useCallback(() => {
    const element = scroller.current
    if (!element) return
    // Only a move upwards leaves the end, because results of many devices can come in before the scroll is told.
    if (element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX) isAtEnd.current = true
    else if (element.scrollTop < topBefore.current) isAtEnd.current = false
    topBefore.current = element.scrollTop
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
    const element = content.current
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd()
    })
    // What the operator opens stays where it is, because following the end would take it out of sight.
    const onOpened = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[aria-expanded], [aria-pressed]')) isAtEnd.current = false
    }
    observer.observe(element)
    // A window that gets lower would else cover the end.
    if (scroller.current) observer.observe(scroller.current)
    element.addEventListener('click', onOpened, true)
    return () => {
      observer.disconnect()
      element.removeEventListener('click', onOpened, true)
    }
  }, [toEnd])

  useEffect(() => {
    if (sentTurnId === null) return
    isAtEnd.current = true
    toEnd()
  }, [sentTurnId, toEnd])
  return { scroller, content, onScroll }
}
