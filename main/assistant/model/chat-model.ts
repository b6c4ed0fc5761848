import type { BaseMessageLike } from '@langchain/core/messages'
import { AppError } from '../../../preload/contract/errors.ts'
import { type AnswerFormat, type AnswerShape, responseFormat } from '../answers/answer-format.ts'

/** The endpoint and model of one call. An empty key becomes `none`, as local servers want some. */
export interface ChatEndpoint {
  readonly baseUrl: string
  readonly model: string
  readonly key: string | null
  readonly maxTokens: number
  readonly fetch: typeof fetch
}

/** `assistant` and `tool` only in an investigation: what the model called, and what came of it. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool'
  readonly content: string
}

/** A whole answer. Tokens are null where the endpoint does not count them. */
export interface Completion {
  readonly text: string
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  /** The endpoint stopped at its limit: the text has no end. */
  readonly isCutOff: boolean
}

interface CompletionOptions {
  readonly format: AnswerFormat
  readonly shape: Pick<AnswerShape<unknown>, 'name' | 'schema'>
  readonly signal: AbortSignal
  readonly onText: (piece: string) => void
}

/** An answer longer than this is nonsense; the rest is not waited for. */
const MAX_ANSWER_CHARS = 64 * 1024

/** Bearer and, where Azure wants it, its own header. */
export function authHeaders(baseUrl: string, key: string | null): Record<string, string> {
  const value = key === null || key === '' ? 'none' : key
  const isAzure = new URL(baseUrl).hostname.endsWith('.azure.com')
  return { authorization: `Bearer ${value}`, ...(isAzure ? { 'api-key': value } : {}) }
}

/** `fetch` that stays with the endpoint: no redirect, no other origin, no telemetry headers. */
export function endpointFetch(baseUrl: string, through: typeof fetch): typeof fetch {
  const { origin } = new URL(baseUrl)
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (new URL(url).origin !== origin) return Promise.reject(new TypeError('request to another host refused'))
    const headers = new Headers(init?.headers)
    for (const name of [...headers.keys()]) if (name.startsWith('x-stainless-')) headers.delete(name)
    return through(url, { ...init, headers, redirect: 'error' })
  }
}

/**
 * Streams one completion in exactly one request; reasoning fields are left out. Loads the model library on first use.
 * Rejects with whatever the library or the signal gives.
 */
export async function streamCompletion(
  endpoint: ChatEndpoint,
  messages: readonly ChatMessage[],
  { format, shape, signal, onText }: CompletionOptions,
): Promise<Completion> {
  const { chatClient } = await import('./chat-client.ts')
  signal.throwIfAborted()
  const chat = chatClient(endpoint, format === 'fenced')
  const asked = messages.map(({ role, content }): BaseMessageLike => [role, content])
  const wanted = responseFormat(format, shape)
  const stream = await chat.stream(asked, { signal, ...(wanted === undefined ? {} : { response_format: wanted }) })
  let text = ''
  let isCutOff = false
  let usage: { readonly input_tokens: number; readonly output_tokens: number } | undefined
  for await (const chunk of stream) {
    usage = chunk.usage_metadata ?? usage
    if (chunk.response_metadata.finish_reason === 'length') isCutOff = true
    const piece = chunk.text
    if (piece === '') continue
    text += piece
    if (text.length > MAX_ANSWER_CHARS) throw new AppError('ASSISTANT_BAD_ANSWER', { reason: 'too-long' })
    onText(piece)
  }
  signal.throwIfAborted()
  return { text, isCutOff, inputTokens: usage?.input_tokens ?? null, outputTokens: usage?.output_tokens ?? null }
}
