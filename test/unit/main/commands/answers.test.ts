import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConsoleScene, SITE } from './scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

describe('an answer that does not come', () => {
  it('is declared at timeout + 10 s, and a later result is the real outcome, marked late', async () => {
    const run = await scene.run('df')
    scene.time.advance(39_999)
    expect(scene.command(run).state).toBe('sent')
    scene.time.advance(1)
    expect(scene.command(run)).toMatchObject({ state: 'no-answer', finishedAt: scene.time.now() })
    scene.time.advance(5_000)
    expect(scene.console.onResult(SITE, scene.result(scene.command(run)))).toBe('accepted')
    expect(scene.command(run)).toMatchObject({
      state: 'succeeded',
      marks: ['late'],
      durationMs: 45_000,
      stdout: 'ok\n',
    })
    expect(scene.audited.at(-1)).toMatchObject({ kind: 'outcome', outcome: 'succeeded', isLate: true })
  })

  it('is unknown, never failed, after a timeout that costs such a device its connection', async () => {
    const run = await scene.run('sleep 85', ['rpi_001'], 85)
    scene.time.advance(95_000)
    expect(scene.command(run).state).toBe('unknown')
  })

  it('is no answer from a device whose network does not wait for its commands', async () => {
    scene.addDevice('rpi_001', { capabilities: ['ack'] })
    const run = await scene.run('sleep 85', ['rpi_001'], 85)
    scene.time.advance(95_000)
    expect(scene.command(run).state).toBe('no-answer')
  })

  it('is waited for longer behind another command of the same device', async () => {
    const first = await scene.run('sleep 29')
    scene.time.advance(5_000)
    const second = await scene.run('df')
    scene.time.advance(20_000)
    scene.console.onResult(SITE, scene.result(scene.command(first)))
    scene.time.advance(39_999)
    expect(scene.command(second).state).toBe('sent')
    scene.time.advance(1)
    expect(scene.command(second).state).toBe('no-answer')
  })

  it('is counted from when the device says that it runs', async () => {
    const run = await scene.run('df')
    const { commandId, deviceId } = scene.command(run)
    scene.time.advance(30_000)
    scene.console.onAck(SITE, { deviceId, commandId, state: 'running', reason: null, receivedAt: scene.time.now() })
    scene.time.advance(39_999)
    expect(scene.command(run).state).toBe('running')
    scene.time.advance(1)
    expect(scene.command(run).state).toBe('no-answer')
  })

  it('is unknown when the connection is lost, and only for what was sent and not answered', async () => {
    const answered = await scene.run('df')
    scene.console.onResult(SITE, scene.result(scene.command(answered)))
    const waiting = await scene.run('df')
    scene.console.onConnectionLost('site-b')
    expect(scene.command(waiting).state).toBe('sent')
    scene.console.onConnectionLost(SITE)
    expect(scene.command(answered).state).toBe('succeeded')
    expect(scene.command(waiting).state).toBe('unknown')
    scene.time.advance(3_600_000)
    expect(scene.commandsSent()).toHaveLength(2)
    scene.console.onResult(SITE, scene.result(scene.command(waiting), { isSuccess: false }))
    expect(scene.command(waiting)).toMatchObject({ state: 'failed', marks: ['late'] })
  })
})

describe('an answer that is not the expected one', () => {
  it.each([
    ['of an id never sent', { commandId: '11111111-1111-4111-8111-111111111111' }],
    ['of the id "unknown"', { commandId: 'unknown' }],
    ['of an epoch as id', { commandId: '1700000000.123' }],
    ['of another device', { deviceId: 'rpi_002' }],
  ])('%s is an orphan and changes nothing', async (_what, change) => {
    const run = await scene.run('df')
    expect(scene.console.onResult(SITE, scene.result(scene.command(run), change))).toBe('orphan')
    expect(scene.command(run)).toMatchObject({ state: 'sent', stdout: '' })
  })

  it('of another connection is an orphan: two sites may use one device id', async () => {
    const run = await scene.run('df')
    expect(scene.console.onResult('site-b', scene.result(scene.command(run)))).toBe('orphan')
    expect(scene.command(run).state).toBe('sent')
  })

  it('the same once more is a duplicate, later ones leave no trace', async () => {
    const run = await scene.run('df')
    const result = scene.result(scene.command(run))
    const verdicts = [1, 2, 3].map((wait) => {
      scene.time.advance(wait)
      return scene.console.onResult(SITE, { ...result, receivedAt: scene.time.now() })
    })
    expect(verdicts).toEqual(['accepted', 'accepted', 'accepted'])
    expect(scene.command(run)).toMatchObject({ state: 'succeeded', marks: ['duplicate'], durationMs: 1 })
    expect(scene.audited.filter(({ kind }) => kind === 'outcome')).toHaveLength(1)
  })

  it('another one is a conflict: the first stands, also after a restart', async () => {
    const run = await scene.run('df')
    const command = scene.command(run)
    scene.console.onResult(SITE, scene.result(command))
    await scene.settle()
    scene.time.advance(20)
    scene.restart()
    const second = scene.result(command, { isSuccess: false, stdout: 'other' })
    expect(scene.console.onResult(SITE, second)).toBe('conflict')
    expect(scene.console.onResult(SITE, second)).toBe('conflict')
    expect(scene.command(run)).toMatchObject({ state: 'succeeded', stdout: 'ok\n', marks: ['conflict'] })
    expect(scene.console.outputText(command.commandId)).toBe('ok\n')
    expect(scene.audited.filter(({ kind }) => kind === 'outcome')).toHaveLength(2)
  })
})

