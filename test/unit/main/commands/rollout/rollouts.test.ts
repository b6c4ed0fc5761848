import { afterEach, describe, expect, it } from 'vitest'
import type { RejectedEntry } from '../../../../../main/safety/audit/audit-record.ts'
import { SITE, TYPED } from '../scene.ts'
import { planOf, RolloutScene } from './rollout-scene.ts'

let scene: RolloutScene

afterEach(() => scene.remove())

const withheldEntries = () =>
  scene.audited.filter((entry): entry is RejectedEntry => entry.kind === 'rejected' && entry.reason === 'withheld')

describe('a rollout', () => {
  it('addresses the canary, then wave after wave, each device once, and is done', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf() })
    expect(scene.those(run, 'sent').map(({ deviceId }) => deviceId)).toEqual(scene.ids.slice(0, 2))
    await scene.answerAll(run)
    expect(scene.commandsSent()).toHaveLength(2)
    await scene.look(5_000)
    expect(scene.commandsSent()).toHaveLength(5)
    await scene.answerAll(run)
    await scene.look(10_000)
    await scene.answerAll(run)
    await scene.look(10_000)
    await scene.answerAll(run)
    expect(scene.rollout(run)).toMatchObject({ phase: 'done', sent: 9, total: 9 })
    expect([...scene.sendings().values()]).toEqual(scene.ids.map(() => 1))
    scene.restart()
    expect(scene.rollout(run)).toMatchObject({ phase: 'done', sent: 9 })
  })

  it('sends nothing further after a failing canary, in 100 of 100 runs, and says why', async () => {
    scene = new RolloutScene(12)
    for (let count = 1; count <= 100; count++) {
      const run = await scene.roll({ plan: planOf({ canary: { count: 1 + (count % 3), proceed: { goOnAfterS: 0 } } }) })
      const before = scene.commandsSent().length
      if (count % 2 === 0) await scene.answerAll(run, { isSuccess: false })
      else await scene.look(60_000)
      await scene.look(60_000)
      expect(scene.commandsSent()).toHaveLength(before)
      expect(scene.rollout(run)).toMatchObject({ phase: 'stopped', reason: 'failures' })
      const withheld = scene.those(run, 'withheld')
      expect(withheld).toHaveLength(12 - 1 - (count % 3))
      expect(withheld.every(({ reason, sentAt }) => reason === 'failures' && sentAt === null)).toBe(true)
    }
    expect(withheldEntries()).toHaveLength(100)
  })

  it('waits for a look at the canary, however it ended', async () => {
    scene = new RolloutScene(6)
    const run = await scene.roll({ plan: planOf({ canary: { count: 2, proceed: 'ask' }, waves: null }) })
    await scene.answerAll(run, { isSuccess: false })
    await scene.look(600_000)
    expect(scene.rollout(run)).toMatchObject({ phase: 'looking' })
    expect(scene.commandsSent()).toHaveLength(2)
    await scene.console.steer(run.turnId, 'go-on')
    await scene.look()
    expect(scene.commandsSent()).toHaveLength(6)
  })

  it('stops at the share of failures, and what is under way goes on', async () => {
    scene = new RolloutScene(20)
    const plan = planOf({
      canary: { count: 0, proceed: 'ask' },
      waves: { size: { unit: 'percent', amount: 25 }, pauseS: 0 },
      stopAt: { unit: 'percent', amount: 40 },
    })
    const run = await scene.roll({ plan })
    const [first, second, third] = scene.those(run, 'sent')
    for (const record of [first, second]) {
      if (record !== undefined) scene.console.onResult(SITE, scene.result(record, { isSuccess: false }))
    }
    await scene.look()
    expect(scene.rollout(run)).toMatchObject({ phase: 'stopped', reason: 'failures', sent: 5 })
    expect(scene.those(run, 'withheld')).toHaveLength(15)
    expect(scene.those(run, 'sent')).toHaveLength(3)
    if (third !== undefined) scene.console.onResult(SITE, scene.result(third))
    expect(scene.those(run, 'succeeded')).toHaveLength(1)
  })

  it('can be paused, resumed and stopped; a pause sends nothing, and a stop withholds the rest', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf({ canary: { count: 0, proceed: 'ask' } }) })
    await scene.console.steer(run.turnId, 'pause')
    await scene.answerAll(run)
    await scene.look(60_000)
    expect(scene.commandsSent()).toHaveLength(3)
    expect(scene.rollout(run)).toMatchObject({ phase: 'paused', reason: 'operator' })
    await scene.console.steer(run.turnId, 'resume')
    await scene.look(10_000)
    expect(scene.commandsSent()).toHaveLength(6)
    await scene.console.steer(run.turnId, 'stop')
    expect(scene.those(run, 'withheld')).toMatchObject([
      { reason: 'operator' },
      { reason: 'operator' },
      { reason: 'operator' },
    ])
    await scene.answerAll(run)
    await scene.look(60_000)
    expect(scene.commandsSent()).toHaveLength(6)
    await expect(scene.console.steer(run.turnId, 'resume')).rejects.toThrow('NOT_FOUND')
    expect(withheldEntries()).toMatchObject([{ runId: run.id, deviceIds: scene.ids.slice(6) }])
  })

  it('ends when the operator cancels all that is left of it, paused or not', async () => {
    scene = new RolloutScene(6)
    for (const isPaused of [true, false]) {
      const run = await scene.roll({ plan: planOf({ canary: { count: 0, proceed: 'ask' } }) })
      if (isPaused) await scene.console.steer(run.turnId, 'pause')
      await scene.answerAll(run)
      for (const { commandId } of scene.those(run, 'approved')) await scene.console.cancelCommand(commandId)
      await scene.look()
      expect(['stopped', 'done']).toContain(scene.rollout(run)?.phase)
      expect(scene.those(run, 'cancelled')).toHaveLength(3)
    }
  })

  it('is done, not paused, when the connection is lost after its last device was addressed', async () => {
    scene = new RolloutScene(4)
    const run = await scene.roll({ plan: planOf({ canary: { count: 0, proceed: 'ask' }, waves: null }) })
    scene.console.onConnectionLost(SITE)
    await scene.look()
    expect(scene.rollout(run)).toMatchObject({ phase: 'done', sent: 4 })
    expect(scene.those(run, 'unknown')).toHaveLength(4)
  })

  it('is judged again before it goes on', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf() })
    await scene.console.steer(run.turnId, 'pause')
    scene.classes.set('df', { class: 'destructive' })
    await expect(scene.console.steer(run.turnId, 'resume')).rejects.toThrow('APPROVAL_INVALID')
    scene.classes.clear()
    scene.addDevice(scene.ids[8] ?? '', { system: 'windows-cmd' })
    await expect(scene.console.steer(run.turnId, 'resume')).rejects.toThrow('APPROVAL_INVALID')
    expect(scene.rollout(run)).toMatchObject({ phase: 'paused' })
  })

  it('goes on without a device that the console was made to forget, which says so, and is no failure', async () => {
    scene = new RolloutScene(9)
    const plan = planOf({ canary: { count: 0, proceed: 'ask' }, stopAt: { unit: 'devices', amount: 1 } })
    const run = await scene.roll({ plan })
    await scene.console.steer(run.turnId, 'pause')
    await scene.answerAll(run)
    scene.targets.delete('gw_0004')
    await scene.console.steer(run.turnId, 'resume')
    expect(scene.those(run, 'withheld')).toMatchObject([{ deviceId: 'gw_0004', reason: 'forgotten' }])
    expect(scene.rollout(run)).toMatchObject({ phase: 'running', sent: 3, total: 8 })
    scene.targets.delete('gw_0008')
    for (let wave = 0; wave < 3; wave++) {
      await scene.look(10_000)
      await scene.answerAll(run)
    }
    expect(scene.rollout(run)).toMatchObject({ phase: 'done', sent: 7, total: 7 })
    expect(scene.those(run, 'succeeded')).toHaveLength(7)
    expect([...scene.sendings().keys()]).not.toContain('gw_0004')
    expect(withheldEntries().map(({ deviceIds }) => deviceIds)).toEqual([['gw_0004'], ['gw_0008']])
    scene.restart()
    expect(scene.those(run, 'withheld').map(({ reason }) => reason)).toEqual(['forgotten', 'forgotten'])
  })

  it('is done where all that was left of it is no longer known, also after a restart', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf({ canary: { count: 0, proceed: 'ask' } }) })
    await scene.answerAll(run)
    await scene.console.steer(run.turnId, 'pause')
    scene.targets.delete('gw_0003')
    await scene.console.steer(run.turnId, 'resume')
    await scene.look()
    scene.restart()
    expect(scene.rollout(run)).toMatchObject({ phase: 'paused', sent: 3, total: 8 })
    for (const id of scene.ids.slice(4)) scene.targets.delete(id)
    await scene.console.steer(run.turnId, 'resume')
    await scene.look()
    expect(scene.rollout(run)).toMatchObject({ phase: 'done', sent: 3, total: 3 })
    expect(scene.those(run, 'withheld')).toHaveLength(6)
  })

  it('is paused by a lost connection, and goes on only when asked, with the lost answers excused', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({
      plan: planOf({ canary: { count: 0, proceed: 'ask' }, stopAt: { unit: 'devices', amount: 1 } }),
    })
    scene.active = { connectionId: SITE, isConnected: false }
    scene.console.onConnectionLost(SITE)
    await scene.look(600)
    expect(scene.rollout(run)).toMatchObject({ phase: 'paused', reason: 'connection' })
    expect(scene.those(run, 'unknown')).toHaveLength(3)
    await expect(scene.console.steer(run.turnId, 'resume')).rejects.toThrow('NOT_CONNECTED')
    scene.active = { connectionId: SITE, isConnected: true }
    await scene.look(60_000)
    expect(scene.commandsSent()).toHaveLength(3)
    await scene.console.steer(run.turnId, 'resume')
    await scene.look(10_100)
    expect(scene.commandsSent()).toHaveLength(6)
    expect([...scene.sendings().values()]).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('is stopped by leaving the connection', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf() })
    scene.console.onConnectionLeft(SITE)
    expect(scene.rollout(run)).toMatchObject({ phase: 'stopped', reason: 'connection' })
    expect(scene.those(run, 'withheld')).toHaveLength(7)
  })

  it('is shown paused after a restart, never goes on by itself, and addresses nobody twice when it is resumed', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf() })
    scene.restart()
    await scene.look(60_000)
    expect(scene.rollout(run)).toMatchObject({ phase: 'paused', reason: 'restart' })
    expect(scene.those(run, 'unknown')).toHaveLength(2)
    expect(scene.those(run, 'approved')).toHaveLength(7)
    expect(scene.commandsSent()).toHaveLength(2)
    await scene.console.steer(run.turnId, 'resume')
    await scene.look()
    expect(scene.rollout(run)).toMatchObject({ phase: 'looking' })
    await scene.console.steer(run.turnId, 'go-on')
    await scene.look()
    expect([...scene.sendings().values()]).toEqual([1, 1, 1, 1, 1])
  })

  it('stays paused for the reason of the operator over a restart that interrupts nothing', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf() })
    await scene.answerAll(run)
    await scene.console.steer(run.turnId, 'pause')
    await scene.look()
    scene.restart()
    expect(scene.rollout(run)).toMatchObject({ phase: 'paused', reason: 'operator' })
    await scene.console.steer(run.turnId, 'stop')
    expect(scene.those(run, 'withheld')).toHaveLength(7)
  })

  it('is paused by a full disk in the middle of a wave, with true states, and goes on from what is on disk', async () => {
    scene = new RolloutScene(600)
    const plan = planOf({ canary: { count: 0, proceed: 'ask' }, waves: null })
    scene.database.exec(`CREATE TRIGGER full BEFORE UPDATE ON grant_devices
      WHEN new.position >= 300 BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`)
    const run = await scene.roll({ plan })
    expect(scene.rollout(run)).toMatchObject({ phase: 'paused', reason: 'disk', sent: 300 })
    expect([scene.commandsSent().length, scene.those(run, 'approved').length]).toEqual([300, 300])
    await scene.answerAll(run)
    scene.database.exec('DROP TRIGGER full')
    await scene.console.steer(run.turnId, 'resume')
    await scene.look()
    await scene.answerAll(run)
    expect(scene.rollout(run)).toMatchObject({ phase: 'done', sent: 600 })
    expect([...scene.sendings().values()].every((count) => count === 1)).toBe(true)
    expect(scene.sendings().size).toBe(600)
  })

  it('is paused while the audit cannot be written, and goes on only once it can', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf({ canary: { count: 0, proceed: 'ask' } }) })
    scene.isAuditBehind = true
    await scene.answerAll(run)
    await scene.look(10_000)
    expect(scene.rollout(run)).toMatchObject({ phase: 'paused', reason: 'disk' })
    await expect(scene.console.steer(run.turnId, 'resume')).rejects.toThrow('AUDIT_FAILED')
    expect(scene.commandsSent()).toHaveLength(3)
    scene.isAuditBehind = false
    await scene.console.steer(run.turnId, 'resume')
    await scene.look(10_100)
    expect(scene.commandsSent()).toHaveLength(6)
  })

  it('is stopped when the time of its approval is over while it is paused', async () => {
    scene = new RolloutScene(9)
    const run = await scene.roll({ plan: planOf() })
    await scene.console.steer(run.turnId, 'pause')
    await scene.look(24 * 3_600_000)
    expect(scene.rollout(run)).toMatchObject({ phase: 'stopped', reason: 'expired' })
    expect(scene.those(run, 'withheld')).toHaveLength(7)
  })

  it('is part of the approval: written to the audit, and refused where it takes longer than a day', async () => {
    scene = new RolloutScene(12)
    const plan = planOf()
    await scene.roll({ plan })
    expect(scene.audited.find(({ kind }) => kind === 'approved')).toMatchObject({ plan })
    const turn = scene.console.type(scene.ids, 'df', 30, TYPED)
    const slow = planOf({ waves: { size: { unit: 'devices', amount: 1 }, pauseS: 6 * 3600 } })
    await expect(
      scene.console.approve(turn.proposal?.id ?? '', null, { plan: slow, absent: null }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(scene.turn(turn.id).decision).toBe('open')
  })

  it('leaves no trace of a plan in a run to all at once', async () => {
    scene = new RolloutScene(12)
    const run = await scene.roll({})
    expect(scene.commandsSent()).toHaveLength(12)
    expect(scene.now(run)).not.toHaveProperty('rollout')
    expect(scene.audited.find(({ kind }) => kind === 'approved')).not.toHaveProperty('plan')
  })
})
