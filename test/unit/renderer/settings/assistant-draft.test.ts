import { describe, expect, it } from 'vitest'
import { PROVIDER_PRESETS } from '../../../../main/assistant/model/presets.ts'
import type { AssistantView } from '../../../../preload/contract/models/assistant/assistant.ts'
import { assistantRoutes } from '../../../../preload/contract/routes/assistant/assistant.ts'
import {
  assistantDraftOf,
  assistantErrors,
  assistantInput,
  isAssistantDirty,
  isLocalAddress,
  isProxyLoginMoved,
  movedKey,
  providerOf,
  withPreset,
} from '../../../../renderer/features/settings/assistant/assistant-draft.ts'

const saved: AssistantView = {
  kind: 'model',
  presetId: 'one',
  baseUrl: 'https://api.one.example/v1',
  model: 'm-1',
  promptProfile: 'standard',
  requestTimeoutS: 60,
  hasKey: true,
}
const draft = assistantDraftOf(saved)
const other = { id: 'two', name: 'Two', baseUrl: 'https://api.two.example/v1', needsKey: true, isLocal: false }

describe('assistantInput', () => {
  it('never sends the stored key to another address', () => {
    const input = assistantInput({ ...withPreset(draft, other), model: 'm-2' }, saved)
    expect(input).toMatchObject({ baseUrl: other.baseUrl, key: null })
  })

  it('keeps the stored key where only the path or the model changes', () => {
    expect(assistantInput({ ...draft, baseUrl: 'https://api.one.example/v2', model: 'm-2' }, saved)).not.toHaveProperty(
      'key',
    )
  })

  it('is accepted by the contract for the phrasebook, whatever was half typed before', () => {
    const input = assistantInput(
      { ...draft, kind: 'phrasebook', baseUrl: 'not an address', requestTimeoutS: '' },
      saved,
    )
    expect(assistantRoutes['assistant.save'].input.safeParse(input).success).toBe(true)
    expect(input.baseUrl).toBe(saved.baseUrl)
  })
})

describe('assistantErrors', () => {
  it('refuses addresses that main would refuse', () => {
    expect(assistantErrors({ ...draft, baseUrl: 'api.one.example/v1' })).toEqual({ baseUrl: 'url' })
    expect(assistantErrors({ ...draft, baseUrl: 'ftp://api.one.example' })).toEqual({ baseUrl: 'url' })
    expect(assistantErrors({ ...draft, baseUrl: 'https://me:key@api.one.example/v1' })).toEqual({ baseUrl: 'userInfo' })
  })

  it('refuses an empty model and a timeout out of range', () => {
    expect(assistantErrors({ ...draft, model: ' ', requestTimeoutS: 4 })).toEqual({
      model: 'model',
      requestTimeoutS: 'timeout',
    })
  })
})

describe('isLocalAddress', () => {
  it('calls nothing local that leaves this computer', () => {
    expect(['http://127.0.0.1:11434/v1', 'http://localhost:1234/v1', 'http://[::1]:80'].map(isLocalAddress)).toEqual([
      true,
      true,
      true,
    ])
    expect(
      ['http://192.168.1.5:11434', 'https://localhost.example', 'http://127.example.com', ''].map(isLocalAddress),
    ).toEqual([false, false, false, false])
  })
})

describe('isAssistantDirty', () => {
  it('offers to save exactly what differs from what is stored', () => {
    expect(isAssistantDirty(draft, saved)).toBe(false)
    expect(isAssistantDirty({ ...draft, key: null }, saved)).toBe(true)
    expect(isAssistantDirty({ ...draft, kind: 'phrasebook' }, saved)).toBe(true)
    expect(isAssistantDirty({ ...draft, kind: 'phrasebook', model: 'x' }, { ...saved, kind: 'phrasebook' })).toBe(false)
  })
})

describe('providerOf', () => {
  it('names every provider of the presets by its host, and nobody else', () => {
    for (const { id, baseUrl, needsKey } of PROVIDER_PRESETS) expect(providerOf(baseUrl)).toBe(needsKey ? id : null)
    expect(providerOf('https://api.openai.com.evil.example/v1')).toBeNull()
  })
})

