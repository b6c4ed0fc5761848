import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AssistantAnswer } from '../../../../../main/shared/assistance.ts'
import type { ReadOutcome } from '../../../../../main/shared/investigation.ts'
import type { Turn } from '../../../../../preload/contract/models/commands/command.ts'
import { ConsoleScene, SITE, TYPED } from '../scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

const MODEL = { kind: 'model', name: 'm1' } as const

function command(text: string): AssistantAnswer {
  return { kind: 'command', command: text, explanation: null, timeoutS: null, source: MODEL }
}
const finding: AssistantAnswer = { kind: 'answer', text: { en: 'The disk is full.', zh: '磁盘已满。' }, source: MODEL }

function newest(): Turn {
  const turn = scene.console.turns(null, 50).at(-1)
  if (turn === undefined) throw new Error('no turn')
  return turn
}

/** Approves the open step and lets its device answer. */
async function goThrough(stdout: string): Promise<void> {
  const turn = newest()
  const run = await scene.console.approve(turn.proposal?.id ?? '', null)
  await scene.settle()
  scene.console.onResult(SITE, scene.result(scene.command(run), { stdout }))
  await scene.settle()
}

describe('an investigation', () => {
  it('asks for one reading command after the other, each approved, and ends with a finding', async () => {
    const outcomes = [command('df -h'), command('du -sh /var/log'), finding]
    scene.ask = async () => outcomes.shift() ?? finding
    scene.console.investigate(['rpi_001'], 'why is it slow?', TYPED)
    await scene.settle()
    expect(scene.commandsSent()).toHaveLength(0)
    await goThrough('100%')
    expect(newest()).toMatchObject({
      text: 'why is it slow?',
      proposal: { command: 'du -sh /var/log', isFromDeviceOutput: true },
      assist: { step: { number: 2, of: 5, state: 'running' } },
    })
    await goThrough('30G')
    expect(newest()).toMatchObject({
      answer: { kind: 'answer', text: { en: 'The disk is full.' } },
      proposal: null,
      assist: { step: { number: 3, state: 'found' } },
    })
    expect(scene.asked.map(({ investigation }) => investigation?.steps.map(({ output }) => output.text))).toEqual([
      [],
      ['100%'],
      ['100%', '30G'],
    ])
    expect(scene.commandsSent()).toHaveLength(2)
  })

  it('ends after five commands: a sixth is refused, only a finding is asked for', async () => {
    let count = 0
    scene.ask = async () => command(`cat /tmp/${count++}`)
    scene.console.investigate(['rpi_001'], 'what is wrong?', TYPED)
    await scene.settle()
    for (let step = 0; step < 5; step++) await goThrough(`out ${step}`)
    expect(scene.asked).toHaveLength(6)
    expect(scene.asked[5]?.investigation).toMatchObject({ stepsLeft: 0 })
    expect(newest()).toMatchObject({
      proposal: null,
      failure: { code: 'ASSISTANT_BAD_ANSWER', data: { reason: 'no-finding' } },
      assist: { step: { number: 6, state: 'stopped' } },
    })
    expect(scene.commandsSent()).toHaveLength(5)
  })

  it('proposes nothing that does more than read', async () => {
    scene.classes.set('reboot', { class: 'destructive' })
    scene.ask = async () => command('reboot')
    scene.console.investigate(['rpi_001'], 'what is wrong?', TYPED)
    await scene.settle()
    expect(newest()).toMatchObject({
      proposal: null,
      failure: { data: { reason: 'not-read' } },
      assist: { step: { state: 'stopped' } },
    })
  })

  it('ends where a step is rejected or stopped, and no late result starts another', async () => {
    scene.ask = async () => command('df -h')
    scene.console.investigate(['rpi_001'], 'one', TYPED)
    await scene.settle()
    scene.console.reject(newest().proposal?.id ?? '')
    await scene.settle()
    expect(newest().assist?.step?.state).toBe('stopped')

    scene.console.investigate(['rpi_001'], 'two', TYPED)
    await scene.settle()
    const turn = newest()
    const run = await scene.console.approve(turn.proposal?.id ?? '', null)
    await scene.settle()
    scene.console.stopInvestigation(turn.id)
    scene.console.onResult(SITE, scene.result(scene.command(run)))
    await scene.settle()
    expect(scene.asked).toHaveLength(2)
    expect(newest().id).toBe(turn.id)
  })

  it('ends visibly where its device is gone before the next step', async () => {
    scene.ask = async () => command('df -h')
    scene.console.investigate(['rpi_001'], 'x', TYPED)
    await scene.settle()
    const turn = newest()
    const run = await scene.console.approve(turn.proposal?.id ?? '', null)
    await scene.settle()
    scene.targets.delete('rpi_001')
    scene.console.onResult(SITE, scene.result(scene.command(run)))
    await scene.settle()
    expect(scene.turn(turn.id).assist?.step?.state).toBe('stopped')
  })

  it('is not there unless it was switched on', () => {
    scene.hasModel = false
    expect(() => scene.console.investigate(['rpi_001'], 'x', TYPED)).toThrow('INVALID_INPUT')
    expect(scene.asked).toHaveLength(0)
  })
})

