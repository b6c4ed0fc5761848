import { AppError, type Failure } from '../../preload/contract/errors.ts'
import type { Turn } from '../../preload/contract/models/command.ts'
import type { Language } from '../../preload/contract/models/settings.ts'
import type { Log } from '../ports.ts'
import type { Asker, AskHistoryTurn, AskOutcome } from './asker.ts'
import type { History } from './history.ts'
import type { After, Sanitise, TargetDevice } from './ports.ts'

const HISTORY_TURNS = 6
/** Turns looked through for such that went to the same devices. */
const HISTORY_SEARCHED = 30
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
  readonly emitStreamed: (streamed: { readonly turnId: string; readonly text: string }) => void
}

/** What came of one request; `hasDeviceOutput`: what devices had printed went along with it. */
export type Asked =
  | { readonly outcome: AskOutcome; readonly hasDeviceOutput: boolean }
  | { readonly failure: Failure; readonly isCancelled: boolean }

/** Takes requests in words to the assistant, with what happened before on the same devices; each can be called off. */
export class AskDesk {
  readonly #deps: AskDeskDeps
  readonly #running = new Map<string, AbortController>()

  constructor(deps: AskDeskDeps) {
    this.#deps = deps
  }

  /** Never rejects. */
  async ask(turn: Turn, targets: readonly TargetDevice[]): Promise<Asked> {
    const controller = new AbortController()
    this.#running.set(turn.id, controller)
    const stream = this.#stream(turn.id)
    try {
      const history = this.#before(turn)
      const outcome = await this.#deps.asker.ask(
        {
          deviceIds: turn.deviceIds,
          system: targets[0]?.system ?? 'linux',
          text: turn.text,
          history,
          facts: targets.map(({ deviceId, hostname, shell, metrics }) => ({ deviceId, hostname, shell, metrics })),
          language: this.#deps.language(),
        },
        { signal: controller.signal, onText: stream.add },
      )
      if (controller.signal.aborted) return cancelled()
      return { outcome, hasDeviceOutput: history.some(({ tail }) => tail !== '') }
    } catch (error) {
      if (controller.signal.aborted) return cancelled()
      if (!(error instanceof AppError)) this.#deps.log.error('request to the assistant failed', error)
      return { failure: failureOf(error), isCancelled: false }
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

  /** The latest exchanges with any of the same devices, oldest first, redacted. */
  #before(turn: Turn): AskHistoryTurn[] {
    const { history, redact, sanitise } = this.#deps
    const earlier = history
      .turns(turn.connectionId, turn.createdAt, HISTORY_SEARCHED)
      .filter((stored) => stored.turn.deviceIds.some((deviceId) => turn.deviceIds.includes(deviceId)))
    return earlier.slice(-HISTORY_TURNS).map((stored) => {
      const run = history.runOfTurn(stored.turn.id)
      const first = run?.commands.find((command) => turn.deviceIds.includes(command.deviceId))
      const tail = lastLines(first?.stdout || first?.stderr || '')
      return {
        request: redact(stored.turn.text),
        command: run === null ? null : redact(run.command),
        outcome: first?.state ?? null,
        tail: redact(sanitise(tail).text),
      }
    })
  }

  #stream(turnId: string): { readonly add: (piece: string) => void; readonly end: () => void } {
    let text = ''
    let callOff: (() => void) | null = null
    let isEnded = false
    const emit = () => {
      callOff = null
      this.#deps.emitStreamed({ turnId, text: this.#deps.sanitise(text).text })
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
}

/** What the window may know of an error: its code when the operator can act on it, nothing when it is a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.code, data: error.data }
  return { code: 'INTERNAL', message: 'INTERNAL', data: {} }
}

function cancelled(): Asked {
  return { failure: failureOf(new AppError('ASSISTANT_CANCELLED')), isCancelled: true }
}

function lastLines(text: string): string {
  return text.trimEnd().slice(-TAIL_CHARS).split('\n').slice(-TAIL_LINES).join('\n')
}
