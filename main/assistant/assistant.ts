import type { AssistantSettings } from '../../preload/contract/models/assistant/assistant.ts'
import type { PhrasebookSnippet } from '../../preload/contract/models/assistant/phrasebook.ts'
import type { ProposalSource } from '../../preload/contract/models/commands/command.ts'
import type { DeviceSystem } from '../../preload/contract/models/safety/safety.ts'
import { isKeyElsewhere } from '../../preload/contract/models/safety/secret-place.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type {
  Assistance,
  AssistantOutcome,
  AssistantRequest,
  ExplainRequest,
  Explanation,
  QuestionOptions,
  ResultSummary,
  StreamedDraft,
  SummaryRequest,
} from '../shared/assistance.ts'
import type {
  InvestigationOutcome,
  InvestigationPlan,
  InvestigationPorts,
  InvestigationRequest,
  PlanSources,
} from '../shared/investigation.ts'
import { once } from '../shared/work/once.ts'
import { PROPOSAL_SHAPE } from './answers/answer-parser.ts'
import { explainQuestion } from './answers/explanation.ts'
import { repeatedCommand } from './answers/follow-up.ts'
import { readDraft } from './answers/streamed-draft.ts'
import { summaryQuestion } from './answers/summary.ts'
import { Investigator } from './investigation/investigator.ts'
import { SteppedInvestigation } from './investigation/stepped-investigation.ts'
import { EndpointDialer } from './model/endpoint-dialer.ts'
import { FormatMemory } from './model/format-memory.ts'
import { type ModelAccess, ModelQuestions } from './model/model-questions.ts'
import type { Phrasebook } from './phrasebook/phrasebook.ts'
import { buildPrompt } from './prompts/prompt.ts'

export interface AssistantDeps {
  readonly settings: () => AssistantSettings
  /** The stored key of the endpoint, or null. */
  readonly key: () => Promise<string | null>
  /** `user:password` for the proxy, or null. */
  readonly proxyLogin?: () => Promise<string | null>
  /** Takes secrets out of everything that goes into a prompt. */
  readonly redact: (text: string) => string
  /** Shared with the test of the endpoint; for this run only where it is left out. */
  readonly formats?: FormatMemory
  readonly dialer?: EndpointDialer
  readonly now?: () => number
}

const EXAMPLES = 8
/** Phrases shown where a request is not understood. */
const NEAREST = 3

/** Turns words into one command to review, with the model or the offline phrasebook as the settings say. */
export class Assistant implements Assistance {
  readonly #deps: AssistantDeps
  /** The offline phrasebook, for examples and one-click actions. */
  readonly phrasebook: () => Promise<Phrasebook> = once(async () => {
    const { Phrasebook: Loaded } = await import('./phrasebook/phrasebook.ts')
    return new Loaded()
  })
  readonly #questions: ModelQuestions
  readonly #investigator: Investigator

  constructor(deps: AssistantDeps) {
    this.#deps = deps
    const { formats = new FormatMemory(null), dialer = new EndpointDialer(), now = Date.now } = deps
    this.#questions = new ModelQuestions({ formats, dialer, now })
    this.#investigator = new Investigator({ formats, dialer, redact: deps.redact, now })
  }

  /** Rejects with an `AppError` of the `ASSISTANT_…` codes. Nothing leaves the computer with the phrasebook. */
  async ask(request: AssistantRequest, options: QuestionOptions): Promise<AssistantOutcome> {
    const settings = this.#deps.settings()
    const isOffline = settings.kind !== 'model' || request.via === 'phrasebook'
    return isOffline ? this.#askPhrasebook(request) : this.#askModel(request, settings, options)
  }

  /** True where a model is set up: the phrasebook explains and summarises nothing. */
  hasModel(): boolean {
    return this.#deps.settings().kind === 'model'
  }

  /** Needs the operator's consent in the settings and a model that follows rules. */
  canInvestigate(): boolean {
    const { kind, canInvestigate, promptProfile } = this.#deps.settings()
    return kind === 'model' && canInvestigate === true && promptProfile === 'standard'
  }

  /** An investigation to be gone through step by step; nothing is loaded or sent before the first. */
  plan(request: InvestigationRequest, sources: PlanSources): InvestigationPlan {
    return new SteppedInvestigation(sources, (ports, options) => this.investigate(request, ports, options))
  }

