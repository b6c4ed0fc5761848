import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readScene } from '../../tools/decode-scene.ts'
import { judgeMessage } from '../../tools/decode-verdict.ts'

const STATE = {
  now: '2026-05-04T08:00:00Z',
  devices: [
    { id: 'rpi_001', presence: 'online', interval_s: 30, os: 'linux', capabilities: ['ack', 'stream'] },
    { id: 'rpi_002', presence: 'lost', interval_s: 30, os: 'linux', capabilities: [] },
  ],
  commands: [
    { command_id: 'c-sent', device: 'rpi_001', command: 'ls', timeout: 30, state: 'sent', output: null },
    { command_id: 'c-late', device: 'rpi_001', command: 'ls', timeout: 30, state: 'no answer', output: null },
    { command_id: 'c-done', device: 'rpi_001', command: 'ls', timeout: 30, state: 'succeeded', output: 'a\n' },
    { command_id: 'c-open', device: 'rpi_001', command: 'ls', timeout: 30, state: 'approved', output: null },
  ],
}
const scene = readScene(JSON.stringify(STATE))
const result = {
  device_id: 'rpi_001',
  command_id: 'c-sent',
  success: true,
  output: 'ok\n',
  timestamp: '2026-05-04T08:00:00Z',
}

function judge(topic: string, payload: unknown, isRetained = false) {
  const bytes = payload instanceof Uint8Array ? payload : Buffer.from(JSON.stringify(payload))
  return judgeMessage(`device/${topic}`, bytes, isRetained, scene)
}

describe('the verdict on a message', () => {
  it.each([
    ['accept', [], 'rpi_001/result', result],
    ['accept', [], 'rpi_001/heartbeat', { timestamp: '2026-05-04T08:00:00Z' }],
    ['accept-marked', ['late'], 'rpi_001/result', { ...result, command_id: 'c-late' }],
    ['accept-marked', ['conflict'], 'rpi_001/result', { ...result, command_id: 'c-done', output: 'b\n' }],
    ['accept-marked', ['cut'], 'rpi_001/result', { ...result, truncated: true }],
    ['accept-marked', ['cut'], 'rpi_001/result', { ...result, output: 'x'.repeat(1_000_000) }],
    ['accept-marked', ['invisible-characters'], 'rpi_001/result', { ...result, output: 'a\u202eb' }],
    ['accept-marked', ['skew'], 'rpi_002/heartbeat', { timestamp: '2026-05-04T08:07:00Z' }],
    ['accept-marked', ['age'], 'rpi_001/heartbeat', { timestamp: '2026-05-04T07:57:00Z' }],
    ['ignore', [], 'rpi_001/result', { ...result, command_id: 'c-done', output: 'a\n' }],
    ['ignore', [], 'control/result', { ...result, device_id: 'control' }],
    ['ignore', [], 'rpi_001/status', { control_result: 'x' }],
    ['ignore', [], 'rpi_002/ack', { command_id: 'c-sent', state: 'running' }],
    ['orphan', [], 'rpi_001/result', { ...result, command_id: 'unknown' }],
    ['orphan', [], 'rpi_001/result', { ...result, command_id: 'c-open' }],
    ['orphan', [], 'rpi_002/result', { ...result, device_id: 'rpi_002' }],
    ['drop', [], 'rpi_001/result', { ...result, device_id: 'rpi_002' }],
    ['drop', ['sign-of-life'], 'rpi_001/result', { ...result, success: 'yes' }],
    ['drop', ['sign-of-life'], 'rpi_001/heartbeat', { filler: 'x'.repeat(70_000) }],
    ['drop', [], 'rpi\u0007001/heartbeat', {}],
    ['accept-marked', ['odd-id'], 'rpi 001/heartbeat', {}],
    ['drop', ['sign-of-life'], 'rpi_001/heartbeat', Buffer.from('{"__proto__":{"isAdmin":true}}')],
    ['drop', ['sign-of-life'], 'rpi_001/heartbeat', Buffer.from(`{"a":${'['.repeat(30)}${']'.repeat(30)}}`)],
    ['drop', ['sign-of-life'], 'rpi_001/heartbeat', Buffer.from([0x7b, 0xff, 0x7d])],
  ] as const)('is %s %j on %s', (decision, marks, topic, payload) => {
    expect(judge(topic, payload)).toMatchObject({ decision, marks })
  })

  it('leaves a retained answer without effect, and shows the age of a retained status', () => {
    expect(judge('rpi_001/result', result, true)).toMatchObject({ decision: 'ignore', reason: 'retained' })
    expect(judge('rpi_001/status', { status: 'online' }, true)).toMatchObject({
      decision: 'accept-marked',
      marks: ['age'],
    })
  })

  it('shows of an output what the window would: no escape sequence, invisible characters as text', () => {
    const output = '\u001b[31mred\u001b[0m\u001b]0;title\u0007 \u009b2J\u200bx\r\n'
    expect(judge('rpi_001/result', { ...result, output }).text).toBe('red ⟨U+200B⟩x\n')
  })

  it('never throws and never touches a prototype, whatever comes', () => {
    const topics = fc.oneof(
      fc.constantFrom('rpi_001/result', 'rpi_001/status', 'rpi_001/ack', 'rpi_001/output', '__proto__/data', 'a/b/c'),
      fc.string({ unit: 'binary', maxLength: 80 }),
    )
    const payloads = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((text) => Buffer.from(text)),
      fc
        .record(
          { ...Object.fromEntries(Object.keys(result).map((key) => [key, fc.anything()])), __proto__: fc.anything() },
          { requiredKeys: [] },
        )
        .map((value) => Buffer.from(JSON.stringify(value) ?? '')),
    )
    fc.assert(
      fc.property(topics, payloads, fc.boolean(), (topic, payload, isRetained) => {
        const found = judge(topic, payload, isRetained)
        expect(['accept', 'accept-marked', 'drop', 'orphan', 'ignore']).toContain(found.decision)
        expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the decode tool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-decode-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const run = (options: readonly string[], input: string) =>
    spawnSync(process.execPath, ['test/tools/decode.ts', ...options], { input, encoding: 'utf8' })

  it('answers every line in order in the scene of the file, and goes on after a malformed one', () => {
    const file = join(folder, 'state.json')
    writeFileSync(file, JSON.stringify(STATE))
    const payload = Buffer.from(JSON.stringify(result)).toString('base64')
    const line = JSON.stringify({ id: 7, topic: 'device/rpi_001/result', payload_b64: payload, retained: false })
    const { status, stdout } = run(['--stdin', '--state', file], `${line}\nnot json\n${line}\n`)
    const answers = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as unknown)
    const good = { id: 7, decision: 'accept', reason: 'result', marks: [], text: 'ok\n' }
    expect(answers).toEqual([good, { error: 'not JSON' }, good])
    expect(status).toBe(1)
  })

  it('exits with 2 on bad usage or a state file that cannot be read, and leaves stdout empty', () => {
    for (const options of [[], ['--stdin', 'x'], ['--stdin', '--state', join(folder, 'missing')], ['--what']]) {
      expect(run(options, '')).toMatchObject({ status: 2, stdout: '' })
    }
  })
})
