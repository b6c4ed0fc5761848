import { AppError } from '../../../preload/contract/errors.ts'
import type { Turn } from '../../../preload/contract/models/command.ts'
import type { Log } from '../../shared/log.ts'
import type { ApproveDesk } from '../approval/approve-and-run.ts'
import type { TargetDevice } from '../ports.ts'
import type { ProposalDraft, ProposalFactory } from '../proposals/command-judge.ts'
import type { ProposalDesk } from '../proposals/proposal-service.ts'
import { draftIn } from '../proposals/proposal-subject.ts'
import type { Rejections } from '../proposals/rejections.ts'
import { markedBy, withAnswer, writtenBy } from '../proposals/turn-outcome.ts'
import type { StoredTurn } from '../runs/run-store.ts'
import type { TurnBook } from '../turns/turn-store.ts'
import { type AskDesk, type AskExtras, type Asked, failureOf } from './answer-stream.ts'
import { type SentQuestions, usageOf } from './sent-questions.ts'

interface AskFlowDeps {
  readonly askDesk: AskDesk
  readonly turns: TurnBook
  readonly desk: ProposalDesk
  readonly approving: ApproveDesk
  readonly proposals: ProposalFactory
  readonly rejections: Rejections
  readonly sent: SentQuestions
  readonly settings: () => { readonly defaultTimeoutS: number }
  readonly sanitise: (text: string) => string
  readonly log: Log
}

export interface AskFlowOptions extends AskExtras {
  /** Anything but a reading command fails. */
  readonly onlyReads?: boolean
  /** Called when the turn no longer thinks, whatever came of it. */
  readonly onEnd?: (turnId: string) => void
}

/** From a thinking turn to what came of its request: a proposal, an answer, or a failure in words. */
export class AskFlow {
  readonly #deps: AskFlowDeps
  readonly #asking = new Set<Promise<void>>()

  constructor(deps: AskFlowDeps) {
    this.#deps = deps
  }

  /** Keeps the turn and asks; answers at once. Throws `DISK_FAILED`. */
  start(stored: StoredTurn, targets: readonly TargetDevice[], options: AskFlowOptions = {}): Turn {
    const view = this.#deps.turns.save(stored)
    const { onlyReads = false, onEnd, ...extras } = options
    const asking = this.#deps.askDesk.ask(stored.turn, targets, extras).then((asked) => {
      this.#onAsked(stored.turn.id, asked, { onlyReads, isOver: extras.investigation?.stepsLeft === 0 })
      onEnd?.(stored.turn.id)
    })
    const tracked = asking.finally(() => this.#asking.delete(tracked))
    this.#asking.add(tracked)
    return view
  }

  cancel(turnId: string): void {
    this.#deps.askDesk.cancel(turnId)
  }

  cancelAll(): void {
    this.#deps.askDesk.cancelAll()
  }

  /** Ends what is asked, and resolves when nothing is any more. */
  async dispose(): Promise<void> {
    this.cancelAll()
    await Promise.all(this.#asking)
  }

  #onAsked(turnId: string, asked: Asked, { onlyReads, isOver }: { onlyReads: boolean; isOver: boolean }): void {
    const found = this.#deps.turns.find(turnId)
    if (found === null || !found.turn.isThinking) return
    const used = this.#withUsage(found, asked)
    const stored = 'outcome' in asked ? markedBy(used, asked.outcome) : used
    const { sanitise } = this.#deps
    try {
      if ('failure' in asked) this.#fail(stored, asked.failure)
      else if (asked.outcome.kind === 'command') {
        const { defaultTimeoutS } = this.#deps.settings()
        const written = writtenBy(asked.outcome, { defaultTimeoutS, sanitise })
        if (onlyReads) this.#requireRead(draftIn(stored, written))
        if (isOver) throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'no-finding' })
        this.#deps.approving.runUnasked(this.#deps.desk.propose(stored, written))
      } else this.#deps.turns.save(withAnswer(stored, asked.outcome, sanitise))
    } catch (error) {
      if (!(error instanceof AppError)) this.#deps.log.error('proposal failed', error)
      this.#fail(stored, failureOf(error))
    }
  }

  #requireRead(draft: ProposalDraft): void {
    const proposal = this.#deps.proposals.make(draft)
    if (proposal.classification.class === 'read') return
    this.#deps.rejections.add(proposal, 'not-read')
    throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'not-read' })
  }

  #withUsage(stored: StoredTurn, { sent }: Asked): StoredTurn {
    if (sent.length === 0) return stored
    try {
      for (const question of sent) this.#deps.sent.add(stored.turn.id, question)
    } catch (error) {
      this.#deps.log.error('what was sent cannot be kept', error)
    }
    const { turn } = stored
    return { ...stored, turn: { ...turn, assist: { ...turn.assist, usage: usageOf(sent) } } }
  }

  #fail(stored: StoredTurn, failure: Turn['failure']): void {
    try {
      this.#deps.turns.save({ ...stored, turn: { ...stored.turn, isThinking: false, failure } })
    } catch (error) {
      this.#deps.log.error('turn cannot be kept', error)
    }
  }
}
