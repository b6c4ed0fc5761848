import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConsoleScene } from './scene.ts'

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
      const turn = scene.console.type(['rpi_001'], 'df', 30)
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
})
