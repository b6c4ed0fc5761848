import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAsync } from 'mqtt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltInBroker } from '../../../main/broker/built-in/built-in-broker.ts'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { startExecutor } from '../../support/devices/executor.ts'
import { BuiltInScene, builtInInput, DEVICE, OPERATOR } from './built-in-scene.ts'

let scene: BuiltInScene
let broker: BuiltInBroker

beforeEach(() => {
  scene = new BuiltInScene()
  broker = scene.broker
})
afterEach(() => scene.end())

it('shows a certificate of its own authority, and keeps both keys out of the file', async () => {
  const view = await broker.save(await builtInInput({ mode: 'tls', names: ['broker.site.example', '192.0.2.99'] }))
  expect(view).toMatchObject({ state: 'running', certificate: 'own' })
  expect((await scene.connectConsole()).status).toMatchObject({ state: 'connected', isTls: true })
  expect(JSON.stringify(scene.file.stored)).not.toContain('PRIVATE KEY')
  expect(scene.secrets.get('built-in-broker/tls-key')).toContain('PRIVATE KEY')
  const folder = await mkdtemp(join(tmpdir(), 'waypost-ca-'))
  await writeFile(join(folder, 'ca.pem'), broker.certificates().ca ?? '')
  const port = view.choice?.port ?? 0
  const device = startExecutor({
    id: 'rpi_001',
    host: 'localhost',
    port,
    username: 'rpi_001',
    password: DEVICE.password,
    caFile: join(folder, 'ca.pem'),
  })
  scene.cleanups.push(() => device.stop())
  await device.ready
  await expect(
    connectAsync(
      `mqtt://127.0.0.1:${port}`,
      { reconnectPeriod: 0, username: 'operator', password: OPERATOR.password },
      false,
    ),
  ).rejects.toThrow()
})

it('keeps its authority when the certificate is made anew, so that devices need nothing', async () => {
  const first = await builtInInput({ mode: 'tls' })
  await broker.save(first)
  const before = broker.certificates()
  await broker.renew()
  const renewed = broker.certificates()
  expect(renewed.ca).toBe(before.ca)
  expect(renewed.server).not.toBe(before.server)
  await broker.save({ ...first, choice: { ...first.choice, names: ['new.example'] } })
  expect(broker.certificates().ca).toBe(before.ca)
  expect(broker.certificates().server).not.toBe(renewed.server)
  expect((await scene.connectConsole()).status.state).toBe('connected')
})

it('takes a given certificate, and refuses one whose key is another', async () => {
  const authority = await createAuthority('Site CA')
  const [right, other] = [await authority.issueServer(), await authority.issueServer()]
  const wrong = { certificate: right.certificate, key: other.key, ca: authority.ca }
  await expect(broker.save(await builtInInput({ mode: 'tls' }, { given: wrong }))).rejects.toMatchObject({
    code: 'CREDENTIAL_FILE_INVALID',
    data: { field: 'key', reason: 'key-mismatch' },
  })
  const noKey = { ...wrong, key: right.certificate }
  await expect(broker.save(await builtInInput({ mode: 'tls' }, { given: noKey }))).rejects.toMatchObject({
    data: { reason: 'no-key' },
  })
  const view = await broker.save(await builtInInput({ mode: 'tls' }, { given: { ...right, ca: authority.ca } }))
  expect(view).toMatchObject({ state: 'running', certificate: 'given' })
  expect((await scene.connectConsole()).status.state).toBe('connected')
})

it('says that the key is gone when the secret store forgot it', async () => {
  await broker.save(await builtInInput({ mode: 'tls' }))
  await broker.stop()
  scene.secrets.clear()
  expect(await broker.start()).toMatchObject({ state: 'failed', failure: { code: 'BUILT_IN_KEY_MISSING' } })
  await broker.renew()
  expect(await broker.start()).toMatchObject({ state: 'running' })
})

