const WIDTH_MS = 25
const SLOTS = 1_000 / WIDTH_MS

/** Counts what passed within the last second, to 25 ms and never too few; adding and counting cost the same at any rate. */
export class LastSecond {
  /** One more than a second has, for the part of the oldest that is still within. */
  readonly #counts = new Array<number>(SLOTS + 1).fill(0)
  #slot = 0
  #total = 0

  add(nowMs: number): void {
    this.#move(nowMs)
    const index = this.#slot % this.#counts.length
    this.#counts[index] = (this.#counts[index] ?? 0) + 1
    this.#total += 1
  }

  count(nowMs: number): number {
    this.#move(nowMs)
    return this.#total
  }

  #move(nowMs: number): void {
    const slot = Math.max(this.#slot, Math.floor(nowMs / WIDTH_MS))
    const first = Math.max(this.#slot + 1, slot - SLOTS)
    for (let passed = first; passed <= slot; passed += 1) {
      const index = passed % this.#counts.length
      this.#total -= this.#counts[index] ?? 0
      this.#counts[index] = 0
    }
    this.#slot = slot
  }
}
