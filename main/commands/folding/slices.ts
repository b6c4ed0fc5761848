/** Resolves after others had their turn. */
export type NextTurn = () => Promise<void>

/** Ms of work after which others get their turn. */
const SLICE_MS = 10

/** Works on items one after the other, a slice at a time, because main has messages to handle meanwhile. */
export async function inSlices<Item>(
  items: readonly Item[],
  nextTurn: NextTurn,
  work: (item: Item) => void,
): Promise<void> {
  let since = performance.now()
  for (const item of items) {
    work(item)
    if (performance.now() - since < SLICE_MS) continue
    await nextTurn()
    since = performance.now()
  }
}
