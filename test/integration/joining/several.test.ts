import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JoinView } from '../../../preload/contract/models/devices/joining.ts'
import { type SshDevice, startSshDevice } from '../../support/devices/ssh-device.ts'
import { JoinScene } from './join-scene.ts'
import { cutAfter, oddServer } from './ssh-servers.ts'

const COUNT = 3

let scene: JoinScene
let devices: readonly SshDevice[] = []

beforeAll(async () => {
  devices = await Promise.all(Array.from({ length: COUNT }, () => startSshDevice({ sudo: 'free' })))
})

afterAll(async () => {
  for (const device of devices) await device.stop()
})

beforeEach(async () => {
  scene = await JoinScene.open()
})

afterEach(() => scene.end())

/** Resolves with all lines once each is in one of these states. */
async function all(states: readonly JoinView['state'][]): Promise<readonly JoinView[]> {
  const lines: JoinView[] = []
  for (let index = 0; index < COUNT; index += 1) lines.push(await scene.when(states, index))
  return lines
}

describe('several devices at once with one login', () => {
  it('each goes its own way: the connection of one breaks in the middle, and the others are proven', async () => {
    let limit = Number.POSITIVE_INFINITY
    const [first, second, third] = devices
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few devices')
    const cutting = await oddServer(cutAfter(second, () => limit))
    try {
      scene.connect([first, cutting, third], first)
      const shown = await all(['host-key', 'failed'])
      expect(shown.map(({ hostKey }) => hostKey?.fingerprint)).toEqual(devices.map(({ fingerprint }) => fingerprint))
      scene.joins.confirmHostKeys(shown.map(({ id }) => id))
      const ready = await all(['ready', 'failed'])
      expect(ready.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready'])
      // All three have one host name.
      expect(new Set(ready.map(({ deviceId }) => deviceId)).size).toBe(COUNT)

      limit = 20_000
      scene.joins.install(ready.map(({ id }) => id))
      const ended = await all(['proven', 'failed'])
      expect(ended.map(({ state }) => state)).toEqual(['proven', 'failed', 'proven'])
      expect(ended[1]?.failure).toMatchObject({ stage: 'files', cause: 'closed' })
      expect(ended.map(({ failure }) => failure?.cause ?? null)).toEqual([null, 'closed', null])
      for (const { deviceId } of [ended[0], ended[2]].filter((line) => line !== undefined))
        expect(scene.deviceKeys.has(deviceId)).toBe(true)

      limit = Number.POSITIVE_INFINITY
      scene.joins.undo(ended.map(({ id }) => id))
      expect((await all(['undone', 'failed'])).map(({ state }) => state)).toEqual(ended.map(() => 'undone'))
      for (const device of devices) expect((await device.sh('ls /etc/waypost')).code).not.toBe(0)
    } finally {
      await cutting.stop()
    }
  })

  it('of two with one id the second is refused, also while the first is under way', async () => {
    const [first] = devices
    if (first === undefined) throw new Error('too few devices')
    for (const { host, port, fingerprint } of devices) scene.hostKeys.set(`${host}:${port}`, fingerprint)
    scene.connect(devices, first)
    const ready = await all(['ready', 'failed'])
    for (const { id } of ready) scene.joins.rename(id, 'pi-same')
    await all(['ready'])
    const [one, two, three] = ready.map(({ id }) => id)
    if (one === undefined || two === undefined || three === undefined) throw new Error('too few lines')
    scene.joins.install([one, two])
    scene.joins.install([three])
    expect((await scene.when(['failed'], 1)).failure).toMatchObject({ cause: 'id-taken' })
    expect((await scene.when(['failed'], 2)).failure).toMatchObject({ cause: 'id-taken' })
    expect(await scene.when(['proven', 'failed'], 0)).toMatchObject({ state: 'proven', deviceId: 'pi-same' })
    expect((await devices[1]?.sh('ls /etc/waypost'))?.code).not.toBe(0)
    expect(await scene.undo()).toMatchObject({ state: 'undone' })
  })
})
