import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AssistantAnswer, QuestionOptions } from '../../../../main/shared/assistance.ts'
import { unmarked } from '../../../../main/shared/marked-text.ts'
import { AppError } from '../../../../preload/contract/errors.ts'
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

describe('ask', () => {
  it('answers at once with a thinking turn and proposes what comes back', async () => {
    let answer: (outcome: AssistantAnswer) => void = () => undefined
    scene.ask = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const turn = scene.console.ask(['rpi_001', 'rpi_001'], 'how full is the disk', TYPED)
    expect(turn).toMatchObject({ isThinking: true, mode: 'ask', deviceIds: ['rpi_001'], proposal: null })
    answer(COMMAND)
    await scene.settle()
    expect(scene.turn(turn.id)).toMatchObject({
      isThinking: false,
      decision: 'open',
      proposal: {
        command: 'df -h',
        timeoutS: 30,
        source: MODEL,
        explanation: { en: 'disk⟨U+202E⟩ space' },
        isEdited: false,
        isSendable: true,
        isFromDeviceOutput: false,
      },
    })
    expect(scene.asked[0]).toMatchObject({
      system: 'linux',
      language: 'en',
      history: [],
      text: unmarked('how full is the disk'),
    })
  })

  it('gives the assistant what happened before on the device, redacted, and marks what a model then proposes', async () => {
    const run = await scene.run('echo hunter2')
    scene.console.onResult(SITE, scene.result(scene.command(run), { stdout: `${'line\n'.repeat(30)}key hunter2\n` }))
    const turn = await ask(COMMAND)
    const [before] = scene.asked[0]?.history ?? []
    expect(before).toMatchObject({ command: unmarked('echo [redacted]'), outcome: 'succeeded' })
    expect(before?.tail.text.split('\n')).toHaveLength(20)
    expect(JSON.stringify(scene.asked)).not.toContain('hunter2')
    expect(turn.proposal?.isFromDeviceOutput).toBe(true)
  })

  it('does not mark what the phrasebook proposes: it reads the request alone', async () => {
    const run = await scene.run('df')
    scene.console.onResult(SITE, scene.result(scene.command(run)))
    const turn = await ask({ ...COMMAND, source: { kind: 'phrasebook', name: 'disk' } })
    expect(turn.proposal?.isFromDeviceOutput).toBe(false)
  })

  it.each(['question', 'answer', 'refuse', 'decline'] as const)(
    'shows a %s inert, with nothing to approve',
    async (kind) => {
      const turn = await ask({ kind, text: { en: 'a\u0007b', zh: '乙' }, source: MODEL })
      expect(turn).toMatchObject({ isThinking: false, proposal: null, answer: { kind, text: { en: 'a⟨BEL⟩b' } } })
    },
  )

  it('says what the operator can act on, and hides what is a bug', async () => {
    for (const [error, code] of [
      [new AppError('ASSISTANT_KEY_REFUSED'), 'ASSISTANT_KEY_REFUSED'],
      [new TypeError('x is not a function, key sk-123'), 'INTERNAL'],
    ] as const) {
      scene.ask = () => Promise.reject(error)
      const turn = scene.console.ask(['rpi_001'], 'x', TYPED)
      await scene.settle()
      expect(scene.turn(turn.id)).toMatchObject({ isThinking: false, failure: { code, message: code } })
    }
  })

  it('fails, and proposes nothing, when the classifier throws', async () => {
    scene.classifierError = new Error('bug')
    const turn = await ask(COMMAND)
    expect(turn).toMatchObject({ isThinking: false, proposal: null, failure: { code: 'INTERNAL' } })
  })

  it('can be called off, and what comes after that is dropped', async () => {
    let answer: (outcome: AssistantAnswer) => void = () => undefined
    let signal: AbortSignal | null = null
    scene.ask = (_request, options) =>
      new Promise((resolve) => {
        answer = resolve
        signal = options.signal
      })
    const turn = scene.console.ask(['rpi_001'], 'x', TYPED)
    scene.console.cancelAsk(turn.id)
    expect(signal).toMatchObject({ aborted: true })
    answer(COMMAND)
    await scene.settle()
    expect(scene.turn(turn.id)).toMatchObject({ proposal: null, failure: { code: 'ASSISTANT_CANCELLED' } })
  })

  it('streams the whole answer so far, at most ten times a second, inert, and not after its end', async () => {
    let options: QuestionOptions | null = null
    let answer: (outcome: AssistantAnswer) => void = () => undefined
    scene.ask = (_request, given) => {
      options = given
      return new Promise((resolve) => {
        answer = resolve
      })
    }
    scene.console.ask(['rpi_001'], 'x', TYPED)
    const say = (piece: string) => options?.onText(piece)
    for (const piece of ['The ', 'disk ', '\u001b[2Jis']) say(piece)
    expect(scene.streamed).toEqual([])
    scene.time.advance(100)
    expect(scene.streamed).toEqual(['The disk is'])
    say(' full')
    answer(COMMAND)
    await scene.settle()
    say(' late')
    scene.time.advance(1_000)
    expect(scene.streamed).toEqual(['The disk is'])
  })

  it('offers commands to choose from; another may be taken until one was approved', async () => {
    const words = (text: string) => ({ en: text, zh: text })
    const turn = await ask({
      kind: 'choose',
      options: ['df', 'du'].map((command) => ({
        title: words(command),
        command,
        explanation: words(`why ${command}`),
      })),
      source: { kind: 'phrasebook', name: 'disk' },
    })
    expect(turn.answer).toMatchObject({ kind: 'choose', options: [{ command: 'df' }, { command: 'du' }] })
    const first = scene.console.choose(turn.id, 0)
    const second = scene.console.choose(turn.id, 1)
    expect(second.proposal).toMatchObject({ command: 'du', explanation: { en: 'why du' } })
    await expect(scene.console.approve(first.proposal?.id ?? '', null)).rejects.toMatchObject({
      code: 'PROPOSAL_CLOSED',
    })
    await scene.console.approve(second.proposal?.id ?? '', null)
    expect(() => scene.console.choose(turn.id, 0)).toThrow('PROPOSAL_CLOSED')
    expect(() => scene.console.choose(turn.id, 9)).toThrow()
  })
})