describe('a result', () => {
  it('tells the executor giving up from a command that speaks of a timeout', async () => {
    const quick = await scene.run('curl x')
    const speaks = { isSuccess: false, stdout: 'curl: operation timed out' }
    scene.time.advance(5_000)
    scene.console.onResult(SITE, scene.result(scene.command(quick), speaks))
    expect(scene.command(quick).state).toBe('failed')
    const slow = await scene.run('sleep 60')
    scene.time.advance(30_050)
    const gaveUp = { isSuccess: false, stdout: 'Command timed out after 30 seconds' }
    scene.console.onResult(SITE, scene.result(scene.command(slow), gaveUp))
    expect(scene.command(slow)).toMatchObject({ state: 'timed-out', marks: ['timeout-kills-nothing'] })
    scene.console.onResult(SITE, scene.result(scene.command(slow)))
    expect(scene.command(slow)).toMatchObject({ state: 'succeeded', marks: ['timeout-kills-nothing', 'late'] })
  })

  it('shows error text also on success, which `success` alone decides', async () => {
    const run = await scene.run('df')
    scene.console.onResult(SITE, scene.result(scene.command(run), { stderr: 'warning', exitCode: 0, durationMs: 7 }))
    expect(scene.command(run)).toMatchObject({ state: 'succeeded', stderr: 'warning', exitCode: 0, durationMs: 7 })
  })

  it('marks output that was no UTF-8, was cut by the device, or hides characters, and shows it inert', async () => {
    const run = await scene.run('df')
    const hostile = { isNotUtf8: true, isTruncatedByDevice: true, stdout: 'a\u202eb\u001b]0;x\u0007c' }
    scene.console.onResult(SITE, scene.result(scene.command(run), hostile))
    const { stdout, marks } = scene.command(run)
    expect(stdout).toBe('a⟨U+202E⟩bc')
    expect(marks).toEqual(['not-utf8', 'cut-by-device', 'invisible-characters'])
    expect(scene.console.outputText(scene.command(run).commandId)).toBe(hostile.stdout)
  })

  it('is kept whole and shown cut, with both sizes', async () => {
    const run = await scene.run('cat big')
    const stdout = `${'head'.repeat(200_000)}${'tail'.repeat(200_000)}`
    scene.console.onResult(SITE, scene.result(scene.command(run), { stdout, stderr: 'err' }))
    const command = scene.command(run)
    expect(command).toMatchObject({ outputBytes: 1_600_003, shownBytes: 262_144, marks: ['cut-by-console'] })
    expect(command.stdout.startsWith('head') && command.stdout.endsWith('tail')).toBe(true)
    expect(scene.console.outputText(command.commandId)).toBe(`${stdout}\n--- stderr ---\nerr`)
  })

  it('rejects with the device’s own reason', async () => {
    for (const [reason, state] of [
      ['busy', 'rejected'],
      ['expired', 'expired'],
    ] as const) {
      const run = await scene.run('df')
      const { commandId, deviceId } = scene.command(run)
      scene.console.onAck(SITE, { deviceId, commandId, state: 'rejected', reason, receivedAt: scene.time.now() })
      expect(scene.command(run)).toMatchObject({ state, reason })
    }
  })
})

describe('output as it comes', () => {
  it('is shown live, in order, each piece once, and stays when the result brings none', async () => {
    const run = await scene.run('make')
    const { commandId, deviceId } = scene.command(run)
    const piece = (seq: number, stream: 'stdout' | 'stderr', data: string, from = deviceId) =>
      scene.console.onOutput(SITE, { deviceId: from, commandId, seq, stream, data })
    piece(0, 'stdout', 'one\n')
    piece(0, 'stdout', 'one\n')
    piece(1, 'stderr', 'oops\n')
    piece(2, 'stdout', 'forged\n', 'rpi_002')
    piece(2, 'stdout', 'two\n')
    expect(scene.command(run)).toMatchObject({ state: 'sent', stdout: 'one\ntwo\n', stderr: 'oops\n', outputBytes: 13 })
    scene.console.onResult(SITE, scene.result(scene.command(run), { stdout: '' }))
    piece(3, 'stdout', 'after the end')
    expect(scene.command(run)).toMatchObject({ state: 'succeeded', stdout: 'one\ntwo\n', stderr: 'oops\n' })
    expect(scene.console.outputText(commandId)).toContain('one\ntwo\n')
  })

  it('survives a device that never sends again', async () => {
    const run = await scene.run('make')
    const { commandId, deviceId } = scene.command(run)
    scene.console.onOutput(SITE, { deviceId, commandId, seq: 0, stream: 'stdout', data: 'half' })
    scene.time.advance(41_000)
    scene.restart()
    expect(scene.command(run)).toMatchObject({ state: 'no-answer', stdout: 'half' })
  })
})

