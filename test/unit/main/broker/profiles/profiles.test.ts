import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { Profiles } from '../../../../../main/broker/profiles/profiles.ts'
import type { Profile } from '../../../../../preload/contract/models/broker/connection.ts'
import { passwordMove } from '../../../../../preload/contract/models/safety/secret-place.ts'
import { newTarget } from '../new-target.ts'

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
const OTHER_PEM = PEM.replace('MIIB', 'MIIC')
const PASSWORD = 'profile/site-a/password'
const saved: Profile = {
  ...newTarget().profile,
  port: 8883,
  security: 'tls',
  username: 'operator',
  ca: PEM,
}

let secrets: Map<string, string>
let events: string[]
let profiles: Profiles

function newProfiles(first: readonly Profile[]): Profiles {
  let list = first
  return new Profiles({
    repository: {
      profiles: () => list,
      saveProfile: (profile) => {
        events.push(`profile at ${profile.host} with ${secrets.get(PASSWORD) ?? 'none'}`)
        list = [...list.filter(({ id }) => id !== profile.id), profile]
      },
      removeProfile: (id) => {
        list = list.filter((profile) => profile.id !== id)
      },
    },
    secrets: {
      has: (name) => secrets.has(name),
      isLost: () => false,
      get: async (name) => {
        await new Promise((resolve) => setImmediate(resolve))
        return secrets.get(name) ?? null
      },
      set: async (name, value) => void secrets.set(name, value),
      delete: async (name) => void secrets.delete(name),
    },
  })
}

beforeEach(() => {
  secrets = new Map([
    [PASSWORD, 'stored'],
    ['profile/site-a/clientKey', 'key'],
    ['profile/site-a/passphrase', 'phrase'],
  ])
  events = []
  profiles = newProfiles([saved])
})

const ELSEWHERE: readonly (readonly [string, Partial<Profile>])[] = [
  ['another host', { host: 'evil.example' }],
  ['another port', { port: 8884 }],
  ['no TLS', { security: 'password' }],
  ['no TLS on the plain port', { security: 'password', port: 1883, ca: null }],
  ['another CA', { ca: OTHER_PEM }],
  ['public authorities', { ca: null }],
  ['the system store', { trust: 'system' }],
  ['a pinned certificate', { trust: 'pinned', pinnedCertificate: OTHER_PEM }],
  ['another name in the certificate', { serverName: 'other.example' }],
  ['a WebSocket', { transport: 'websocket', path: '/mqtt' }],
]
const SAME_PLACE: readonly (readonly [string, Partial<Profile>])[] = [
  ['another name of the profile', { name: 'Renamed' }],
  ['another user', { username: 'second' }],
  ['another spelling of the host', { host: ' BROKER.example ' }],
  ['the same CA with other line ends', { ca: PEM.replaceAll('\n', '\r\n') }],
  ['its own name expected in the certificate', { serverName: 'broker.example' }],
  ['a client certificate besides', { security: 'mtls', clientCertificate: PEM }],
  ['other timing', { keepaliveS: 60, connectAtStart: true, clientIdPrefix: 'other-' }],
]