  /** Plans toward a finding with a model that calls tools; says where it calls none. Rejects like `ask`. */
  async investigate(
    request: InvestigationRequest,
    ports: InvestigationPorts,
    options: QuestionOptions,
  ): Promise<InvestigationOutcome> {
    return this.#investigator.investigate(request, ports, await this.#access(), options)
  }

  /** Explains each part of a command. Rejects like `ask`. */
  async explain(
    request: ExplainRequest,
    options: QuestionOptions,
  ): Promise<{ readonly answer: Explanation; readonly source: ProposalSource }> {
    const { settings, redact } = this.#deps
    const question = explainQuestion(request, { profile: settings().promptProfile, redact })
    const source = this.#source()
    const { answer } = await this.#questions.ask(question, await this.#access(), options)
    return { answer, source }
  }

  /** Sums up the results of many devices. Rejects like `ask`. */
  async summarise(
    request: SummaryRequest,
    options: QuestionOptions,
  ): Promise<{ readonly answer: ResultSummary; readonly source: ProposalSource }> {
    const { settings, redact } = this.#deps
    const question = summaryQuestion(request, { profile: settings().promptProfile, redact })
    const source = this.#source()
    const { answer } = await this.#questions.ask(question, await this.#access(), options)
    return { answer, source }
  }

  /** Reads the part of an arriving answer that can be shown. */
  readDraft(text: string): StreamedDraft | null {
    return readDraft(text)
  }

  async #askModel(
    request: AssistantRequest,
    settings: AssistantSettings,
    options: QuestionOptions,
  ): Promise<AssistantOutcome> {
    const { promptProfile: profile } = settings
    const { redact } = this.#deps
    const examples = (await this.phrasebook()).nearestExamples(request.text.text, request.system, EXAMPLES)
    const { answer, isFromDeviceOutput } = await this.#questions.ask(
      {
        purpose: request.failed ? 'fix' : request.investigation ? 'investigate' : 'ask',
        shape: PROPOSAL_SHAPE,
        messages: (format, boundary) => buildPrompt(request, { profile, format, examples, boundary, redact }),
      },
      await this.#access(),
      options,
    )
    const source: ProposalSource = { kind: 'model', name: settings.model }
    if (answer.kind !== 'command') return { kind: answer.kind, text: inBoth(answer.text), source, isFromDeviceOutput }
    return {
      kind: 'command',
      command: answer.command,
      explanation: answer.explanation === null ? null : inBoth(answer.explanation),
      timeoutS: answer.timeoutS,
      source,
      isFromDeviceOutput,
    }
  }

  async #access(): Promise<ModelAccess> {
    const settings = this.#deps.settings()
    const [key, proxyLogin] = [await this.#deps.key(), (await this.#deps.proxyLogin?.()) ?? null]
    // Saved meanwhile: the secrets may be those of another endpoint.
    return isKeyElsewhere(settings, this.#deps.settings()) ? this.#access() : { settings, key, proxyLogin }
  }

  #source(): ProposalSource {
    return { kind: 'model', name: this.#deps.settings().model }
  }

  /** The phrases nearest to a text, filled up with the usual ones. */
  async #nearest(text: string, system: DeviceSystem): Promise<readonly PhrasebookSnippet[]> {
    const phrasebook = await this.phrasebook()
    const near = phrasebook.snippets(text, system, NEAREST)
    const usual = phrasebook.snippets('', system, NEAREST * 2)
    const others = usual.filter(({ intent }) => near.every((snippet) => snippet.intent !== intent))
    return [...near, ...others].slice(0, NEAREST)
  }

  /** It reads the request alone; where that means the command before, what it answers is from that command too. */
  async #askPhrasebook({
    text,
    system,
    history,
    deviceIds,
    deviceNames = [],
  }: AssistantRequest): Promise<AssistantOutcome> {
    const { isFromDeviceOutput } = text
    const answer = (await this.phrasebook()).answer(text.text, system, [...deviceIds, ...deviceNames])
    if (answer.decision !== 'propose') {
      const repeated = repeatedCommand(text, system, history)
      if (repeated !== null) return repeated
    }
    const nearest = answer.decision === 'decline' ? await this.#nearest(text.text, system) : []
    const { answerOf } = await import('./phrasebook/requests/assistant-answer.ts')
    return { ...answerOf(answer, nearest), isFromDeviceOutput }
  }
}

/** A model answers in one language, that of the operator. */
function inBoth(text: string): LocalizedText {
  return { en: text, zh: text }
}
