import type { Page } from '@playwright/test'

/** Measurements of a page over a time. */
export interface FrameReport {
  /** Ms between two frames, in order. */
  readonly gaps: readonly number[]
  /** Ms from each click to the next frame (Event Timing); those below its resolution count as 16. */
  readonly clicks: readonly number[]
  readonly eventsFromMain: number
  readonly seconds: number
  readonly received: number
}

interface Watch {
  readonly gaps: number[]
  readonly clicks: number[]
  events: number
  received: number
  readonly startedAt: number
  isOver: boolean
}

const EVENTS = [
  'connection.changed',
  'connection.tested',
  'profiles.changed',
  'devices.changed',
  'alerts.changed',
  'storage.changed',
  'console.changed',
  'console.streamed',
  'settings.changed',
  'assistant.changed',
  'secrets.changed',
  'audit.changed',
  'traffic.changed',
  'window.navigate',
] as const

/** Starts counting frames, clicks and events in the page. */
export async function startWatch(page: Page): Promise<void> {
  await page.evaluate((names) => {
    // Declared, because the types of Node lack these globals of the page.
    const { requestAnimationFrame: nextFrame } = globalThis as unknown as {
      requestAnimationFrame(callback: (at: number) => void): number
    }
    const bridge = (
      globalThis as unknown as { waypost?: { subscribe(name: string, listener: (payload: unknown) => void): void } }
    ).waypost
    const watch: Watch = { gaps: [], clicks: [], events: 0, received: 0, startedAt: performance.now(), isOver: false }
    Object.assign(globalThis, { benchWatch: watch })
    for (const name of names)
      bridge?.subscribe(name, (payload) => {
        watch.events += 1
        if (name === 'traffic.changed') watch.received = (payload as { received: number }).received
      })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') watch.clicks.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16 } as never)
    let before = performance.now()
    const onFrame = (at: number): void => {
      watch.gaps.push(at - before)
      before = at
      if (!watch.isOver) nextFrame(onFrame)
    }
    nextFrame((at) => {
      before = at
      nextFrame(onFrame)
    })
  }, EVENTS)
}

/** Returns the counts; `clicksMade` is the number of clicks made. */
export async function endWatch(page: Page, clicksMade: number): Promise<FrameReport> {
  return page.evaluate((made) => {
    const watch = (globalThis as unknown as { benchWatch: Watch }).benchWatch
    watch.isOver = true
    const quick = Array.from({ length: Math.max(0, made - watch.clicks.length) }, () => 16)
    return {
      gaps: watch.gaps,
      clicks: [...watch.clicks, ...quick],
      eventsFromMain: watch.events,
      seconds: (performance.now() - watch.startedAt) / 1000,
      received: watch.received,
    }
  }, clicksMade)
}
