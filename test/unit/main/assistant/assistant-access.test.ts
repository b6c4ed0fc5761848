import { beforeEach, describe, expect, it } from 'vitest'
import { AssistantAccess } from '../../../../main/assistant/assistant-access.ts'
import type { ModelAccess } from '../../../../main/assistant/model/model-questions.ts'
import type { AssistantSettings, AssistantTest } from '../../../../preload/contract/models/assistant/assistant.ts'
import { createAuthority } from '../../../support/brokers/certificates.ts'

const { ca: CA } = await createAuthority()
const saved: AssistantSettings = {
  kind: 'model',
  presetId: 'custom',
  baseUrl: 'https://one.example/v1',
  model: 'm',
  promptProfile: 'standard',
  requestTimeoutS: 30,
  network: { proxyUrl: 'http://proxy.example:3128', ca: null },
}
const NOTHING: AssistantTest = {
  isReachable: false,
  isKeyAccepted: false,
  isModelKnown: false,
  answerFormat: null,
  firstTokenMs: null,
  models: [],
}

let settings: AssistantSettings
let secrets: Map<string, string>
let tested: ModelAccess[]
let access: AssistantAccess
let onSaved: () => void

beforeEach(() => {
  settings = saved
  secrets = new Map([
    ['assistant/key', 'key-1'],
    ['assistant/proxy', 'someone:secret'],
  ])
  tested = []
  onSaved = () => undefined
  access = new AssistantAccess({
    store: {
      assistant: () => settings,
      setAssistant: (changed) => {
        onSaved()
        settings = changed
      },
    },
    secrets: {
      has: (name) => secrets.has(name),
      isLost: () => false,
      get: async (name) => secrets.get(name) ?? null,
      set: async (name, value) => void secrets.set(name, value),
      delete: async (name) => void secrets.delete(name),
    },
    test: async (tried) => {
      tested.push(tried)
      return NOTHING
    },
  })
})

const elsewhere = { ...saved, baseUrl: 'https://two.example/v1' }
const otherProxy = { ...saved, network: { proxyUrl: 'http://other.example:3128', ca: null } }
const noProxy = { ...saved, network: { proxyUrl: '', ca: null } }
const otherCa = { ...saved, network: { proxyUrl: 'http://proxy.example:3128', ca: CA } }

describe('the secrets of the assistant', () => {
  it('are only told to be there', () => {
    expect(access.view()).toMatchObject({ hasKey: true, hasProxyLogin: true })
    expect(JSON.stringify([access.view(), settings])).not.toMatch(/key-1|secret/u)
  })

  it('stay where the place is the same, and are deleted where it is another', async () => {
    await access.save({ ...saved, model: 'n', baseUrl: 'https://one.example/v2' }, {})
    expect([...secrets.keys()]).toEqual(['assistant/key', 'assistant/proxy'])
    await access.save(elsewhere, {})
    expect([...secrets.keys()]).toEqual(['assistant/proxy'])
    await access.save({ ...elsewhere, ...otherProxy, baseUrl: elsewhere.baseUrl }, {})
    expect([...secrets.keys()]).toEqual([])
  })

  it.each([
    ['another proxy', otherProxy, []],
    ['no proxy', noProxy, []],
    ['another authority, which could be one that reads along', otherCa, ['assistant/proxy']],
  ])('are deleted for %s', async (_what, changed, kept) => {
    await access.save(changed, {})
    expect([...secrets.keys()]).toEqual(kept)
  })

  it('are those typed for the new place, and never stand beside the old one', async () => {
    const seen: (string | undefined)[] = []
    onSaved = () => seen.push(secrets.get('assistant/key'))
    await access.save(elsewhere, { key: 'key-2' })
    expect(seen).toEqual([undefined])
    expect(secrets.get('assistant/key')).toBe('key-2')
  })

  it('ask again for the login of a proxy that speaks TLS when the authority changes', async () => {
    const tlsProxy = { ...saved, network: { proxyUrl: 'https://proxy.example:3129', ca: null } }
    await access.save(tlsProxy, { key: 'key-2', proxyLogin: 'a:b' })
    await access.save({ ...tlsProxy, network: { ...tlsProxy.network, ca: CA } }, { key: 'key-2' })
    expect([...secrets.keys()]).toEqual(['assistant/key'])
  })

  it('are never sent to another place by a test', async () => {
    await access.test(saved, {})
    await access.test(elsewhere, {})
    await access.test(otherProxy, {})
    await access.test(noProxy, {})
    await access.test(otherCa, {})
    await access.test(elsewhere, { key: 'key-2', proxyLogin: 'a:b' })
    expect(tested.map(({ key, proxyLogin }) => [key, proxyLogin])).toEqual([
      ['key-1', 'someone:secret'],
      [null, 'someone:secret'],
      [null, null],
      [null, null],
      [null, 'someone:secret'],
      ['key-2', 'a:b'],
    ])
    expect(settings).toBe(saved)
  })
})

describe('an authority', () => {
  it.each(['nonsense', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'that is no certificate is refused before anything is saved',
    async (ca) => {
      const broken = { ...saved, network: { proxyUrl: '', ca } }
      await expect(access.save(broken, {})).rejects.toMatchObject({ code: 'CREDENTIAL_FILE_INVALID' })
      await expect(access.test(broken, {})).rejects.toMatchObject({ data: { field: 'ca' } })
      expect(settings).toBe(saved)
      expect(tested).toEqual([])
    },
  )
})
