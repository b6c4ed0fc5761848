import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SITE, TYPED } from '../scene.ts'
import { planOf, RolloutScene } from './rollout-scene.ts'

const AWAY = ['gw_0001', 'gw_0003']
const HOUR_S = 3600

let scene: RolloutScene

beforeEach(() => {
  scene = new RolloutScene(6)
  for (const id of AWAY) scene.addDevice(id, { presence: 'offline' })
})
afterEach(() => scene.remove())

const wait = { kind: 'wait', deviceIds: AWAY, waitS: HOUR_S } as const
const comes = (deviceId: string, change = {}) => scene.addDevice(deviceId, { presence: 'online', ...change })
const sentTo = (deviceId: string) => scene.sendings().get(deviceId) ?? 0

describe('devices that are left out', () => {
  it('are withheld with the reason, get nothing, and stand in no grant', async () => {
    const run = await scene.roll({ absent: { kind: 'leave-out', deviceIds: AWAY, waitS: 0 } })
    await scene.answerAll(run)
    expect(scene.commandsSent()).toHaveLength(4)
    expect(scene.those(run, 'withheld')).toMatchObject(AWAY.map((deviceId) => ({ deviceId, reason: 'left-out' })))
    const approved = scene.audited.find(({ kind }) => kind === 'approved')
    expect(approved).toMatchObject({ devices: [{}, {}, {}, {}] })
    expect(scene.audited).toContainEqual(expect.objectContaining({ reason: 'withheld', deviceIds: AWAY }))
    scene.restart()
    expect(scene.those(run, 'withheld')).toHaveLength(2)
  })

  it('cannot be all, nor devices of another proposal', async () => {
    const turn = scene.console.type(AWAY, 'df', 30, TYPED)
    const approve = (deviceIds: readonly string[]) =>
      scene.console.approve(turn.proposal?.id ?? '', null, {
        plan: null,
        absent: { kind: 'leave-out', deviceIds, waitS: 0 },
      })
    await expect(approve(AWAY)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(approve(['gw_0000'])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(scene.commandsSent()).toEqual([])
  })

  it('are not counted in what has to be typed', async () => {
    scene.classes.set('df', { class: 'destructive' })
    const turn = scene.console.type(scene.ids, 'df', 30, TYPED)
    const absent = { kind: 'leave-out', deviceIds: AWAY, waitS: 0 } as const
    const approve = (typed: string) => scene.console.approve(turn.proposal?.id ?? '', typed, { plan: null, absent })
    await expect(approve('6')).rejects.toMatchObject({ code: 'CONFIRMATION_MISMATCH' })
    await approve('4')
    await scene.settle()
    expect(scene.commandsSent()).toHaveLength(4)
  })
})

describe('devices that are waited for', () => {
  it('are each sent the command once, when they are there', async () => {
    const run = await scene.roll({ absent: wait })
    expect(scene.now(run).wait).toMatchObject({ deviceIds: AWAY })
    await scene.answerAll(run)
    await scene.look(60_000)
    expect(scene.commandsSent()).toHaveLength(4)
    // Known from before the connection ended, and not heard since.
    comes('gw_0001', { lastKnownAt: 1 })
    comes('gw_0003')
    await scene.look(1_000)
    expect([sentTo('gw_0001'), sentTo('gw_0003')]).toEqual([0, 1])
    await scene.answerAll(run)
    comes('gw_0001')
    await scene.look(5_000)
    await scene.answerAll(run)
    await scene.look(HOUR_S * 1000)
    expect([...scene.sendings().values()]).toEqual([1, 1, 1, 1, 1, 1])
    expect(scene.those(run, 'succeeded')).toHaveLength(6)
  })

  it('are withheld at the end of the wait, and by the operator before', async () => {
    const first = await scene.roll({ absent: wait })
    await scene.look(HOUR_S * 1000)
    expect(scene.those(first, 'withheld')).toMatchObject([{ reason: 'not-seen' }, { reason: 'not-seen' }])
    const second = await scene.roll({ absent: wait })
    await scene.console.steer(second.turnId, 'stop-waiting')
    expect(scene.those(second, 'withheld')).toMatchObject([{ reason: 'operator' }, { reason: 'operator' }])
    comes('gw_0001')
    await scene.look(HOUR_S * 1000)
    expect(sentTo('gw_0001')).toBe(0)
    await expect(scene.console.steer(second.turnId, 'stop-waiting')).rejects.toThrow('NOT_FOUND')
  })

  it('are given up by the end of the console', async () => {
    const run = await scene.roll({ absent: wait })
    scene.restart()
    comes('gw_0001')
    await scene.look(HOUR_S * 1000)
    expect(sentTo('gw_0001')).toBe(0)
    expect(scene.those(run, 'withheld')).toMatchObject([{ reason: 'restart' }, { reason: 'restart' }])
    expect(scene.those(run, 'unknown')).toHaveLength(4)
  })

  it('are given up by leaving the connection, and not addressed while there is none', async () => {
    const run = await scene.roll({ absent: wait })
    scene.active = { connectionId: SITE, isConnected: false }
    comes('gw_0001')
    await scene.look(10_000)
    expect(sentTo('gw_0001')).toBe(0)
    scene.console.onConnectionLeft(SITE)
    expect(scene.those(run, 'withheld')).toMatchObject([{ reason: 'connection' }, { reason: 'connection' }])
  })

  it.each([
    ['another system', () => comes('gw_0001', { system: 'windows-cmd' })],
    [
      'another class',
      () => {
        scene.classes.set('df', { class: 'destructive' })
        comes('gw_0001')
      },
    ],
    [
      'other rules',
      () => {
        scene.tableVersion = 't2'
        comes('gw_0001')
      },
    ],
  ])('are judged again: nothing is sent where they have %s', async (_what, change) => {
    const run = await scene.roll({ absent: wait })
    change()
    await scene.look(2_000)
    expect(sentTo('gw_0001')).toBe(0)
    expect(scene.those(run, 'withheld')).toMatchObject([{ deviceId: 'gw_0001', reason: 'judged-anew' }])
  })

  it('come after the rollout of those that were there, and not at all if it was stopped', async () => {
    const first = await scene.roll({ plan: planOf(), absent: wait })
    for (const id of AWAY) comes(id)
    await scene.look(3_000)
    expect(scene.commandsSent()).toHaveLength(2)
    await scene.answerAll(first)
    await scene.look(5_100)
    await scene.answerAll(first)
    await scene.look(2_000)
    expect([...scene.sendings().values()]).toEqual([1, 1, 1, 1, 1, 1])
    const second = await scene.roll({ plan: planOf(), absent: wait })
    await scene.answerAll(second, { isSuccess: false })
    await scene.look(10_000)
    expect(scene.those(second, 'withheld')).toHaveLength(4)
    expect(scene.those(second, 'failed')).toHaveLength(2)
  })

  it('are tried again after the disk failed, and never addressed twice', async () => {
    const run = await scene.roll({ absent: wait })
    await scene.answerAll(run)
    scene.database.exec("CREATE TRIGGER full BEFORE UPDATE ON commands BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    comes('gw_0001')
    await scene.look(3_000)
    expect(sentTo('gw_0001')).toBe(0)
    scene.database.exec('DROP TRIGGER full')
    await scene.look(3_000)
    expect(sentTo('gw_0001')).toBe(1)
    expect(scene.those(run, 'sent')).toMatchObject([{ deviceId: 'gw_0001' }])
    const claimed = 'SELECT device_id FROM grant_devices WHERE run_id = ? AND claimed_at IS NULL'
    expect(scene.database.prepare(claimed).all(run.id)).toEqual([{ device_id: 'gw_0003' }])
  })
})
