import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AssistantAnswer } from '../../../../main/shared/assistance.ts'
import { fromDevice, unmarked } from '../../../../main/shared/marked-text.ts'
import type { SentQuestion } from '../../../../preload/contract/models/assistant/assistant.ts'
import type { Run } from '../../../../preload/contract/models/commands/command.ts'
import { ConsoleScene, SITE, TYPED } from './scene.ts'

let scene: ConsoleScene

beforeEach(() => {
  scene = new ConsoleScene()
})
afterEach(() => scene.remove())

const MODEL = { kind: 'model', name: 'm1' } as const
const SENT: SentQuestion = {
  purpose: 'ask',
  host: 'models.example',
  model: 'm1',
  requests: 1,
  inputTokens: 100,
  outputTokens: 20,
  isEstimated: false,
  firstTokenMs: 5,
  totalMs: 9,
  sentAt: 1,
  answerFormat: 'json_schema',
  messages: [{ role: 'user', content: 'Request: how full is the disk' }],
}

function command(text: string): AssistantAnswer {
  return { kind: 'command', command: text, explanation: null, timeoutS: null, source: MODEL }
}

async function ask(text: string, deviceIds = ['rpi_001'], outcome = command('df -h')) {
  scene.ask = async (_request, { onSent }) => {
    onSent?.(SENT)
    return outcome
  }
  const turn = scene.console.ask(deviceIds, text, TYPED)
  await scene.settle()
  return scene.turn(turn.id)
}

function answer(run: Run, deviceId: string, change: Parameters<ConsoleScene['result']>[1] = {}) {
  scene.console.onResult(SITE, scene.result(scene.command(run, deviceId), change))
}

describe('a follow-up', () => {
  it('goes to the device that it names, with the turn before it', async () => {
    const run = await scene.run('journalctl -n 50 --no-pager')
    answer(run, 'rpi_001', { stdout: 'all is well' })
    const turn = await ask('the same on rpi_002')
    expect(turn.deviceIds).toEqual(['rpi_002'])
    // An id is made by whoever publishes under it: that of another device is no text for a model.
    expect(scene.asked[0]?.history).toMatchObject([
      {
        deviceIds: [],
        otherDevices: 1,
        command: unmarked('journalctl -n 50 --no-pager'),
        outcome: 'succeeded',
        tail: fromDevice('all is well'),
      },
    ])
    expect(turn.proposal).toMatchObject({ deviceIds: ['rpi_002'], isFromDeviceOutput: true })
  })

  it('knows the question that was asked back, and a proposal that was not run', async () => {
    await ask('check the disk', ['rpi_001'], {
      kind: 'question',
      text: { en: 'Which disk? key hunter2', zh: '' },
      source: MODEL,
    })
    const turn = await ask('the second')
    scene.console.reject(turn.proposal?.id ?? '')
    await ask('and in bytes')
    expect(scene.asked[2]?.history).toMatchObject([
      { request: unmarked('check the disk'), command: null, reply: unmarked('Which disk? key [redacted]') },
      {
        request: unmarked('the second'),
        command: unmarked('df -h'),
        canRepeat: false,
        outcome: 'not run: rejected',
        reply: null,
      },
    ])
  })

  it('carries six turns at most, and of other devices only the newest output', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      const run = await scene.run(`echo ${name}`, ['rpi_002'])
      answer(run, 'rpi_002', { stdout: name })
    }
    await ask('and now only the errors')
    const [asked] = scene.asked
    expect(asked?.history.map(({ command: text }) => text?.text)).toEqual(
      ['b', 'c', 'd', 'e', 'f', 'g'].map((name) => `echo ${name}`),
    )
    expect(asked?.history.map(({ tail }) => tail.text)).toEqual(['', '', '', '', '', 'g'])
  })
})

describe('explain', () => {
  it('puts the parts of the command on the turn, made safe to show', async () => {
    const turn = await ask('how full is the disk')
    scene.explain = async (request) => {
      expect(request).toEqual({ command: unmarked('df -h'), system: 'linux', language: 'en' })
      return { answer: { text: 'x\u202ey', parts: [{ part: '-h', meaning: 'in units\u0007' }] }, source: MODEL }
    }
    expect(scene.console.explain(turn.id).assist?.notes).toMatchObject([{ state: 'working' }])
    await scene.settle()
    expect(scene.turn(turn.id)).toMatchObject({
      decision: 'open',
      proposal: { command: 'df -h' },
      assist: {
        usage: { model: 'm1' },
        notes: [
          { kind: 'explanation', state: 'done', text: 'x⟨U+202E⟩y', parts: [{ part: '-h', meaning: 'in units⟨BEL⟩' }] },
        ],
      },
    })
  })

  it('does not undo an approval that came while it worked', async () => {
    const turn = await ask('how full is the disk')
    let tell: () => void = () => undefined
    scene.explain = () =>
      new Promise((resolve) => {
        tell = () => resolve({ answer: { text: 'done', parts: [] }, source: MODEL })
      })
    scene.console.explain(turn.id)
    await scene.console.approve(turn.proposal?.id ?? '', null)
    tell()
    await scene.settle()
    expect(scene.turn(turn.id)).toMatchObject({ decision: 'approved', assist: { notes: [{ state: 'done' }] } })
  })

  it('says which text it is of, also when that was edited while it worked', async () => {
    const turn = await ask('how full is the disk')
    let tell: () => void = () => undefined
    scene.explain = () =>
      new Promise((resolve) => {
        tell = () => resolve({ answer: { text: 'done', parts: [] }, source: MODEL })
      })
    scene.console.explain(turn.id)
    scene.console.revise(turn.proposal?.id ?? '', 'df -h && reboot', 30)
    tell()
    await scene.settle()
    expect(scene.turn(turn.id)).toMatchObject({
      proposal: { command: 'df -h && reboot' },
      assist: { notes: [{ state: 'done', command: 'df -h' }] },
    })
  })

  it('that an earlier session left unfinished has ended, and can be asked again', async () => {
    const turn = await ask('how full is the disk')
    scene.explain = () => new Promise(() => undefined)
    scene.console.explain(turn.id)
    scene.restart()
    expect(scene.turn(turn.id).assist?.notes).toMatchObject([
      { state: 'failed', failure: { code: 'ASSISTANT_CANCELLED' } },
    ])
    scene.explain = async () => ({ answer: { text: 'done', parts: [] }, source: MODEL })
    scene.console.explain(turn.id)
    await scene.settle()
    expect(scene.turn(turn.id).assist?.notes).toMatchObject([{ state: 'done', failure: null }])
  })

  it('can be called off, and asks once however often it is clicked', async () => {
    const turn = await ask('how full is the disk')
    let calls = 0
    scene.explain = (_request, { signal }) => {
      calls++
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
    }
    scene.console.explain(turn.id)
    scene.console.explain(turn.id)
    scene.console.cancelNotes(turn.id)
    await scene.settle()
    expect(calls).toBe(1)
    expect(scene.turn(turn.id).assist?.notes).toMatchObject([
      { state: 'failed', failure: { code: 'ASSISTANT_CANCELLED' } },
    ])
  })
})

