import { afterEach, describe, expect, it } from 'vitest'
import { SITE } from '../scene.ts'
import { planOf, RolloutScene } from './rollout-scene.ts'

let scene: RolloutScene

afterEach(() => scene.remove())

/** Puts the connection in doubt; returns what ends the doubt. */
function doubt(): () => void {
  let end = (): void => undefined
  const certain = new Promise<void>((resolve) => {
    end = resolve
  })
  scene.active = { connectionId: SITE, isConnected: true, isInDoubt: true }
  scene.certain = () => certain
  return () => {
    scene.certain = () => null
    end()
  }
}

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

  it.each([
    { who: 'one device', ids: ['gw_0000'] },
    { who: 'several devices without a plan', ids: ['gw_0000', 'gw_0001', 'gw_0002'] },
  ])(
    'of $who sends nothing while that is not known, and everything once the connection has proved itself',
    async ({ ids }) => {
      scene = new RolloutScene(3)
      const end = doubt()
      const run = await scene.roll({}, ids)
      expect(scene.those(run, 'queued')).toHaveLength(ids.length)
      expect(scene.commandsSent()).toEqual([])
      end()
      scene.active = { connectionId: SITE, isConnected: true }
      await scene.look()
      expect(scene.those(run, 'sent')).toHaveLength(ids.length)
    },
  )

  it('says for certain that a command was not delivered where the connection turned out to be dead', async () => {
    scene = new RolloutScene(1)
    const end = doubt()
    scene.answer = async () => ({ kind: 'unsent' })
    const run = await scene.roll({})
    scene.active = { connectionId: SITE, isConnected: false }
    end()
    await scene.look()
    expect(scene.those(run, 'not-delivered')).toMatchObject([{ reason: 'not-connected', sentAt: null }])
  })

  it('sends nothing of what the operator cancelled meanwhile', async () => {
    scene = new RolloutScene(1)
    const end = doubt()
    const run = await scene.roll({})
    const [command] = scene.those(run, 'queued')
    await scene.console.cancelCommand(command?.commandId ?? '')
    end()
    await scene.look()
    expect(scene.commandsSent()).toEqual([])
    expect(scene.those(run, 'cancelled')).toHaveLength(1)
  })

  it('waits for the end of a doubt that began while a command waited for its turn at the broker', async () => {
    scene = new RolloutScene(1)
    let take = (): void => undefined
    scene.takeTurn = () =>
      new Promise<void>((resolve) => {
        take = resolve
      })
    const run = await scene.roll({})
    const end = doubt()
    take()
    await scene.look()
    expect(scene.commandsSent()).toEqual([])
    end()
    await scene.look()
    expect(scene.those(run, 'sent')).toHaveLength(1)
  })
})
