/** Resolves after others had their turn. */
export type NextTurn = () => Promise<void>

/** Ms of work after which others get their turn. */
const SLICE_MS = 10

/** Works on items one after the other, a slice at a time. */
export function inSlices<Item>(items: readonly Item[], nextTurn: NextTurn, work: (item: Item) => void): Promise<void> {
  return inSteps(stepsOf(items, work), nextTurn)
}

/** Takes the steps of a long work, each of a few ms at most, a slice at a time, because main has messages to handle meanwhile. */
export async function inSteps<Result>(steps: Generator<undefined, Result>, nextTurn: NextTurn): Promise<Result> {
  let since = performance.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    if (performance.now() - since < SLICE_MS) continue
    await nextTurn()
    since = performance.now()
  }
}

function* stepsOf<Item>(items: readonly Item[], work: (item: Item) => void): Generator<undefined, void> {
  for (const item of items) {
    work(item)
    yield
  }
}
