import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { connectionRoutes } from '../../../../../preload/contract/routes/broker/connection.ts'
import { passwordMoveWords } from '../../../../../renderer/features/connection/form/password-move-words.ts'
import {
  draftOf,
  emptyDraft,
  isOtherConnection,
  movedPassword,
  type ProfileDraft,
  profileInput,
  withChoice,
  withHost,
} from '../../../../../renderer/features/connection/form/profile-draft.ts'
import { draftErrors } from '../../../../../renderer/features/connection/form/profile-errors.ts'
import en from '../../../../../renderer/lib/i18n/locales/en/connection.json' with { type: 'json' }
import zh from '../../../../../renderer/lib/i18n/locales/zh-CN/connection.json' with { type: 'json' }

const RESOURCES = { en: { connection: en }, 'zh-CN': { connection: zh } }
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
const filled: ProfileDraft = {
  ...emptyDraft('p1'),
  host: 'broker.example',
  username: 'operator',
  password: 'secret',
  ca: PEM,
  clientCertificate: PEM,
  clientKey: 'key',
  passphrase: 'phrase',
  serverName: 'inner.example',
}

describe('further addresses', () => {
  it('are read as lines, and written so again', () => {
    const text = 'b.example:8884 inner-b\nc.example\n[2001:db8::1]:1884,\n\nmqtts://d.example:8885/'
    const { profile } = profileInput({ ...filled, otherAddresses: text })
    expect(profile.otherAddresses).toEqual([
      { host: 'b.example', port: 8884, serverName: 'inner-b' },
      { host: 'c.example', port: 1883, serverName: null },
      { host: '2001:db8::1', port: 1884, serverName: null },
      { host: 'd.example', port: 8885, serverName: null },
    ])
    expect(connectionRoutes['profiles.save'].input.safeParse({ profile, secrets: {} }).success).toBe(true)
    const view = { ...profile, secrets: { password: false, clientKey: false, passphrase: false }, isDemo: false }
    expect(draftOf(view).otherAddresses).toBe(
      'b.example:8884 inner-b\nc.example:1883\n[2001:db8::1]:1884\nd.example:8885',
    )
  })

  it.each(['b.example:70000', 'b.example:1883/path', 'a b c', Array(16).fill('b.example').join('\n')])(
    'that are none are named: %s',
    (otherAddresses) => {
      const stored = { password: false, clientKey: false, passphrase: false }
      expect(draftErrors({ ...filled, otherAddresses }, stored).otherAddresses).toBe('addressInvalid')
    },
  )
})

describe('the outcome of a test', () => {
  it('stays while the connection is named, and goes with what leads to the broker', () => {
    expect(isOtherConnection({ ...filled, name: 'Plant 1', connectAtStart: false }, filled)).toBe(false)
    for (const change of [{ host: 'b' }, { port: 1 }, { password: null }, { clientIdPrefix: 'x' }, { keepaliveS: 5 }]) {
      expect(isOtherConnection({ ...filled, ...change }, filled)).toBe(true)
    }
  })
})

describe('withChoice', () => {
  it('follows the usual port of the mode', () => {
    const tls = withChoice(emptyDraft('p1'), { security: 'tls' })
    expect(tls.port).toBe(8883)
    expect(withChoice(tls, { security: 'mtls' }).port).toBe(8883)
    expect(withChoice(tls, { security: 'anonymous' }).port).toBe(1883)
    expect(withChoice(tls, { transport: 'websocket' }).port).toBe(8084)
  })

  it('never overwrites a port that the operator chose', () => {
    expect(withChoice({ ...emptyDraft('p1'), port: 18_883 }, { security: 'tls' }).port).toBe(18_883)
  })
})

describe('withHost', () => {
  it('takes a pasted address apart', () => {
    expect(withHost(emptyDraft('p1'), ' mqtts://broker.example:8884/ ')).toMatchObject({
      host: 'broker.example',
      port: 8884,
      security: 'tls',
    })
    expect(withHost(emptyDraft('p1'), '192.168.1.20:1884')).toMatchObject({ host: '192.168.1.20', port: 1884 })
    for (const text of [
      'MQTT_HOST=192.168.1.20:1884',
      '«192.168.1.20:1884»',
      '１９２．１６８．１．２０：１８８４',
      '192.168.1.20:1884\u200b',
    ])
      expect(withHost(emptyDraft('p1'), text), text).toMatchObject({ host: '192.168.1.20', port: 1884 })
    expect(withHost(emptyDraft('p1'), 'broker.example.').host).toBe('broker.example.')
    expect(withHost(emptyDraft('p1'), '"192.168.1.20:1884",')).toMatchObject({ host: '192.168.1.20', port: 1884 })
  })

  it('takes transport and path of a pasted WebSocket address, and leaves a stray path to be named', () => {
    expect(withHost(emptyDraft('p1'), 'wss://broker.example:443/ws')).toMatchObject({
      host: 'broker.example',
      port: 443,
      security: 'tls',
      transport: 'websocket',
      path: '/ws',
    })
    expect(withHost(emptyDraft('p1'), 'mqtt://broker.example/x').host).toBe('mqtt://broker.example/x')
  })

  it('takes the usual port of a pasted scheme', () => {
    expect(withHost(emptyDraft('p1'), 'mqtts://broker.example')).toMatchObject({ port: 8883, security: 'tls' })
  })

  it('keeps client certificates chosen when a TLS address is pasted', () => {
    expect(withHost({ ...emptyDraft('p1'), security: 'mtls', port: 8883 }, 'ssl://b.example').security).toBe('mtls')
  })

  it('reads no port out of an IPv6 address', () => {
    expect(withHost(emptyDraft('p1'), 'fe80::1')).toMatchObject({ host: 'fe80::1', port: 1883 })
    expect(withHost(emptyDraft('p1'), '"[fe80::1]:1884",')).toMatchObject({ host: 'fe80::1', port: 1884 })
    expect(withHost(emptyDraft('p1'), '"[fe80::1]"')).toMatchObject({ host: 'fe80::1', port: 1883 })
    expect(withHost(emptyDraft('p1'), '[fe80::1]:1884')).toMatchObject({ host: 'fe80::1', port: 1884 })
  })
})

