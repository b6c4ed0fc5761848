import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage } from '../../../../../main/devices/wire/decode.ts'
import { readDeviceTime } from '../../../../../main/devices/wire/device-time.ts'
import { mendedJson } from '../../../../../main/devices/wire/json-repair.ts'
import { threadMs } from '../../../../support/thread-time.ts'

const RECEIVED_AT = Date.UTC(2026, 10, 30, 11, 0, 0)

const decode = (kind: string, payload: string, id = 'esp-1') =>
  decodeMessage(`device/${id}/${kind}`, Buffer.from(payload), { isRetained: false, receivedAt: RECEIVED_AT })

describe('JSON that was put together by hand', () => {
  it.each([
    ['a model that ends with its zero byte', '{"model":"Raspberry Pi 4\0","cpu_temperature":51.2}'],
    ['the lines of a command', '{"df":"/dev/root 29G\n/boot 253M\t1%","cpu_temperature":51.2}'],
    ['a last comma', '{"cpu_temperature":51.2, }'],
    ['a last comma in a list', '{"cores":[1,2,],"cpu_temperature":51.2}'],
    ['a value that was empty', '{"load":,"cpu_temperature":51.2,"model":}'],
    ['the fractions of bc', '{"load":.52,"cold":-.5,"cpu_temperature":51.2}'],
    ['signs of printf', '{"rssi":+3,"cpu_temperature":+51.2}'],
  ])('is a heartbeat with %s', (_title, payload) => {
    expect(decode('heartbeat', payload)).toMatchObject({ kind: 'heartbeat', metrics: { cpuTemperatureC: 51.2 } })
  })

  it('keeps the values that are there', () => {
    expect(decode('data', '{"a":.5,"b":-.25,"c":+7,"d":,"e":"+.5, ]","f":[.1,+2,],}')).toMatchObject({
      sensors: [
        { name: 'a', value: 0.5 },
        { name: 'b', value: -0.25 },
        { name: 'c', value: 7 },
        { name: 'e', value: '+.5, ]' },
        { name: 'f.0', value: 0.1 },
        { name: 'f.1', value: 2 },
      ],
    })
  })

  it('ends a command with the lines of its output', () => {
    expect(decode('result', '{"command_id":"c","success":true,"output":"one\ntwo\n"}')).toMatchObject({
      kind: 'result',
      stdout: 'one\ntwo\n',
    })
  })

  it.each([
    '{"t":05}',
    '{"t":1.2.3}',
    '{"t":1,,"h":2}',
    '{"t":--1}',
    '{"t":+-1}',
    '{"t":1 "h":2}',
    '{"t":undefined}',
    '// note\n{"t":1}',
    '{"t":"a" quote"}',
    '{t:1}',
    '{"t":1}{"t":2}',
  ])('is none where it leaves a doubt: %j', (payload) => {
    expect(decode('data', payload)).toMatchObject({ kind: 'dropped', reason: 'json' })
  })

  it('has the same value as before wherever it was JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(JSON.parse(mendedJson(json))).toEqual(JSON.parse(json))
      }),
    )
  })
})

it('JSON that cannot be mended costs linear time', () => {
  const signs = [',', '+', '.', ':', ' ', ': ', ', ', '"a",', '\0', '\\"']
  for (const text of signs.map((sign) => sign.repeat(60_000 / sign.length))) {
    for (const payload of [`{"a":1${text}`, `{"a":"${text}`, `{"a":${text}}`]) {
      const started = threadMs()
      decode('data', payload)
      expect(threadMs() - started, JSON.stringify(payload.slice(0, 12))).toBeLessThan(500)
    }
  }
})

describe('the readings of a heartbeat', () => {
  it.each([
    [51_200, 51.2],
    [9_000, 9],
    [-5_500, -5.5],
    [250_000, 250],
    [999, null],
    [300_001, null],
  ])('of the kernel, in thousandths: %d is %j', (sent, celsius) => {
    expect(decode('heartbeat', `{"cpu_temperature":${sent}}`)).toMatchObject({ metrics: { cpuTemperatureC: celsius } })
  })
})

