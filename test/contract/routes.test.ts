import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routes } from '../../preload/contract/routes/routes.ts'

const profile = {
  id: 'p1',
  name: 'Site',
  host: 'broker.local',
  port: 8883,
  security: 'tls',
  username: 'operator',
  ca: null,
  trust: 'ca',
  pinnedCertificate: null,
  transport: 'tcp',
  path: null,
  clientCertificate: null,
  serverName: null,
  clientIdPrefix: 'waypost-',
  keepaliveS: 60,
  connectAtStart: true,
}
const assistant = {
  kind: 'model',
  presetId: 'custom',
  baseUrl: 'http://127.0.0.1:11434/v1',
  model: 'm',
  promptProfile: 'standard',
  requestTimeoutS: 60,
}

describe('the contract', () => {
  it('takes no input that is not exactly what a route knows', () => {
    for (const [name, { input }] of Object.entries(routes)) {
      for (const wrong of [undefined, null, 1, 'x', [], { unheardOf: 1 }]) {
        expect(input.safeParse(wrong).success, `${name} accepts ${JSON.stringify(wrong)}`).toBe(false)
      }
    }
  })

  it('never throws while it parses', () => {
    const inputs = Object.values(routes).map((route) => route.input)
    fc.assert(
      fc.property(fc.constantFrom(...inputs), fc.anything({ withNullPrototype: true }), (input, value) => {
        input.safeParse(value)
      }),
    )
  })

  it.each(['../../etc', 'a\u0007b', '', 'x'.repeat(65), 'rpi/001', '+', '#', 'rpi_001\n'])(
    'refuses %j as a device id, which would end up in a topic',
    (deviceId) => {
      expect(routes['devices.get'].input.safeParse({ connectionId: 'c', deviceId }).success).toBe(false)
    },
  )

  it.each([
    ['a port out of range', { port: 0 }],
    ['a port that is no integer', { port: 1883.5 }],
    ['a client id prefix that brokers may refuse', { clientIdPrefix: 'büro ' }],
    ['a control character in the user name', { username: 'a\u0000b' }],
    ['an invisible character in the host', { host: 'broker\u200b.local' }],
    ['an id that is a path', { id: '../x' }],
  ])('refuses a profile with %s', (_name, change) => {
    const input = { profile: { ...profile, ...change }, secrets: {} }
    expect(routes['profiles.save'].input.safeParse(input).success).toBe(false)
    expect(routes['profiles.save'].input.safeParse({ profile, secrets: {} }).success).toBe(true)
  })

  it.each(['https://user:pw@api.example/v1', 'ftp://api.example/', 'javascript:alert(1)', 'not a url'])(
    'refuses %s as the base URL of a model',
    (baseUrl) => {
      expect(routes['assistant.save'].input.safeParse({ ...assistant, baseUrl }).success).toBe(false)
      expect(routes['assistant.save'].input.safeParse(assistant).success).toBe(true)
    },
  )

  it('has a bounded size for every text that the window sends', () => {
    const long = 'x'.repeat(9_000_000)
    const typed = { deviceIds: ['a'], timeoutS: 30, origin: { kind: 'typed' } }
    const asked = { deviceIds: ['a'], origin: { kind: 'typed' } }
    expect(routes['console.ask'].input.safeParse({ ...asked, text: long }).success).toBe(false)
    expect(routes['console.type'].input.safeParse({ ...typed, command: long }).success).toBe(false)
    expect(routes['app.copy'].input.safeParse({ text: long }).success).toBe(false)
    expect(routes['profiles.save'].input.safeParse({ profile, secrets: { password: long } }).success).toBe(false)
  })

  it('refuses a request that does not say where its text is from, or it would pass for the operator', () => {
    const asked = { deviceIds: ['a'], text: 'disk' }
    const turnId = crypto.randomUUID()
    for (const origin of [{ kind: 'typed' }, { kind: 'note', turnId }, { kind: 'turn', turnId }]) {
      expect(routes['console.ask'].input.safeParse({ ...asked, origin }).success).toBe(true)
    }
    for (const origin of [undefined, { kind: 'note' }, { kind: 'typed', turnId }, { kind: 'operator' }]) {
      expect(routes['console.ask'].input.safeParse({ ...asked, origin }).success).toBe(false)
      expect(
        routes['console.type'].input.safeParse({ deviceIds: ['a'], command: 'df', timeoutS: 30, origin }).success,
      ).toBe(false)
      expect(routes['console.investigate'].input.safeParse({ deviceIds: ['a'], question: 'why', origin }).success).toBe(
        false,
      )
    }
  })

  it('reads a profile that an older version saved, before transport and trust were there', () => {
    const { trust: _t, pinnedCertificate: _p, transport: _r, path: _a, ...old } = profile
    const parsed = routes['profiles.save'].input.safeParse({ profile: old, secrets: {} })
    expect(parsed.data?.profile).toEqual({
      ...profile,
      otherAddresses: [],
      alpn: null,
      mqttVersion: null,
      proxy: null,
      character: null,
      clientId: null,
    })
  })
})
