import type { SessionEnd } from '../session/broker-session.ts'
import { STABLE_AFTER_MS } from './retry-policy.ts'

/** Drops in a row that make a pattern. */
const IN_A_ROW = 3
/** A shorter connection says nothing of an idle time. */
const SHORTEST_IDLE_MS = 3_000
const SPREAD_MS = 1_500
const SPREAD_SHARE = 0.1

/** What drops in a row, of which the other side gave no reason, have in common. */
export class DropPattern {
  #heldMs: number[] = []
  #short = 0
  #isTaken = false

  /** Takes in the end of a connection that was up for `heldMs`; null of one that never was. */
  note(end: SessionEnd, heldMs: number | null): void {
    if (heldMs === null || !isCut(end)) {
      this.#heldMs = []
      this.#short = 0
      return
    }
    this.#heldMs = [...this.#heldMs.slice(1 - IN_A_ROW), heldMs]
    this.#short = end.error === null && heldMs < STABLE_AFTER_MS ? this.#short + 1 : 0
  }

  /** True once: the broker hung up so often so soon that another client may have the same id. */
  takeContested(): boolean {
    if (this.#isTaken || this.#short < IN_A_ROW) return false
    this.#isTaken = true
    return true
  }

  /**
   * Whole seconds after which each of the last connections was cut, if they agree and none of them was ever silent for
   * longer (`keepaliveS`); else null.
   */
  idleS(keepaliveS: number): number | null {
    if (this.#heldMs.length < IN_A_ROW) return null
    const [least, most] = [Math.min(...this.#heldMs), Math.max(...this.#heldMs)]
    const isRegular = most - least <= Math.max(SPREAD_MS, most * SPREAD_SHARE)
    return isRegular && least >= SHORTEST_IDLE_MS && most < keepaliveS * 1_000 ? Math.round(least / 1_000) : null
  }
}

function isCut({ error, reasonCode }: SessionEnd): boolean {
  if (reasonCode !== null) return false
  return error === null || ('code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE'))
}
