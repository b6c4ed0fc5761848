import { afterEach, describe, expect, it } from 'vitest'
import { SITE } from '../scene.ts'
import { planOf, RolloutScene } from './rollout-scene.ts'

let scene: RolloutScene

afterEach(() => scene.remove())

describe('a run, when the computer slept', () => {
  it('sends no wave that fell due before it is known that the connection outlived the sleep', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf({ canary: { count: 0, proceed: 'ask' } }) })
    await scene.answerAll(run)
    scene.time.sleep(3_600_000)
    await scene.look(1_000)
    expect(scene.commandsSent()).toHaveLength(3)
    scene.active = { connectionId: SITE, isConnected: true, isInDoubt: true }
    await scene.look(10_000)
    expect(scene.commandsSent()).toHaveLength(3)
    expect(scene.rollout(run)).toMatchObject({ phase: 'running' })
    scene.active = { connectionId: SITE, isConnected: true, isInDoubt: false }
    await scene.look(1_000)
    expect(scene.commandsSent()).toHaveLength(6)
  })

  it('sends nothing to who was waited for while that is not known', async () => {
    scene = new RolloutScene(2)
    scene.addDevice('gw_0001', { presence: 'offline' })
    const sentTo = () => scene.sendings().get('gw_0001') ?? 0
    const run = await scene.roll({ absent: { kind: 'wait', deviceIds: ['gw_0001'], waitS: 3600 } })
    await scene.answerAll(run)
    scene.active = { connectionId: SITE, isConnected: true, isInDoubt: true }
    scene.addDevice('gw_0001', { presence: 'online' })
    await scene.look(5_000)
    expect(sentTo()).toBe(0)
    scene.active = { connectionId: SITE, isConnected: true }
    await scene.look(1_000)
    expect(sentTo()).toBe(1)
  })
})
