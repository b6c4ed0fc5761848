import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../../../main/safety/audit/audit-record.ts'
import { ConsoleScene, SITE, TYPED } from '../scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

const rejected = () => scene.audited.filter((entry) => entry.kind === 'rejected')
const switched = () => scene.audited.filter((entry) => entry.kind === 'switch')

function propose(command: string): string {
  const { proposal } = scene.console.type(['rpi_001'], command, 30, TYPED)
  if (proposal === null) throw new Error('no proposal')
  return proposal.id
}

describe('the audit of what was not sent', () => {
  it('records a command that a person turned down', () => {
    scene.classes.set('reboot', { class: 'destructive', rules: ['power.reboot'] })
    scene.console.reject(propose('reboot'))
    expect(rejected()).toMatchObject([
      {
        at: scene.time.now(),
        operator: 'Li',
        connectionId: SITE,
        deviceIds: ['rpi_001'],
        proposed: 'reboot',
        sha256: sha256('reboot'),
        source: { kind: 'typed' },
        class: 'destructive',
        rules: ['power.reboot'],
        reason: 'by-operator',
        runId: null,
      },
    ])
  })

  it.each(['forbidden', 'refused'] as const)(
    'records a %s command that was typed, or proposed by a model',
    async (judged) => {
      scene.classes.set('rm -rf /', { class: judged })
      propose('rm -rf /')
      scene.ask = async () => ({
        kind: 'command',
        command: 'rm -rf /',
        explanation: null,
        timeoutS: null,
        source: { kind: 'model', name: 'm1' },
      })
      scene.console.ask(['rpi_001'], 'free some space', TYPED)
      await scene.settle()
      expect(rejected().map(({ reason, source }) => [reason, source?.kind])).toEqual([
        [judged, 'typed'],
        [judged, 'model'],
      ])
    },
  )

  it('records a refused command without characters that hide or reorder it on a printed page', () => {
    const hidden = ['\u202e', '\u200b', '\u0007']
    const hostile = `rm /${hidden.join('x')}`
    scene.classes.set(hostile, { class: 'refused' })
    propose(hostile)
    const [entry] = rejected()
    expect(hidden.filter((char) => entry?.proposed.includes(char))).toEqual([])
    expect(entry?.sha256).toBe(sha256(hostile))
  })

  it('records what a model proposed instead of a reading step', async () => {
    scene.classes.set('reboot', { class: 'destructive' })
    const source = { kind: 'model', name: 'm1' } as const
    scene.ask = async () => ({ kind: 'command', command: 'reboot', explanation: null, timeoutS: null, source })
    scene.console.investigate(['rpi_001'], 'why is it slow?', TYPED)
    await scene.settle()
    expect(rejected()).toMatchObject([{ proposed: 'reboot', source, reason: 'not-read' }])
  })

  it('says once of a forbidden command why it was not sent, however its proposal ends', () => {
    scene.classes.set('rm -rf /', { class: 'forbidden' })
    propose('rm -rf /')
    scene.console.onConnectionLeft(SITE)
    expect(rejected().map(({ reason }) => reason)).toEqual(['forbidden'])
  })

  it('records what was left open when the connection was left, or the app ended', () => {
    propose('df -h')
    scene.console.onConnectionLeft(SITE)
    propose('uptime')
    scene.restart()
    expect(rejected().map(({ proposed, reason }) => [proposed, reason])).toEqual([
      ['df -h', 'expired'],
      ['uptime', 'expired'],
    ])
  })

  it('records an approval that was judged anew', async () => {
    const id = propose('df -h')
    scene.tableVersion = 't2'
    await expect(scene.console.approve(id, null)).rejects.toMatchObject({ code: 'APPROVAL_INVALID' })
    expect(rejected()).toMatchObject([{ reason: 'judged-anew', proposed: 'df -h' }])
  })

  it('says nothing of an approval that failed for the connection, as nobody turned the command down', async () => {
    const id = propose('df -h')
    scene.active = { connectionId: SITE, isConnected: false }
    await expect(scene.console.approve(id, null)).rejects.toMatchObject({ code: 'NOT_CONNECTED' })
    expect(rejected()).toEqual([])
  })

  it('says who called a command off, once, and of which run', async () => {
    const run = await scene.run('sleep 20')
    const { commandId } = scene.command(run)
    await scene.console.cancelCommand(commandId)
    await scene.console.cancelCommand(commandId)
    expect(rejected()).toMatchObject([
      { reason: 'called-off', operator: 'Li', runId: run.id, deviceIds: ['rpi_001'], sha256: sha256('sleep 20') },
    ])
  })

  it('does not hold an edit, or a text that is only judged while it is typed, for turned down', () => {
    scene.classes.set('rm -rf /', { class: 'forbidden' })
    const id = propose('df -h')
    scene.console.judge(id, 'rm -rf /')
    scene.console.revise(id, 'df -h /', 30)
    expect(rejected()).toEqual([])
  })
})

describe('the audit of the switch for reads', () => {
  it('says who turned it on and off, and nothing where it stays as it is', () => {
    for (const isOn of [false, true, true, false]) scene.console.unasked.set(isOn)
    expect(switched()).toMatchObject([
      { operator: 'Li', connectionId: SITE, name: 'unasked-reads', isOn: true, cause: 'operator' },
      { operator: 'Li', isOn: false, cause: 'operator' },
    ])
  })

  it('says that leaving the connection ended it', () => {
    scene.console.unasked.set(true)
    scene.console.onConnectionLeft(SITE)
    expect(switched().map(({ isOn, cause }) => [isOn, cause])).toEqual([
      [true, 'operator'],
      [false, 'connection-left'],
    ])
  })
})
