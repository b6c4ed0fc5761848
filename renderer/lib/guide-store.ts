import { useSyncExternalStore } from 'react'
import { type GuideLink, type GuidePlace, guidePlace } from '../../preload/contract/models/app/guide.ts'

let shown: GuidePlace | null = null
const listeners = new Set<() => void>()

function show(place: GuidePlace | null): void {
  shown = place
  for (const listener of listeners) listener()
}

/** Opens the guide at this place, beside whatever is shown. */
export function openGuide(link: GuideLink): void {
  show(guidePlace(link))
}

/** The same for a place that the guide itself, or its search, gave. */
export function openGuideAt(place: GuidePlace): void {
  show(place)
}

export function closeGuide(): void {
  show(null)
}

/** Place that the guide shows; null while it is closed. A new object each time that it is opened. */
export function useGuidePlace(): GuidePlace | null {
  return useSyncExternalStore(subscribe, () => shown)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// The guide lies above dialogs, and each of them listens for Escape on the window: this listener is the first of all,
// so that Escape closes the guide alone.
window.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || event.isComposing || shown === null) return
    event.stopImmediatePropagation()
    closeGuide()
  },
  { capture: true },
)
