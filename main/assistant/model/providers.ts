import { z } from 'zod'
import type { AssistantTest, EndpointReason } from '../../../preload/contract/models/assistant/assistant.ts'
import { ANSWER_FORMATS, type AnswerFormat } from '../answers/answer-format.ts'
import { PROPOSAL_SHAPE, parseModelAnswer } from '../answers/answer-parser.ts'
import { authHeaders, type ChatEndpoint, type ChatMessage, endpointFetch, streamCompletion } from './chat-model.ts'
import { withoutFinalSlashes } from './endpoint-address.ts'
import type { EndpointDialer } from './endpoint-dialer.ts'
import type { FormatMemory } from './format-memory.ts'
import { endpointReason, statusOf } from './model-errors.ts'
import type { ModelAccess } from './model-questions.ts'

const MAX_MODELS = 500
const MAX_LIST_BYTES = 4 * 1024 * 1024
const modelList = z.object({ data: z.array(z.object({ id: z.string().min(1).max(200) })) })

const QUESTION: readonly ChatMessage[] = [
  {
    role: 'system',
    content:
      'Answer with one JSON object and nothing else, with exactly these keys: kind, command, explanation, timeout_s.',
  },
  {
    role: 'user',
    content: 'Answer with {"kind":"command","command":"uptime","explanation":"Shows the uptime.","timeout_s":10}',
  },
]

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * Tries an endpoint: its model list, then one short answer in the strictest format that it takes, which is remembered.
 * Says how far it got and never rejects; an aborted signal ends it where it is.
 */
export async function testAssistant(
  { settings, key, proxyLogin }: ModelAccess,
  signal: AbortSignal,
  { dialer, formats }: { readonly dialer: EndpointDialer; readonly formats: FormatMemory },
): Promise<AssistantTest> {
  const result: Mutable<AssistantTest> = {
    isReachable: false,
    isKeyAccepted: false,
    isModelKnown: false,
    answerFormat: null,
    firstTokenMs: null,
    models: [],
    reason: null,
  }
  const { baseUrl, model, network } = settings
  if (!URL.canParse(baseUrl)) return result
  let endpoint: ChatEndpoint
  try {
    const fetch = await dialer.fetchFor({ baseUrl, network, proxyLogin })
    endpoint = { baseUrl, model, key, maxTokens: 512, fetch }
    const list = await listModels(endpoint, signal)
    result.isReachable = true
    if (list.status === 401 || list.status === 403) return result
    result.isKeyAccepted = list.models !== null
    result.models = list.models ?? []
    result.isModelKnown = result.models.includes(model)
  } catch (error) {
    return { ...result, reason: signal.aborted ? 'silent' : endpointReason(error) }
  }
  formats.forgetTools(baseUrl, model)
  const allowed = settings.promptProfile === 'tiny' ? (['fenced'] as const) : ANSWER_FORMATS
  for (const format of allowed) {
    const outcome = await tryFormat(endpoint, format, signal)
    if (outcome.kind === 'answered') {
      result.isKeyAccepted = true
      result.isModelKnown = true
      result.firstTokenMs ??= outcome.ms
      result.answerFormat = outcome.format
      if (outcome.format === null) continue
      if (settings.promptProfile !== 'tiny') formats.set(baseUrl, model, format)
      return result
    }
    const { status } = outcome
    if (status === 401 || status === 403) return { ...result, isKeyAccepted: false }
    if (status === 404) return { ...result, isModelKnown: false }
    if (status !== 400 && status !== 422) return { ...result, reason: outcome.reason }
  }
  return result
}

async function listModels(
  { baseUrl, key, fetch }: ChatEndpoint,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly models: readonly string[] | null }> {
  const url = `${withoutFinalSlashes(baseUrl)}/models`
  const response = await endpointFetch(baseUrl, fetch)(url, { headers: authHeaders(baseUrl, key), signal })
  const body = await boundedText(response)
  if (!response.ok) return { status: response.status, models: null }
  try {
    const { data } = modelList.parse(JSON.parse(body))
    return { status: response.status, models: data.slice(0, MAX_MODELS).map(({ id }) => id) }
  } catch {
    return { status: response.status, models: null }
  }
}

/** The body as text, given up where it is larger than any model list. */
async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_LIST_BYTES) return ''
    text += decoder.decode(chunk, { stream: true })
  }
  return text
}

type FormatOutcome =
  | { readonly kind: 'answered'; readonly format: AnswerFormat | null; readonly ms: number | null }
  | { readonly kind: 'failed'; readonly status: number | null; readonly reason: EndpointReason | null }

async function tryFormat(endpoint: ChatEndpoint, format: AnswerFormat, signal: AbortSignal): Promise<FormatOutcome> {
  const startedAt = performance.now()
  let ms: number | null = null
  try {
    const onText = () => {
      ms ??= Math.round(performance.now() - startedAt)
    }
    const options = { format, shape: PROPOSAL_SHAPE, signal, onText }
    const { text } = await streamCompletion(endpoint, QUESTION, options)
    return { kind: 'answered', format: isUsable(text) ? format : null, ms }
  } catch (error) {
    return { kind: 'failed', status: statusOf(error), reason: reasonOf(error, signal) }
  }
}

function reasonOf(error: unknown, signal: AbortSignal): EndpointReason | null {
  const status = statusOf(error)
  if (status === 429 || status === 402) return 'rate-limited'
  if (status !== null && status >= 500) return 'server-error'
  return signal.aborted ? 'silent' : endpointReason(error)
}

function isUsable(text: string): boolean {
  try {
    return parseModelAnswer(text).kind === 'command'
  } catch {
    return false
  }
}
