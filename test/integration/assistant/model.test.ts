import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Assistant } from '../../../main/assistant/assistant.ts'
import { removeModelEnvironment } from '../../../main/assistant/model/environment.ts'
import type { AssistantRequest } from '../../../main/shared/assistance.ts'
import { fromDevice, unmarked } from '../../../main/shared/marked-text.ts'
import type { AppError } from '../../../preload/contract/errors.ts'
import type { AssistantSettings } from '../../../preload/contract/models/assistant/assistant.ts'
import { llmAnswers } from '../../support/model/llm-answers.ts'
import { type LlmStub, type LlmStubOptions, startLlmStub } from '../../support/model/llm-stub.ts'

const CANARY = 'canary-7f3a9c'
const metrics = {
  cpuTemperatureC: null,
  cpuPercent: null,
  memoryPercent: null,
  memoryUsedB: null,
  memoryTotalB: null,
  diskPercent: null,
  uptimeS: 1,
}
const request: AssistantRequest = {
  deviceIds: ['rpi_001'],
  system: 'linux',
  text: unmarked(`how full is the disk? password=${CANARY}`),
  language: 'en',
  facts: [{ deviceId: 'rpi_001', shell: 'sh', metrics }],
  history: [
    {
      request: unmarked('show x'),
      command: unmarked(`echo ${CANARY}`),
      canRepeat: true,
      outcome: 'succeeded',
      reply: null,
      tail: fromDevice(`token ${CANARY}`),
    },
  ],
}

let stub: LlmStub
let connections: string[]

function assistant(overrides: Partial<AssistantSettings> = {}, key: string | null = 'key-1'): Assistant {
  const settings: AssistantSettings = {
    kind: 'model',
    presetId: 'custom',
    baseUrl: stub.baseUrl,
    model: 'stub-model',
    promptProfile: 'standard',
    requestTimeoutS: 30,
    ...overrides,
  }
  return new Assistant({
    settings: () => settings,
    key: () => Promise.resolve(key),
    redact: (text) => text.replaceAll(CANARY, '[redacted]'),
  })
}

function ask(
  subject: Assistant,
  signal = new AbortController().signal,
  onText: (piece: string) => void = () => undefined,
) {
  return subject.ask(request, { signal, onText })
}

async function failureOf(pending: Promise<unknown>): Promise<AppError> {
  return pending.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: AppError) => error,
  )
}

async function restart(options: LlmStubOptions): Promise<void> {
  await stub.stop()
  stub = await startLlmStub(options)
}

const originalFetch = globalThis.fetch
beforeEach(async () => {
  stub = await startLlmStub()
  connections = []
  globalThis.fetch = (input, init) => {
    connections.push(new URL(input instanceof Request ? input.url : String(input)).origin)
    return originalFetch(input, init)
  }
})
afterEach(async () => {
  globalThis.fetch = originalFetch
  await stub.stop()
})

