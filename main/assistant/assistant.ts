import type { AssistantSettings } from '../../preload/contract/models/assistant.ts'
import type { ProposalSource } from '../../preload/contract/models/command.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { AssistantOutcome, AssistantRequest, AssistantRequestOptions } from './ask.ts'
import { Phrasebook } from './phrasebook/phrasebook.ts'
import { carriesDeviceOutput } from './prompt.ts'
import { ProposalChain } from './proposal-chain.ts'

export interface AssistantDeps {
  readonly settings: () => AssistantSettings
  /** The stored key of the endpoint, or null. */
  readonly key: () => Promise<string | null>
  /** Takes secrets out of everything that goes into a prompt. */
  readonly redact: (text: string) => string
}

const NOT_UNDERSTOOD: LocalizedText = {
  en: 'The offline phrasebook does not know this request. Say it in other words, type the command, or set up a model.',
  zh: '离线短语手册不认识这个请求。请换一种说法、直接输入命令，或配置一个模型。',
}
const NOT_ON_THIS_SYSTEM: LocalizedText = {
  en: 'The offline phrasebook has no command for this on the system of these devices. Type the command instead.',
  zh: '离线短语手册没有适用于这些设备系统的命令。请直接输入命令。',
}

/** Turns words into one command to review, with the model or the offline phrasebook as the settings say. */
export class Assistant {
  readonly #deps: AssistantDeps
  readonly #phrasebook = new Phrasebook()
  readonly #chain: ProposalChain

  constructor(deps: AssistantDeps) {
    this.#deps = deps
    this.#chain = new ProposalChain({
      redact: deps.redact,
      examples: ({ text, system }, count) => this.#phrasebook.nearestExamples(text, system, count),
    })
  }

  /** Rejects with an `AppError` of the `ASSISTANT_…` codes. Nothing leaves the computer with the phrasebook. */
  async ask(request: AssistantRequest, options: AssistantRequestOptions): Promise<AssistantOutcome> {
    const settings = this.#deps.settings()
    return settings.kind === 'model' ? this.#askModel(request, settings, options) : this.#askPhrasebook(request)
  }

  /** The offline phrasebook, for examples and one-click actions. */
  get phrasebook(): Phrasebook {
    return this.#phrasebook
  }

  async #askModel(
    request: AssistantRequest,
    settings: AssistantSettings,
    options: AssistantRequestOptions,
  ): Promise<AssistantOutcome> {
    const source: ProposalSource = { kind: 'model', name: settings.model }
    const answer = await this.#chain.ask(request, settings, await this.#deps.key(), options)
    if (answer.kind !== 'command') return { kind: answer.kind, text: inBoth(answer.text), source }
    return {
      kind: 'command',
      command: answer.command,
      explanation: answer.explanation === null ? null : inBoth(answer.explanation),
      timeoutS: answer.timeoutS,
      source,
      isFromDeviceOutput: carriesDeviceOutput(request, settings.promptProfile),
    }
  }

  #askPhrasebook({ text, system }: AssistantRequest): AssistantOutcome {
    const answer = this.#phrasebook.answer(text, system)
    if (answer.decision === 'propose') {
      const { intent, command, explanation, timeoutS } = answer.command
      const source: ProposalSource = { kind: 'phrasebook', name: intent }
      return { kind: 'command', command, explanation, timeoutS, source, isFromDeviceOutput: false }
    }
    const source: ProposalSource = { kind: 'phrasebook', name: '' }
    if (answer.decision === 'choose') {
      const options = answer.options.map(({ title, command, explanation }) => ({ title, command, explanation }))
      return { kind: 'choose', options, source }
    }
    const words = answer.reason === 'not-understood' ? NOT_UNDERSTOOD : NOT_ON_THIS_SYSTEM
    return { kind: 'decline', text: words, source }
  }
}

/** A model answers in one language, that of the operator. */
function inBoth(text: string): LocalizedText {
  return { en: text, zh: text }
}
