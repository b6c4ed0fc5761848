import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AssistantAnswer } from '../../../../main/shared/assistance.ts'
import { ConsoleScene, SITE, TYPED } from './scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

const MODEL = { kind: 'model', name: 'm1' } as const
const COMMAND: AssistantAnswer = {
  kind: 'command',
  command: 'df -h',
  explanation: { en: 'disk\u202e space', zh: '磁盘' },
  timeoutS: null,
  source: MODEL,
}

async function ask(outcome: AssistantAnswer, text = 'how full is the disk') {
  scene.ask = async () => outcome
  const turn = scene.console.ask(['rpi_001'], text, TYPED)
  await scene.settle()
  return scene.turn(turn.id)
}

describe('a proposal', () => {
  const propose = (command: string, deviceIds = ['rpi_001'], timeoutS = 30) => {
    const { proposal } = scene.console.type(deviceIds, command, timeoutS, TYPED)
    if (proposal === null) throw new Error('no proposal')
    return proposal
  }

  it('is for known targets', () => {
    expect(() => propose('df', ['nobody'])).toThrow('NOT_FOUND')
  })

  it('names a target that is gone when it is approved, sends nothing, and stays open for the others', async () => {
    const proposal = propose('df', ['rpi_001', 'rpi_002'])
    const target = scene.targets.get('rpi_002')
    scene.targets.delete('rpi_002')
    await expect(scene.console.approve(proposal.id, null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { deviceId: 'rpi_002' },
    })
    expect(scene.commandsSent()).toEqual([])
    expect(scene.turn(proposal.turnId)).toMatchObject({ decision: 'open', run: null })
    if (target !== undefined) scene.targets.set('rpi_002', target)
    await scene.console.approve(proposal.id, null)
    await scene.settle()
    expect(scene.commandsSent()).toHaveLength(2)
  })

  it('needs a connection', () => {
    scene.active = null
    expect(() => propose('df')).toThrow('NOT_CONNECTED')
    expect(scene.console.turns(null, 10)).toEqual([])
  })

  it('asks for the number of devices where a class needs typing and there are many', () => {
    scene.classes.set('x', { class: 'unknown' })
    expect(propose('x', ['rpi_001', 'rpi_002']).confirmation).toBe('2')
    expect(propose('x').confirmation).toBe('rpi_001')
    expect(propose('df').confirmation).toBeNull()
  })

  it('asks for the number of devices where a change reaches more than ten, and is not sent without it', async () => {
    const deviceIds = Array.from({ length: 11 }, (_, index) => `gw-${index}`)
    for (const deviceId of deviceIds) scene.addDevice(deviceId)
    scene.classes.set('mkdir x', { class: 'change' })
    expect(propose('mkdir x', deviceIds.slice(1)).confirmation).toBeNull()
    const wide = propose('mkdir x', deviceIds)
    expect(wide.confirmation).toBe('11')
    await expect(scene.console.approve(wide.id, null)).rejects.toThrow('CONFIRMATION_MISMATCH')
    await scene.settle()
    expect(scene.commandsSent()).toEqual([])
    await scene.console.approve(wide.id, '11')
    await scene.settle()
    expect(scene.commandsSent()).toHaveLength(11)
  })

  it('warns of what the operator should know, and blocks on none of it', () => {
    scene.addDevice('new', { presence: 'never-seen', systemSource: 'assumed' })
    scene.addDevice('gone', { presence: 'lost' })
    scene.addDevice('busy', { presence: 'busy' })
    scene.classes.set('ip link set eth0 down', { cutsOff: true })
    expect(propose('ip link set eth0 down', ['new', 'gone', 'busy'], 81)).toMatchObject({
      isSendable: true,
      warnings: [
        { kind: 'cuts-off' },
        { kind: 'long-timeout' },
        { kind: 'system-assumed', deviceIds: ['new'] },
        { kind: 'device-never-seen', deviceId: 'new' },
        { kind: 'device-away', deviceId: 'gone' },
        { kind: 'device-busy', deviceId: 'busy' },
      ],
    })
    expect(propose('df', ['rpi_001'], 80).warnings).toEqual([])
    scene.addDevice('rpi_张三-PC')
    expect(propose('df', ['rpi_张三-PC']).warnings).toEqual([{ kind: 'device-odd-id', deviceId: 'rpi_张三-PC' }])
  })

  it.each([
    ['sleep 60 &', true],
    ['sleep 60 & echo', true],
    ['nohup sleep 60 >/dev/null 2>&1 &', false],
    ['df && du', false],
    ['df 2>&1', false],
  ])('warns that %s blocks until the child ends: %s', (command, isWarned) => {
    expect(propose(command).warnings.some(({ kind }) => kind === 'background-blocks')).toBe(isWarned)
  })

  it('refuses a command that never ends, and sends its finite form', () => {
    scene.classes.set('tail -f x', { endless: true })
    expect(propose('tail -f x')).toMatchObject({ isSendable: false, warnings: [{ kind: 'endless' }] })
    expect(propose('timeout 5 tail -f x').isSendable).toBe(true)
  })

  it('keeps its explanation over a new timeout and loses it with the words it explained', async () => {
    const turn = await ask(COMMAND)
    const longer = scene.console.revise(turn.proposal?.id ?? '', 'df -h', 60)
    expect(longer).toMatchObject({ timeoutS: 60, isEdited: false, source: MODEL })
    expect(longer.explanation).not.toBeNull()
    expect(scene.console.revise(longer.id, 'df -i', 60)).toMatchObject({ isEdited: true, explanation: null })
    expect(() => scene.console.revise(longer.id, 'du', 60)).toThrow('PROPOSAL_CLOSED')
  })

  it('is judged again when it is edited', () => {
    scene.classes.set('reboot', { class: 'destructive' })
    const revised = scene.console.revise(propose('df').id, 'reboot', 30)
    expect(revised).toMatchObject({ classification: { class: 'destructive' }, confirmation: 'rpi_001' })
  })

  it('says what an edit would be judged as, and stays as it was', async () => {
    scene.classes.set('reboot', { class: 'destructive', cutsOff: true })
    scene.classes.set('rm -rf /', { class: 'forbidden' })
    const proposal = propose('df')
    const before = scene.changed.length
    expect(scene.console.judge(proposal.id, 'reboot')).toEqual({
      classification: expect.objectContaining({ class: 'destructive' }),
      warnings: [{ kind: 'cuts-off' }],
      confirmation: 'rpi_001',
      isSendable: true,
    })
    expect(scene.console.judge(proposal.id, 'rm -rf /').isSendable).toBe(false)
    expect(scene.changed.length).toBe(before)
    expect(scene.turn(proposal.turnId).proposal).toEqual(proposal)
    await scene.console.approve(proposal.id, null)
    await scene.settle()
    expect(scene.commandsSent()[0]?.payload.command).toBe('df')
    expect(() => scene.console.judge(proposal.id, 'df -h')).toThrow('PROPOSAL_CLOSED')
  })

  it('that cannot be judged after an edit leaves the one before it open', async () => {
    const proposal = propose('df')
    scene.classifierError = new Error('bug')
    expect(() => scene.console.revise(proposal.id, 'du', 30)).toThrow('bug')
    scene.classifierError = null
    await scene.console.approve(proposal.id, null)
    await scene.settle()
    expect(scene.commandsSent()[0]?.payload.command).toBe('df')
  })

  it('ends with the connection it was made on', async () => {
    const proposal = propose('df')
    scene.console.onConnectionLeft(SITE)
    expect(scene.turn(proposal.turnId).decision).toBe('expired')
    await expect(scene.console.approve(proposal.id, null)).rejects.toMatchObject({ code: 'PROPOSAL_CLOSED' })
  })

  it('ends with the session; a request under way was called off', async () => {
    const proposal = propose('df')
    const asking = scene.console.ask(['rpi_001'], 'x', TYPED)
    const rejected = propose('du')
    scene.console.reject(rejected.id)
    scene.restart()
    expect(scene.turn(proposal.turnId).decision).toBe('expired')
    expect(scene.turn(rejected.turnId).decision).toBe('rejected')
    expect(scene.turn(asking.id)).toMatchObject({ isThinking: false, failure: { code: 'ASSISTANT_CANCELLED' } })
    await expect(scene.console.approve(proposal.id, null)).rejects.toMatchObject({ code: 'PROPOSAL_CLOSED' })
  })
})

