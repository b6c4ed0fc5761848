import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { LlmAnswer, LlmToolCall } from './llm-answers.ts'

export interface LlmStubOptions {
  /** Names in `/v1/models`. */
  readonly models?: readonly string[]
  /** Requests without this key as bearer token get 401 and take no scripted answer. */
  readonly key?: string
  /** `response_format` types that get 400 and take no scripted answer. */
  readonly refusedFormats?: readonly string[]
}

/** A request as it arrived. */
interface LlmRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly rawBody: string
  /** The parsed JSON body; undefined without one. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  /** Resolves when either side ended the connection of this request; true if the answer was not complete. */
  readonly closed: Promise<boolean>
}

/** An OpenAI-compatible endpoint on loopback with scripted answers. */
export interface LlmStub {
  /** Base URL for a client; ends with `/v1`. */
  readonly baseUrl: string
  /** Queues answers for the next chat requests. A request beyond the queue gets 500 "nothing scripted". */
  script(...answers: readonly LlmAnswer[]): void
  /** All requests so far, in order. */
  readonly requests: readonly LlmRequest[]
  /** Resolves with request number `count` (from 1) as soon as it has arrived. */
  waitForRequest(count: number): Promise<LlmRequest>
  /** Cuts all connections and ends it. */
  stop(): Promise<void>
}

/** Starts the stub on a free loopback port. */
export async function startLlmStub(options: LlmStubOptions = {}): Promise<LlmStub> {
  const queue: LlmAnswer[] = []
  const requests: LlmRequest[] = []
  const waiting = new Set<() => void>()
  const stopping = new AbortController()
  const server = createServer((incoming, response) => {
    void serve(incoming, response).catch(() => response.destroy())
  })

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await record(incoming, response)
    requests.push(request)
    for (const check of waiting) check()
    await answer(request, response)
  }

  async function answer(request: LlmRequest, response: ServerResponse): Promise<void> {
    if (options.key !== undefined && request.headers.authorization !== `Bearer ${options.key}`) {
      return sendError(response, 401, 'Incorrect API key provided.')
    }
    if (request.method === 'GET' && request.path === '/v1/models') {
      const data = (options.models ?? ['stub-model']).map((id) => ({ id, object: 'model', owned_by: 'stub' }))
      return sendJson(response, 200, { object: 'list', data })
    }
    if (request.method !== 'POST' || request.path !== '/v1/chat/completions') {
      return sendError(response, 404, `Unknown path ${request.path}`)
    }
    const format = (request.body?.response_format as { type?: string } | undefined)?.type
    if (format !== undefined && options.refusedFormats?.includes(format)) {
      return sendError(response, 400, `Invalid parameter: 'response_format' of type '${format}' is not supported.`)
    }
    await speak(queue.shift() ?? unscripted, request, response, stopping.signal)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('an HTTP server has no port')
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    script: (...answers) => {
      queue.push(...answers)
    },
    requests,
    waitForRequest: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          const request = requests[count - 1]
          if (request === undefined) return
          waiting.delete(check)
          resolve(request)
        }
        waiting.add(check)
        check()
      }),
    stop: async () => {
      stopping.abort()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const unscripted: LlmAnswer = { kind: 'status', status: 500, message: 'nothing scripted' }

async function record(incoming: IncomingMessage, response: ServerResponse): Promise<LlmRequest> {
  const closed = new Promise<boolean>((resolve) => {
    response.once('close', () => resolve(!response.writableFinished))
  })
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const rawBody = Buffer.concat(chunks).toString()
  const { method = '', url = '', headers } = incoming
  return { method, path: url, headers, rawBody, body: parsedBody(rawBody), closed }
}

function parsedBody(rawBody: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(rawBody) as Record<string, unknown>
  } catch {
    return undefined
  }
}

async function speak(
  answer: LlmAnswer,
  request: LlmRequest,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  if (answer.kind === 'hang') return
  if (answer.kind === 'status') {
    if (answer.retryAfterS !== undefined) response.setHeader('retry-after', String(answer.retryAfterS))
    return sendError(response, answer.status, answer.message)
  }
  const isStream = request.body?.stream === true
  if (answer.kind === 'drop') {
    if (answer.textBefore === undefined || !isStream) {
      response.destroy()
      return
    }
    await stream(response, request, { text: answer.textBefore }, signal)
    // Ends the connection but not the answer, once the sent text has left.
    response.socket?.end()
    return
  }
  if (!isStream) {
    if (answer.kind === 'calls') return sendError(response, 500, 'tools are called in streams only')
    return sendJson(response, 200, completion(answer, request))
  }
  if (answer.kind === 'calls') {
    await stream(response, request, { text: answer.text ?? '' }, signal)
    for (const call of callPieces(answer.calls)) response.write(event(request, { tool_calls: [call] }))
    response.write(event(request, {}, 'tool_calls'))
  } else {
    await stream(response, request, answer, signal)
    response.write(event(request, {}, answer.finishReason ?? 'stop'))
  }
  const wantsUsage = (request.body?.stream_options as { include_usage?: boolean } | undefined)?.include_usage === true
  if (wantsUsage) response.write(`data: ${JSON.stringify({ ...frame(request), choices: [], usage })}\n\n`)
  response.end('data: [DONE]\n\n')
}

interface SpokenText {
  readonly text: string
  readonly reasoning?: string
  readonly chunkDelayMs?: number
}

async function stream(
  response: ServerResponse,
  request: LlmRequest,
  spoken: SpokenText,
  signal: AbortSignal,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  response.write(event(request, { role: 'assistant', content: '' }))
  const deltas = [
    ...pieces(spoken.reasoning ?? '').map((piece) => ({ reasoning_content: piece })),
    ...pieces(spoken.text).map((piece) => ({ content: piece })),
  ]
  for (const delta of deltas) {
    if (spoken.chunkDelayMs !== undefined) await delay(spoken.chunkDelayMs, undefined, { signal })
    if (response.destroyed) return
    response.write(event(request, delta))
  }
}

/** Each call begins with its name; its arguments follow in pieces. Ids repeat from answer to answer, as careless endpoints do it. */
function callPieces(calls: readonly LlmToolCall[]): object[] {
  return calls.flatMap(({ name, args, id }, index) => [
    { index, id: id ?? `call_${index}`, type: 'function', function: { name, arguments: '' } },
    ...pieces(args).map((piece) => ({ index, function: { arguments: piece } })),
  ])
}

/** Pieces of four characters, as tokens are; never half of a character outside the BMP. */
function pieces(text: string): string[] {
  const characters = [...text]
  const count = Math.ceil(characters.length / 4)
  return Array.from({ length: count }, (_piece, index) => characters.slice(index * 4, index * 4 + 4).join(''))
}

const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 }

function frame(request: LlmRequest): Record<string, unknown> {
  return {
    id: 'chatcmpl-stub',
    object: 'chat.completion.chunk',
    created: 0,
    model: request.body?.model ?? 'stub-model',
  }
}

function event(request: LlmRequest, delta: object, finishReason: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finishReason }]
  return `data: ${JSON.stringify({ ...frame(request), choices })}\n\n`
}

function completion(spoken: Extract<LlmAnswer, { kind: 'text' }>, request: LlmRequest): object {
  const message = {
    role: 'assistant',
    content: spoken.text,
    ...(spoken.reasoning === undefined ? {} : { reasoning_content: spoken.reasoning }),
  }
  const choices = [{ index: 0, message, finish_reason: spoken.finishReason ?? 'stop' }]
  return { ...frame(request), object: 'chat.completion', choices, usage }
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

function sendError(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { error: { message, type: 'stub_error', param: null, code: null } })
}
