import type { SentQuestion } from '../../../preload/contract/models/assistant/assistant.ts'
import { estimateTokens } from '../prompts/device-output.ts'
import type { ChatMessage, Completion } from './chat-model.ts'

/** Keeps the account of one question: what was sent, how often, what it cost and how long it took. */
export class QuestionMeter {
  readonly #now: () => number
  readonly #sentAt: number
  readonly #startedAt = performance.now()
  #requests = 0
  #format: SentQuestion['answerFormat'] = 'fenced'
  #messages: readonly ChatMessage[] = []
  #text = ''
  #firstTokenMs: number | null = null
  #completion: Completion | null = null

  constructor(now: () => number) {
    this.#now = now
    this.#sentAt = this.#now()
  }

  begin(format: SentQuestion['answerFormat'], messages: readonly ChatMessage[]): void {
    this.#format = format
    this.#messages = messages
    this.#text = ''
  }

  onRequest(): void {
    this.#requests++
  }

  onText(piece: string): void {
    this.#firstTokenMs ??= Math.round(performance.now() - this.#startedAt)
    this.#text += piece
  }

  end(completion: Completion): void {
    this.#completion = completion
  }

  /** Null where no request was made. */
  account(about: Pick<SentQuestion, 'purpose' | 'host' | 'model'>): SentQuestion | null {
    if (this.#requests === 0) return null
    const { inputTokens, outputTokens } = this.#completion ?? { inputTokens: null, outputTokens: null }
    const messages = this.#messages.map(({ role, content }) => ({ role, content }))
    const said = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0)
    return {
      ...about,
      sentAt: this.#sentAt,
      requests: this.#requests,
      answerFormat: this.#format,
      messages,
      inputTokens: inputTokens ?? said,
      outputTokens: outputTokens ?? estimateTokens(this.#text),
      isEstimated: inputTokens === null || outputTokens === null,
      firstTokenMs: this.#firstTokenMs,
      totalMs: Math.round(performance.now() - this.#startedAt),
    }
  }
}
