import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandRecord, Run } from '../../../../../preload/contract/models/commands/command.ts'
import { WHOLE_RUN_MAX } from '../../../../../preload/contract/models/limits.ts'
import { ConsoleScene, SITE } from '../scene.ts'

const OUTPUT = 'x'.repeat(4000)

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

const names = (count: number) => Array.from({ length: count }, (_, index) => `gw-${String(index).padStart(3, '0')}`)

async function startRun(count: number): Promise<Run> {
  const deviceIds = names(count)
  for (const deviceId of deviceIds) scene.addDevice(deviceId)
  return scene.run('uptime', deviceIds)
}

function commandsOf(run: Run): readonly CommandRecord[] {
  return scene.commands.folding.run(run.turnId).commands
}

/** Characters that went to the window since the last call. */
function sentChars(): number {
  return [...scene.changed.splice(0), ...scene.ran.splice(0)].reduce((sum, one) => sum + JSON.stringify(one).length, 0)
}

describe('a run on many devices', () => {
  it('reaches the window as the states of its commands, live and after a restart', async () => {
    const run = await startRun(200)
    expect(scene.turn(run.turnId).run).toMatchObject({ commands: [], states: { sent: 200 } })
    for (const [index, command] of commandsOf(run).entries()) {
      if (index < 150) scene.console.onResult(SITE, scene.result(command, { isSuccess: index % 50 !== 0 }))
    }
    expect(scene.turn(run.turnId).run).toMatchObject({ commands: [] })
    expect(scene.turn(run.turnId).run?.states).toEqual({ succeeded: 147, failed: 3, sent: 50 })
    scene.time.advance(100)
    scene.restart()
    expect(scene.turn(run.turnId).run).toMatchObject({ commands: [] })
    expect(scene.turn(run.turnId).run?.states).toEqual({ succeeded: 147, failed: 3, unknown: 50 })
  })

  it('on a thousand devices reads the same after a restart', async () => {
    const run = await startRun(1000)
    for (const [index, command] of commandsOf(run).entries()) {
      const isSuccess = index % 100 !== 0
      if (index % 250 !== 7)
        scene.console.onResult(SITE, scene.result(command, { isSuccess, stdout: `release ${index % 5}\n` }))
    }
    scene.time.advance(60_000)
    const read = async () => {
      const { folding } = scene.commands
      return [await folding.fold(run.turnId, 'exact'), folding.run(run.turnId)] as const
    }
    const before = structuredClone(await read())
    expect(before[0].counts).toMatchObject({ devices: 1000, failed: 10, silent: 4, waiting: 0 })
    scene.restart()
    expect(await read()).toEqual(before)
  })

  it('comes whole up to the limit', async () => {
    const run = await startRun(WHOLE_RUN_MAX)
    const shown = scene.turn(run.turnId).run
    expect(shown?.commands).toHaveLength(WHOLE_RUN_MAX)
    expect(shown?.states).toBeUndefined()
  })

  it('sends no output to the window with a change, however many devices answer and in how many pieces', async () => {
    const run = await startRun(300)
    sentChars()
    for (const command of commandsOf(run)) {
      const { commandId, deviceId } = command
      for (let seq = 0; seq < 4; seq++) {
        const piece = { deviceId, commandId, seq, stream: 'stdout' as const, data: OUTPUT }
        scene.console.onOutput(SITE, piece)
      }
      scene.console.onResult(SITE, scene.result(command, { stdout: OUTPUT }))
      scene.time.advance(5)
    }
    scene.time.advance(1000)
    expect(sentChars()).toBeLessThan(60_000)
    const { commands } = scene.commands.folding.run(run.turnId)
    expect(commands.every(({ stdout }) => stdout === OUTPUT)).toBe(true)
  })

  it('gives the commands that are asked for, with answers or without', async () => {
    const run = await startRun(30)
    for (const command of commandsOf(run)) scene.console.onResult(SITE, scene.result(command, { stdout: 'up\n' }))
    const { folding } = scene.commands
    const asked = ['gw-003', 'gw-029', 'gw-999']
    const whole = await folding.commands(run.turnId, asked, false)
    expect(whole.map(({ deviceId, stdout }) => [deviceId, stdout])).toEqual([
      ['gw-003', 'up\n'],
      ['gw-029', 'up\n'],
    ])
    expect(await folding.commands(run.turnId, asked, true)).toMatchObject([
      { stdout: '', state: 'succeeded' },
      { stdout: '' },
    ])
    expect(await folding.search([run.turnId], 'UP')).toHaveLength(30)
    expect(await folding.search([run.turnId], 'gw-01')).toHaveLength(10)
    scene.addDevice('gw-007', { name: '厨房树莓派' })
    expect(await folding.search([run.turnId], '厨房')).toEqual(['gw-007'])
  })

  it('shows a late answer though its commands were read before', async () => {
    const run = await startRun(25)
    const [first, ...others] = commandsOf(run)
    for (const command of others) scene.console.onResult(SITE, scene.result(command))
    scene.time.advance(60_000)
    expect(commandsOf(run)[0]?.state).toBe('no-answer')
    scene.console.onResult(SITE, scene.result(first ?? expect.fail('no command'), { stdout: 'late\n' }))
    expect(commandsOf(run)[0]).toMatchObject({ state: 'succeeded', stdout: 'late\n', marks: ['late'] })
    expect((await scene.commands.folding.fold(run.turnId, 'exact')).counts).toMatchObject({ silent: 0, same: 24 })
  })
})