describe('an investigation of a model that plans', () => {
  const read = (text: string) => ({
    model: 'm1',
    command: { text, isFromDeviceOutput: false },
    reason: { text: 'because', isFromDeviceOutput: false },
    timeoutS: null,
  })
  const found = { kind: 'found', text: 'The disk is full.', model: 'm1', isFromDeviceOutput: true } as const
  const state = () => newest().assist?.step

  it('shows each proposal as a turn, gives its result back to the plan, and ends with the finding', async () => {
    const outcomes: ReadOutcome[] = []
    scene.investigate = async (ports) => {
      outcomes.push(await ports.proposeRead(read('df -h')))
      outcomes.push(await ports.proposeRead(read('du -sh /var/log')))
      return found
    }
    scene.console.investigate(['rpi_001'], 'why is it slow?', TYPED)
    await scene.settle()
    expect(scene.commandsSent()).toHaveLength(0)
    expect(newest().proposal).toMatchObject({
      command: 'df -h',
      explanation: { en: 'because' },
      isFromDeviceOutput: false,
    })
    await goThrough('100%')
    expect(newest().proposal).toMatchObject({ command: 'du -sh /var/log', isFromDeviceOutput: true })
    expect(state()).toMatchObject({ number: 2, of: 5, state: 'running' })
    await goThrough('30G')
    expect(newest().answer).toMatchObject({ kind: 'answer', text: { en: 'The disk is full.' } })
    expect(state()).toMatchObject({ number: 3, state: 'found' })
    expect(outcomes).toMatchObject([
      { kind: 'ran', command: { text: 'df -h' }, groups: [{ output: { text: '100%', isFromDeviceOutput: true } }] },
      { kind: 'ran', groups: [{ output: { text: '30G' } }] },
    ])
    expect(scene.asked).toHaveLength(0)
  })

  it('opens no card for what does more than read, and lets the plan go another way after a rejection', async () => {
    const outcomes: ReadOutcome[] = []
    scene.classes.set('reboot', { class: 'destructive' })
    scene.classes.set('top', { endless: true })
    scene.investigate = async (ports) => {
      for (const text of ['reboot', 'top', 'df -h']) outcomes.push(await ports.proposeRead(read(text)))
      return found
    }
    scene.console.investigate(['rpi_001'], 'x', TYPED)
    await scene.settle()
    expect(newest().proposal?.command).toBe('df -h')
    scene.console.reject(newest().proposal?.id ?? '')
    await scene.settle()
    expect(outcomes).toMatchObject([
      { kind: 'refused', class: 'destructive', reasons: [{ en: 'reads' }] },
      { kind: 'refused', class: 'endless' },
      { kind: 'rejected' },
    ])
    expect(state()).toMatchObject({ number: 2, state: 'found' })
    expect(scene.commandsSent()).toHaveLength(0)
    expect(scene.audited.flatMap((entry) => (entry.kind === 'rejected' ? entry.reason : []))).toEqual([
      'not-read',
      'endless',
      'by-operator',
    ])
  })

  it('refuses such a command once more where it comes as a proposal all the same', async () => {
    scene.classes.set('reboot', { class: 'destructive' })
    scene.investigate = async (ports) => {
      // Past the rule, as only a fault of ours could do it.
      await ports.proposeRead({ ...read('df -h'), command: read('reboot').command })
      return found
    }
    const { classes } = scene
    const get = classes.get.bind(classes)
    let judged = 0
    classes.get = (command) => (judged++ < 2 ? undefined : get(command))
    scene.console.investigate(['rpi_001'], 'x', TYPED)
    await scene.settle()
    expect(newest()).toMatchObject({ proposal: null, failure: { data: { reason: 'not-read' } } })
    expect(state()?.state).toBe('stopped')
  })

  it('looks at metrics, past commands and nothing of a device\u2019s own words but its output', async () => {
    await scene.run('echo 1')
    let looked: unknown
    scene.investigate = async ({ facts, readings, pastCommands, brokerLogFindings }) => {
      looked = { facts: facts(), readings: readings().length, log: await brokerLogFindings(), past: pastCommands() }
      return found
    }
    scene.addDevice('rpi_001', { shell: '/bin/evil' })
    scene.console.investigate(['rpi_001'], 'x', TYPED)
    await scene.settle()
    expect(looked).toMatchObject({
      facts: [{ deviceId: 'rpi_001', presence: 'online', shell: null }],
      readings: 1,
      log: null,
      past: [{ command: { text: 'echo 1' } }],
    })
  })

  it.each(['while it thinks', 'while a card waits'])('ends where it is stopped %s', async (when) => {
    let ended: unknown
    scene.investigate = async (ports, { signal }) => {
      const endless = () =>
        new Promise<never>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
        })
      try {
        await (when === 'while it thinks' ? endless() : ports.proposeRead(read('df -h')))
      } catch (error) {
        ended = error
        throw error
      }
      return found
    }
    const { id } = scene.console.investigate(['rpi_001'], 'x', TYPED)
    await scene.settle()
    scene.console.stopInvestigation(id)
    await scene.settle()
    expect(ended).toMatchObject({ name: 'AbortError' })
    expect(newest()).toMatchObject({ id, isThinking: false })
    expect(state()?.state).toBe('stopped')
  })

  it('ends where its question is called off, or its connection left', async () => {
    scene.investigate = (_ports, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const { id } = scene.console.investigate(['rpi_001'], 'x', TYPED)
    await scene.settle()
    scene.console.cancelAsk(id)
    await scene.settle()
    expect(newest()).toMatchObject({ failure: { code: 'ASSISTANT_CANCELLED' } })
    expect(state()?.state).toBe('stopped')
    scene.console.investigate(['rpi_001'], 'x', TYPED)
    await scene.settle()
    scene.console.onConnectionLeft(SITE)
    await scene.settle()
    expect(state()?.state).toBe('stopped')
  })
})
