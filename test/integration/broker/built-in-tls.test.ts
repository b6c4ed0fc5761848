import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAsync } from 'mqtt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BuiltInBroker } from '../../../main/broker/embedded-service.ts'
import { createAuthority } from '../../support/certificates.ts'
import { startExecutor } from '../../support/executor.ts'
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