describe('the words of a long run to the window', () => {
  it('is the turn with its decision first, then the states alone, which come to the same', async () => {
    const run = await startRun(40)
    const last = scene.changed.flat().at(-1)
    expect(last).toMatchObject({ id: run.turnId, decision: 'approved', run: { commands: [] } })
    scene.changed.splice(0)
    for (const command of commandsOf(run)) scene.console.onResult(SITE, scene.result(command))
    scene.time.advance(1000)
    expect(scene.changed).toEqual([])
    expect(scene.ran.flat().at(-1)).toEqual(scene.turn(run.turnId).run)
    expect(scene.ran.flat().at(-1)?.states).toEqual({ succeeded: 40 })
  })
})

describe('bad answers to a run', () => {
  it('keep the first of a thousand answers of one device, and tell the window of few of them', async () => {
    const run = await startRun(25)
    for (const command of commandsOf(run)) scene.console.onResult(SITE, scene.result(command))
    scene.time.advance(1000)
    sentChars()
    const [first = expect.fail('no command')] = commandsOf(run)
    for (let again = 0; again < 1000; again++) {
      scene.console.onResult(SITE, scene.result(first, { stdout: `answer ${again}\n` }))
    }
    scene.time.advance(1000)
    expect(scene.ran.length + scene.changed.length).toBeLessThan(5)
    expect(commandsOf(run)[0]).toMatchObject({ stdout: 'ok\n', marks: ['conflict'] })
    expect((await scene.commands.folding.fold(run.turnId, 'exact')).counts).toMatchObject({ same: 25, devices: 25 })
  })

  it('fold outputs of 4 MB that differ at their end in the part that is kept', async () => {
    const run = await startRun(3)
    const big = 'a line of a log that goes on\n'.repeat(145_000)
    for (const [index, command] of commandsOf(run).entries()) {
      scene.console.onResult(SITE, scene.result(command, { stdout: index === 2 ? big.replaceAll('log', 'dog') : big }))
    }
    const { groups } = await scene.commands.folding.fold(run.turnId, 'exact')
    expect(groups.map(({ kind, deviceIds }) => [kind, deviceIds.length])).toEqual([
      ['differs', 1],
      ['majority', 2],
    ])
    expect((await scene.commands.folding.fold(run.turnId, 'similar')).groups).toHaveLength(2)
    expect((await scene.commands.folding.values(run.turnId)).columns).toEqual([])
  })

  it('are never the same where they differ only in the part that is not shown, unless in colours and line ends', async () => {
    const run = await startRun(4)
    const big = 'a line of a log that goes on\n'.repeat(100_000)
    const middle = big.length / 2
    const outputs = [
      big,
      `${big.slice(0, middle)}X${big.slice(middle + 1)}`,
      `${big.slice(0, middle)}\u001b[31m\u001b[0m${big.slice(middle)}`,
      `${big.slice(0, middle).replaceAll('\n', '\r\n')}${big.slice(middle)}`,
    ]
    for (const [index, command] of commandsOf(run).entries())
      scene.console.onResult(SITE, scene.result(command, { stdout: outputs[index] ?? '' }))
    const shown = commandsOf(run)
    expect(shown[0]?.stdout).toBe(shown[1]?.stdout)
    const groupsOf = async () =>
      (await scene.commands.folding.fold(run.turnId, 'exact')).groups.map(({ deviceIds }) => deviceIds)
    const groups = await groupsOf()
    expect(groups).toEqual([['gw-001'], ['gw-000', 'gw-002', 'gw-003']])
    scene.time.advance(1000)
    scene.restart()
    expect(await groupsOf()).toEqual(groups)
  })
})
