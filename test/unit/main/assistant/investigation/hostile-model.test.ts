import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../../preload/contract/errors.ts'
import { llmAnswers } from '../../../../support/model/llm-answers.ts'
import { df, finding, InvestigationScene, ran } from './investigation-scene.ts'

/** The first call loads the agent library. */
const PATIENCE = { timeout: 20_000 }
let scene: InvestigationScene

beforeEach(async () => {
  scene = await InvestigationScene.start()
})
afterEach(() => scene.stub.stop())

describe('a hostile or careless model', () => {
  it('is told that there is no such tool, by a name of ours', async () => {
    scene.stub.script(llmAnswers.calls(['publish', { topic: 'device/rpi_001/command' }], ['constructor']), finding)
    await expect(scene.investigate()).resolves.toMatchObject({ kind: 'found' })
    expect(scene.proposed).toEqual([])
    expect(scene.last(1)).toContain('There is no such tool.')
    expect(scene.stub.requests[1]?.rawBody).not.toContain('device/rpi_001/command')
  })

  it('gets no card for arguments of another shape, nor a look inside this program', async () => {
    scene.stub.script(
      llmAnswers.calls(
        ['propose_read', { command: 'df -h', reason: 'r', approved: true }],
        ['propose_read', { command: ['df'], reason: 'r' }],
        ['propose_read', { command: 'df -h\nreboot', reason: 'r' }],
        ['readings', { device: 'other' }],
      ),
      { kind: 'calls', calls: [{ name: 'propose_read', args: '{"command": "df' }] },
      finding,
    )
    await scene.investigate()
    expect(scene.proposed).toEqual([])
    expect(scene.wire()).toContain('The arguments are not those of this tool.')
    expect(scene.wire()).toContain('one command in one line')
    expect(scene.wire()).not.toMatch(/node_modules|main\/assistant|at async/u)
  })

  it('calls fifty tools at once and gets five cards', async () => {
    const calls = Array.from(
      { length: 50 },
      (_call, index) => ['propose_read', { command: `cat /tmp/${index}`, reason: 'r' }] as const,
    )
    scene.stub.script(llmAnswers.calls(...calls), finding)
    await expect(scene.investigate()).resolves.toMatchObject({ kind: 'found' })
    expect(scene.proposed).toHaveLength(5)
  })

  it('never stops, and is stopped', async () => {
    scene.stub.script(...Array.from({ length: 30 }, () => llmAnswers.calls(['readings'])))
    const failure = await scene.failure()
    expect([failure.code, failure.data.reason]).toEqual(['ASSISTANT_BAD_ANSWER', 'no-finding'])
    expect(scene.stub.requests).toHaveLength(14)
    expect(scene.stub.requests[13]?.body?.tool_choice).toBe('none')
  })

  it('hears why a command that does more than read was not shown, and may propose another', async () => {
    scene.answer = async ({ command }) =>
      command.text === 'reboot'
        ? { kind: 'refused', class: 'destructive', reasons: [{ en: 'Restarts the device.', zh: '重启设备。' }] }
        : ran('ok')
    scene.stub.script(
      llmAnswers.calls(['propose_read', { command: 'reboot', reason: 'r' }]),
      llmAnswers.calls(df),
      finding,
    )
    await scene.investigate()
    expect(scene.last(1)).toContain('Restarts the device.')
    // A command that nobody saw takes no card away.
    expect(scene.last(2)).toContain('Commands left: 4.')
  })

  it('cannot propose again what was rejected', async () => {
    scene.answer = async () => ({ kind: 'rejected' })
    scene.stub.script(llmAnswers.calls(df), llmAnswers.calls(df), finding)
    await scene.investigate()
    expect(scene.proposed).toHaveLength(1)
    expect(scene.last(1)).toContain('rejected')
    expect(scene.last(2)).toContain('proposed before')
  })

  it('ends without a word, which is no finding', async () => {
    scene.stub.script(llmAnswers.calls(['readings']), llmAnswers.text('<think>nothing</think>'))
    expect((await scene.failure()).data.reason).toBe('no-finding')
  })
})