describe('memory', () => {
  const metrics = (usage: object) => {
    const decoded = decode('heartbeat', JSON.stringify({ memory_usage: usage }))
    return decoded.kind === 'heartbeat' ? decoded.metrics : decoded
  }
  const MIB = 1024 * 1024

  it('in bytes or KiB, as psutil and /proc/meminfo have it, is not taken for MB', () => {
    expect(metrics({ total: 3_978_297_344, available: 1, percent: 31.6, used: 1_257_201_664 })).toMatchObject({
      memoryPercent: 31.6,
      memoryTotalB: null,
      memoryUsedB: null,
    })
    expect(metrics({ total: 3_885_056, used: 900_000, percentage: 23.2 })).toMatchObject({
      memoryPercent: 23.2,
      memoryTotalB: null,
      memoryUsedB: null,
    })
    expect(metrics({ total: '3885056', used: '900000' })).toMatchObject({ memoryTotalB: null, memoryUsedB: null })
    expect(metrics({ total: 1_048_576, used: 900_000, percentage: 85.8 })).toMatchObject({
      memoryTotalB: 1_048_576 * MIB,
      memoryUsedB: 900_000 * MIB,
    })
  })

  it('that is no number is unknown, whatever else it is', () => {
    for (const total of [{ toString: 1, valueOf: 1 }, [5e9], true, null])
      expect(metrics({ total, used: 300 })).toMatchObject({ memoryTotalB: null, memoryUsedB: 300 * MIB })
  })

  it('as a number alone is a reading, because it may be a share or an amount', () => {
    expect(decode('data', '{"memory_usage":42.1,"cpu_usage":3}')).toMatchObject({
      sensors: [{ name: 'memory_usage', value: 42.1 }],
    })
  })
})

describe('UTF-16 with its byte order mark, as PowerShell writes files', () => {
  const send = (kind: string, text: string | Buffer) =>
    decodeMessage(`device/esp-1/${kind}`, typeof text === 'string' ? Buffer.from(`\ufeff${text}`, 'utf16le') : text, {
      isRetained: false,
      receivedAt: RECEIVED_AT,
    })

  it('is read', () => {
    expect(send('data', '{"t":20.5}\r\n')).toMatchObject({ kind: 'data', sensors: [{ name: 't', value: 20.5 }] })
    expect(send('status', 'offline\r\n')).toMatchObject({ kind: 'status', isOnline: false })
    expect(send('status', '')).toMatchObject({ kind: 'dropped' })
  })

  it('is none where a byte is missing', () => {
    expect(send('data', Buffer.from('\ufeff{"t":20.5}', 'utf16le').subarray(0, -1))).toMatchObject({ kind: 'dropped' })
  })
})

describe('an id', () => {
  it('with the line end of its file is the same', () => {
    expect(decode('heartbeat', '{"device_id":"esp-1\\n","uptime":9}')).toMatchObject({ kind: 'heartbeat' })
    expect(decode('heartbeat', '{"device_id":" \\n","uptime":9}')).toMatchObject({ kind: 'heartbeat' })
    expect(decode('heartbeat', '{"device_id":"esp-2\\n","uptime":9}')).toMatchObject({ reason: 'spoof' })
  })
})

describe('a time', () => {
  it.each([
    ['1764583200', 1_764_583_200_000],
    ['1764583200.5', 1_764_583_200_500],
    ['1764583200123', 1_764_583_200_123],
    ['2026-11-30T10:00Z', Date.UTC(2026, 10, 30, 10)],
    ['2026-11-30 10:00:00+00', Date.UTC(2026, 10, 30, 10)],
    ['2026-11-30 18:00:00 +0800', Date.UTC(2026, 10, 30, 10)],
    ['2026-11-30t10:00:00,250z', Date.UTC(2026, 10, 30, 10, 0, 0, 250)],
  ])('is read as a text too: %s', (text, at) => {
    expect(readDeviceTime(text)).toEqual({ at, isZoned: true })
  })

  it.each(['17645832001', '20261130100000', '2026-11-30', '30.11.2026 10:00', '10:00:00', '2026-11-30T25:00', ''])(
    'is none where its form is another: %s',
    (text) => {
      expect(readDeviceTime(text)).toBeNull()
    },
  )

  it('without a zone stays without one', () => {
    expect(readDeviceTime('2026-11-30T10:00')).toMatchObject({ isZoned: false })
  })
})
