import type { StreamedDraft } from '../../shared/assistance.ts'
import type { After } from '../../shared/timers.ts'

/** Characters shown of an arriving answer; a longer one is no command any more. */
const STREAMED_CHARS = 16_384
const STREAM_PERIOD_MS = 100

export interface Streamed {
  readonly turnId: string
  readonly text: string
  readonly draft: StreamedDraft | null
}

interface AnswerStreamDeps {
  readonly after: After
  readonly readDraft: (text: string) => StreamedDraft | null
  readonly sanitise: (text: string) => string
  readonly emit: (streamed: Streamed) => void
}

/** Emits an answer that is still arriving, safe to show: all text so far, at most ten times a second. */
export class AnswerStream {
  readonly #turnId: string
  readonly #deps: AnswerStreamDeps
  #text = ''
  #cancelEmit: (() => void) | null = null
  #isEnded = false

  constructor(turnId: string, deps: AnswerStreamDeps) {
    this.#turnId = turnId
    this.#deps = deps
  }

  add(piece: string): void {
    if (this.#isEnded || this.#text.length >= STREAMED_CHARS) return
    this.#text = (this.#text + piece).slice(0, STREAMED_CHARS)
    this.#cancelEmit ??= this.#deps.after(STREAM_PERIOD_MS, () => this.#emit())
  }

  end(): void {
    this.#isEnded = true
    this.#cancelEmit?.()
  }

  #emit(): void {
    const { emit, readDraft, sanitise } = this.#deps
    this.#cancelEmit = null
    const draft = readDraft(this.#text)
    const command = draft?.command == null ? null : sanitise(draft.command)
    const explanation = draft?.explanation == null ? null : sanitise(draft.explanation)
    const shown = draft === null ? null : { command, explanation }
    emit({ turnId: this.#turnId, text: sanitise(this.#text), draft: shown })
  }
}
