import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SECURITY_MODES } from '../../../preload/contract/models/broker/connection.ts'
import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { newPlan } from '../../support/brokers/new-plan.ts'
import { draftOf, SetupScene } from '../../unit/main/setup/setup-scene.ts'
import { BuiltInScene } from '../broker/built-in-scene.ts'
import { type Access, connect, listen, refusal } from './client.ts'

let setup: SetupScene
let builtIn: BuiltInScene
beforeEach(() => {
  setup = new SetupScene()
  builtIn = new BuiltInScene()
})
afterEach(() => builtIn.end())

/** Sets the built-in broker up from a plan, as the wizard's last step does. */
async function start(mode: SetupPlan['mode']) {
  const port = await freeLoopbackPort()
  const draft = draftOf({ platform: 'builtin', mode, port, hosts: ['192.0.2.17'], isLoopbackOnly: true })
  const { problems } = await setup.setups.prepare(draft)
  expect(problems).toEqual([])
  const made = await setup.export(builtIn.broker).createProfile(draft.id, 'operator')
  expect(builtIn.broker.view()).toMatchObject({ state: 'running', failure: null })
  const files = new Map((await setup.setups.files(draft.id)).map(({ path, text }) => [path, text]))
  const ca = files.get('broker/certs/ca.crt')
  const kit = 'handover/devices/rpi_001'
  const device: Access = {
    port,
    ...(ca === undefined ? {} : { ca }),
    ...(mode === 'password' || mode === 'tls' ? { username: 'rpi_001', password: draft.passwords.rpi_001 ?? '' } : {}),
    ...(mode === 'mtls'
      ? { cert: files.get(`${kit}/client.crt`) ?? '', key: files.get(`${kit}/client.key`) ?? '' }
      : {}),
  }
  return { made, device, id: draft.id }
}

describe.each(SECURITY_MODES)('the built-in broker from a set-up, %s', (mode) => {
  it('starts, and lets the app in by the connection that was made for it', async () => {
    const { made } = await start(mode)
    expect(made.profileId).toBe('built-in-broker')
    expect((await builtIn.connectConsole()).status).toMatchObject({ state: 'connected' })
  })

  it('lets a device in by what its kit holds, to its own topics', async () => {
    const { device } = await start(mode)
    const client = await connect({ ...device, protocolVersion: 4 })
    try {
      const own = await listen(client, 'device/rpi_001/command')
      expect(own.topics()).toEqual([])
    } finally {
      await client.endAsync()
    }
  })

  if (mode === 'anonymous') return

  it('refuses whoever shows nothing, or a certificate of another authority', async () => {
    const { device } = await start(mode)
    const { username: _name, password: _password, cert: _cert, key: _key, ...nobody } = device
    expect(await refusal({ ...nobody, protocolVersion: 4 })).not.toBe('connected')
    if (mode !== 'mtls') return
    const forged = await (await createAuthority('Somebody else')).issueClient('rpi_001')
    const shown = { cert: forged.certificate, key: forged.key }
    expect(await refusal({ ...nobody, ...shown, protocolVersion: 4 })).not.toBe('connected')
  })

  it('shuts out a device that is taken out: its open session ends at once, its login is refused, others stay', async () => {
    const { device, id } = await start(mode)
    const other = await otherDevice(id, device, mode)
    const [live, bystander] = await Promise.all(
      [device, other].map((access) => connect({ ...access, protocolVersion: 4 })),
    )
    try {
      await setup.export(builtIn.broker).takeOut(id, 'rpi_001')
      await expect.poll(() => live?.connected).toBe(false)
      expect(await refusal({ ...device, protocolVersion: 4 })).toBe('0x5')
      expect(bystander?.connected).toBe(true)
      await builtIn.restart()
      expect(await refusal({ ...device, protocolVersion: 4 })).toBe('0x5')
      expect(await refusal({ ...other, protocolVersion: 4 })).toBe('connected')
    } finally {
      await Promise.all([live, bystander].map((client) => client?.endAsync(true)))
    }
  })

  if (mode !== 'mtls') return

  it('still refuses the old certificate of a device that joined again', async () => {
    const { device, id } = await start(mode)
    const [record] = setup.records()
    await setup.export(builtIn.broker).takeOut(id, 'rpi_001')
    await setup.setups.prepare({ id, plan: record?.plan ?? newPlan(), passwords: {} })
    await setup.export(builtIn.broker).createProfile(id, 'operator')
    const again = { ...device, ...(await clientOf(id, 'rpi_001')) }
    expect(await refusal({ ...again, protocolVersion: 4 })).toBe('connected')
    expect(await refusal({ ...device, protocolVersion: 4 })).toBe('0x5')
  })
})

async function clientOf(id: string, account: string): Promise<{ cert: string; key: string }> {
  const files = new Map((await setup.setups.files(id)).map(({ path, text }) => [path, text]))
  const kit = `handover/devices/${account}`
  return { cert: files.get(`${kit}/client.crt`) ?? '', key: files.get(`${kit}/client.key`) ?? '' }
}

async function otherDevice(id: string, like: Access, mode: SetupPlan['mode']): Promise<Access> {
  if (mode === 'mtls') return { ...like, ...(await clientOf(id, 'rpi_002')) }
  return { ...like, username: 'rpi_002', password: 'password of rpi_002' }
}