describe('the company network', () => {
  // It was hidden beside the phrasebook, while a refused certificate of a mail server sent people there.
  it('is set beside the phrasebook too, because messages about alerts use it', () => {
    const beside = { ...saved, kind: 'phrasebook' } as const
    const typed = { ...assistantDraftOf(beside), proxyUrl: 'http://proxy.example:3128' }
    expect(isAssistantDirty(typed, beside)).toBe(true)
    expect(assistantInput(typed, beside)).toMatchObject({ network: { proxyUrl: 'http://proxy.example:3128' } })
    expect(assistantErrors({ ...typed, baseUrl: '', proxyUrl: 'proxy.example' })).toEqual({ proxyUrl: 'proxy' })
  })

  const behindProxy = { ...draft, proxyUrl: ' http://proxy.example:3128 ', proxyLogin: 'someone:secret', ca: '' }

  it('is part of what is asked of main, in a form that the contract takes', () => {
    const input = assistantInput(behindProxy, saved)
    expect(input).toMatchObject({
      network: { proxyUrl: 'http://proxy.example:3128', ca: null },
      proxyLogin: 'someone:secret',
    })
    expect(assistantRoutes['assistant.save'].input.safeParse(input).success).toBe(true)
    const onlyCa = assistantInput({ ...draft, ca: '-----BEGIN CERTIFICATE-----' }, saved)
    expect(assistantRoutes['assistant.save'].input.safeParse(onlyCa).success).toBe(true)
    expect(assistantInput(draft, saved)).not.toHaveProperty('network')
  })

  it('refuses what main would refuse: a login in the address, a path, half a login, no certificate', () => {
    const errors = (change: object) => assistantErrors({ ...behindProxy, ...change })
    expect(errors({})).toEqual({})
    expect(errors({ proxyUrl: 'http://a:b@proxy.example' })).toEqual({ proxyUrl: 'proxyUserInfo' })
    expect(errors({ proxyUrl: 'proxy.example:3128' })).toEqual({ proxyUrl: 'proxy' })
    expect(errors({ proxyUrl: 'http://proxy.example/x' })).toEqual({ proxyUrl: 'proxy' })
    expect(errors({ proxyLogin: 'someone' })).toEqual({ proxyLogin: 'proxyLogin' })
    expect(errors({ ca: 'x' })).toEqual({ ca: 'ca' })
  })
})

describe('a stored secret', () => {
  const CA = '-----BEGIN CERTIFICATE-----'
  const stored: AssistantView = {
    ...saved,
    hasKey: true,
    hasProxyLogin: true,
    network: { proxyUrl: 'https://proxy.example:3129', ca: null },
  }
  const same = assistantDraftOf(stored)

  it('is said not to be for another address, proxy or authority before it is deleted', () => {
    expect(movedKey(same, stored)).toBeNull()
    expect(movedKey({ ...same, baseUrl: 'https://other.example/v1' }, stored)).toBe('address')
    expect(movedKey({ ...same, proxyUrl: '' }, stored)).toBe('network')
    expect(movedKey({ ...same, ca: CA }, stored)).toBe('network')
    expect(movedKey({ ...same, ca: CA, key: 'typed' }, stored)).toBeNull()
    expect(assistantInput({ ...same, ca: CA }, stored).key).toBeNull()
  })

  it('of the proxy is said not to be for another one', () => {
    expect(isProxyLoginMoved(same, stored)).toBe(false)
    expect(isProxyLoginMoved({ ...same, baseUrl: 'https://other.example/v1' }, stored)).toBe(false)
    expect(isProxyLoginMoved({ ...same, proxyUrl: 'http://proxy.example:3128' }, stored)).toBe(true)
    expect(isProxyLoginMoved({ ...same, ca: CA }, stored)).toBe(true)
    expect(isProxyLoginMoved({ ...same, ca: CA, proxyLogin: 'a:b' }, stored)).toBe(false)
  })
})
