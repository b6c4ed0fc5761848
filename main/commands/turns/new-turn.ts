import type { TurnAssist } from '../../../preload/contract/models/assist.ts'
import type { Turn } from '../../../preload/contract/models/command.ts'
import type { Clock } from '../../shared/clock.ts'
import type { TargetDevice } from '../ports.ts'
import type { StoredTurn } from '../runs/run-store.ts'

/** What a turn begins with. */
export interface TurnStart {
  readonly connectionId: string
  readonly targets: readonly TargetDevice[]
  readonly mode: Turn['mode']
  readonly text: string
  readonly isThinking: boolean
  readonly isFromDeviceOutput: boolean
  readonly assist?: TurnAssist
}

/** Makes turns in an order that never repeats a time: the window pages back by it. */
export class TurnMaker {
  readonly #now: Clock
  readonly #newId: () => string
  #lastCreatedAt = 0

  constructor(deps: { readonly now: Clock; readonly newId: () => string }) {
    this.#now = deps.now
    this.#newId = deps.newId
  }

  make({ targets, ...given }: TurnStart): StoredTurn {
    this.#lastCreatedAt = Math.max(this.#now(), this.#lastCreatedAt + 1)
    const turn: Turn = {
      ...given,
      id: this.#newId(),
      createdAt: this.#lastCreatedAt,
      deviceIds: targets.map((target) => target.deviceId),
      answer: null,
      proposal: null,
      decision: 'open',
      run: null,
      failure: null,
    }
    return { turn, optionExplanations: [], proposedCommand: null }
  }
}
