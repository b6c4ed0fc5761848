import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Assistant } from '../../../main/assistant/assistant.ts'
import { EndpointDialer } from '../../../main/assistant/model/endpoint-dialer.ts'
import { FormatMemory } from '../../../main/assistant/model/format-memory.ts'
import { testAssistant } from '../../../main/assistant/model/providers.ts'
import { unmarked } from '../../../main/shared/marked-text.ts'
import type { AppError } from '../../../preload/contract/errors.ts'
import type { AssistantSettings, EndpointNetwork } from '../../../preload/contract/models/assistant/assistant.ts'
import { type CertificateAuthority, createAuthority } from '../../support/brokers/certificates.ts'
import { type CompanyProxy, startCompanyProxy, startTlsFront } from '../../support/company-network.ts'
import { llmAnswers } from '../../support/model/llm-answers.ts'
import { type LlmStub, startLlmStub } from '../../support/model/llm-stub.ts'

let authority: CertificateAuthority
let stub: LlmStub
const ends: (() => Promise<void>)[] = []

beforeAll(async () => {
  authority = await createAuthority()
})
beforeEach(async () => {
  stub = await startLlmStub()
  ends.push(() => stub.stop())
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

function settingsFor(baseUrl: string, network: EndpointNetwork): AssistantSettings {
  return {
    kind: 'model',
    presetId: 'custom',
    baseUrl,
    model: 'stub-model',
    promptProfile: 'standard',
    requestTimeoutS: 10,
    network,
  }
}

async function ask(baseUrl: string, network: EndpointNetwork, proxyLogin: string | null = null) {
  const dialer = new EndpointDialer()
  ends.push(() => dialer.dispose())
  const assistant = new Assistant({
    settings: () => settingsFor(baseUrl, network),
    key: async () => 'key-1',
    proxyLogin: async () => proxyLogin,
    redact: (text) => text,
    dialer,
  })
  stub.script(llmAnswers.valid())
  return assistant.ask(
    { deviceIds: ['a'], system: 'linux', text: unmarked('disk space'), history: [], facts: [], language: 'en' },
    { signal: new AbortController().signal, onText: () => undefined },
  )
}

async function failureOf(pending: Promise<unknown>): Promise<AppError> {
  return pending.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: AppError) => error,
  )
}

async function tlsFront(options: Parameters<CertificateAuthority['issueServer']>[0] = {}) {
  const front = await startTlsFront(await authority.issueServer(options), Number(new URL(stub.baseUrl).port))
  ends.push(() => front.stop())
  return front
}

async function proxyTo(port: number, login: string | null = null): Promise<CompanyProxy> {
  const proxy = await startCompanyProxy(port, login)
  ends.push(() => proxy.stop())
  return proxy
}

describe('an authority of the company', () => {
  it('is trusted for the endpoint, beside the public ones', async () => {
    const { port } = await tlsFront()
    const outcome = await ask(`https://127.0.0.1:${port}/v1`, { proxyUrl: '', ca: authority.ca })
    expect(outcome).toMatchObject({ kind: 'command', command: 'df -h' })
    expect(stub.requests).toHaveLength(1)
  })

  it.each([
    ['no authority', {}, null],
    ['another authority of the same name', {}, 'other'],
    ['an expired certificate', { validity: 'expired' }, 'own'],
    ['a certificate of another name', { hosts: ['models.example'] }, 'own'],
  ] as const)('%s: nothing is sent, and the reason is the certificate', async (_name, certificate, trust) => {
    const other = await createAuthority()
    const ca = trust === null ? null : trust === 'own' ? authority.ca : other.ca
    const { port } = await tlsFront(certificate)
    const failure = await failureOf(ask(`https://127.0.0.1:${port}/v1`, { proxyUrl: '', ca }))
    expect(failure).toMatchObject({ code: 'ASSISTANT_UNREACHABLE', data: { reason: 'tls' } })
    expect(stub.requests).toEqual([])
  })
})

describe('a proxy', () => {
  const BASE_URL = 'https://models.example/v1'

  it('is asked for the endpoint by name, and sees neither key nor request', async () => {
    const { port } = await tlsFront({ hosts: ['models.example'] })
    const proxy = await proxyTo(port, 'someone:secret')
    const network = { proxyUrl: proxy.url, ca: authority.ca }
    expect(await ask(BASE_URL, network, 'someone:secret')).toMatchObject({ kind: 'command' })
    expect(proxy.asked).toEqual([
      { target: 'models.example:443', authorization: `Basic ${Buffer.from('someone:secret').toString('base64')}` },
    ])
    expect(stub.requests[0]?.headers.authorization).toBe('Bearer key-1')
    expect(stub.requests[0]?.headers['proxy-authorization']).toBeUndefined()
  })

  it('does not switch verification off', async () => {
    const { port } = await tlsFront({ hosts: ['models.example'] })
    const proxy = await proxyTo(port)
    const failure = await failureOf(ask(BASE_URL, { proxyUrl: proxy.url, ca: null }))
    expect(failure.data.reason).toBe('tls')
    expect(stub.requests).toEqual([])
  })

  it('that refuses is named', async () => {
    const proxy = await proxyTo(1, 'someone:secret')
    const failure = await failureOf(ask(BASE_URL, { proxyUrl: proxy.url, ca: null }, 'someone:wrong'))
    expect(failure).toMatchObject({ code: 'ASSISTANT_UNREACHABLE', data: { reason: 'proxy' } })
  })

  it('is left out for a model on this computer', async () => {
    const proxy = await proxyTo(1)
    expect(await ask(stub.baseUrl, { proxyUrl: proxy.url, ca: null })).toMatchObject({ kind: 'command' })
    expect(proxy.asked).toEqual([])
  })

  it('is used by the test too, which says what was in the way', async () => {
    const { port } = await tlsFront({ hosts: ['models.example'] })
    const proxy = await proxyTo(port)
    const dialer = new EndpointDialer()
    ends.push(() => dialer.dispose())
    const run = (ca: string | null) => {
      const settings = settingsFor(BASE_URL, { proxyUrl: proxy.url, ca })
      const parts = { dialer, formats: new FormatMemory(null) }
      return testAssistant({ settings, key: null, proxyLogin: null }, AbortSignal.timeout(10_000), parts)
    }
    expect(await run(null)).toMatchObject({ isReachable: false, reason: 'tls' })
    stub.script(llmAnswers.valid())
    expect(await run(authority.ca)).toMatchObject({ isReachable: true, answerFormat: 'json_schema', reason: null })
  })
})
