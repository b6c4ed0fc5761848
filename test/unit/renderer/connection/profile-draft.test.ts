import { describe, expect, it } from 'vitest'
import { connectionRoutes } from '../../../../preload/contract/routes/connection.ts'
import {
  draftOf,
  emptyDraft,
  type ProfileDraft,
  profileInput,
  withChoice,
  withHost,
} from '../../../../renderer/features/connection/profile-draft.ts'

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
