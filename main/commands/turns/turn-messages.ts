import type { Run, Turn } from '../../../preload/contract/models/commands/command.ts'
import type { After } from '../../shared/timers.ts'

/** Two messages at once, so that a quick answer follows its request without a wait; at most ten a second. */
const EMITS_AT_ONCE = 2
const EMIT_PERIOD_MS = 200

interface TurnMessagesDeps {
  /** Returns a turn as the window gets it; null where it is gone. */
  readonly shown: (turnId: string) => Turn | null
  /** Returns the run of a turn without its commands; null for a short one or none. */
  readonly longRun: (turnId: string) => Run | null
  readonly after: After
  /** Sends turns that changed, oldest first, to the window. */
  readonly emit: (turns: readonly Turn[]) => void
  /** Sends the heads of long runs that changed while their turns did not. */
  readonly emitRuns: (runs: readonly Run[]) => void
}

/** Sends each change of a turn to the window once: at once, or with the next message when there were many. */
export class TurnMessages {
  readonly #deps: TurnMessagesDeps
  readonly #changed = new Set<string>()
  /** Turns of which only the run changed. */
  readonly #ran = new Set<string>()
  /** Cancels the end of each message's period. */
  readonly #recent = new Set<() => void>()

  constructor(deps: TurnMessagesDeps) {
    this.#deps = deps
  }

  /** Notes that a turn changed; it is sent with the next message. */
  changed(turnId: string): void {
    this.#changed.add(turnId)
  }

  /** Notes that a turn's run changed: it is sent at once, or with the next message when there were many; of a long one the states. */
  ran(turnId: string): void {
    this.#ran.add(turnId)
    if (this.#recent.size < EMITS_AT_ONCE) this.flush()
  }

  /** Sends what changed now, for a change that the operator waits for. */
  flush(): void {
    const { after, emit, emitRuns, longRun, shown } = this.#deps
    if (this.#changed.size + this.#ran.size === 0) return
    const cancel = after(EMIT_PERIOD_MS, () => {
      this.#recent.delete(cancel)
      this.flush()
    })
    this.#recent.add(cancel)
    const runs = [...this.#ran].flatMap((turnId) => {
      const run = this.#changed.has(turnId) ? null : longRun(turnId)
      if (run === null) this.#changed.add(turnId)
      return run ?? []
    })
    const turns = [...this.#changed].flatMap((turnId) => shown(turnId) ?? [])
    this.#changed.clear()
    this.#ran.clear()
    if (turns.length > 0) emit(turns.sort((a, b) => a.createdAt - b.createdAt))
    if (runs.length > 0) emitRuns(runs)
  }

  dispose(): void {
    for (const cancel of this.#recent) cancel()
    this.#recent.clear()
    this.#changed.clear()
    this.#ran.clear()
  }
}
