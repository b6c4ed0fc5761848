import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ConnectionScene } from '../../broker/connection/connection-scene.ts'
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

/** What the operator approved, on a real connection whose broker the test plays. */
describe('a command that falls due in a sleep, by less than tells it from a late timer', () => {
  let site: ConnectionScene

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
    site = new ConnectionScene()
  })
  afterEach(() => vi.useRealTimers())

  /** Lets time pass for the commands and for the connection. */
  async function pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms)
    const { connection } = site
    scene.active = {
      connectionId: SITE,
      isConnected: connection.status().state === 'connected',
      isInDoubt: connection.certain !== null,
    }
    await scene.look(ms)
  }

  async function rollOn(devices: number) {
    scene = new RolloutScene(devices)
    scene.certain = () => site.connection.certain
    scene.answer = (topic) => site.connection.publish(topic, '{}')
    const session = await site.open()
    const run = await scene.roll({ plan: planOf({ canary: { count: 0, proceed: { goOnAfterS: 5 } } }) })
    await scene.answerAll(run)
    expect(scene.commandsSent()).toHaveLength(3)
    return { run, session }
  }

  it('is sent after the waking, once the broker has answered, with nothing lost and nothing sent twice', async () => {
    const { run, session } = await rollOn(7)
    await pass(6_000)
    site.connection.sleep.begin()
    // The wave is due 4 s before the app goes on, and its timer comes before the signal of the waking.
    await pass(8_000)
    expect(scene.commandsSent()).toHaveLength(3)
    site.connection.wake()
    await pass(500)
    expect(scene.commandsSent()).toHaveLength(3)
    session.options.events.onRoundTrip?.(20)
    await pass(1_000)
    expect(scene.commandsSent()).toHaveLength(6)
    await scene.answerAll(run)
    await pass(10_000)
    await scene.answerAll(run)
    expect([...scene.sendings().values()]).toEqual(Array(7).fill(1))
    expect(scene.rollout(run)).toMatchObject({ phase: 'done', sent: 7 })
  })

  it('waits for the operator where the connection did not outlive the sleep, and can be gone on with', async () => {
    const { run } = await rollOn(6)
    await pass(6_000)
    site.connection.sleep.begin()
    await pass(8_000)
    site.connection.wake()
    await pass(3_000)
    expect(site.connection.status().state).not.toBe('connected')
    await pass(1_000)
    expect(scene.commandsSent()).toHaveLength(3)
    expect(scene.rollout(run)).toMatchObject({ phase: 'paused', reason: 'connection', sent: 3 })
    expect(scene.those(run, 'approved')).toHaveLength(3)
  })

  it('is sent after the waking where its run was approved just before', async () => {
    scene = new RolloutScene(1)
    scene.certain = () => site.connection.certain
    const session = await site.open()
    site.connection.sleep.begin()
    const run = await scene.run('uptime', ['gw_0000'])
    expect(scene.those(run, 'queued')).toHaveLength(1)
    await pass(20_000)
    site.connection.wake()
    await pass(100)
    session.options.events.onRoundTrip?.(30)
    await pass(100)
    expect(scene.those(run, 'sent')).toHaveLength(1)
  })

  it('is not sent where its approval ended in the sleep, and says so', async () => {
    scene = new RolloutScene(1)
    scene.certain = () => site.connection.certain
    const session = await site.open()
    site.connection.sleep.begin()
    const run = await scene.run('uptime', ['gw_0000'])
    scene.time.sleep(8 * 3_600_000)
    site.connection.wake()
    await vi.advanceTimersByTimeAsync(40)
    session.options.events.onRoundTrip?.(30)
    await scene.settle()
    expect(scene.commandsSent()).toEqual([])
    expect(scene.command(run, 'gw_0000')).toMatchObject({ state: 'expired', sentAt: null })
  })
})
