import { AppError } from '../../../preload/contract/errors.ts'
import type { QuestionOptions } from '../../shared/assistance.ts'
import type { InvestigationOutcome, InvestigationPorts, InvestigationRequest } from '../../shared/investigation.ts'
import { hostOf } from '../model/endpoint-address.ts'
import type { EndpointDialer } from '../model/endpoint-dialer.ts'
import type { FormatMemory } from '../model/format-memory.ts'
import type { ModelAccess } from '../model/model-questions.ts'
import { needsKey } from '../model/presets.ts'
import { withoutThinking } from '../model/thinking.ts'
import { InvestigationTools } from './investigation-tools.ts'
import { ModelCalls } from './model-calls.ts'

const MAX_TOKENS = 2048
const MAX_FINDING_CHARS = 4000
/** Endpoints say so when their model, or they themselves, know no tools. */
const TOOLS_REFUSED = [400, 404, 422, 501]

interface InvestigatorDeps {
  readonly formats: FormatMemory
  readonly dialer: EndpointDialer
  readonly redact: (text: string) => string
  readonly now: () => number
}

/** Has a model that calls tools plan an investigation, and remembers which models call none. */
export class Investigator {
  readonly #deps: InvestigatorDeps

  constructor(deps: InvestigatorDeps) {
    this.#deps = deps
  }

  /** Rejects with an `AppError`: of the `ASSISTANT_…` codes, or one that a port rejected with. */
  async investigate(
    request: InvestigationRequest,
    ports: InvestigationPorts,
    access: ModelAccess,
    options: QuestionOptions,
  ): Promise<InvestigationOutcome> {
    const { baseUrl, model, network } = access.settings
    const { formats, dialer, redact, now } = this.#deps
    const host = hostOf(baseUrl)
    if (!URL.canParse(baseUrl)) throw new AppError('ASSISTANT_UNREACHABLE', { host, model })
    if (access.key === null && needsKey(baseUrl)) throw new AppError('ASSISTANT_KEY_MISSING', { host, model })
    if (!formats.mayCallTools(baseUrl, model)) return { kind: 'no-tools' }
    const { plan } = await import('./planner.ts')
    const dial = await dialer.fetchFor({ baseUrl, network, proxyLogin: access.proxyLogin })
    const calls = new ModelCalls({ access, dial, options, now })
    const tools = new InvestigationTools(request, ports, model)
    const endpoint = { baseUrl, model, key: access.key, maxTokens: MAX_TOKENS, fetch: calls.fetch }
    try {
      const finding = await plan({ endpoint, request, tools, calls, redact, signal: options.signal })
      if (finding === null) {
        formats.setCallsNoTools(baseUrl, model)
        return { kind: 'no-tools' }
      }
      const text = withoutThinking(finding).slice(0, MAX_FINDING_CHARS)
      if (text === '') throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'no-finding' })
      return { kind: 'found', text, model, isFromDeviceOutput: tools.isFromDeviceOutput }
    } catch (error) {
      if (options.signal.aborted) throw new AppError('ASSISTANT_CANCELLED', { host, model }, { cause: error })
      if (calls.count === 1 && isToolsRefused(error)) {
        if (!isUnknownModel(error)) formats.setCallsNoTools(baseUrl, model)
        return { kind: 'no-tools' }
      }
      throw error
    }
  }
}

function isToolsRefused(error: unknown): boolean {
  return error instanceof AppError && TOOLS_REFUSED.includes(Number(error.data.status))
}

/** A 404 is said of a model that is not there, too: it may come. */
function isUnknownModel(error: unknown): boolean {
  if (!(error instanceof AppError) || error.data.status !== 404) return false
  return !(error.cause instanceof Error && /\btools?\b/iu.test(error.cause.message))
}
