import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvestigationPorts } from '../../../../../main/shared/investigation.ts'
import { fromDevice, unmarked } from '../../../../../main/shared/marked-text.ts'
import { llmAnswers } from '../../../../support/model/llm-answers.ts'
import { df, finding, HOSTILE, InvestigationScene, METRICS, ORDER, ran, SECRET } from './investigation-scene.ts'

/** The first call loads the agent library. */
const PATIENCE = { timeout: 20_000 }
let scene: InvestigationScene

beforeEach(async () => {
  scene = await InvestigationScene.start()
})
afterEach(() => scene.stub.stop())

describe('an investigation with a model that calls tools', () => {
  it('looks, proposes, waits for the result and ends with the finding: one request a step', async () => {
    scene.stub.script(llmAnswers.calls(['readings']), llmAnswers.calls(df), finding)
    await expect(scene.investigate()).resolves.toEqual({
      kind: 'found',
      text: 'The disk is full.',
      model: 'stub-model',
      isFromDeviceOutput: true,
    })
    expect(scene.stub.requests).toHaveLength(3)
    expect(scene.proposed).toEqual([
      { model: 'stub-model', command: unmarked('df -h'), reason: unmarked('Shows the disk.'), timeoutS: null },
    ])
    expect(scene.messages(2).map(({ role }) => role)).toEqual([
      'system',
      'user',
      'assistant',
      'tool',
      'assistant',
      'tool',
    ])
    expect(typeof scene.messages(0)[0]?.content).toBe('string')
    expect(scene.last(1)).toContain('97')
    expect(scene.last(2)).toContain('/dev/root 100%')
    expect(scene.streamed).toBe('The disk is full.')
  })

  it('leaves an account of each request, as it was on the wire', async () => {
    scene.stub.script(llmAnswers.calls(df), finding)
    await scene.investigate()
    expect(scene.sent).toHaveLength(2)
    expect(scene.sent[1]).toMatchObject({
      purpose: 'investigate',
      requests: 1,
      answerFormat: 'tools',
      inputTokens: 100,
    })
    expect(scene.sent[1]?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'tool'])
    expect(scene.sent[1]?.messages.at(-1)?.content).toBe(scene.messages(1).at(-1)?.content)
    expect(scene.sent[1]?.messages[2]?.content).toBe('propose_read {"command":"df -h","reason":"Shows the disk."}')
  })

  it('gives calls ids of its own, because an endpoint that repeats one would overwrite what was said', async () => {
    scene.stub.script(llmAnswers.calls(['device_facts']), llmAnswers.calls(['readings']), finding)
    await scene.investigate()
    const ids = scene.messages(2).flatMap(({ tool_calls: calls = [] }) => calls.map(({ id }) => id))
    expect(new Set(ids).size).toBe(2)
    expect(ids).not.toContain('call_0')
    expect(scene.messages(2).flatMap(({ tool_call_id: id }) => id ?? [])).toEqual(ids)
  })

  it('opens one card after the other, also where the model calls for several at once', async () => {
    const waiting: (() => void)[] = []
    scene.answer = () => new Promise((resolve) => waiting.push(() => resolve(ran('x'))))
    const calls = ['df -h', 'free -h', 'uptime'].map((command) => ['propose_read', { command, reason: 'r' }] as const)
    scene.stub.script(llmAnswers.calls(...calls), finding)
    const pending = scene.investigate()
    for (let card = 1; card <= 3; card++) {
      await expect.poll(() => waiting.length, PATIENCE).toBe(card)
      expect(scene.proposed).toHaveLength(card)
      waiting.at(-1)?.()
    }
    await pending
    // The second was written before the result of the first was there, but it is shown after it.
    expect(scene.proposed.map(({ command }) => command.isFromDeviceOutput)).toEqual([false, true, true])
  })
})

describe('the words of a device', () => {
  const device = fromDevice(HOSTILE)
  const cases: readonly (readonly [tool: string, change: Partial<InvestigationPorts>])[] = [
    ['readings', { readings: () => [{ deviceId: 'a', metrics: METRICS, sensors: [{ name: device, value: 1 }] }] }],
    [
      'past_commands',
      {
        pastCommands: () => [
          { request: unmarked('x'), command: unmarked(`echo ${SECRET}`), outcome: 'succeeded', output: device },
        ],
      },
    ],
    [
      'broker_log_findings',
      { brokerLogFindings: async () => [{ message: device, fix: unmarked('x'), line: device, count: 1 }] },
    ],
    ['propose_read', {}],
  ]
  for (const [tool, change] of cases) {
    it(`reaches the model from ${tool} sanitised, redacted and between boundaries, and marks what follows`, async () => {
      scene.answer = async () => ran(HOSTILE)
      const args = tool === 'propose_read' ? { command: 'cat /x', reason: 'r' } : {}
      scene.stub.script(llmAnswers.calls([tool, args]), llmAnswers.calls(df), finding)
      await expect(scene.investigate(change)).resolves.toMatchObject({ isFromDeviceOutput: true })
      expect(scene.last(1)).toContain(ORDER)
      expect(scene.last(1)).toMatch(/^"<<<RESULT [0-9a-f]{24}\\n.*RESULT [0-9a-f]{24}>>>"$/u)
      expect(scene.wire()).not.toContain(SECRET)
      for (const hidden of ['\u202e', '\\u202e', '\u001b', '\\u001b']) expect(scene.wire()).not.toContain(hidden)
      const last = scene.proposed.at(-1)
      expect([last?.command.text, last?.command.isFromDeviceOutput, last?.reason.isFromDeviceOutput]).toEqual([
        'df -h',
        true,
        true,
      ])
    })
  }

  it('is not in device_facts: numbers and names of closed lists leave no mark', async () => {
    scene.answer = async () => ({ kind: 'rejected' })
    scene.stub.script(llmAnswers.calls(['device_facts'], ['readings']), llmAnswers.calls(df), finding)
    await expect(scene.investigate()).resolves.toMatchObject({ isFromDeviceOutput: false })
    expect(scene.proposed[0]?.command.isFromDeviceOutput).toBe(false)
  })

  it('keeps within 16 KB however many outputs there are, with another boundary in each request', async () => {
    scene.answer = async () => ran('y'.repeat(200_000))
    const reads = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      llmAnswers.calls(['propose_read', { command: `cat /${name}`, reason: 'r' }]),
    )
    scene.stub.script(...reads, finding)
    await scene.investigate()
    expect(scene.stub.requests[5]?.rawBody.length).toBeLessThan(32_000)
    const boundaries = [1, 2].map(
      (index) => /RESULT ([0-9a-f]{24})/u.exec(String(scene.messages(index)[3]?.content))?.[1],
    )
    expect(new Set(boundaries).size).toBe(2)
  })

  it('does not leave in what the model repeats of it: its own words are redacted too', async () => {
    scene.stub.script(
      {
        kind: 'calls',
        text: `I saw ${SECRET}`,
        calls: [{ name: 'propose_read', args: JSON.stringify({ command: `echo ${SECRET}`, reason: SECRET }) }],
      },
      finding,
    )
    await scene.investigate()
    expect(scene.wire()).not.toContain(SECRET)
    expect(scene.sent[1]?.messages.map(({ content }) => content).join('\n')).not.toContain(SECRET)
  })
})