describe('the timeline', () => {
  it('pages back without gaps or repeats, also through turns of one millisecond', () => {
    const ids = Array.from(
      { length: 7 },
      (_unused, index) => scene.console.type(['rpi_001'], `echo ${index}`, 30, TYPED).id,
    )
    const last = scene.console.turns(null, 3)
    const before = scene.console.turns(last[0]?.createdAt ?? 0, 3)
    const first = scene.console.turns(before[0]?.createdAt ?? 0, 3)
    expect([...first, ...before, ...last].map(({ id }) => id)).toEqual(ids)
  })

  it('keeps what the connections did apart', () => {
    scene.console.type(['rpi_001'], 'df', 30, TYPED)
    scene.active = { connectionId: 'site-b', isConnected: true }
    expect(scene.console.turns(null, 10)).toEqual([])
  })

  it('tells the window of a change at once, of many at most ten times a second, and never loses the last', async () => {
    const run = await scene.run('make')
    scene.time.advance(1_000)
    scene.changed.length = 0
    const { commandId, deviceId } = scene.command(run)
    for (let seq = 0; seq < 500; seq++) {
      scene.console.onOutput(SITE, { deviceId, commandId, seq, stream: 'stdout', data: `${seq}\n` })
      scene.time.advance(2)
    }
    scene.console.onResult(SITE, scene.result(scene.command(run), { stdout: '' }))
    scene.time.advance(100)
    expect(scene.changed.length).toBeLessThanOrEqual(12)
    expect(scene.changed[0]?.[0]?.run?.commands[0]?.stdout).toBe('0\n')
    expect(scene.changed.at(-1)?.[0]?.run?.commands[0]).toMatchObject({ state: 'succeeded' })
    expect(scene.changed.at(-1)?.[0]?.run?.commands[0]?.stdout.endsWith('499\n')).toBe(true)
  })

  it('tells the window of a quick answer at once, right after its request', async () => {
    scene.ask = async () => ({
      kind: 'command',
      command: 'df',
      explanation: null,
      timeoutS: null,
      source: { kind: 'phrasebook', name: 'disk' },
    })
    scene.console.ask(['rpi_001'], 'disk', TYPED)
    await scene.settle()
    expect(scene.changed.map(([turn]) => turn?.proposal?.command)).toEqual([undefined, 'df'])
  })

  it('sends each version of a turn to the window once, before the act that made it returns', async () => {
    const versions = () => scene.changed.flat().map(({ decision, proposal, run }) => [decision, proposal?.command, run])
    const { proposal } = scene.console.type(['rpi_001'], 'df', 30, TYPED)
    expect(versions()).toEqual([['open', 'df', null]])
    const revised = scene.console.revise(proposal?.id ?? '', 'df -h', 30)
    expect(versions()).toEqual([
      ['open', 'df', null],
      ['open', 'df -h', null],
    ])
    await scene.console.approve(revised.id, null)
    expect(scene.changed.at(-1)?.[0]).toMatchObject({ decision: 'approved', run: { command: 'df -h' } })
  })

  it('tells the window of what the operator does at once, however much else changed just now', () => {
    for (const command of ['df', 'du', 'uptime', 'free']) {
      const { id } = scene.console.type(['rpi_001'], command, 30, TYPED)
      expect(scene.changed.at(-1)?.map((turn) => turn.id)).toEqual([id])
    }
  })

  it('tells the window nothing of a connection that is not the active one', async () => {
    const run = await scene.run('df')
    scene.time.advance(1_000)
    scene.changed.length = 0
    scene.active = { connectionId: 'site-b', isConnected: true }
    scene.console.onResult(SITE, scene.result({ ...(run.commands[0] ?? expect.fail('no command')) }))
    scene.time.advance(1_000)
    expect(scene.changed).toEqual([])
  })
})
