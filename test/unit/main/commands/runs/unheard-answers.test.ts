import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConsoleScene, SITE } from '../scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

const MB = 1024 * 1024

describe('an answer that is too large to take in', () => {
  const large = (deviceId: string, commandId: string | null) => {
    scene.time.advance(700)
    const result = { deviceId, commandId, payloadBytes: 6 * MB, receivedAt: scene.time.now() }
    scene.console.onOversized(SITE, result)
  }

  it('ends the command that it names, with its size, and no other', async () => {
    const [first, second] = [await scene.run('cat big'), await scene.run('df -h')]
    large('rpi_001', scene.command(first).commandId)
    const ended = { state: 'too-large', answerBytes: 6 * MB, durationMs: 700, stdout: '', outputBytes: 0 }
    expect(scene.command(first)).toMatchObject({ ...ended, marks: [] })
    expect(scene.command(second).state).toBe('sent')
    expect(scene.audited.at(-1)).toMatchObject({ kind: 'outcome', outcome: 'too-large', outputBytes: 0 })
    scene.time.advance(3_600_000)
    expect(scene.command(first)).toMatchObject(ended)
  })

  it('ends the one command of the device where it names none, and none of several', async () => {
    const run = await scene.run('cat big')
    large('rpi_002', null)
    expect(scene.command(run).state).toBe('sent')
    large('rpi_001', null)
    expect(scene.command(run).state).toBe('too-large')
    const two = [await scene.run('df'), await scene.run('uptime')]
    large('rpi_001', null)
    expect(two.map((one) => scene.command(one).state)).toEqual(['sent', 'sent'])
  })

  it('from another device than was asked ends nothing', async () => {
    const run = await scene.run('cat big')
    large('rpi_002', scene.command(run).commandId)
    expect(scene.command(run).state).toBe('sent')
  })

  it('is late after nobody expected it any more', async () => {
    const run = await scene.run('cat big')
    scene.time.advance(60_000)
    expect(scene.command(run).state).toBe('no-answer')
    large('rpi_001', scene.command(run).commandId)
    expect(scene.command(run)).toMatchObject({ state: 'too-large', marks: ['late'] })
  })
})

describe('a command without an answer', () => {
  it('is waited for a moment longer where the computer slept, because its answer may be about to be heard', async () => {
    const [first, second] = [await scene.run('uptime'), await scene.run('df')]
    scene.time.sleep(3_600_000)
    scene.time.advance(5_000)
    expect(scene.command(first).state).toBe('sent')
    scene.console.onResult(SITE, scene.result(scene.command(first)))
    expect(scene.command(first).state).toBe('succeeded')
    scene.time.advance(60_000)
    expect(scene.command(second).state).toBe('no-answer')
  })

  const away = (capabilities: readonly string[] = []): void => {
    const target = scene.targets.get('rpi_001')
    if (target !== undefined) scene.targets.set('rpi_001', { ...target, presence: 'lost', capabilities })
  }

  it.each([
    ['a device that is away, over a broker that keeps commands', true, (): void => away([]), ['may-run-later']],
    ['a device that is away and refuses what has expired', true, (): void => away(['expiry']), []],
    ['a device that is away, over a broker that drops what has expired', false, (): void => away([]), []],
    ['a device that is there', true, (): void => undefined, []],
  ] as const)('is known by %s whether it may run later', async (_which, keepsCommands, prepare, marks) => {
    scene.active = { connectionId: SITE, isConnected: true, keepsCommands }
    prepare()
    const run = await scene.run('reboot')
    scene.time.advance(60_000)
    expect(scene.command(run)).toMatchObject({ state: 'no-answer', marks })
  })

  it('is known to have gone out while no answer could be heard', async () => {
    scene.active = { connectionId: SITE, isConnected: true, isDeaf: true }
    const run = await scene.run('uptime')
    scene.time.advance(60_000)
    expect(scene.command(run)).toMatchObject({ state: 'no-answer', marks: ['not-heard'] })
  })

  it('is unknown at once where the connection broke right after the broker took it', async () => {
    scene.answer = async () => {
      scene.active = { connectionId: SITE, isConnected: false }
      scene.console.onConnectionLost(SITE)
      return { kind: 'acknowledged' }
    }
    const run = await scene.run('uptime')
    expect(scene.command(run).state).toBe('unknown')
  })
})
