import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConsoleScene, TYPED } from './scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

/** Replaces a value in the stored body of a turn, as an older version or a damaged disk might have left it. */
function damage(turnId: string, change: (body: Record<string, Record<string, unknown>>) => unknown): void {
  const row = scene.database.prepare('SELECT body FROM turns WHERE id = ?').get(turnId) as { body: string }
  const changed = change(JSON.parse(row.body))
  const text = typeof changed === 'string' ? changed : JSON.stringify(changed)
  scene.database.prepare('UPDATE turns SET body = ? WHERE id = ?').run(text, turnId)
}

async function decidedTurn(command: string): Promise<string> {
  const turn = scene.console.type(['rpi_001'], command, 30, TYPED)
  await scene.settle()
  scene.console.reject(turn.proposal?.id ?? '')
  await scene.settle()
  return turn.id
}

describe('a stored turn', () => {
  it('is left out when its row has another shape, and the others are shown', async () => {
    const [damaged, other] = [await decidedTurn('uptime'), await decidedTurn('df -h')]
    damage(damaged, (body) => ({ ...body, turn: { ...body.turn, deviceIds: 5 } }))
    expect(scene.console.turns(null, 50).map(({ id }) => id)).toEqual([other])
  })

  it('counts as made from device output when its row does not say so', async () => {
    const turnId = await decidedTurn('uptime')
    damage(turnId, (body) => {
      const { isFromDeviceOutput: _mark, ...turn } = body.turn ?? {}
      return { ...body, turn }
    })
    expect(scene.console.turns(null, 50)).toMatchObject([{ id: turnId, isFromDeviceOutput: true }])
  })

  it('does not keep the app from starting when its row is no JSON', async () => {
    const [damaged, other] = [await decidedTurn('uptime'), await decidedTurn('df -h')]
    damage(damaged, () => '{"turn": ')
    scene.restart()
    expect(scene.console.turns(null, 50).map(({ id }) => id)).toEqual([other])
  })
})
