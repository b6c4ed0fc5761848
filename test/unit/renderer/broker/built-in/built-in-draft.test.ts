import { describe, expect, it } from 'vitest'
import type { BuiltInView } from '../../../../../preload/contract/models/broker/broker.ts'
import {
  builtInInput,
  draftOf,
  unnamedAccount,
  usesOwnCa,
  withAccount,
  withDevice,
  withMode,
  withoutAccount,
} from '../../../../../renderer/features/broker/built-in/built-in-draft.ts'
import { newPassword } from '../../../../../renderer/lib/new-password.ts'

const NONE: BuiltInView = {
  state: 'none',
  choice: null,
  accounts: [],
  failure: null,
  since: null,
  addresses: [],
  uncertified: [],
  clients: [],
  profileId: null,
  certificate: null,
  caKey: 'none',
  log: [],
}
const SET_UP: BuiltInView = {
  ...NONE,
  state: 'running',
  choice: { mode: 'tls', host: '0.0.0.0', port: 8883, startsWithApp: false, names: ['a.example'] },
  accounts: [
    { name: 'rpi_001', role: 'device' },
    { name: 'boss', role: 'operator' },
  ],
  certificate: 'given',
}

describe('the form of the built-in broker', () => {
  it('proposes a password for the operator the first time', () => {
    const draft = draftOf(NONE, () => 'made-up')
    expect(draft).toMatchObject({ mode: 'password', port: 1883, operator: { name: 'operator', password: 'made-up' } })
  })

  it('finds the account that nobody has named, where there are accounts', () => {
    const draft = withDevice(
      draftOf(NONE, () => 'made-up'),
      'secret',
    )
    expect(unnamedAccount(draft)).toEqual(draft.devices[0])
    expect(unnamedAccount({ ...draft, devices: [{ ...draft.operator, key: 7, name: ' ' }] })).toMatchObject({ key: 7 })
    expect(unnamedAccount({ ...draft, devices: [] })).toBeNull()
    expect(unnamedAccount(withMode(draft, 'anonymous'))).toBeNull()
  })

  it('sends no password for an account that keeps its own, and keeps a certificate that was given', () => {
    const input = builtInInput(draftOf(SET_UP, newPassword))
    expect(input?.accounts).toEqual([
      { name: 'boss', role: 'operator' },
      { name: 'rpi_001', role: 'device' },
    ])
    expect(input?.given).toBe('keep')
    expect(builtInInput({ ...draftOf(SET_UP, newPassword), isGiven: false })?.given).toBeNull()
  })

  it('never leaves an anonymous broker on the network, and moves the usual port with the mode', () => {
    const draft = draftOf(NONE, newPassword)
    expect(withMode(draft, 'anonymous')).toMatchObject({ host: '127.0.0.1', port: 1883 })
    expect(withMode(draft, 'tls')).toMatchObject({ host: '0.0.0.0', port: 8883 })
    expect(withMode({ ...draft, port: 2000 }, 'tls').port).toBe(2000)
  })

  it('knows when the app’s own CA signs: a certificate of the operator’s needs no key of that CA', () => {
    const draft = draftOf(NONE, () => 'made-up')
    const own = (change: Partial<typeof draft>) => usesOwnCa({ ...draft, ...change })
    expect([own({ mode: 'anonymous' }), own({ mode: 'password' })]).toEqual([false, false])
    expect([own({ mode: 'tls' }), own({ mode: 'tls', isGiven: true })]).toEqual([true, false])
    // The certificate in use was given; taking the tick away means one of the own CA.
    expect(own({ mode: 'tls', hasGiven: true, isGiven: false })).toBe(true)
    expect([own({ mode: 'mtls' }), own({ mode: 'mtls', hasGiven: true })]).toEqual([true, false])
  })

  it('keeps accounts apart while they are typed, also when two have the same name', () => {
    const two = withDevice(withDevice(draftOf(NONE, newPassword), 'p1'), 'p2')
    const [first, second] = two.devices
    if (!first || !second) throw new Error('two devices were added')
    expect(first.key).not.toBe(second.key)
    const renamed = withAccount(two, { ...second, name: 'rpi_002' })
    expect(renamed.devices.map(({ name }) => name)).toEqual(['', 'rpi_002'])
    expect(withoutAccount(renamed, first.key).devices.map(({ name }) => name)).toEqual(['rpi_002'])
  })

  it.each(['', 0, 70_000, 1.5, 'x'])('asks nothing of main while the port is %j', (port) => {
    expect(builtInInput({ ...draftOf(NONE, newPassword), port })).toBeNull()
  })

  it('takes names apart however they are separated', () => {
    const input = builtInInput({ ...draftOf(SET_UP, newPassword), names: ' a.example， 192.0.2.1;b ' })
    expect(input?.choice.names).toEqual(['a.example', '192.0.2.1', 'b'])
  })
})
