import { AppError, type Failure } from '../../preload/contract/errors.ts'
import type { SentQuestion } from '../../preload/contract/models/assistant.ts'
import type { Turn } from '../../preload/contract/models/command.ts'
import type { Language } from '../../preload/contract/models/settings.ts'
import type { Log } from '../ports.ts'
import type { AskDraft, Asker, AskHistoryTurn, AskOutcome, PastCommand, PastSteps } from './asker.ts'
import type { History } from './history.ts'
import type { After, Sanitise, TargetDevice } from './ports.ts'

const HISTORY_TURNS = 6
const TAIL_LINES = 20
const TAIL_CHARS = 4_000
/** A longer answer is no command any more; the whole is parsed by the assistant, not from here. */
const STREAMED_CHARS = 16_384
const STREAM_PERIOD_MS = 100

export interface AskDeskDeps {
  readonly asker: Asker
  readonly history: History
  readonly sanitise: Sanitise
  readonly redact: (text: string) => string
  readonly after: After
  readonly log: Log
  readonly language: () => Language
  /** All text of the answer so far, at most ten times a second. */
  readonly emitStreamed: (streamed: Streamed) => void
}

export interface Streamed {
  readonly turnId: string
  readonly text: string
  readonly draft: AskDraft | null
}

/** What goes along with a request besides what happened before. */
export interface AskExtras {
  readonly via?: 'phrasebook' | undefined
  readonly failed?: PastCommand | undefined
  readonly investigation?: PastSteps | undefined
}

/** What came of one request; `hasDeviceOutput`: what devices had printed went along with it. */
export type Asked = { readonly sent: SentQuestion | null } & (
  | { readonly outcome: AskOutcome; readonly hasDeviceOutput: boolean }
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
    let sent: SentQuestion | null = null
    const onSent = (question: SentQuestion) => {
      sent = question
    }
    try {
      const history = this.#before(turn, extras)
      const outcome = await this.#deps.asker.ask(
        {
          deviceIds: turn.deviceIds,
          system: targets[0]?.system ?? 'linux',
          text: turn.text,
          history,
          facts: targets.map(({ deviceId, hostname, shell, metrics }) => ({ deviceId, hostname, shell, metrics })),
          language: this.#deps.language(),
          ...extras,
        },
        { signal, onText: stream.add, onSent },
      )
      if (signal.aborted) return { ...cancelled(), sent }
      const isAfterResults = extras.failed !== undefined || (extras.investigation?.steps.length ?? 0) > 0
      return { outcome, hasDeviceOutput: isAfterResults || history.some(({ tail }) => tail !== ''), sent }
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

  /**
   * The latest exchanges of the connection, oldest first, redacted. What devices printed goes along where they are asked
   * again, and for the newest, which "the same" means. An investigation knows its own steps, a repair its own error.
   */
  #before(turn: Turn, { failed, investigation }: AskExtras): AskHistoryTurn[] {
    if (investigation !== undefined) return []
    const { history } = this.#deps
    const earlier = history.turns(turn.connectionId, turn.createdAt, HISTORY_TURNS)
    return earlier.map(({ turn: before }, index) => {
      const isConcerned = before.deviceIds.some((deviceId) => turn.deviceIds.includes(deviceId))
      const isNewest = index === earlier.length - 1
      const sample = history.sampleOfTurn(before.id, turn.deviceIds)
      const first = sample?.record
      const command = sample?.run.command ?? before.proposal?.command ?? null
      const hasTail = failed === undefined && (isConcerned || isNewest)
      return {
        deviceIds: before.deviceIds,
        request: this.#deps.redact(before.text),
        command: command === null ? null : this.#deps.redact(command),
        outcome: first?.state ?? (command === null ? null : `not run: ${before.decision}`),
        reply: this.#replyOf(before),
        tail: hasTail ? this.#tailOf(first?.stdout || first?.stderr || '') : '',
      }
    })
  }

  #replyOf({ answer }: Turn): string | null {
    if (answer === null || answer.kind === 'choose' || answer.kind === 'decline') return null
    const { language, redact } = this.#deps
    return redact(language() === 'zh-CN' ? answer.text.zh : answer.text.en)
  }

  /** Redacted before the cut, so that no secret is cut in two. */
  #tailOf(output: string): string {
    const { redact, sanitise } = this.#deps
    return lastLines(redact(sanitise(output.slice(-4 * TAIL_CHARS)).text))
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

  #inertDraft({ command, explanation }: AskDraft): AskDraft {
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

function lastLines(text: string): string {
  return text.trimEnd().slice(-TAIL_CHARS).split('\n').slice(-TAIL_LINES).join('\n')
}
