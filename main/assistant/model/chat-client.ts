import { ChatOpenAICompletions } from '@langchain/openai'
import { authHeaders, type ChatEndpoint, endpointFetch } from './chat-model.ts'
import { withoutFinalSlashes } from './endpoint-address.ts'

/** Models that answer 400 to any temperature but their own. */
const REASONING_MODEL = /(?:^|\/)(?:o\d|gpt-5)/iu

/**
 * LangChain's client of one endpoint: one request a call, no retries. Import this module late, because it loads the model
 * library. `isPlain` leaves out what simple servers refuse.
 */
export function chatClient({ baseUrl, model, key, maxTokens, fetch }: ChatEndpoint, isPlain: boolean) {
  return new ChatOpenAICompletions({
    model,
    apiKey: key === null || key === '' ? 'none' : key,
    ...(REASONING_MODEL.test(model) ? {} : { temperature: 0 }),
    maxTokens,
    maxRetries: 0,
    streamUsage: !isPlain,
    // JSON mode of DashScope needs its models not to think.
    modelKwargs: new URL(baseUrl).hostname.startsWith('dashscope') ? { enable_thinking: false } : {},
    configuration: {
      baseURL: withoutFinalSlashes(baseUrl),
      organization: null,
      project: null,
      logLevel: 'off',
      fetch: endpointFetch(baseUrl, fetch),
      defaultHeaders: authHeaders(baseUrl, key),
    },
  })
}
