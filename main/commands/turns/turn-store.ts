import { AppError } from '../../../preload/contract/errors.ts'
import type { Run, Turn } from '../../../preload/contract/models/command.ts'
import type { After } from '../../shared/timers.ts'
import type { ReadAnswer } from '../ports.ts'
import type { History, StoredTurn } from '../runs/run-store.ts'
import { withReadings } from './answer-readings.ts'

/** Two messages at once, so that a quick answer follows its request without a wait; at most ten a second (architecture.md). */
const EMITS_AT_ONCE = 2
const EMIT_PERIOD_MS = 200

interface TurnBookDeps {
  readonly history: History
  readonly runOfTurn: (turnId: string) => Run | null
  readonly after: After
  readonly readAnswer: ReadAnswer
  /** The notes of a turn as they now are: what an earlier session left at work has ended. */
  readonly settleNotes: (turn: Turn) => Turn
  /** Whole turns that changed, oldest first. */
  readonly emit: (turns: readonly Turn[]) => void
}

/** The timeline: turns in the database, the open ones also in memory, and word to the window of what changed. */
export class TurnBook {
  readonly #deps: TurnBookDeps
  readonly #open = new Map<string, StoredTurn>()
  /** Decided, and not in the database yet. */
  readonly #ahead = new Map<string, StoredTurn>()
  readonly #changed = new Set<string>()
  /** Of each message in the last period: calls off its end. */
  readonly #recent = new Set<() => void>()

  constructor(deps: TurnBookDeps) {
    this.#deps = deps
  }

  find(turnId: string): StoredTurn | null {
    return this.#open.get(turnId) ?? this.#ahead.get(turnId) ?? this.#deps.history.turn(turnId)
  }

  /** Turns of this session that wait for the assistant or a decision. */
  open(): readonly StoredTurn[] {
    return [...this.#open.values()]
  }

  /** Turns that an earlier session left waiting. */
  leftOpen(): readonly StoredTurn[] {
    return this.#deps.history.openTurns().filter(({ turn }) => !this.#open.has(turn.id))
  }

  /** Keeps a turn as it now is. Throws `DISK_FAILED`, and then it is as it was. */
  save(stored: StoredTurn): Turn {
    const { turn } = stored
    try {
      this.#deps.history.saveTurn(stored)
    } catch (error) {
      throw new AppError('DISK_FAILED', {}, { cause: error })
    }
    this.#ahead.delete(turn.id)
    this.#hold(stored)
    this.touch(turn.id)
    return this.view(stored)
  }

  /**
   * Takes a decision for made. What it returns writes it down, as part of a transaction of the caller's, and may throw;
   * the window hears of it by what comes of the decision.
   */
  saveLater(stored: StoredTurn): () => void {
    const { id } = stored.turn
    this.#ahead.set(id, stored)
    this.#hold(stored)
    return () => {
      const latest = this.#ahead.get(id)
      if (latest !== undefined) this.#deps.history.saveTurn(latest)
      this.#ahead.delete(id)
    }
  }

  /** A decision that was not written down does not count. */
  takeBack(turnId: string): void {
    this.#ahead.delete(turnId)
  }

  /** A turn with its run, as the window gets it. */
  view({ turn }: StoredTurn): Turn {
    const run = this.#deps.runOfTurn(turn.id)
    const shown = run === null ? null : withReadings(run, turn.proposal, this.#deps.readAnswer)
    return { ...this.#deps.settleNotes(turn), run: shown }
  }

  page(connectionId: string, before: number | null, limit: number): readonly Turn[] {
    const stored = this.#deps.history.turns(connectionId, before, limit)
    return stored.map((turn) => this.view(this.#ahead.get(turn.turn.id) ?? turn))
  }

  /** Something of this turn changed: the window hears of it at once, or with the next message. */
  touch(turnId: string): void {
    this.#changed.add(turnId)
    if (this.#recent.size < EMITS_AT_ONCE) this.#flush()
  }

  /** Open turns are kept at hand. */
  #hold(stored: StoredTurn): void {
    const { id, decision, isThinking, proposal } = stored.turn
    if (decision === 'open' && (isThinking || proposal !== null)) this.#open.set(id, stored)
    else this.#open.delete(id)
  }

  dispose(): void {
    for (const callOff of this.#recent) callOff()
    this.#recent.clear()
    this.#changed.clear()
  }

  #flush(): void {
    if (this.#changed.size === 0) return
    const callOff = this.#deps.after(EMIT_PERIOD_MS, () => {
      this.#recent.delete(callOff)
      this.#flush()
    })
    this.#recent.add(callOff)
    const turns = [...this.#changed].flatMap((turnId) => {
      const stored = this.find(turnId)
      return stored === null ? [] : [this.view(stored)]
    })
    this.#changed.clear()
    this.#deps.emit(turns.sort((a, b) => a.createdAt - b.createdAt))
  }
}
