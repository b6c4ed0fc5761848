import { afterEach, describe, expect, it } from 'vitest'
import { COMMANDS_AT_ONCE } from '../../../../../main/commands/runs/begun-run.ts'
import { planOf, RolloutScene } from '../rollout/rollout-scene.ts'
import { TYPED } from '../scene.ts'

const DEVICES = 900

let scene: RolloutScene

afterEach(() => scene.remove())

const rowsSaved = () => Number(scene.database.prepare('SELECT count(*) AS count FROM commands').get()?.count)
const runBody = () => String(scene.database.prepare('SELECT body FROM runs').get()?.body ?? '')

/** Approves a run on all devices; `during` is called in each turn of the event loop until that has ended. */
async function approve(during: () => void, plan: ReturnType<typeof planOf> | null = null) {
  const turn = scene.console.type(scene.ids, 'df', 30, TYPED)
  const { id = '', confirmation = null } = turn.proposal ?? {}
  let isOver = false
  const approving = scene.console.approve(id, confirmation, { plan, absent: null }).then(
    () => null,
    (error: unknown) => error,
  )
  void approving.finally(() => {
    isOver = true
  })
  while (!isOver) {
    await new Promise((resolve) => setImmediate(resolve))
    during()
  }
  return { turnId: turn.id, failure: await approving }
}

/** Ends the app when a part of the run is saved. */
function crashInBetween() {
  let hasCrashed = false
  return () => {
    if (hasCrashed || rowsSaved() < COMMANDS_AT_ONCE || rowsSaved() === DEVICES) return
    hasCrashed = true
    scene.restart()
  }
}

const approvedIds = () =>
  scene.audited
    .flatMap((entry) => (entry.kind === 'approved' ? entry.devices : []))
    .map(({ commandId }) => commandId)
    .sort()

describe('a run on many devices', () => {
  it('is saved in parts between which other work has its turn, and nothing is sent before all are there', async () => {
    scene = new RolloutScene(DEVICES)
    const seen = new Set<number>()
    const { failure } = await approve(() => {
      seen.add(rowsSaved())
      if (rowsSaved() < DEVICES) expect(scene.commandsSent()).toEqual([])
    })
    expect(failure).toBeNull()
    const sizes = [0, ...[...seen].sort((a, b) => a - b), DEVICES]
    expect(sizes).toContain(COMMANDS_AT_ONCE)
    expect(sizes.every((size, index) => size - (sizes[index - 1] ?? 0) <= COMMANDS_AT_ONCE)).toBe(true)
    expect(runBody()).not.toContain('unwritten')
    await scene.look()
    expect(scene.sendings().size).toBe(DEVICES)
  })

  it('is whole after a crash in between, under the ids of its approval, and says that nothing was sent', async () => {
    scene = new RolloutScene(DEVICES)
    const { turnId } = await approve(crashInBetween())
    const commands = scene.console.commandsOf(turnId)
    expect(commands.map(({ commandId }) => commandId).sort()).toEqual(approvedIds())
    expect(commands.map(({ deviceId }) => deviceId)).toEqual(scene.ids)
    expect(commands.every(({ state }) => ['not-delivered', 'unknown'].includes(state))).toBe(true)
    expect(commands.filter(({ state }) => state === 'not-delivered').length).toBeGreaterThanOrEqual(
      DEVICES - COMMANDS_AT_ONCE,
    )
    expect(scene.commandsSent()).toEqual([])
    expect(runBody()).not.toContain('unwritten')
  })

  it('goes on as its plan says after a crash in between, once somebody says so', async () => {
    scene = new RolloutScene(DEVICES)
    const { turnId } = await approve(crashInBetween(), planOf({ canary: { count: 0, proceed: 'ask' }, waves: null }))
    expect(scene.turn(turnId).run?.rollout).toMatchObject({ phase: 'paused', sent: 0, total: DEVICES })
    await scene.console.steer(turnId, 'resume')
    await scene.look()
    expect([...scene.sendings().values()]).toEqual(scene.ids.map(() => 1))
  })

  it('is taken back whole where the disk is full in between, and can be approved again', async () => {
    scene = new RolloutScene(DEVICES)
    scene.database.exec(`CREATE TRIGGER full BEFORE INSERT ON commands WHEN new.device_id >= 'gw_0600'
      BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`)
    const { turnId, failure } = await approve(() => {})
    expect(failure).toMatchObject({ code: 'DISK_FAILED' })
    expect([rowsSaved(), runBody()]).toEqual([0, ''])
    expect(scene.turn(turnId)).toMatchObject({ decision: 'open', run: null })
    expect(scene.commandsSent()).toEqual([])
    scene.database.exec('DROP TRIGGER full')
    await scene.console.approve(scene.turn(turnId).proposal?.id ?? '', null)
    await scene.look()
    expect(scene.sendings().size).toBe(DEVICES)
  })
})
