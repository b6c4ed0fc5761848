import { z } from 'zod'
import type { AssistantSettings, AssistantTest, ProviderPreset } from '../../preload/contract/models/assistant.ts'
import { ANSWER_FORMATS, type AnswerFormat } from './answer-format.ts'
import { parseModelAnswer } from './answer-parser.ts'
import { authHeaders, type ChatMessage, endpointFetch, streamCompletion } from './chat-model.ts'
import { statusOf } from './model-errors.ts'

const cloud = (id: string, name: string, baseUrl: string): ProviderPreset => ({
  id,
  name,
  baseUrl,
  needsKey: true,
  isLocal: false,
})
const local = (id: string, name: string, baseUrl: string): ProviderPreset => ({
  id,
  name,
  baseUrl,
  needsKey: false,
  isLocal: true,
})

/** OpenAI-compatible endpoints by name. Addresses as the providers' documentation gives them; all can be changed. */
export const PROVIDER_PRESETS: readonly ProviderPreset[] = [
  cloud('openai', 'OpenAI', 'https://api.openai.com/v1'),
  cloud('azure', 'Azure OpenAI', 'https://YOUR-RESOURCE.openai.azure.com/openai/v1'),
  cloud('deepseek', 'DeepSeek', 'https://api.deepseek.com/v1'),
  cloud('qwen', 'Qwen (DashScope)', 'https://dashscope.aliyuncs.com/compatible-mode/v1'),
  cloud('moonshot', 'Moonshot (Kimi)', 'https://api.moonshot.cn/v1'),
  cloud('zhipu', 'Zhipu (GLM)', 'https://open.bigmodel.cn/api/paas/v4'),
  cloud('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1'),
  local('ollama', 'Ollama', 'http://127.0.0.1:11434/v1'),
  local('lmstudio', 'LM Studio', 'http://127.0.0.1:1234/v1'),
  local('llamacpp', 'llama.cpp', 'http://127.0.0.1:8080/v1'),
  local('vllm', 'vLLM', 'http://127.0.0.1:8000/v1'),
  { id: 'custom', name: 'OpenAI-compatible URL', baseUrl: '', needsKey: false, isLocal: false },
]

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
 * Tries an endpoint: its model list, then one short answer in the strictest format that it takes. Says how far it got
 * and never rejects; an aborted signal ends it where it is.
 */
export async function testAssistant(
  settings: AssistantSettings,
  key: string | null,
  signal: AbortSignal,
): Promise<AssistantTest> {
  const result: Mutable<AssistantTest> = {
    isReachable: false,
    isKeyAccepted: false,
    isModelKnown: false,
    answerFormat: null,
    firstTokenMs: null,
    models: [],
  }
  if (!URL.canParse(settings.baseUrl)) return result
  try {
    const list = await listModels(settings.baseUrl, key, signal)
    result.isReachable = true
    if (list.status === 401 || list.status === 403) return result
    result.isKeyAccepted = list.models !== null
    result.models = list.models ?? []
    result.isModelKnown = result.models.includes(settings.model)
  } catch {
    return result
  }
  const formats = settings.promptProfile === 'tiny' ? (['fenced'] as const) : ANSWER_FORMATS
  for (const format of formats) {
    const outcome = await tryFormat(settings, key, format, signal)
    if (outcome.kind === 'answered') {
      result.isKeyAccepted = true
      result.isModelKnown = true
      result.firstTokenMs ??= outcome.ms
      result.answerFormat = outcome.format
      if (outcome.format !== null) return result
      continue
    }
    if (outcome.status === 401 || outcome.status === 403) return { ...result, isKeyAccepted: false }
    if (outcome.status === 404) return { ...result, isModelKnown: false }
    if (outcome.status !== 400) break
  }
  return result
}

async function listModels(
  baseUrl: string,
  key: string | null,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly models: readonly string[] | null }> {
  const url = `${baseUrl.replace(/\/+$/u, '')}/models`
  const response = await endpointFetch(baseUrl)(url, { headers: authHeaders(baseUrl, key), signal })
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
  | { readonly kind: 'failed'; readonly status: number | null }

async function tryFormat(
  { baseUrl, model }: AssistantSettings,
  key: string | null,
  format: AnswerFormat,
  signal: AbortSignal,
): Promise<FormatOutcome> {
  const startedAt = performance.now()
  let ms: number | null = null
  try {
    const endpoint = { baseUrl, model, key, maxTokens: 512 }
    const onText = () => {
      ms ??= Math.round(performance.now() - startedAt)
    }
    const text = await streamCompletion(endpoint, QUESTION, { format, signal, onText })
    return { kind: 'answered', format: isUsable(text) ? format : null, ms }
  } catch (error) {
    return { kind: 'failed', status: statusOf(error) }
  }
}

function isUsable(text: string): boolean {
  try {
    return parseModelAnswer(text).kind === 'command'
  } catch {
    return false
  }
}