describe('profileInput', () => {
  it('is accepted by the contract in every mode', () => {
    for (const security of ['anonymous', 'password', 'tls', 'mtls'] as const) {
      const parsed = connectionRoutes['profiles.save'].input.safeParse(profileInput({ ...filled, security }))
      expect(parsed.error?.issues ?? []).toEqual([])
    }
  })

  it('deletes the secrets that the mode does not use, so that none stays stored out of sight', () => {
    expect(profileInput({ ...filled, security: 'anonymous' }).secrets).toEqual({
      password: null,
      clientKey: null,
      passphrase: null,
    })
    expect(profileInput({ ...filled, security: 'anonymous' }).profile).toMatchObject({
      username: null,
      ca: null,
      clientCertificate: null,
      serverName: null,
    })
  })

  it('leaves out what another choice of trust or transport had filled in', () => {
    const pinned = { ...filled, security: 'tls', trust: 'pinned', pinnedCertificate: PEM } as const
    expect(profileInput(pinned).profile).toMatchObject({
      ca: null,
      pinnedCertificate: PEM,
      serverName: null,
      path: null,
    })
  })

  it('leaves an untouched secret out, so that the stored one is kept', () => {
    const { secrets } = profileInput({ ...filled, security: 'mtls', password: '', clientKey: '', passphrase: null })
    expect(secrets).toEqual({ passphrase: null })
  })

  it('takes the host as the name where none is given', () => {
    expect(profileInput({ ...filled, name: '  ' }).profile.name).toBe('broker.example')
  })
})

describe('draftOf', () => {
  it('gives back the same profile when nothing is edited', () => {
    const { profile } = profileInput({ ...filled, name: 'Plant', security: 'mtls' })
    const view = { ...profile, secrets: { password: true, clientKey: true, passphrase: false }, isDemo: false }
    expect(profileInput(draftOf(view))).toEqual({ profile, secrets: {} })
  })
})

describe('movedPassword', () => {
  const { profile } = profileInput({ ...filled, name: 'Plant', security: 'tls' })
  const view = { ...profile, secrets: { password: true, clientKey: false, passphrase: false }, isDemo: false }
  const draft = draftOf(view)

  it('tells why a stored password has to be typed again, and nothing when the form is back where it was', () => {
    expect(movedPassword({ ...draft, host: 'new.example' }, view)).toBe('address')
    expect(movedPassword({ ...draft, security: 'password' }, view)).toBe('encryption')
    expect(movedPassword({ ...draft, ca: PEM.replace('MIIB', 'MIIC') }, view)).toBe('trust')
    expect(movedPassword({ ...draft, transport: 'websocket' }, view)).toBe('transport')
    expect(movedPassword(draft, view)).toBeNull()
  })

  it('is content when the password is typed, deleted, not used, or was never stored', () => {
    const moved = { ...draft, host: 'new.example' }
    expect(movedPassword({ ...moved, password: 'typed' }, view)).toBeNull()
    expect(movedPassword({ ...moved, password: null }, view)).toBeNull()
    expect(movedPassword({ ...moved, security: 'anonymous' }, view)).toBeNull()
    expect(movedPassword(moved, { ...view, secrets: { ...view.secrets, password: false } })).toBeNull()
    expect(movedPassword(moved, null)).toBeNull()
  })
})

describe('passwordMoveWords', () => {
  const saved = {
    ...profileInput({ ...filled, security: 'tls', port: 8883 }).profile,
    secrets: { password: true, clientKey: false, passphrase: false },
    isDemo: false,
  }
  const wordsIn = async (lng: string, profile: typeof saved) => {
    const i18n = createInstance({ lng, resources: RESOURCES, interpolation: { escapeValue: false } })
    await i18n.init()
    return passwordMoveWords(i18n.getFixedT(lng, 'connection'), profile, 'address')
  }

  it('name the place that the password was saved for and the reason, in both languages', async () => {
    expect(await wordsIn('en', saved)).toBe(
      'The password was saved for broker.example:8883 with TLS. Enter it again, because the address changed.',
    )
    expect(await wordsIn('en', { ...saved, host: 'fe80::1', security: 'password' })).toBe(
      'The password was saved for [fe80::1]:8883 without TLS. Enter it again, because the address changed.',
    )
    expect(await wordsIn('zh-CN', saved)).toBe(
      '密码是为 broker.example:8883（使用 TLS）保存的。地址已更改，请重新输入。',
    )
  })
})
