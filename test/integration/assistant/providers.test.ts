import { afterEach, describe, expect, it } from 'vitest'
import { EndpointDialer } from '../../../main/assistant/model/endpoint-dialer.ts'
import { FormatMemory } from '../../../main/assistant/model/format-memory.ts'
import { PROVIDER_PRESETS } from '../../../main/assistant/model/presets.ts'
import { testAssistant } from '../../../main/assistant/model/providers.ts'
import type { AssistantSettings } from '../../../preload/contract/models/assistant/assistant.ts'
import { llmAnswers } from '../../support/model/llm-answers.ts'
import { type LlmStub, type LlmStubOptions, startLlmStub } from '../../support/model/llm-stub.ts'

let stub: LlmStub | null = null
afterEach(async () => {
  await stub?.stop()
  stub = null
})

async function start(options: LlmStubOptions = {}): Promise<{ stub: LlmStub; settings: AssistantSettings }> {
  stub = await startLlmStub(options)
  const settings: AssistantSettings = {
    kind: 'model',
    presetId: 'custom',
    baseUrl: stub.baseUrl,
    model: 'stub-model',
    promptProfile: 'standard',
    requestTimeoutS: 10,
  }
  return { stub, settings }
}

const signal = () => AbortSignal.timeout(10_000)
const formats = new FormatMemory(null)

function run(settings: AssistantSettings, key: string | null) {
  return testAssistant({ settings, key, proxyLogin: null }, signal(), { dialer: new EndpointDialer(), formats })
}

const uptime = llmAnswers.valid({ kind: 'command', command: 'uptime', explanation: 'x', timeout_s: 10 })

describe('testAssistant', () => {
  it('says all that works', async () => {
    const { stub: endpoint, settings } = await start({ models: ['a', 'stub-model'], key: 'k' })
    endpoint.script(uptime)
    const result = await run(settings, 'k')
    expect(result).toMatchObject({
      isReachable: true,
      isKeyAccepted: true,
      isModelKnown: true,
      answerFormat: 'json_schema',
      models: ['a', 'stub-model'],
    })
    expect(result.firstTokenMs).toBeGreaterThanOrEqual(0)
  })

  it('finds the format that the endpoint takes', async () => {
    const { stub: endpoint, settings } = await start({ refusedFormats: ['json_schema'] })
    endpoint.script(uptime)
    expect((await run(settings, null)).answerFormat).toBe('json_object')
  })

  it('stops at a refused key without a generation', async () => {
    const { stub: endpoint, settings } = await start({ key: 'right' })
    expect(await run(settings, 'wrong')).toMatchObject({
      isReachable: true,
      isKeyAccepted: false,
      models: [],
    })
    expect(endpoint.requests).toHaveLength(1)
  })

  it('says that the model is unknown', async () => {
    const { stub: endpoint, settings } = await start({ models: ['other'] })
    endpoint.script(llmAnswers.modelUnknown())
    expect(await run(settings, null)).toMatchObject({
      isKeyAccepted: true,
      isModelKnown: false,
      models: ['other'],
    })
  })

  it('does not take nonsense for a usable format', async () => {
    const { stub: endpoint, settings } = await start()
    endpoint.script(llmAnswers.prose(), llmAnswers.prose(), llmAnswers.prose())
    expect(await run(settings, null)).toMatchObject({ isModelKnown: true, answerFormat: null })
  })

  it('answers instead of rejecting where nothing is there', async () => {
    const { stub: endpoint, settings } = await start()
    await endpoint.stop()
    stub = null
    expect(await run(settings, null)).toMatchObject({ isReachable: false, firstTokenMs: null })
  })
})

describe('PROVIDER_PRESETS', () => {
  it('has no preset twice, and keys go over https only', () => {
    expect(new Set(PROVIDER_PRESETS.map(({ id }) => id)).size).toBe(12)
    for (const { baseUrl, needsKey, isLocal } of PROVIDER_PRESETS) {
      if (needsKey) expect(baseUrl).toMatch(/^https:\/\//u)
      if (isLocal) expect(new URL(baseUrl).hostname).toBe('127.0.0.1')
    }
  })
})
