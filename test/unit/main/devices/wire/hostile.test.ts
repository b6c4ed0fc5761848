import { describe, expect, it } from 'vitest'
import { decodeMessage } from '../../../../../main/devices/wire/decode.ts'
import type { Decoded } from '../../../../../main/devices/wire/messages.ts'

const RECEIVED_AT = Date.UTC(2026, 4, 4, 8, 0, 0)
const live = { isRetained: false, receivedAt: RECEIVED_AT }
const retained = { isRetained: true, receivedAt: RECEIVED_AT }

function decode(kind: string, payload: unknown, id = 'rpi_001', reception = live): Decoded {
  const bytes =
    payload instanceof Uint8Array
      ? payload
      : Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload))
  return decodeMessage(`device/${id}/${kind}`, bytes, reception)
}

const heartbeat = {
  device_id: 'rpi_001',
  timestamp: '2026-05-04T08:00:00.123456',
  uptime: 3600.5,
  memory_usage: { total: 3800, used: 950, percentage: 25 },
  cpu_temperature: 48.3,
}
const result = { device_id: 'rpi_001', command_id: 'c-1', success: true, output: 'ok\n', timestamp: 1_777_881_600.25 }

describe('topics and identity', () => {
  it.each([
    ['control', 'reserved-id'],
    ['waypost-probe-7', 'reserved-id'],
  ])('never list %s as a device', (id, reason) => {
    expect(decode('result', { ...result, device_id: undefined }, id)).toEqual({ kind: 'ignored', reason })
  })

  it.each([
    '',
    ' ab',
    'ab ',
    'a/b',
    '../x',
    'x'.repeat(65),
    '__proto__\u0000',
    '+',
    'a#',
    'a\u202eb',
    'a\u3164b',
    'a\tb',
    '👩\u200d🔧',
    'pi\ufe0f',
  ])('refuse %j as a device id', (id) => {
    expect(decode('heartbeat', {}, id)).toMatchObject({ kind: 'dropped', reason: 'device-id' })
  })

  it('ignore the console’s own commands, and drop topics that are not the fleet’s', () => {
    expect(decode('command', {})).toEqual({ kind: 'ignored', reason: 'own-topic' })
    for (const topic of ['device/x', 'device/x/result/y', 'devices/x/result', 'x', '', 'device/x/toString'])
      expect(decodeMessage(topic, Buffer.from('{}'), live)).toMatchObject({ kind: 'dropped', reason: 'unknown-topic' })
  })

  it('drop a message whose device id is not that of its topic', () => {
    expect(decode('heartbeat', { ...heartbeat, device_id: 'rpi_002\u202e' })).toMatchObject({
      kind: 'dropped',
      reason: 'spoof',
      spoof: { deviceId: 'rpi_001', claimedId: 'rpi_002⟨U+202E⟩' },
    })
    expect(decode('heartbeat', { ...heartbeat, device_id: { a: 1 } })).toMatchObject({ reason: 'spoof' })
  })

  it('ignore a retained answer', () => {
    for (const kind of ['result', 'ack', 'output'])
      expect(decode(kind, result, 'rpi_001', retained)).toEqual({ kind: 'ignored', reason: 'retained' })
    expect(decode('command', {}, 'rpi_001', retained)).toEqual({ kind: 'ignored', reason: 'own-topic' })
  })
})

describe('hostile payloads', () => {
  it('are dropped by their size before they are parsed', () => {
    for (const kind of ['status', 'heartbeat', 'data', 'ack']) {
      expect(decode(kind, Buffer.alloc(65_537, 0x20))).toMatchObject({
        reason: 'size',
      })
      expect(decode(kind, Buffer.alloc(65_536, 0x20))).toMatchObject({ reason: 'json' })
    }
  })

  it('are dropped for invalid UTF-8 in a control message', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"status":"online","hostname":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ])
    expect(decode('status', bytes)).toMatchObject({ kind: 'dropped', reason: 'utf8' })
  })

  // Deep nesting must not reach JSON.parse.
  it('are dropped for deep nesting, in which brackets inside strings do not count', () => {
    const nested = (depth: number): string => `{"a":${'['.repeat(depth - 1)}1${']'.repeat(depth - 1)}}`
    expect(decode('data', nested(16))).toMatchObject({ kind: 'data' })
    expect(decode('data', nested(17))).toMatchObject({ kind: 'dropped', reason: 'depth' })
    expect(decode('result', `{"a":${'['.repeat(4_000_000)}`)).toMatchObject({ kind: 'dropped', reason: 'depth' })
    expect(decode('result', { ...result, output: '\\"[['.repeat(5_000) })).toMatchObject({ kind: 'result' })
    expect(decode('result', `{"a":"${'\\'.repeat(2_000_000)}`)).toMatchObject({ reason: 'json' })
  })

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__', 'constr\\u0075ctor'])(
    'are dropped for the key %s',
    (key) => {
      expect(decode('data', `{"a":[{"${key}":{"isAdmin":true}}]}`)).toMatchObject({ reason: 'forbidden-key' })
    },
  )

  it('may name such a key in a text', () => {
    expect(decode('result', { ...result, output: 'constructor of __proto__\n' })).toMatchObject({ kind: 'result' })
  })

  it('are dropped unless they are an object', () => {
    for (const text of ['[]', '"x"', '1', 'null', 'true'])
      expect(decode('heartbeat', text)).toMatchObject({ reason: 'not-an-object' })
    for (const text of ['[]', '"x"', 'null', '[1,2]', '[[1]]', '[{"v":1},{"v":2}]'])
      expect(decode('data', text)).toMatchObject({ reason: 'not-an-object' })
    for (const text of ['', '{', 'not json', '{"a":NaNa}', '{"a":N aN}', 'NaN,'])
      expect(decode('data', text)).toMatchObject({ reason: 'json' })
  })

  it('may begin with a byte order mark, as Windows clients write it', () => {
    expect(decode('status', '\ufeff{"status":"online"}')).toMatchObject({ kind: 'status' })
  })

  it('are dropped as an acknowledgement or output that does not name its command', () => {
    expect(decode('ack', { command_id: 'c', state: 'rejected', reason: 'expired\n' })).toMatchObject({
      reason: 'expired',
    })
    expect(decode('output', { command_id: 'c', seq: 0, stream: 'stdout', data: 'x', final: true })).toMatchObject({
      isFinal: true,
    })
    for (const payload of [
      {},
      { command_id: 'c', state: 'done' },
      { state: 'running' },
      { command_id: 5, state: 'running' },
    ])
      expect(decode('ack', payload)).toMatchObject({ reason: 'schema' })
    for (const seq of [-1, 1.5, '0', undefined])
      expect(decode('output', { command_id: 'c', seq, stream: 'stdout', data: '' })).toMatchObject({ reason: 'schema' })
  })
})