describe('with client certificates', () => {
  const deviceClient = async (name: string, port: number) => {
    const pem = await broker.clientCertificate(name)
    const options = {
      ca: broker.certificates().ca ?? '',
      cert: pem,
      key: pem,
      username: 'operator',
      reconnectPeriod: 0,
    }
    const client = await connectAsync(`mqtts://localhost:${port}`, options, false)
    scene.cleanups.push(() => client.endAsync(true))
    return client
  }
  const ACCOUNTS = [
    { name: 'operator', role: 'operator' },
    { name: 'rpi_001', role: 'device' },
  ] as const

  it('knows the console and each device by the name in its certificate, whatever name it claims', async () => {
    const view = await broker.save(await builtInInput({ mode: 'mtls' }, { accounts: ACCOUNTS }))
    expect(view).toMatchObject({ state: 'running', certificate: 'own' })
    const { connection, status } = await scene.connectConsole()
    expect(status).toMatchObject({ state: 'connected', isTls: true, missingSubscriptions: [] })
    expect(JSON.stringify(scene.file.stored)).not.toContain('PRIVATE KEY')
    const device = await deviceClient('rpi_001', view.choice?.port ?? 0)
    await expect.poll(() => broker.view().clients.map(({ name }) => name)).toEqual(['operator', 'rpi_001'])
    const heard = new Promise<string>((resolve) => connection.onMessage(({ topic }) => resolve(topic)))
    await device.publishAsync('device/rpi_001/status', '{}', { qos: 1 })
    expect(await heard).toBe('device/rpi_001/status')
    const closed = new Promise<void>((resolve) => device.once('close', resolve))
    device.publish('device/rpi_002/status', '{}', { qos: 1 }, () => {})
    await closed
  })

  it('refuses who shows no certificate, one of another authority, or one of an account that is gone', async () => {
    const first = await builtInInput({ mode: 'mtls' }, { accounts: ACCOUNTS })
    await broker.save(first)
    const { port } = first.choice
    const ca = broker.certificates().ca ?? ''
    const stranger = await (await createAuthority('Other CA')).issueClient('rpi_001')
    const attempts = [{}, { cert: stranger.certificate, key: stranger.key }]
    for (const attempt of attempts) {
      const refused = connectAsync(`mqtts://localhost:${port}`, { ca, reconnectPeriod: 0, ...attempt }, false)
      await expect(refused).rejects.toThrow()
    }
    const pem = await broker.clientCertificate('rpi_001')
    await broker.save({ ...first, accounts: ACCOUNTS.slice(0, 1) })
    const gone = connectAsync(`mqtts://localhost:${port}`, { ca, cert: pem, key: pem, reconnectPeriod: 0 }, false)
    await expect(gone).rejects.toThrow(/Not authorized/)
    await expect(broker.clientCertificate('rpi_001')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await broker.save(first)
    const old = connectAsync(`mqtts://localhost:${port}`, { ca, cert: pem, key: pem, reconnectPeriod: 0 }, false)
    await expect(old).rejects.toThrow(/Not authorized/)
    await deviceClient('rpi_001', port)
  })

  it('takes certificates of another authority with that of the operator, and names what is missing', async () => {
    const authority = await createAuthority('Site CA')
    const server = { ...(await authority.issueServer()), ca: authority.ca }
    const operator = await authority.issueClient('operator')
    const input = await builtInInput({ mode: 'mtls' }, { accounts: ACCOUNTS, given: server })
    await expect(broker.save(input)).rejects.toMatchObject({
      code: 'CREDENTIAL_FILE_INVALID',
      data: { field: 'operator' },
    })
    await broker.save({ ...input, given: { ...server, operator } })
    expect((await scene.connectConsole()).status).toMatchObject({ state: 'connected' })
    await broker.save({ ...input, given: 'keep' })
    expect(broker.certificates()).toMatchObject({ ca: authority.ca, operator: operator.certificate })
  })

  it('asks for passwords again when the mode goes back to logins', async () => {
    const first = await builtInInput({ mode: 'mtls' }, { accounts: ACCOUNTS })
    await broker.save(first)
    const back = { ...first, choice: { ...first.choice, mode: 'password' as const } }
    await expect(broker.save(back)).rejects.toMatchObject({ data: { reason: 'account-password' } })
    expect(broker.view().choice?.mode).toBe('mtls')
  })
})
