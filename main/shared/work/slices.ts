import type { After } from '../timers.ts'

/** Resolves after others had their turn. */
export type NextTurn = () => Promise<void>

/** Ms of work after which others get their turn. */
const SLICE_MS = 8
/** Ms of work at once, before the first turn is waited for: many works can begin in one turn of the event loop. */
const FIRST_MS = 3

const waiting: (() => void)[] = []

/**
 * Resolves in a later turn of the event loop, in which no other work goes on that waits here as well: slices that
 * fell into one turn would hold main as long as all of them together.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(goOn)
  })
}

function goOn(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(goOn)
}

/** Makes timers for work that may wait a moment longer: what falls due waits for its turn among the slices of others. */
export function inTurn(after: After): After {
  return (delayMs, run) => {
    let isOff = false
    const callOff = after(delayMs, () => {
      void nextTurn().then(() => {
        if (!isOff) run()
      })
    })
    return () => {
      isOff = true
      callOff()
    }
  }
}

/** Works on items one after the other, a slice at a time. */
export function inSlices<Item>(items: readonly Item[], turn: NextTurn, work: (item: Item) => void): Promise<void> {
  return inSteps(stepsOf(items, work), turn)
}

/** Takes the steps of a long work, each of a few ms at most, a slice at a time, because main has messages to handle meanwhile. */
export async function inSteps<Result>(steps: Generator<undefined, Result>, turn: NextTurn): Promise<Result> {
  let until = performance.now() + FIRST_MS
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    if (performance.now() < until) continue
    await turn()
    until = performance.now() + SLICE_MS
  }
}

function* stepsOf<Item>(items: readonly Item[], work: (item: Item) => void): Generator<undefined, void> {
  for (const item of items) {
    work(item)
    yield
  }
}