describe('one question to a model', () => {
  it('is one streamed request to /chat/completions, with limits and no canary secret', async () => {
    stub.script(llmAnswers.valid())
    const outcome = await ask(assistant())
    expect(outcome).toEqual({
      kind: 'command',
      command: 'df -h',
      explanation: { en: 'Shows free disk space.', zh: 'Shows free disk space.' },
      timeoutS: 30,
      source: { kind: 'model', name: 'stub-model' },
      isFromDeviceOutput: true,
    })
    const [sent] = stub.requests
    expect(stub.requests).toHaveLength(1)
    expect(sent?.path).toBe('/v1/chat/completions')
    expect(sent?.headers.authorization).toBe('Bearer key-1')
    expect(Object.keys(sent?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual([])
    expect(sent?.body).toMatchObject({
      stream: true,
      temperature: 0,
      max_tokens: 2048,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    })
    expect(sent?.rawBody).not.toContain(CANARY)
    expect(sent?.rawBody).not.toContain('key-1')
    expect(new Set(connections)).toEqual(new Set([new URL(stub.baseUrl).origin]))
  })

  it.each(['gpt-5.1-codex', 'gpt-5.6', 'o3-mini', 'codex-mini-latest'])(
    'goes to /chat/completions for a model called %s',
    async (model) => {
      stub.script(llmAnswers.valid())
      await ask(assistant({ model }))
      expect(stub.requests.map(({ path }) => path)).toEqual(['/v1/chat/completions'])
    },
  )

  it('sends the key "none" where there is none, as local servers want some', async () => {
    stub.script(llmAnswers.valid())
    await ask(assistant({}, null))
    expect(stub.requests[0]?.headers.authorization).toBe('Bearer none')
  })

  it('goes nowhere else for tracing, even with the variables of the tracing service', async () => {
    const env: NodeJS.ProcessEnv = { LANGSMITH_TRACING: 'true', LANGSMITH_API_KEY: 'k', OPENAI_ORGANIZATION: 'someone' }
    Object.assign(process.env, env)
    removeModelEnvironment(process.env)
    stub.script(llmAnswers.valid())
    await ask(assistant())
    expect(stub.requests[0]?.headers['openai-organization']).toBeUndefined()
    expect(connections).toHaveLength(1)
  })

  it('streams the text as it arrives, without the thinking', async () => {
    stub.script(llmAnswers.thinking())
    const pieces: string[] = []
    await ask(assistant(), undefined, (piece) => pieces.push(piece))
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.join('')).not.toMatch(/think|rm -rf/u)
    expect(JSON.parse(pieces.join(''))).toMatchObject({ command: 'df -h' })
  })
})

describe('answers', () => {
  it.each([
    ['fenced command', llmAnswers.fenced()],
    ['fenced JSON', llmAnswers.fencedJson()],
    ['thinking first', llmAnswers.thinking()],
    ['reasoning apart', llmAnswers.reasoning()],
  ])('%s is understood in one request', async (_name, answer) => {
    stub.script(answer)
    expect(await ask(assistant())).toMatchObject({ kind: 'command', command: 'df -h' })
    expect(stub.requests).toHaveLength(1)
  })

  it.each([
    ['prose', llmAnswers.prose()],
    ['a truncated object', llmAnswers.truncated()],
    ['another schema', llmAnswers.wrongSchema()],
    ['two commands', llmAnswers.twoCommands()],
    ['nothing', llmAnswers.text('')],
  ])('%s fails after one request, without a retry', async (_name, answer) => {
    stub.script(answer, llmAnswers.valid())
    expect((await failureOf(ask(assistant()))).code).toBe('ASSISTANT_BAD_ANSWER')
    expect(stub.requests).toHaveLength(1)
  })

  it.each([
    [401, 'ASSISTANT_KEY_REFUSED'],
    [403, 'ASSISTANT_KEY_REFUSED'],
    [404, 'ASSISTANT_MODEL_UNKNOWN'],
    [429, 'ASSISTANT_RATE_LIMITED'],
    [500, 'ASSISTANT_UNREACHABLE'],
    [503, 'ASSISTANT_UNREACHABLE'],
  ])('status %i is %s after one request', async (status, code) => {
    stub.script({ kind: 'status', status, message: `no ${CANARY}`, retryAfterS: 60 }, llmAnswers.valid())
    const failure = await failureOf(ask(assistant()))
    expect(failure.code).toBe(code)
    expect(JSON.stringify(failure.data)).not.toContain(CANARY)
    expect(stub.requests).toHaveLength(1)
  })

  it.each([
    ['before a byte', llmAnswers.dropped()],
    ['in the middle', llmAnswers.dropped('{"kind":"comm')],
  ])('a connection dropped %s is not taken for an answer', async (_name, answer) => {
    stub.script(answer)
    expect((await failureOf(ask(assistant()))).code).toMatch(/ASSISTANT_(UNREACHABLE|BAD_ANSWER)/u)
    expect(stub.requests).toHaveLength(1)
  })
})

describe('answer formats', () => {
  it('step down at once on a 400 and are remembered for the next question', async () => {
    await restart({ refusedFormats: ['json_schema'] })
    const subject = assistant()
    stub.script(llmAnswers.valid(), llmAnswers.valid())
    await ask(subject)
    await ask(subject)
    const formats = stub.requests.map(({ body }) => (body?.response_format as { type: string } | undefined)?.type)
    expect(formats).toEqual(['json_schema', 'json_object', 'json_object'])
  })

  it('end with one fenced block, and with a failure where that is refused too', async () => {
    await restart({ refusedFormats: ['json_schema', 'json_object'] })
    stub.script(llmAnswers.fenced(), { kind: 'status', status: 400, message: 'no' })
    const subject = assistant()
    expect(await ask(subject)).toMatchObject({ command: 'df -h' })
    expect(stub.requests[2]?.body?.response_format).toBeUndefined()
    expect((await failureOf(ask(subject))).code).toBe('ASSISTANT_BAD_ANSWER')
    expect(stub.requests).toHaveLength(4)
  })

  it('are not used with tiny models, which get a plain prompt', async () => {
    stub.script(llmAnswers.fenced())
    expect(await ask(assistant({ promptProfile: 'tiny' }))).toMatchObject({
      command: 'df -h',
      isFromDeviceOutput: false,
    })
    expect(stub.requests[0]?.body).not.toHaveProperty('response_format')
    expect(stub.requests[0]?.rawBody).not.toMatch(/JSON/u)
  })
})

describe('an end that comes too early or never', () => {
  it('cancelling closes the connection and says cancelled', async () => {
    stub.script(llmAnswers.hang())
    const controller = new AbortController()
    const pending = failureOf(ask(assistant(), controller.signal))
    const sent = await stub.waitForRequest(1)
    controller.abort()
    expect((await pending).code).toBe('ASSISTANT_CANCELLED')
    expect(await sent.closed).toBe(true)
  })

  it('cancelling in the middle of a stream does not give half an answer', async () => {
    stub.script(llmAnswers.slow(20))
    const controller = new AbortController()
    const pending = failureOf(ask(assistant(), controller.signal, () => controller.abort()))
    expect((await pending).code).toBe('ASSISTANT_CANCELLED')
    expect(await stub.requests[0]?.closed).toBe(true)
  })

  it('a silent endpoint ends at the timeout, with one request', async () => {
    stub.script(llmAnswers.hang())
    expect((await failureOf(ask(assistant({ requestTimeoutS: 1 })))).code).toBe('ASSISTANT_TIMEOUT')
    expect(stub.requests).toHaveLength(1)
  })

  it('the timeout is for the whole answer, not for each piece', async () => {
    stub.script(llmAnswers.slow(300))
    expect((await failureOf(ask(assistant({ requestTimeoutS: 1 })))).code).toBe('ASSISTANT_TIMEOUT')
  })

  it('an endpoint that is not there is unreachable at once', async () => {
    const { baseUrl } = stub
    await stub.stop()
    stub = await startLlmStub()
    expect((await failureOf(ask(assistant({ baseUrl })))).code).toBe('ASSISTANT_UNREACHABLE')
  })

  it('a redirect is not followed, so that no other host gets the key', async () => {
    const redirecting = createServer((_request, response) => {
      response.writeHead(307, { location: `${stub.baseUrl}/chat/completions` }).end()
    })
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve))
    const { port } = redirecting.address() as AddressInfo
    const failure = await failureOf(ask(assistant({ baseUrl: `http://127.0.0.1:${port}/v1` })))
    expect(failure.code).toBe('ASSISTANT_UNREACHABLE')
    expect(stub.requests).toEqual([])
    redirecting.closeAllConnections()
    redirecting.close()
  })

  it('a web page instead of an endpoint is a bad answer', async () => {
    const page = createServer((_request, response) => response.end('<html>Welcome</html>'))
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
    const { port } = page.address() as AddressInfo
    expect((await failureOf(ask(assistant({ baseUrl: `http://127.0.0.1:${port}/v1` })))).code).toBe(
      'ASSISTANT_BAD_ANSWER',
    )
    page.closeAllConnections()
    page.close()
  })
})
