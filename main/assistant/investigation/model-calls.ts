import { AppError } from '../../../preload/contract/errors.ts'
import type { QuestionOptions } from '../../shared/assistance.ts'
import type { ChatMessage } from '../model/chat-model.ts'
import { hostOf } from '../model/endpoint-address.ts'
import { modelFailure } from '../model/model-errors.ts'
import type { ModelAccess } from '../model/model-questions.ts'
import { QuestionMeter } from '../model/question-meter.ts'
import { ThinkingFilter } from '../model/thinking.ts'

/** More than any answer within the token limit takes on the wire; the rest is not read. */
const MAX_ANSWER_BYTES = 2 * 1024 * 1024

interface ModelCallsDeps {
  readonly access: ModelAccess
  readonly dial: typeof fetch
  readonly options: QuestionOptions
  readonly now: () => number
}

/** The part of an answer that the account needs. */
interface CallAnswer {
  readonly text: string
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null
}

/** Times, bounds and accounts for each request of an investigation; the operator may take as long as he likes between. */
export class ModelCalls {
  readonly #deps: ModelCallsDeps
  #timeout = new AbortController().signal
  #meter: QuestionMeter
  #shown: ThinkingFilter
  #count = 0

  constructor(deps: ModelCallsDeps) {
    this.#deps = deps
    this.#meter = new QuestionMeter(deps.now)
    this.#shown = new ThinkingFilter(deps.options.onText)
  }

  /** For the client of the endpoint. */
  readonly fetch: typeof fetch = async (input, init) => {
    this.#meter.onRequest()
    const signals = [this.#timeout, ...(init?.signal ? [init.signal] : [])]
    return bounded(await this.#deps.dial(input, { ...init, signal: AbortSignal.any(signals) }))
  }

  /** Requests so far. */
  get count(): number {
    return this.#count
  }

  onText(piece: string): void {
    this.#meter.onText(piece)
    this.#shown.add(piece)
  }

  /** One request. Rejects with an `AppError` of the `ASSISTANT_…` codes; tells what was sent, however it ended. */
  async around<Answer extends CallAnswer>(
    messages: readonly ChatMessage[],
    call: () => Promise<Answer>,
  ): Promise<Answer> {
    const { access, options, now } = this.#deps
    const { baseUrl, model, requestTimeoutS } = access.settings
    const host = hostOf(baseUrl)
    const timeout = AbortSignal.timeout(requestTimeoutS * 1000)
    this.#timeout = timeout
    this.#count++
    this.#shown = new ThinkingFilter(options.onText)
    this.#meter = new QuestionMeter(now)
    this.#meter.begin('tools', messages)
    try {
      const answer = await call()
      const { inputTokens = null, outputTokens = null } = answer.usage ?? {}
      this.#meter.end({ text: answer.text, isCutOff: false, inputTokens, outputTokens })
      return answer
    } catch (error) {
      const isCancelled = options.signal.aborted
      throw modelFailure(error, { host, model, isCancelled, isTimedOut: timeout.aborted })
    } finally {
      const sent = this.#meter.account({ purpose: 'investigate', host, model })
      if (sent !== null) options.onSent?.(sent)
    }
  }
}

function bounded(response: Response): Response {
  if (response.body === null) return response
  let bytes = 0
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength
      if (bytes > MAX_ANSWER_BYTES) controller.error(new AppError('ASSISTANT_BAD_ANSWER', { reason: 'too-long' }))
      else controller.enqueue(chunk)
    },
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(count), { status, statusText, headers })
}
