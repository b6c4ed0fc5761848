import { randomBytes } from 'node:crypto'
import { AppError } from '../../../preload/contract/errors.ts'
import type { AssistantSettings, SentQuestion } from '../../../preload/contract/models/assistant/assistant.ts'
import type { QuestionOptions } from '../../shared/assistance.ts'
import type { MarkedText } from '../../shared/marked-text.ts'
import { type AnswerFormat, type AnswerShape, stepDown } from '../answers/answer-format.ts'
import { type ChatMessage, type Completion, streamCompletion } from './chat-model.ts'
import { hostOf } from './endpoint-address.ts'
import type { EndpointDialer } from './endpoint-dialer.ts'
import type { FormatMemory } from './format-memory.ts'
import { modelFailure, statusOf } from './model-errors.ts'
import { needsKey } from './presets.ts'
import { QuestionMeter } from './question-meter.ts'
import { ThinkingFilter } from './thinking.ts'

const MAX_TOKENS = { standard: 2048, tiny: 512 } as const

/** One message of a prompt: nothing goes to a model that does not say whether a device had a part in it. */
export interface PromptMessage {
  readonly role: ChatMessage['role']
  readonly content: MarkedText
}

/** An answer, and whether any text that the model read for it is a device's. */
export interface MarkedAnswer<Answer> {
  readonly answer: Answer
  readonly isFromDeviceOutput: boolean
}

/** One question to a model, whatever its endpoint takes. `boundary` is unguessable and new for each request. */
export interface ModelQuestion<Answer> {
  readonly purpose: SentQuestion['purpose']
  readonly shape: AnswerShape<Answer>
  messages(format: AnswerFormat, boundary: string): readonly PromptMessage[]
}

/** The chosen model with its secrets; `proxyLogin` is `user:password`. */
export interface ModelAccess {
  readonly settings: AssistantSettings
  readonly key: string | null
  readonly proxyLogin: string | null
}

interface ModelQuestionsDeps {
  readonly formats: FormatMemory
  readonly dialer: EndpointDialer
  readonly now: () => number
}

/** Asks a model one question in one request, stepping down the answer formats where the endpoint refuses one. */
export class ModelQuestions {
  readonly #deps: ModelQuestionsDeps

  constructor(deps: ModelQuestionsDeps) {
    this.#deps = deps
  }

  /** One request, or one more per refused format. Rejects with an `AppError` of the `ASSISTANT_…` codes. */
  async ask<Answer>(
    question: ModelQuestion<Answer>,
    access: ModelAccess,
    options: QuestionOptions,
  ): Promise<MarkedAnswer<Answer>> {
    const { baseUrl, model, requestTimeoutS } = access.settings
    const host = hostOf(baseUrl)
    if (!URL.canParse(baseUrl)) throw new AppError('ASSISTANT_UNREACHABLE', { host, model })
    if (access.key === null && needsKey(baseUrl)) throw new AppError('ASSISTANT_KEY_MISSING', { host, model })
    const timeout = AbortSignal.timeout(requestTimeoutS * 1000)
    const signal = AbortSignal.any([options.signal, timeout])
    const meter = new QuestionMeter(this.#deps.now)
    try {
      return await this.#stepDown(question, access, { ...options, signal }, meter)
    } catch (error) {
      throw modelFailure(error, { host, model, isCancelled: options.signal.aborted, isTimedOut: timeout.aborted })
    } finally {
      const sent = meter.account({ purpose: question.purpose, host, model })
      if (sent !== null) options.onSent?.(sent)
    }
  }

  async #stepDown<Answer>(
    { shape, messages: messagesFor }: ModelQuestion<Answer>,
    { settings, key, proxyLogin }: ModelAccess,
    { signal, onText }: QuestionOptions,
    meter: QuestionMeter,
  ): Promise<MarkedAnswer<Answer>> {
    const { baseUrl, model, promptProfile: profile, network } = settings
    const { formats, dialer } = this.#deps
    const dial = await dialer.fetchFor({ baseUrl, network, proxyLogin })
    const fetch: typeof globalThis.fetch = (input, init) => {
      meter.onRequest()
      return dial(input, init)
    }
    const endpoint = { baseUrl, model, key, maxTokens: MAX_TOKENS[profile], fetch }
    let format: AnswerFormat = profile === 'tiny' ? 'fenced' : formats.get(baseUrl, model)
    for (;;) {
      const prompt = messagesFor(format, randomBytes(12).toString('hex'))
      const messages = prompt.map(({ role, content }) => ({ role, content: content.text }))
      const filter = new ThinkingFilter(onText)
      meter.begin(format, messages)
      try {
        const completion = await streamCompletion(endpoint, messages, {
          format,
          shape,
          signal,
          onText: (piece) => {
            meter.onText(piece)
            filter.add(piece)
          },
        })
        meter.end(completion)
        if (profile !== 'tiny') formats.set(baseUrl, model, format)
        const isFromDeviceOutput = prompt.some(({ content }) => content.isFromDeviceOutput)
        return { answer: readAnswer(shape, completion), isFromDeviceOutput }
      } catch (error) {
        const next = isFormatRefused(error) ? stepDown(format) : null
        if (next === null || signal.aborted) throw error
        format = next
      }
    }
  }
}

/** True for the answers of servers to a parameter that they do not know. */
function isFormatRefused(error: unknown): boolean {
  const status = statusOf(error)
  return status === 400 || status === 422
}

function readAnswer<Answer>(shape: AnswerShape<Answer>, { text, isCutOff }: Completion): Answer {
  try {
    return shape.parse(text)
  } catch (error) {
    if (isCutOff) throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'truncated' }, { cause: error })
    throw error
  }
}
