import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { octal } from '../../../main/setup/files/generated-file.ts'
import { writeFiles } from '../../../main/setup/files/write-files.ts'
import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { type GeneratedBroker, startGenerated } from '../../support/brokers/generated-broker.ts'
import { freeLoopbackPort } from '../../support/brokers/mosquitto.ts'
import { draftOf, SetupScene } from '../../unit/main/setup/setup-scene.ts'
import { type Access, connect, publish, refusal } from './client.ts'

const COMBINATIONS = [
  { mode: 'mtls', keyType: 'ecdsa' },
  { mode: 'mtls', keyType: 'rsa' },
  { mode: 'password', keyType: 'ecdsa' },
] as const

describe.each(COMBINATIONS)('a device that is taken out, on a real Mosquitto: $mode, $keyType', ({ mode, keyType }) => {
  const scene = new SetupScene()
  const folder = mkdtempSync(path.join(tmpdir(), 'waypost-out-'))
  let plan: SetupPlan
  let id: string
  let broker: GeneratedBroker
  let first: ReadonlyMap<string, string>
  let live: MqttClient

  /** Saves the set-up's files over what is there. */
  async function save(): Promise<ReadonlyMap<string, string>> {
    const files = await scene.setups.files(id)
    await writeFiles(folder, files, true)
    await scene.setups.save(id)
    return new Map(files.map((file) => [file.path, file.text]))
  }

  async function start(): Promise<GeneratedBroker> {
    const files = (await scene.setups.files(id)).filter((file) => file.path.startsWith('etc/'))
    return startGenerated(
      folder,
      files.map((file) => ({ ...file, mode: octal(file.mode) })),
    )
  }

  /** As its kit says, in the files of one moment. */
  function accessOf(account: string, files: ReadonlyMap<string, string>): Access {
    const kit = account === 'operator' ? 'handover/operators/operator' : `handover/devices/${account}`
    if (mode === 'password') return { port: plan.port, username: account, password: `password of ${account}` }
    return {
      port: plan.port,
      ca: files.get('etc/mosquitto/certs/ca.crt') ?? '',
      cert: files.get(`${kit}/client.crt`) ?? '',
      key: files.get(`${kit}/client.key`) ?? '',
    }
  }

  beforeAll(async () => {
    scene.now = Date.now()
    const draft = draftOf({ mode, keyType, hosts: ['127.0.0.1'], port: await freeLoopbackPort() })
    ;({ id, plan } = draft)
    expect((await scene.setups.prepare(draft)).problems).toEqual([])
    first = await save()
    broker = await start()
    live = await connect(accessOf('rpi_001', first))
  })

  afterAll(async () => {
    await live.endAsync(true)
    await broker.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('was let in before, as all the others are: the empty list stops nobody', async () => {
    for (const account of ['operator', 'rpi_001', 'rpi_002']) {
      expect(await refusal(accessOf(account, first)), account).toBe('connected')
    }
    expect(await publish(live, 'device/rpi_001/status')).toMatch(/^(ok|0x10)$/)
  })

  it('is refused once the new files are read again, and its open session has no topic left', async () => {
    scene.now += 60_000
    expect((await scene.setups.takeOut(id, 'rpi_001')).problems).toEqual([])
    await save()
    await broker.reload()
    await expect.poll(() => refusal(accessOf('rpi_001', first))).not.toBe('connected')
    if (mode === 'mtls') {
      // Why the guide restarts the broker: a reload closes nothing that a certificate opened.
      expect(live.connected).toBe(true)
      expect(await publish(live, 'device/rpi_001/status')).toBe('0x87')
    } else {
      await expect.poll(() => live.connected).toBe(false)
    }
    expect(await refusal(accessOf('rpi_002', first))).toBe('connected')
  })

  it('loses its session with the restart that the guide asks for, and stays out', async () => {
    await broker.stop()
    broker = await start()
    await expect.poll(() => live.connected).toBe(false)
    expect(await refusal(accessOf('rpi_001', first))).not.toBe('connected')
    for (const account of ['operator', 'rpi_002']) {
      expect(await refusal(accessOf(account, first)), account).toBe('connected')
    }
    expect(broker.log()).not.toMatch(/Unable to|warning/i)
  })

  if (mode !== 'mtls') return

  it('joins again with a new certificate, while the one that was taken back stays refused', async () => {
    scene.now += 60_000
    const { problems } = await scene.setups.prepare({ id, plan, passwords: {} })
    expect(problems).toEqual([])
    const again = await save()
    await broker.stop()
    broker = await start()
    expect(await refusal(accessOf('rpi_001', again))).toBe('connected')
    expect(await refusal(accessOf('rpi_001', first))).not.toBe('connected')
  })
})
