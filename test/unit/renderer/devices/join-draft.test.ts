import { describe, expect, it } from 'vitest'
import type { JoinSuggestion } from '../../../../preload/contract/models/devices/joining.ts'
import {
  connectInput,
  draftErrors,
  newDraft,
  targetsOf,
} from '../../../../renderer/features/devices/join/join-draft.ts'

const suggestion: JoinSuggestion = {
  connectionId: 'workshop',
  brokerHosts: ['broker.lan'],
  brokerPort: 8883,
  isTls: true,
  login: 'typed',
  setups: [],
  keptLogin: null,
  networks: [],
}

describe('addresses', () => {
  it('are split at spaces, commas and lines, each once, with their ports', () => {
    expect(targetsOf('pi.local, 10.0.0.2:2222\n[fe80::1]:23 fe80::2 pi.local')).toEqual([
      { host: 'pi.local', port: 22 },
      { host: '10.0.0.2', port: 2222 },
      { host: 'fe80::1', port: 23 },
      { host: 'fe80::2', port: 22 },
    ])
  })

  it('are refused where one is none', () => {
    expect(targetsOf('pi:0 pi:99999 [x]')).toEqual([null, null, null])
    expect(draftErrors({ ...newDraft(suggestion), addresses: 'pi:0' })).toMatchObject({ addresses: 'address' })
  })
})

it('asks for what is missing, and hands over no secret of another kind of login', () => {
  const empty = newDraft(suggestion)
  expect(draftErrors(empty)).toEqual({
    addresses: 'missing',
    user: 'missing',
    password: 'missing',
    brokerPassword: 'missing',
  })
  const draft = { ...empty, addresses: 'pi', user: 'pi', password: 'x', brokerPassword: 'y', passphrase: 'z' }
  expect(draftErrors(draft)).toEqual({})
  expect(connectInput(draft)).toEqual({
    targets: [{ host: 'pi', port: 22 }],
    user: 'pi',
    login: 'password',
    password: 'x',
    passphrase: null,
    sudoPassword: null,
    keepsLogin: false,
    maxClass: 'destructive',
    broker: { host: 'broker.lan', port: 8883, access: { kind: 'typed', username: null, password: 'y' } },
  })
})