describe('a stored password', () => {
  it.each(ELSEWHERE)('is neither tested nor kept for %s', async (_what, change) => {
    const next = { ...saved, ...change }
    expect((await profiles.draft(next, {})).secrets.password).toBeNull()
    expect(secrets.get(PASSWORD)).toBe('stored')
    expect((await profiles.save(next, {})).secrets.password).toBe(false)
    expect((await profiles.target('site-a')).secrets.password).toBeNull()
    // Going back does not bring it back.
    await profiles.save(saved, {})
    expect((await profiles.target('site-a')).secrets.password).toBeNull()
  })

  it.each(SAME_PLACE)('stays for %s', async (_what, change) => {
    const next = { ...saved, ...change }
    expect((await profiles.draft(next, {})).secrets.password).toBe('stored')
    await profiles.save(next, {})
    expect((await profiles.target('site-a')).secrets.password).toBe('stored')
  })

  it('is replaced by one that is typed for the new place, and never stands beside the wrong address', async () => {
    const next = { ...saved, host: 'new.example' }
    expect((await profiles.draft(next, { password: 'typed' })).secrets.password).toBe('typed')
    await profiles.save(next, { password: 'typed' })
    expect(events).toEqual(['profile at new.example with none'])
    expect((await profiles.target('site-a')).secrets.password).toBe('typed')
  })

  it('goes to the place of one save, also when connecting and saving cross', async () => {
    const connecting = profiles.target('site-a')
    const saving = profiles.save({ ...saved, host: 'new.example' }, { password: 'typed' })
    const connectingAgain = profiles.target('site-a')
    await saving
    const targets = await Promise.all([connecting, connectingAgain])
    expect(targets.map(({ profile, secrets }) => `${profile.host} ${secrets.password}`)).toEqual([
      'broker.example stored',
      'new.example typed',
    ])
  })

  it('does not go to a copy of the profile, an import or a kit: each has an id of its own', async () => {
    const copy = { ...saved, id: 'site-b' }
    expect((await profiles.draft(copy, {})).secrets.password).toBeNull()
    expect((await profiles.save(copy, {})).secrets.password).toBe(false)
  })

  it('goes along only where the console itself moved its own broker', async () => {
    await profiles.saveOwn({ ...saved, host: '127.0.0.1', port: 1884 }, {})
    expect((await profiles.target('site-a')).secrets.password).toBe('stored')
  })

  it('leaves key and passphrase of a client certificate alone, which TLS never sends', async () => {
    await profiles.save({ ...saved, security: 'mtls', host: 'new.example' }, {})
    expect((await profiles.target('site-a')).secrets).toEqual({
      password: null,
      clientKey: 'key',
      passphrase: 'phrase',
    })
  })
})

describe('passwordMove', () => {
  it.each([
    [{ host: 'b.example', security: 'password' }, 'address'],
    [{ security: 'password' }, 'encryption'],
    [{ ca: OTHER_PEM }, 'trust'],
    [{ transport: 'websocket' }, 'transport'],
  ] as const)('names the reason of %j: %s', (change, reason) => {
    expect(passwordMove(saved, { ...saved, ...change })).toBe(reason)
  })

  it('is told of each further address, whatever their order', () => {
    const other = { host: 'b.example', port: 8883, serverName: null }
    const both = { ...saved, otherAddresses: [other] }
    expect(passwordMove(saved, both)).toBe('address')
    expect(passwordMove(both, saved)).toBeNull()
    const first = { host: saved.host, port: saved.port, serverName: null }
    expect(passwordMove(both, { ...both, ...other, otherAddresses: [first] })).toBeNull()
    const renamed = { ...both, otherAddresses: [{ ...other, serverName: 'c.example' }] }
    expect(passwordMove(both, renamed)).toBe('trust')
    expect(passwordMove({ ...both, security: 'password' }, { ...renamed, security: 'password' })).toBeNull()
  })

  it('tells the paths of a WebSocket apart, but not with and without the first slash', () => {
    const ws: Profile = { ...saved, transport: 'websocket', path: '/mqtt' }
    expect(passwordMove(ws, { ...ws, path: '/other' })).toBe('transport')
    expect(passwordMove(ws, { ...ws, path: 'mqtt' })).toBeNull()
    expect(passwordMove({ ...ws, path: null }, { ...ws, path: '/' })).toBeNull()
  })

  it('is a matter of two places, whichever was first, and no place is elsewhere than itself', () => {
    const profile = fc.record({
      host: fc.constantFrom('a.example', 'b.example', '[::1]', '::1'),
      port: fc.constantFrom(1883, 8883),
      security: fc.constantFrom('anonymous' as const, 'password' as const, 'tls' as const, 'mtls' as const),
      trust: fc.constantFrom('ca' as const, 'system' as const, 'pinned' as const),
      ca: fc.constantFrom(null, PEM, OTHER_PEM),
      pinnedCertificate: fc.constantFrom(null, PEM, OTHER_PEM),
      serverName: fc.constantFrom(null, 'a.example', 'B.example'),
      transport: fc.constantFrom('tcp' as const, 'websocket' as const),
      path: fc.constantFrom(null, '/', '/mqtt'),
    })
    fc.assert(
      fc.property(profile, profile, (one, other) => {
        const [from, to] = [
          { ...saved, ...one },
          { ...saved, ...other },
        ]
        expect(passwordMove(from, from)).toBeNull()
        expect(passwordMove(from, to)).toBe(passwordMove(to, from))
      }),
    )
  })
})
