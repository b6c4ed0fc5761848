import { afterEach, describe, expect, test } from 'vitest'
import { llmAnswers } from '../support/model/llm-answers.ts'
import { type LlmStub, type LlmStubOptions, startLlmStub } from '../support/model/llm-stub.ts'

const opened: LlmStub[] = []

afterEach(async () => {
  for (const stub of opened.splice(0)) await stub.stop()
})

async function stub(options?: LlmStubOptions): Promise<LlmStub> {
  const started = await startLlmStub(options)
  opened.push(started)
  return started
}

function ask({ baseUrl }: LlmStub, body: object = {}, init: RequestInit = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer key' }
  return fetch(`${baseUrl}/chat/completions`, { method: 'POST', headers, body: JSON.stringify(body), ...init })
}

/** The content that a client assembles from a stream. */
function contentOf(stream: string): string {
  return stream
    .split('\n\n')
    .filter((line) => line.startsWith('data: {'))
    .map((line) => JSON.parse(line.slice(6)) as { choices: { delta: { content?: string } }[] })
    .map(({ choices }) => choices[0]?.delta.content ?? '')
    .join('')
}

describe('the scripted OpenAI-compatible endpoint', () => {
  test('a stream says the scripted text piece by piece, whole characters only, and records the request', async () => {
    const endpoint = await stub()
    endpoint.script(llmAnswers.text('磁盘空间 💾 is shown by df'))
    const answer = await ask(endpoint, { stream: true, messages: [{ role: 'user', content: 'disk' }] })
    const text = await answer.text()
    expect(contentOf(text)).toBe('磁盘空间 💾 is shown by df')
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true)
    expect(endpoint.requests[0]?.headers.authorization).toBe('Bearer key')
    expect(endpoint.requests[0]?.body).toMatchObject({ messages: [{ content: 'disk' }] })
  })

  test('without stream the answer is one message with its finish reason', async () => {
    const endpoint = await stub()
    endpoint.script(llmAnswers.truncated(), llmAnswers.reasoning())
    expect(await (await ask(endpoint)).json()).toMatchObject({ choices: [{ finish_reason: 'length' }] })
    const reasoned = await (await ask(endpoint)).json()
    expect(reasoned).toMatchObject({ choices: [{ message: { reasoning_content: expect.any(String) } }] })
  })

  test('failures come with their status, in the order of the script, and 500 after its end', async () => {
    const endpoint = await stub()
    endpoint.script(llmAnswers.formatRefused(), llmAnswers.keyRefused(), llmAnswers.rateLimited(7), llmAnswers.broken())
    const answers = []
    for (let count = 0; count < 5; count += 1) answers.push(await ask(endpoint))
    expect(answers.map(({ status }) => status)).toEqual([400, 401, 429, 500, 500])
    expect(answers[2]?.headers.get('retry-after')).toBe('7')
    expect(await answers[4]?.text()).toContain('nothing scripted')
  })

  test('a refused format or key takes no scripted answer', async () => {
    const endpoint = await stub({ refusedFormats: ['json_schema'], key: 'key' })
    endpoint.script(llmAnswers.valid())
    expect((await ask(endpoint, { response_format: { type: 'json_schema' } })).status).toBe(400)
    expect((await ask(endpoint, {}, { headers: { authorization: 'Bearer other' } })).status).toBe(401)
    expect((await ask(endpoint, { response_format: { type: 'json_object' } })).status).toBe(200)
  })

  test('a hang lasts until the client gives up, which is seen', async () => {
    const endpoint = await stub()
    endpoint.script(llmAnswers.hang())
    const aborter = new AbortController()
    const answer = ask(endpoint, { stream: true }, { signal: aborter.signal })
    const request = await endpoint.waitForRequest(1)
    aborter.abort()
    await expect(answer).rejects.toThrow()
    expect(await request.closed).toBe(true)
  })

  test('a dropped connection cuts the stream after the words before it', async () => {
    const endpoint = await stub()
    endpoint.script(llmAnswers.dropped('half a sen'), llmAnswers.dropped())
    const answer = await ask(endpoint, { stream: true })
    let received = ''
    const reading = (async () => {
      for await (const chunk of answer.body ?? []) received += Buffer.from(chunk as Uint8Array).toString()
    })()
    await expect(reading).rejects.toThrow()
    expect(contentOf(received)).toBe('half a sen')
    await expect(ask(endpoint)).rejects.toThrow()
  })

  test('stop ends a slow stream at once', async () => {
    const endpoint = await startLlmStub()
    endpoint.script(llmAnswers.slow(60_000))
    const answer = ask(endpoint, { stream: true }).then((response) => response.text())
    const request = await endpoint.waitForRequest(1)
    await endpoint.stop()
    await expect(answer).rejects.toThrow()
    expect(await request.closed).toBe(true)
  })

  test('models are listed', async () => {
    const endpoint = await stub({ models: ['a', 'b'] })
    expect(await (await fetch(`${endpoint.baseUrl}/models`)).json()).toMatchObject({ data: [{ id: 'a' }, { id: 'b' }] })
  })
})