describe('cancel', () => {
  it('stops waiting where the device cannot be asked, and a result still finds its command', async () => {
    const run = await scene.run('sleep 20')
    await scene.console.cancelCommand(scene.command(run).commandId)
    expect(scene.published.map(({ topic }) => topic)).toEqual(['device/rpi_001/command'])
    expect(scene.command(run).state).toBe('cancelled')
    scene.console.onResult(SITE, scene.result(scene.command(run)))
    expect(scene.command(run)).toMatchObject({ state: 'succeeded', marks: ['late'] })
  })

  it('asks a device that can, and takes its failing answer for the cancellation', async () => {
    scene.addDevice('rpi_001', { capabilities: ['cancel'] })
    const run = await scene.run('sleep 20')
    const command = scene.command(run)
    await scene.console.cancelCommand(command.commandId)
    expect(scene.published.at(-1)).toMatchObject({
      topic: 'device/rpi_001/cancel',
      payload: { command_id: command.commandId },
    })
    expect(scene.command(run).state).toBe('sent')
    scene.console.onResult(SITE, scene.result(command, { isSuccess: false, stdout: 'partial' }))
    expect(scene.command(run)).toMatchObject({ state: 'cancelled', stdout: 'partial', marks: [] })
  })

  it('waits 10 s for a device that was asked and does not answer', async () => {
    scene.addDevice('rpi_001', { capabilities: ['cancel'] })
    const run = await scene.run('sleep 20')
    await scene.console.cancelCommand(scene.command(run).commandId)
    scene.time.advance(10_000)
    expect(scene.command(run).state).toBe('cancelled')
  })

  it('does not wait when the broker did not take the request', async () => {
    scene.addDevice('rpi_001', { capabilities: ['cancel'] })
    const run = await scene.run('sleep 20')
    scene.answer = async () => ({ kind: 'no-subscriber' })
    await scene.console.cancelCommand(scene.command(run).commandId)
    expect(scene.command(run).state).toBe('cancelled')
  })

  it('says that a command is not there', async () => {
    const unknown = '11111111-1111-4111-8111-111111111111'
    await expect(scene.console.cancelCommand(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(() => scene.console.outputText(unknown)).toThrow('NOT_FOUND')
  })
})

describe('a restart', () => {
  it('makes unknown what was in flight, sends nothing again, and still takes the result', async () => {
    const run = await scene.run('df')
    const command = scene.command(run)
    scene.restart()
    expect(scene.command(run).state).toBe('unknown')
    expect(scene.console.inFlight(SITE, 'rpi_001')).toBeNull()
    expect(scene.commandsSent()).toHaveLength(1)
    expect(scene.console.onResult(SITE, scene.result(command))).toBe('accepted')
    expect(scene.command(run)).toMatchObject({ state: 'succeeded', marks: ['late'], stdout: 'ok\n' })
    scene.time.advance(100)
    scene.restart()
    expect(scene.command(run)).toMatchObject({ state: 'succeeded', marks: ['late'], stdout: 'ok\n' })
  })

  it('calls not delivered what was approved and never handed to the broker', async () => {
    const run = await scene.run('df')
    scene.database.exec("UPDATE commands SET state = 'approved', body = json_set(body, '$.record.state', 'approved')")
    scene.restart()
    expect(scene.command(run).state).toBe('not-delivered')
    expect(scene.commandsSent()).toHaveLength(1)
  })

  it('knows the oldest command at work on a device until it ends', async () => {
    const first = await scene.run('sleep 5')
    const since = scene.time.now()
    scene.time.advance(1_000)
    await scene.run('df')
    expect(scene.console.inFlight(SITE, 'rpi_001')).toEqual({ commandId: scene.command(first).commandId, since })
    scene.console.onResult(SITE, scene.result(scene.command(first)))
    expect(scene.console.inFlight(SITE, 'rpi_001')).toMatchObject({ since: since + 1_000 })
    expect(scene.console.inFlight(SITE, 'rpi_002')).toBeNull()
    expect(scene.console.inFlight('site-b', 'rpi_001')).toBeNull()
  })
})
