import { randomBytes } from 'node:crypto'
import { AppError } from '../../preload/contract/errors.ts'
import type { AssistantSettings } from '../../preload/contract/models/assistant.ts'
import { type AnswerFormat, FormatMemory, stepDown } from './answer-format.ts'
import { type ModelAnswer, parseModelAnswer } from './answer-parser.ts'
import type { AssistantRequest, AssistantRequestOptions } from './ask.ts'
import { streamCompletion } from './chat-model.ts'
import { modelFailure, statusOf } from './model-errors.ts'
import { buildPrompt, type PromptExample } from './prompt.ts'
import { ThinkingFilter } from './thinking.ts'

const MAX_TOKENS = { standard: 2048, tiny: 512 } as const

export interface ProposalChainDeps {
  readonly redact: (text: string) => string
  /** Examples nearest to a request, at most `count`. */
  readonly examples: (request: AssistantRequest, count: number) => readonly PromptExample[]
}

/** Asks a model once for one proposal, stepping down the answer formats where the endpoint refuses one. */
export class ProposalChain {
  readonly #deps: ProposalChainDeps
  readonly #formats = new FormatMemory()

  constructor(deps: ProposalChainDeps) {
    this.#deps = deps
  }

  /** One request, or one more per refused format. Rejects with an `AppError` of the `ASSISTANT_…` codes. */
  async ask(
    request: AssistantRequest,
    settings: AssistantSettings,
    key: string | null,
    { signal, onText }: AssistantRequestOptions,
  ): Promise<ModelAnswer> {
    const { baseUrl, model, promptProfile: profile, requestTimeoutS } = settings
    if (!URL.canParse(baseUrl)) throw new AppError('ASSISTANT_UNREACHABLE', { host: baseUrl, model })
    const timeout = AbortSignal.timeout(requestTimeoutS * 1000)
    const both = AbortSignal.any([signal, timeout])
    const endpoint = { baseUrl, model, key, maxTokens: MAX_TOKENS[profile] }
    const examples = this.#deps.examples(request, 8)
    let format: AnswerFormat = profile === 'tiny' ? 'fenced' : this.#formats.get(baseUrl, model)
    for (;;) {
      const boundary = randomBytes(12).toString('hex')
      const messages = buildPrompt(request, { profile, format, examples, boundary, redact: this.#deps.redact })
      const filter = new ThinkingFilter(onText)
      try {
        const text = await streamCompletion(endpoint, messages, {
          format,
          signal: both,
          onText: (piece) => filter.add(piece),
        })
        if (profile !== 'tiny') this.#formats.set(baseUrl, model, format)
        return parseModelAnswer(text)
      } catch (error) {
        const next = stepDown(format)
        if (statusOf(error) !== 400 || next === null || both.aborted) {
          const { host } = new URL(baseUrl)
          throw modelFailure(error, { host, model, isCancelled: signal.aborted, isTimedOut: timeout.aborted })
        }
        format = next
      }
    }
  }
}
