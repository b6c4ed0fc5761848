import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublishOutcome } from '../../../../main/shared/exchange.ts'
import { AppError } from '../../../../preload/contract/errors.ts'
import { ConsoleScene, SITE, TYPED } from './scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

describe('a run', () => {
  it('goes from approval over audit, database and publish to the answer, in this order', async () => {
    scene.answer = async () => {
      const states = scene.database.prepare('SELECT state FROM commands').all()
      expect(states).toEqual([{ state: 'queued' }])
      return { kind: 'acknowledged' }
    }
    const run = await scene.run('df -h')
    expect(scene.command(run)).toMatchObject({ state: 'sent', sentAt: scene.time.now() })
    scene.time.advance(250)
    expect(scene.console.onResult(SITE, scene.result(scene.command(run)))).toBe('accepted')
    expect(scene.command(run)).toMatchObject({ state: 'succeeded', stdout: 'ok\n', durationMs: 250, marks: [] })
    scene.time.advance(20)
    expect(scene.database.prepare('SELECT state FROM commands').all()).toEqual([{ state: 'succeeded' }])
    expect(scene.events).toEqual([
      'audit approved',
      'flight began',
      'publish rpi_001',
      'audit sent',
      'audit outcome',
      'flight ended',
    ])
  })

  it('publishes the approved bytes with all that the protocol asks for', async () => {
    const run = await scene.run("echo '你好'", ['rpi_001'], 45)
    const { commandId } = scene.command(run)
    expect(scene.published).toEqual([
      {
        topic: 'device/rpi_001/command',
        payload: {
          command_id: commandId,
          command: "echo '你好'",
          timeout: 45,
          v: 2,
          issued_at: new Date(scene.time.now()).toISOString(),
          expires_at: new Date(scene.time.now() + 30_000).toISOString(),
        },
        options: {
          connectionId: SITE,
          messageExpiryS: 30,
          responseTopic: 'device/rpi_001/result',
          correlationData: Buffer.from(commandId),
        },
      },
    ])
  })

  it('sends nothing of a batch that cannot be written down, and every command says so', async () => {
    scene.database.exec(
      "CREATE TRIGGER disk_full BEFORE UPDATE ON grant_devices BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    )
    const run = await scene.run('df -h', ['rpi_001', 'rpi_002'])
    expect(scene.commandsSent()).toEqual([])
    for (const deviceId of ['rpi_001', 'rpi_002']) {
      expect(scene.command(run, deviceId)).toMatchObject({ state: 'not-delivered', sentAt: null })
    }
  })

  it('writes the approval into the audit: operator, command and devices', async () => {
    const turn = scene.console.type(['rpi_001', 'rpi_002'], 'df', 30, TYPED)
    const revised = scene.console.revise(turn.proposal?.id ?? '', 'df -h', 30)
    const run = await scene.console.approve(revised.id, null)
    expect(scene.audited[0]).toMatchObject({
      kind: 'approved',
      operator: 'Li',
      connectionId: SITE,
      runId: run.id,
      approvalId: run.approvalId,
      proposed: 'df',
      sent: 'df -h',
      class: 'read',
      rules: ['r'],
      tableVersion: 't1',
      source: { kind: 'typed', name: '' },
      devices: run.commands.map(({ deviceId, commandId }) => ({ deviceId, commandId })),
    })
  })

  it.each<[PublishOutcome, object]>([
    [{ kind: 'no-subscriber' }, { state: 'not-delivered', sentAt: null, reason: null }],
    [{ kind: 'unsent' }, { state: 'not-delivered', sentAt: null, reason: 'not-connected' }],
    [
      { kind: 'refused', reasonCode: 0x87 },
      { state: 'refused', reason: '0x87' },
    ],
    [{ kind: 'unknown' }, { state: 'unknown' }],
  ])('says what the broker said: %o', async (outcome, expected) => {
    scene.answer = async () => outcome
    const run = await scene.run('df')
    expect(scene.command(run)).toMatchObject(expected)
    scene.time.advance(3_600_000)
    expect(scene.commandsSent()).toHaveLength(1)
  })

  it('keeps an answer that overtakes the PUBACK', async () => {
    let acknowledge: (outcome: PublishOutcome) => void = () => undefined
    scene.answer = () => new Promise((resolve) => (acknowledge = resolve))
    const run = await scene.run('df')
    scene.console.onResult(SITE, scene.result(scene.command(run)))
    acknowledge({ kind: 'acknowledged' })
    await scene.settle()
    expect(scene.command(run)).toMatchObject({ state: 'succeeded', sentAt: scene.time.now() })
  })

  it('keeps the answers of several devices apart', async () => {
    const run = await scene.run('df', ['rpi_001', 'rpi_002'])
    scene.console.onResult(
      SITE,
      scene.result(scene.command(run, 'rpi_002'), { isSuccess: false, stdout: '', stderr: 'no' }),
    )
    expect(scene.command(run, 'rpi_001').state).toBe('sent')
    expect(scene.command(run, 'rpi_002')).toMatchObject({ state: 'failed', stderr: 'no' })
    expect(new Set(scene.commandsSent().map(({ payload }) => payload.command_id)).size).toBe(2)
  })

  it('addresses no device twice, whatever answers, losses and cancels come in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('result', 'lost', 'cancel', 'puback', 'wait', 'left', 'approve again')),
        async (steps) => {
          const own = new ConsoleScene()
          try {
            const waiting: ((outcome: PublishOutcome) => void)[] = []
            own.answer = () => new Promise((resolve) => waiting.push(resolve))
            const turn = own.console.type(['rpi_001', 'rpi_002'], 'df', 30, TYPED)
            const proposalId = turn.proposal?.id ?? ''
            const run = await own.console.approve(proposalId, null)
            for (const step of steps) {
              const [command] = own.turn(turn.id).run?.commands ?? []
              if (step === 'result' && command) own.console.onResult(SITE, own.result(command))
              if (step === 'lost') own.console.onConnectionLost(SITE)
              if (step === 'left') own.console.onConnectionLeft(SITE)
              if (step === 'cancel' && command) await own.console.cancelCommand(command.commandId)
              if (step === 'puback') for (const settle of waiting.splice(0)) settle({ kind: 'acknowledged' })
              if (step === 'wait') own.time.advance(60_000)
              if (step === 'approve again') await own.console.approve(proposalId, null).catch(() => undefined)
              await own.settle()
            }
            const topics = own.commandsSent().map(({ topic }) => topic)
            expect(new Set(topics).size).toBe(topics.length)
            expect(run.commands).toHaveLength(2)
          } finally {
            own.remove()
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('nothing is sent', () => {
  async function refused(approve: Promise<unknown>): Promise<unknown> {
    const code = await approve.then(
      () => 'approved',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    )
    await scene.settle()
    expect(scene.published).toEqual([])
    return code
  }

  it('when the audit cannot be written; and the proposal can be tried again', async () => {
    scene.auditError = new AppError('AUDIT_FAILED')
    const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    const id = turn.proposal?.id ?? ''
    expect(await refused(scene.console.approve(id, null))).toBe('AUDIT_FAILED')
    expect(scene.turn(turn.id)).toMatchObject({ decision: 'open', run: null })
    expect(scene.console.inFlight(SITE, 'rpi_001')).toBeNull()
    expect(scene.database.prepare('SELECT id FROM runs UNION SELECT command_id FROM commands').all()).toEqual([])
    scene.auditError = null
    await scene.console.approve(id, null)
    await scene.settle()
    expect(scene.commandsSent()).toHaveLength(1)
  })

  it('when the classifier throws at the proposal', () => {
    scene.classifierError = new Error('bug')
    expect(() => scene.console.type(['rpi_001'], 'df', 30, TYPED)).toThrow('bug')
    expect(scene.published).toEqual([])
  })

  it('when the classifier throws at the approval', async () => {
    const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    scene.classifierError = new Error('bug')
    expect(await refused(scene.console.approve(turn.proposal?.id ?? '', null))).toBe('Error: bug')
  })

  it.each<[string, () => void]>([
    ['the class rose', () => void scene.classes.set('df', { class: 'change' })],
    ['the rule tables changed', () => Object.assign(scene, { tableVersion: 't2' })],
    ['the device became another system', () => scene.addDevice('rpi_001', { system: 'windows-cmd' })],
  ])('when %s since the proposal', async (_what, change) => {
    const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    change()
    expect(await refused(scene.console.approve(turn.proposal?.id ?? '', null))).toBe('APPROVAL_INVALID')
  })

  it('for a second click, a replaced, a rejected and an invented proposal', async () => {
    const first = scene.console.type(['rpi_001'], 'df', 30, TYPED).proposal?.id ?? ''
    scene.console.revise(first, 'du', 30)
    expect(await refused(scene.console.approve(first, null))).toBe('PROPOSAL_CLOSED')
    const second = scene.console.type(['rpi_001'], 'df', 30, TYPED).proposal?.id ?? ''
    scene.console.reject(second)
    expect(await refused(scene.console.approve(second, null))).toBe('PROPOSAL_CLOSED')
    expect(await refused(scene.console.approve('11111111-1111-4111-8111-111111111111', null))).toBe('PROPOSAL_CLOSED')
    const third = scene.console.type(['rpi_001'], 'df', 30, TYPED).proposal?.id ?? ''
    const clicks = [scene.console.approve(third, null), scene.console.approve(third, null)]
    const outcomes = await Promise.allSettled(clicks)
    await scene.settle()
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(scene.commandsSent()).toHaveLength(1)
  })

  it('without the typed confirmation, with the wrong one, or for what is forbidden, refused or endless', async () => {
    scene.classes.set('reboot', { class: 'destructive' })
    const turn = scene.console.type(['rpi_001'], 'reboot', 30, TYPED)
    expect(turn.proposal).toMatchObject({ confirmation: 'rpi_001', isSendable: true })
    for (const typed of [null, 'rpi_002']) {
      expect(await refused(scene.console.approve(turn.proposal?.id ?? '', typed))).toBe('CONFIRMATION_MISMATCH')
    }
    for (const [change, code] of [
      [{ class: 'forbidden' }, 'COMMAND_FORBIDDEN'],
      [{ class: 'refused' }, 'COMMAND_REFUSED'],
      [{ endless: true }, 'COMMAND_ENDLESS'],
    ] as const) {
      scene.classes.set('x', change)
      const { proposal } = scene.console.type(['rpi_001'], 'x', 30, TYPED)
      expect(proposal?.isSendable).toBe(false)
      expect(await refused(scene.console.approve(proposal?.id ?? '', 'rpi_001'))).toBe(code)
    }
  })

  it('to another connection, or while there is none', async () => {
    const id = scene.console.type(['rpi_001'], 'df', 30, TYPED).proposal?.id ?? ''
    scene.active = { connectionId: SITE, isConnected: false }
    expect(await refused(scene.console.approve(id, null))).toBe('NOT_CONNECTED')
    scene.active = { connectionId: 'site-b', isConnected: true }
    expect(await refused(scene.console.approve(id, null))).toBe('CONNECTION_SWITCHED')
  })

  it('when the connection is switched between approval and publish', async () => {
    const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    const approving = scene.console.approve(turn.proposal?.id ?? '', null)
    scene.active = { connectionId: 'site-b', isConnected: true }
    scene.console.onConnectionLeft(SITE)
    await refused(approving)
    scene.active = { connectionId: SITE, isConnected: true }
    expect(scene.turn(turn.id).run?.commands[0]?.state).toBe('not-delivered')
  })

  it('when the database cannot keep the run', async () => {
    scene.database.exec("CREATE TRIGGER full BEFORE INSERT ON runs BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    expect(await refused(scene.console.approve(turn.proposal?.id ?? '', null))).toBe('DISK_FAILED')
  })

  it('when the database cannot note that it is about to be sent', async () => {
    scene.database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON commands WHEN new.state = 'queued' BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    )
    const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    await refused(scene.console.approve(turn.proposal?.id ?? '', null))
  })

  it.each<[string, (written: Record<string, unknown>) => object]>([
    ['other bytes', (written) => ({ ...written, command: 'rm -rf /home' })],
    ['another timeout', (written) => ({ ...written, timeout: 3600 })],
    ['another id', (written) => ({ ...written, command_id: 'x' })],
    ['no command', () => ({})],
  ])('when what was encoded holds %s', async (_what, change) => {
    const { encode } = scene
    scene.encode = (command) => Buffer.from(JSON.stringify(change(JSON.parse(encode(command).toString()))))
    const turn = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    await refused(scene.console.approve(turn.proposal?.id ?? '', null))
    expect(scene.turn(turn.id).run?.commands[0]?.state).toBe('not-delivered')
  })
})
