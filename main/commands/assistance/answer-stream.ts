import { AppError, type Failure } from '../../../preload/contract/errors.ts'
import type { SentQuestion } from '../../../preload/contract/models/assistant.ts'
import type { Turn } from '../../../preload/contract/models/command.ts'
import type { Language } from '../../../preload/contract/models/settings.ts'
import type {
  Assistance,
  AssistantOutcome,
  AssistantRequest,
  DeviceFact,
  PastCommand,
  PastSteps,
  QuestionOptions,
  StreamedDraft,
} from '../../shared/assistance.ts'
import { shellName } from '../../shared/assistance.ts'
import type { Log } from '../../shared/log.ts'
import type { After } from '../../shared/timers.ts'
import type { Sanitise, TargetDevice } from '../ports.ts'
import { type EarlierTurns, textOf } from './earlier-turns.ts'

/** A longer answer is no command any more; the whole is parsed by the assistant, not from here. */
const STREAMED_CHARS = 16_384
const STREAM_PERIOD_MS = 100

export interface AskDeskDeps {
  readonly asker: Assistance
  readonly earlier: EarlierTurns
  readonly sanitise: Sanitise
  readonly after: After
  readonly log: Log
  readonly language: () => Language
  /** All text of the answer so far, at most ten times a second. */
  readonly emitStreamed: (streamed: Streamed) => void
}

export interface Streamed {
  readonly turnId: string
  readonly text: string
  readonly draft: StreamedDraft | null
}

/** What goes along with a request besides what happened before. */
export interface AskExtras {
  readonly via?: 'phrasebook' | undefined
  readonly failed?: PastCommand | undefined
  readonly investigation?: PastSteps | undefined
  /** Asked first; it has no answer where the model calls no tools. */
  readonly plan?: ((options: QuestionOptions) => Promise<AssistantOutcome | null>) | undefined
}

/** What came of one request; `sent` oldest first. */
export type Asked = { readonly sent: readonly SentQuestion[] } & (
  | { readonly outcome: AssistantOutcome }
  | { readonly failure: Failure; readonly isCancelled: boolean }
)

/** Takes requests in words to the assistant, with what happened before on the same devices; each can be called off. */
export class AskDesk {
  readonly #deps: AskDeskDeps
  readonly #running = new Map<string, AbortController>()

  constructor(deps: AskDeskDeps) {
    this.#deps = deps
  }

  /** Never rejects. */
  async ask(turn: Turn, targets: readonly TargetDevice[], extras: AskExtras): Promise<Asked> {
    const controller = new AbortController()
    const { signal } = controller
    this.#running.set(turn.id, controller)
    const stream = this.#stream(turn.id)
    const sent: SentQuestion[] = []
    const options = { signal, onText: stream.add, onSent: (question: SentQuestion) => sent.push(question) }
    const { plan, ...told } = extras
    try {
      const planned = plan === undefined ? null : await plan(options)
      const outcome = planned ?? (await this.#deps.asker.ask(this.#request(turn, targets, told), options))
      if (signal.aborted) return { ...cancelled(), sent }
      return { outcome, sent }
    } catch (error) {
      if (signal.aborted) return { ...cancelled(), sent }
      if (!(error instanceof AppError)) this.#deps.log.error('request to the assistant failed', error)
      return { failure: failureOf(error), isCancelled: false, sent }
    } finally {
      stream.end()
      this.#running.delete(turn.id)
    }
  }

  cancel(turnId: string): void {
    this.#running.get(turnId)?.abort()
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort()
  }

  #request(turn: Turn, targets: readonly TargetDevice[], extras: Omit<AskExtras, 'plan'>): AssistantRequest {
    return {
      deviceIds: turn.deviceIds,
      system: targets[0]?.system ?? 'linux',
      text: textOf(turn, turn.text),
      history: this.#before(turn, extras),
      facts: targets.map(factsOf),
      language: this.#deps.language(),
      ...extras,
    }
  }

  /** An investigation knows its own steps, a repair its own error. */
  #before(turn: Turn, { failed, investigation }: AskExtras) {
    return investigation === undefined ? this.#deps.earlier.before(turn, { withOutput: failed === undefined }) : []
  }

  #stream(turnId: string): { readonly add: (piece: string) => void; readonly end: () => void } {
    let text = ''
    let callOff: (() => void) | null = null
    let isEnded = false
    const emit = () => {
      callOff = null
      const draft = this.#deps.asker.readDraft(text)
      this.#deps.emitStreamed({ turnId, text: this.#inert(text), draft: draft && this.#inertDraft(draft) })
    }
    return {
      add: (piece) => {
        if (isEnded || text.length >= STREAMED_CHARS) return
        text = (text + piece).slice(0, STREAMED_CHARS)
        callOff ??= this.#deps.after(STREAM_PERIOD_MS, emit)
      },
      end: () => {
        isEnded = true
        callOff?.()
      },
    }
  }

  #inertDraft({ command, explanation }: StreamedDraft): StreamedDraft {
    return {
      command: command === null ? null : this.#inert(command),
      explanation: explanation === null ? null : this.#inert(explanation),
    }
  }

  #inert(text: string): string {
    return this.#deps.sanitise(text).text
  }
}

/** What the window may know of an error: its code when the operator can act on it, nothing when it is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.code, data: error.data }
  return { code: 'INTERNAL', message: 'INTERNAL', data: {} }
}

function cancelled() {
  return { failure: failureOf(new AppError('ASSISTANT_CANCELLED')), isCancelled: true }
}

/**
 * Numbers, and the shell as a name of a closed list. A host name or any other words of the device stay here: a prompt that
 * held them would be marked, and with it each question about a device that has announced itself.
 */
function factsOf({ deviceId, shell, metrics }: TargetDevice): DeviceFact {
  return { deviceId, shell: shellName(shell), metrics }
}
