import { connectAsync } from 'mqtt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BuiltInBroker } from '../../../main/broker/built-in/built-in-broker.ts'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { BuiltInScene, builtInInput, DEVICE } from './built-in-scene.ts'

const PASSPHRASE = 'correct horse battery'

let scene: BuiltInScene
let broker: BuiltInBroker

beforeEach(() => {
  scene = new BuiltInScene()
  scene.keepsSecrets = false
  broker = scene.broker
})
afterEach(() => scene.end())

async function saveKey(): Promise<string> {
  const { pem, certificate } = await broker.encryptedCaKey(PASSPHRASE)
  await broker.caKeySaved(certificate)
  return pem
}

/** Over TLS on every network, as devices reach it. */
const onLan = (mode: 'tls' | 'mtls' = 'tls') => builtInInput({ mode, host: '0.0.0.0', startsWithApp: true })

/** A device that trusts this CA and nothing else. */
async function deviceGetsIn(ca: string, port: number): Promise<void> {
  const options = { ca, username: 'rpi_001', password: DEVICE.password, reconnectPeriod: 0 }
  const client = await connectAsync(`mqtts://localhost:${port}`, options, false)
  await client.endAsync(true)
}

it('does not start on the network with a CA whose key would be lost, and leaves what ran before as it was', async () => {
  const before = await builtInInput()
  await broker.save(before)
  await expect(broker.save(await onLan())).rejects.toMatchObject({ code: 'CA_KEY_UNSAVED' })
  expect(broker.view()).toMatchObject({ state: 'running', choice: before.choice, caKey: 'memory' })
  const pem = await saveKey()
  expect(pem).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  expect(await broker.save(await onLan())).toMatchObject({ state: 'running', certificate: 'own', caKey: 'exported' })
  expect(JSON.stringify([scene.file.stored, broker.view()])).not.toContain('PRIVATE KEY')
  expect((await scene.connectConsole()).status).toMatchObject({ state: 'connected', isTls: true })
})

it('after a restart waits for the key instead of taking another CA, and devices trust it as before', async () => {
  const pem = await saveKey()
  const { choice } = await broker.save(await onLan())
  const port = choice?.port ?? 0
  const { ca } = broker.certificates()
  await deviceGetsIn(ca ?? '', port)
  broker = await scene.restart()
  expect(broker.view()).toMatchObject({ state: 'failed', failure: { code: 'CA_KEY_MISSING' }, caKey: 'missing' })
  await expect(broker.renew()).rejects.toMatchObject({ code: 'CA_KEY_MISSING' })
  const changed = await onLan()
  await expect(broker.save(changed)).rejects.toMatchObject({ code: 'CA_KEY_MISSING' })
  await expect(broker.takeCaKey(pem, 'wrong passphrase')).rejects.toMatchObject({ code: 'CA_KEY_UNUSABLE' })
  expect(await broker.takeCaKey(pem, PASSPHRASE)).toMatchObject({ caKey: 'exported' })
  expect(await broker.start()).toMatchObject({ state: 'running', failure: null })
  expect(broker.certificates().ca).toBe(ca)
  await deviceGetsIn(ca ?? '', port)
  expect((await scene.connectConsole()).status).toMatchObject({ state: 'connected', isTls: true })
})

it('with client certificates gives the console a new one of the same CA once the key is back', async () => {
  const accounts = [
    { name: 'operator', role: 'operator' },
    { name: 'rpi_001', role: 'device' },
  ] as const
  const input = await onLan('mtls')
  const pem = await saveKey()
  await broker.save({ ...input, accounts })
  const ca = broker.certificates().ca ?? ''
  const device = await broker.clientCertificate('rpi_001')
  broker = await scene.restart()
  await expect(broker.clientCertificate('rpi_001')).rejects.toMatchObject({ code: 'CA_KEY_MISSING' })
  await broker.takeCaKey(pem, PASSPHRASE)
  expect(await broker.start()).toMatchObject({ state: 'running' })
  expect((await scene.connectConsole()).status).toMatchObject({ state: 'connected', missingSubscriptions: [] })
  const options = { ca, cert: device, key: device, reconnectPeriod: 0 }
  const client = await connectAsync(`mqtts://localhost:${input.choice.port}`, options, false)
  await client.endAsync(true)
})

it('lets an operator who lost the file begin with a new CA, whose key must be saved again', async () => {
  await saveKey()
  await broker.save(await onLan())
  const { ca } = broker.certificates()
  broker = await scene.restart()
  expect(await broker.replaceCa()).toMatchObject({ state: 'failed', failure: { code: 'CA_KEY_UNSAVED' } })
  await saveKey()
  expect(await broker.start()).toMatchObject({ state: 'running', caKey: 'exported' })
  expect(broker.certificates().ca).not.toBe(ca)
  expect((await scene.connectConsole()).status).toMatchObject({ state: 'connected', isTls: true })
})

it('does not run on with a set-up of an earlier version, which knew no such file', async () => {
  scene.keepsSecrets = true
  await broker.save(await onLan())
  await broker.stop()
  scene.keepsSecrets = false
  expect(await broker.start()).toMatchObject({ state: 'failed', failure: { code: 'CA_KEY_UNSAVED' } })
  await expect(broker.renew()).rejects.toMatchObject({ code: 'CA_KEY_UNSAVED' })
  await saveKey()
  expect(await broker.start()).toMatchObject({ state: 'running' })
})

it('asks for no key where the certificate is the operator’s own, or the secret store keeps it', async () => {
  const authority = await createAuthority('Site CA')
  const given = { ...(await authority.issueServer()), ca: authority.ca }
  expect(await broker.save({ ...(await onLan()), given })).toMatchObject({ state: 'running', caKey: 'none' })
  scene.keepsSecrets = true
  expect(await broker.save(await onLan())).toMatchObject({ state: 'running', caKey: 'stored' })
})
