import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { AssistantOutcome, QuestionOptions } from '../../shared/assistance.ts'
import type {
  InvestigationOutcome,
  InvestigationPlan,
  InvestigationPorts,
  PlanSources,
  ProposedRead,
  ReadOutcome,
} from '../../shared/investigation.ts'

export type RunInvestigation = (ports: InvestigationPorts, options: QuestionOptions) => Promise<InvestigationOutcome>

interface Waiting<Value> {
  readonly resolve: (value: Value) => void
  readonly reject: (error: unknown) => void
}

/**
 * Turns a planning model, which waits within a tool call, into steps that are asked for one by one: a proposal ends a
 * step, and its result begins the next.
 */
export class SteppedInvestigation implements InvestigationPlan {
  readonly #sources: PlanSources
  readonly #run: RunInvestigation
  readonly #stopping = new AbortController()
  #options: QuestionOptions | null = null
  #step: Waiting<AssistantOutcome | null> | null = null
  #card: Waiting<ReadOutcome> | null = null
  #hasBegun = false
  #isWithoutTools = false

  constructor(sources: PlanSources, run: RunInvestigation) {
    this.#sources = sources
    this.#run = run
  }

  get isPlanning(): boolean {
    return this.#card !== null
  }

  next(result: ReadOutcome | null, options: QuestionOptions): Promise<AssistantOutcome | null> {
    if (this.#isWithoutTools) return Promise.resolve(null)
    this.#options = options
    options.signal.addEventListener('abort', () => this.stop(), { once: true })
    return new Promise((resolve, reject) => {
      this.#step = { resolve, reject }
      const card = this.#card
      this.#card = null
      if (!this.#hasBegun) this.#begin()
      else if (card !== null && result !== null) card.resolve(result)
      else reject(new Error('no command waits for a result'))
    })
  }

  stop(): void {
    this.#stopping.abort()
    this.#card?.reject(this.#stopping.signal.reason)
    this.#card = null
  }

  #begin(): void {
    this.#hasBegun = true
    const running = this.#run(
      { ...this.#sources, proposeRead: this.#proposeRead },
      {
        signal: this.#stopping.signal,
        onText: (piece) => this.#options?.onText(piece),
        onSent: (question) => this.#options?.onSent?.(question),
      },
    )
    running.then(
      (outcome) => this.#end(outcome),
      (error: unknown) => this.#step?.reject(error),
    )
  }

  #end(outcome: InvestigationOutcome): void {
    if (outcome.kind === 'no-tools') {
      this.#isWithoutTools = true
      this.#step?.resolve(null)
      return
    }
    const { text, model, isFromDeviceOutput } = outcome
    this.#step?.resolve({
      kind: 'answer',
      text: inBoth(text),
      source: { kind: 'model', name: model },
      isFromDeviceOutput,
    })
  }

  readonly #proposeRead = async (read: ProposedRead): Promise<ReadOutcome> => {
    this.#stopping.signal.throwIfAborted()
    const refused = this.#sources.refusal(read)
    if (refused !== null) return refused
    return new Promise((resolve, reject) => {
      this.#card = { resolve, reject }
      this.#step?.resolve({
        kind: 'command',
        command: read.command.text,
        explanation: inBoth(read.reason.text),
        timeoutS: read.timeoutS,
        source: { kind: 'model', name: read.model },
        isFromDeviceOutput: read.command.isFromDeviceOutput || read.reason.isFromDeviceOutput,
      })
    })
  }
}

/** A model answers in one language, that of the operator. */
function inBoth(text: string): LocalizedText {
  return { en: text, zh: text }
}