describe('summarise', () => {
  it('sends counts and groups of equal output, and keeps the counts that were made here', async () => {
    scene.addDevice('rpi_003')
    const run = await scene.run('df -h', ['rpi_001', 'rpi_002', 'rpi_003'])
    answer(run, 'rpi_001', { stdout: '40%' })
    answer(run, 'rpi_002', { stdout: '40%' })
    answer(run, 'rpi_003', { isSuccess: false, stdout: '', stderr: 'no df' })
    scene.summarise = async (request) => {
      expect(request).toMatchObject({
        command: unmarked('df -h'),
        counts: { succeeded: 2, failed: 1 },
        groups: [
          { deviceIds: ['rpi_001', 'rpi_002'], deviceCount: 2, state: 'succeeded', output: fromDevice('40%') },
          { deviceIds: ['rpi_003'], state: 'failed', output: fromDevice('stderr: no df') },
        ],
      })
      return {
        answer: { text: 'Fine.', outliers: [{ deviceId: 'rpi_003', why: 'no df' }], nextStep: 'check rpi_003' },
        source: MODEL,
      }
    }
    await scene.console.summarise(run.turnId)
    await scene.settle()
    expect(scene.turn(run.turnId).assist?.notes).toMatchObject([
      {
        kind: 'summary',
        state: 'done',
        counts: { devices: 3, succeeded: 2, failed: 1, unanswered: 0, variants: 2 },
        outliers: [{ deviceId: 'rpi_003' }],
        nextStep: 'check rpi_003',
      },
    ])
  })

  it('counts and finds outliers without a model, and asks nobody', async () => {
    scene.hasModel = false
    scene.summarise = () => Promise.reject(new Error('no model is there'))
    scene.addDevice('rpi_003')
    const run = await scene.run('df -h', ['rpi_001', 'rpi_002', 'rpi_003'])
    answer(run, 'rpi_001', { stdout: '40%' })
    answer(run, 'rpi_002', { stdout: '40%' })
    answer(run, 'rpi_003', { stdout: '99%' })
    const turn = await scene.console.summarise(run.turnId)
    expect(turn.assist?.notes).toMatchObject([
      { state: 'done', source: { kind: 'phrasebook' }, outliers: [{ deviceId: 'rpi_003' }], counts: { succeeded: 3 } },
    ])
  })

  it('waits for the results', async () => {
    const run = await scene.run('df -h')
    await expect(scene.console.summarise(run.turnId)).rejects.toThrow('NOT_FOUND')
  })
})

describe('fix it', () => {
  async function failedTurn() {
    const turn = await ask('show the kernel log', ['rpi_001', 'rpi_002'], command('dmesg'))
    const run = await scene.console.approve(turn.proposal?.id ?? '', null)
    await scene.settle()
    answer(run, 'rpi_001', { isSuccess: false, stderr: 'dmesg: read kernel buffer failed', exitCode: 1 })
    answer(run, 'rpi_002')
    return turn
  }

  it('asks again for the devices that failed, with the error, once', async () => {
    const turn = await failedTurn()
    scene.ask = async () => command('sudo -n dmesg')
    const fixing = scene.console.fix(turn.id)
    await scene.settle()
    expect(scene.asked[1]).toMatchObject({
      text: fromDevice('show the kernel log'),
      deviceIds: ['rpi_001'],
      failed: {
        command: unmarked('dmesg'),
        outcome: 'failed',
        exitCode: 1,
        output: { text: expect.stringContaining('read kernel buffer failed'), isFromDeviceOutput: true },
      },
    })
    // The error goes with the failure, and nowhere else.
    expect(JSON.stringify(scene.asked[1]?.history)).not.toContain('read kernel buffer')
    expect(scene.turn(fixing.id)).toMatchObject({
      assist: { fixOf: turn.id },
      proposal: { command: 'sudo -n dmesg', isFromDeviceOutput: true, deviceIds: ['rpi_001'] },
      decision: 'open',
    })
    expect(() => scene.console.fix(turn.id)).toThrow('NOT_FOUND')
    expect(scene.asked).toHaveLength(2)
  })

  it('is not there for what did not fail', async () => {
    const run = await scene.run('df')
    answer(run, 'rpi_001')
    expect(() => scene.console.fix(run.turnId)).toThrow('NOT_FOUND')
  })
})