describe('an investigation that breaks off', () => {
  it('ends at once when it is stopped while the model thinks', async () => {
    scene.stub.script(llmAnswers.calls(['readings']), llmAnswers.hang())
    const pending = scene.failure()
    const { closed } = await scene.stub.waitForRequest(2)
    scene.stop.abort()
    expect((await pending).code).toBe('ASSISTANT_CANCELLED')
    expect(await closed).toBe(true)
  })

  it('ends at once when it is stopped while a card waits', async () => {
    scene.answer = () =>
      new Promise((_resolve, reject) =>
        scene.stop.signal.addEventListener('abort', () => reject(scene.stop.signal.reason)),
      )
    scene.stub.script(llmAnswers.calls(df), finding)
    const pending = scene.failure()
    await expect.poll(() => scene.proposed.length, PATIENCE).toBe(1)
    scene.stop.abort()
    expect((await pending).code).toBe('ASSISTANT_CANCELLED')
    expect(scene.stub.requests).toHaveLength(1)
  })

  it('gives the model its time for each request, not for the operator', async () => {
    scene.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_300))
      return ran('late')
    }
    scene.requestTimeoutS = 1
    scene.stub.script(llmAnswers.calls(df), finding)
    await expect(scene.investigate()).resolves.toMatchObject({ kind: 'found' })
    scene.stub.script(llmAnswers.calls(['readings']), llmAnswers.hang())
    expect((await scene.failure()).code).toBe('ASSISTANT_TIMEOUT')
  })

  it('says that the stream broke, and asks nothing twice', async () => {
    scene.stub.script(llmAnswers.calls(['readings']), llmAnswers.dropped('The disk'))
    expect((await scene.failure()).code).toBe('ASSISTANT_UNREACHABLE')
    expect(scene.stub.requests).toHaveLength(2)
    scene.stub.script(llmAnswers.calls(['readings']), llmAnswers.broken())
    expect((await scene.failure()).code).toBe('ASSISTANT_UNREACHABLE')
    expect(scene.stub.requests).toHaveLength(4)
  })

  it('reads no answer without an end', async () => {
    scene.stub.script(llmAnswers.text('x'.repeat(100_000)))
    expect((await scene.failure()).data.reason).toBe('too-long')
  })

  it('passes on why no card could be opened', async () => {
    scene.answer = async () => {
      throw new AppError('NOT_FOUND', { deviceId: 'rpi_001' })
    }
    scene.stub.script(llmAnswers.calls(df), finding)
    expect((await scene.failure()).code).toBe('NOT_FOUND')
  })
})

describe('a model that calls no tools', () => {
  it('is found by what the endpoint answers, remembered, and asked step by step from then on', async () => {
    scene.stub.script(llmAnswers.noTools())
    await expect(scene.investigate()).resolves.toEqual({ kind: 'no-tools' })
    await expect(scene.investigate()).resolves.toEqual({ kind: 'no-tools' })
    expect(scene.stub.requests).toHaveLength(1)
    expect(scene.sent).toHaveLength(1)
    expect(Object.entries(scene.formats)).toEqual([[`tools ${scene.stub.baseUrl} stub-model`, 'none']])
  })

  it('is found by an answer that rests on nothing', async () => {
    scene.stub.script(finding)
    await expect(scene.investigate()).resolves.toEqual({ kind: 'no-tools' })
    expect(Object.keys(scene.formats)).toHaveLength(1)
  })

  it('is not remembered where the model is not there at all', async () => {
    scene.stub.script(llmAnswers.modelUnknown())
    await expect(scene.investigate()).resolves.toEqual({ kind: 'no-tools' })
    expect(scene.formats).toEqual({})
  })

  it('is not concluded from a refusal in the middle, nor from a key', async () => {
    scene.stub.script(llmAnswers.calls(['readings']), llmAnswers.noTools())
    expect((await scene.failure()).code).toBe('ASSISTANT_BAD_ANSWER')
    scene.stub.script(llmAnswers.keyRefused())
    expect((await scene.failure()).code).toBe('ASSISTANT_KEY_REFUSED')
    expect(scene.formats).toEqual({})
  })
})
