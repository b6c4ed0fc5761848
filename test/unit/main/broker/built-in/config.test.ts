import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificateNames, checkChoice, hashAccounts, readStored } from '../../../../../main/broker/built-in/config.ts'
import type { BuiltInChoice } from '../../../../../preload/contract/models/broker/broker.ts'

const CHOICE: BuiltInChoice = { mode: 'password', host: '0.0.0.0', port: 1883, startsWithApp: true, names: [] }
const STORED = {
  choice: CHOICE,
  accounts: [{ name: 'operator', role: 'operator', passwordHash: 'scrypt:a:b' }],
  ca: null,
  certificate: null,
  isGiven: false,
  isCaKeySaved: false,
  operatorCertificate: null,
}

describe('a choice', () => {
  it('without logins is for loopback only, in whatever spelling another address comes', () => {
    const anonymous = (host: string) => () => checkChoice({ ...CHOICE, mode: 'anonymous', host })
    for (const host of ['127.0.0.1', '127.0.0.2', '::1', 'localhost']) expect(anonymous(host)).not.toThrow()
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain(), fc.constantFrom('127.evil.example', '0', '')), (host) => {
        if (/^127(\.\d+){3}$/.test(host) || host === '::1') return
        expect(anonymous(host)).toThrow('BUILT_IN_ANONYMOUS_LAN')
      }),
    )
  })

  it.each(['bad name', 'a..b', '-x.example', 'http://a', '*.example', 'x'.repeat(64)])(
    'refuses %j as a name in the certificate',
    (name) => {
      expect(() => checkChoice({ ...CHOICE, mode: 'tls', names: [name] })).toThrow('INVALID_INPUT')
    },
  )
})

it('puts every address that a device may be told into the certificate, each once', () => {
  const local = [
    { address: '127.0.0.1', interfaceName: 'lo', isLoopback: true },
    { address: '192.0.2.17', interfaceName: 'eth0', isLoopback: false },
  ]
  const names = certificateNames({ ...CHOICE, names: ['Broker.Example', '192.0.2.17'] }, local, 'field laptop')
  expect(names).toEqual(['localhost', '127.0.0.1', '::1', '192.0.2.17', 'broker.example'])
})

it('keeps the hash of an account without a new password, and of no account that is gone', async () => {
  const before = [
    { name: 'operator', role: 'operator', passwordHash: 'scrypt:a:b' },
    { name: 'gone', role: 'device', passwordHash: 'scrypt:c:d' },
  ] as const
  expect(await hashAccounts([{ name: 'operator', role: 'operator' }], before, true)).toEqual([before[0]])
})

it.each([
  ['nothing', undefined],
  ['a text', 'x'],
  ['a port out of range', { ...STORED, choice: { ...CHOICE, port: 0 } }],
  ['a password in clear', { ...STORED, accounts: [{ name: 'a', role: 'operator', passwordHash: 'secret' }] }],
  ['an unknown role', { ...STORED, accounts: [{ name: 'a', role: 'admin', passwordHash: 'scrypt:a:b' }] }],
])('reads no set-up from a file with %s', (_what, value) => {
  expect(readStored(value)).toBeNull()
  expect(readStored(STORED)).toEqual({ ...STORED, issued: [], revoked: [] })
})
