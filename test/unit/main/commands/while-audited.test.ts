import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConsoleScene, SITE, TYPED } from './scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

describe('while the disk is busy with the audit', () => {
  it.each(['none', 'cancel'])(
    'sends nothing called off before the audit was on disk (capability: %s)',
    async (known) => {
      scene.addDevice('rpi_001', { capabilities: known === 'cancel' ? ['cancel'] : [] })
      const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
      const approving = scene.console.approve(turn.proposal?.id ?? '', null)
      const queued = () => scene.turn(turn.id).run?.commands.find(({ state }) => state === 'queued')
      while (!queued()) await new Promise((resolve) => setImmediate(resolve))
      await scene.console.cancelCommand(queued()?.commandId ?? '')
      await approving
      await scene.settle()
      expect(scene.commandsSent()).toEqual([])
      expect(scene.turn(turn.id).run?.commands[0]?.state).toBe('cancelled')
    },
  )

  it('keeps nothing of a decision of which one part cannot be kept; and it can be made again', async () => {
    scene.database.exec("CREATE TRIGGER full BEFORE UPDATE ON turns BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    const id = turn.proposal?.id ?? ''
    await expect(scene.console.approve(id, null)).rejects.toMatchObject({ code: 'DISK_FAILED' })
    expect(scene.database.prepare('SELECT id FROM runs UNION SELECT run_id FROM grants').all()).toEqual([])
    expect(scene.database.prepare('SELECT command_id FROM commands').all()).toEqual([])
    expect(scene.turn(turn.id)).toMatchObject({ decision: 'open', run: null })
    expect(scene.console.inFlight(SITE, 'rpi_001')).toBeNull()
    scene.database.exec('DROP TRIGGER full')
    await scene.console.approve(id, null)
    await scene.settle()
    expect(scene.commandsSent()).toHaveLength(1)
  })

  it('shows the decision as made, and takes no second one, before it is in the database', async () => {
    const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    const approving = scene.console.approve(turn.proposal?.id ?? '', null)
    expect(scene.turn(turn.id).decision).toBe('approved')
    expect(() => scene.console.reject(turn.proposal?.id ?? '')).toThrow('PROPOSAL_CLOSED')
    await approving
    scene.restart()
    expect(scene.turn(turn.id).decision).toBe('approved')
  })
})
