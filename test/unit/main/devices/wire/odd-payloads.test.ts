import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage } from '../../../../../main/devices/wire/decode.ts'
import type { Decoded } from '../../../../../main/devices/wire/messages.ts'
import { escapedId, isListedId, isOddId } from '../../../../../preload/contract/models/limits.ts'
import { threadMs } from '../../../../support/thread-time.ts'

const RECEIVED_AT = Date.UTC(2026, 4, 4, 8, 0, 0)

function decode(kind: string, payload: string, id = 'esp-1', isRetained = false): Decoded {
  return decodeMessage(`device/${id}/${kind}`, Buffer.from(payload), { isRetained, receivedAt: RECEIVED_AT })
}

describe('numbers that are none', () => {
  it('of Tasmota, in an object, leave the other fields', () => {
    const payload = '{"Time":"2018-10-23T23:47:58","DHT11":{"Temperature":nan,"Humidity":nan},"TempUnit":"C"}'
    expect(decode('data', payload)).toMatchObject({
      kind: 'data',
      sensors: [
        { name: 'Time', value: '2018-10-23T23:47:58' },
        { name: 'TempUnit', value: 'C' },
      ],
    })
  })

  it('in a heartbeat leave the metric unknown', () => {
    expect(decode('heartbeat', '{"device_id":"esp-1","uptime":74888,"cpu_temperature":nan}')).toMatchObject({
      kind: 'heartbeat',
      metrics: { uptimeS: 74_888, cpuTemperatureC: null },
    })
  })

  it.each([
    'NaN',
    'Infinity',
    '-Infinity',
    'nan',
    '-nan',
    'NAN',
    'inf',
    '-inf',
    '+Inf',
    'nan(ind)',
    '-nan(ind)',
    '1.#QNAN',
    '-1.#INF',
    '1e999',
  ])('%s is no reading', (word) => {
    const decoded = decode('data', `{"a":${word} , "b":[${word}],"c":{"d":${word}}, "rssi":-71.2}`)
    expect(decoded).toMatchObject({ kind: 'data', sensors: [{ name: 'rssi', value: -71.2 }] })
  })

  it('inside of texts stay as they are', () => {
    const payload = '{"note":"a \\" NaN, inf \\\\","x":NaN,"b":1}'
    expect(decode('data', payload)).toMatchObject({
      sensors: [{ name: 'note', value: 'a " NaN, inf \\' }, { name: 'b' }],
    })
  })

  it('cost linear time', () => {
    for (const text of [
      'nan('.repeat(16_000),
      '"'.repeat(65_000),
      `{"a":${' '.repeat(65_000)}nan`,
      '\\"'.repeat(20_000),
    ]) {
      const started = threadMs()
      decode('data', text)
      expect(threadMs() - started).toBeLessThan(500)
    }
  })
})

it('zero bytes behind a payload are the rest of a buffer', () => {
  expect(decode('data', '{"t":21.5}\0\0\0')).toMatchObject({ kind: 'data', sensors: [{ name: 't', value: 21.5 }] })
  expect(decode('status', 'offline\0')).toMatchObject({ kind: 'status', isOnline: false })
  expect(decode('data', '{"t":\0 21.5}')).toMatchObject({ kind: 'dropped', reason: 'json' })
})

describe('readings', () => {
  const sensorsOf = (payload: unknown) => {
    const decoded = decode('data', JSON.stringify(payload))
    return decoded.kind === 'data' ? decoded.sensors : null
  }

  it('in objects have the path as their name, and ids with leading zeros stay texts', () => {
    expect(sensorsOf({ Time: 'x', DS18B20: { Id: '000000038069', Temperature: 20 }, TempUnit: 'C' })).toEqual([
      { name: 'Time', value: 'x' },
      { name: 'DS18B20.Id', value: '000000038069' },
      { name: 'DS18B20.Temperature', value: 20 },
      { name: 'TempUnit', value: 'C' },
    ])
    expect(sensorsOf({ ENERGY: { Power: { Total: 3.5 } } })).toEqual([{ name: 'ENERGY.Power.Total', value: 3.5 }])
  })

  it('that are true or false are 1 and 0, marked', () => {
    expect(sensorsOf({ contact: true, battery_low: false, rssi: [-60, -61], linkquality: 102 })).toEqual([
      { name: 'contact', value: 1, sentAs: 'boolean' },
      { name: 'battery_low', value: 0, sentAs: 'boolean' },
      { name: 'rssi.0', value: -60 },
      { name: 'rssi.1', value: -61 },
      { name: 'linkquality', value: 102 },
    ])
  })

  it('sent as text are numbers, marked; other texts stay', () => {
    expect(
      sensorsOf({ temperature: '15.5', humidity: '47', version: '1.2.3', model: '0042', big: '1'.repeat(20) }),
    ).toEqual([
      { name: 'temperature', value: 15.5, sentAs: 'text' },
      { name: 'humidity', value: 47, sentAs: 'text' },
      { name: 'version', value: '1.2.3' },
      { name: 'model', value: '0042' },
      { name: 'big', value: '1'.repeat(20) },
    ])
    const decoded = decode('heartbeat', '{"cpu_temperature":"47.5","uptime":"120"}')
    expect(decoded).toMatchObject({ metrics: { cpuTemperatureC: 47.5, uptimeS: 120 } })
  })

  it('have each name once, and no metric of the device among them', () => {
    expect(sensorsOf({ 'a.b': 1, a: { b: 2 }, memory_usage: { total: 1 }, cpu_usage: 3 })).toEqual([
      { name: 'a.b', value: 1 },
    ])
  })

  it('are bounded in number, depth and length of the name', () => {
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`k${n}`, { a: n, b: n }]))
    expect(sensorsOf(many)).toHaveLength(32)
    expect(sensorsOf({ a: { b: { c: { d: { e: 1 } } } } })).toEqual([])
    expect(sensorsOf({ ['x'.repeat(40)]: { ['y'.repeat(40)]: 1 } })).toEqual([])
    fc.assert(
      fc.property(fc.object({ maxDepth: 6, maxKeys: 60 }), (object) => {
        const sensors = sensorsOf(object) ?? []
        expect(sensors.length).toBeLessThanOrEqual(32)
        expect(new Set(sensors.map(({ name }) => name)).size).toBe(sensors.length)
        for (const { name } of sensors) expect(name.length).toBeLessThanOrEqual(64)
      }),
    )
  })
})

describe('payloads of other programs', () => {
  it.each<[payload: string, sensors: readonly object[]]>([
    [
      '{"env":{"t":21.5,"ok":true,"deep":{"x":"3.5"}}}',
      [
        { name: 'env.t', value: 21.5 },
        { name: 'env.ok', value: 1, sentAs: 'boolean' },
        { name: 'env.deep.x', value: 3.5, sentAs: 'text' },
      ],
    ],
    ['{"temperature":"21,5"}', [{ name: 'temperature', value: 21.5, sentAs: 'text' }]],
    ['{"temperature":"21.5 °C"}', [{ name: 'temperature', value: 21.5, sentAs: 'text', unit: '°C' }]],
    [
      '{"door":"ON","relay":false}',
      [
        { name: 'door', value: 'ON' },
        { name: 'relay', value: 0, sentAs: 'boolean' },
      ],
    ],
    ['\ufeff{"t":1}', [{ name: 't', value: 1 }]],
    ['{"t":-0.0e0,"u":-Infinity,"v":[NaN]}', [{ name: 't', value: -0 }]],
  ])('%s are read without guessing', (payload, sensors) => {
    expect(decode('data', payload)).toMatchObject({ kind: 'data', sensors })
  })

  it.each(['temp=21.5', '{"t":21.5', '{"t":0x1F}'])('%s are none', (payload) => {
    expect(decode('data', payload)).toMatchObject({ kind: 'dropped', reason: 'json' })
  })
})

describe('the temperature of a board', () => {
  it.each([
    [0.047, 47],
    [0.031, 31],
    [0.084, 84],
    [0.125, 125],
    [48.3, 48.3],
    [0.486, 0.486],
    [0.0471, null],
    [0.004, null],
    [-0.031, null],
    [-3.5, -3.5],
    [0, null],
  ])('sent as %s is %s', (sent, celsius) => {
    for (const kind of ['heartbeat', 'data'])
      expect(decode(kind, JSON.stringify({ cpu_temperature: sent }))).toMatchObject({
        metrics: { cpuTemperatureC: celsius },
      })
  })
})

describe('a status', () => {
  it.each([
    'offline',
    'OFFLINE',
    ' Offline\n',
    '"offline"',
    '\ufeffoffline',
    '{"status":"OFFLINE"}',
    '{"state":"offline"}',
    '{"online":false}',
    '{"status":false}',
  ])('of %j says offline', (payload) => {
    expect(decode('status', payload, 'esp-1', true)).toMatchObject({
      kind: 'status',
      isOnline: false,
      isLastWill: false,
    })
  })

  it.each(['online', 'Online', '{"status":"ONLINE","timestamp":1614000000}', '{"state":"Online"}', '{"online":true}'])(
    'of %j says online',
    (payload) => {
      expect(decode('status', payload)).toMatchObject({ kind: 'status', isOnline: true })
    },
  )

  it.each([
    '0',
    '1',
    'dead',
    'not online',
    '',
    '{"status":"dead","state":"online"}',
    '{"status":1}',
    '{"online":"yes"}',
    '{"online":1}',
    '{"state":"?","online":true}',
  ])('of %j is none', (payload) => {
    expect(['ignored', 'dropped']).toContain(decode('status', payload).kind)
  })

  it('is a word on no other topic', () => {
    for (const kind of ['heartbeat', 'data', 'result']) expect(decode(kind, 'offline').kind).toBe('dropped')
  })
})

describe('device ids', () => {
  it('in a payload may be numbers', () => {
    expect(decode('heartbeat', '{"device_id":17}', '17').kind).toBe('heartbeat')
    expect(decode('heartbeat', '{"device_id":12345678901234567891}', '12345678901234567891').kind).toBe('heartbeat')
    for (const [claimed, id] of [
      ['17', '18'],
      ['17', '017'],
      ['1e3', '1000x'],
      ['true', 'true'],
    ] as const)
      expect(decode('heartbeat', `{"device_id":${claimed}}`, id)).toMatchObject({ reason: 'spoof' })
  })

  it.each([
    'rpi_张三-PC',
    'Kitchen sensor',
    'Büro-Pi',
    'датчик_1',
    'جهاز-1',
    'กล้อง',
    'esp@home (2)',
    'e\u0301cole',
    '🌡-cellar',
    'pi 👍🏽',
  ])('may be %s', (id) => {
    expect(decode('heartbeat', JSON.stringify({ device_id: id, uptime: 12 }), id)).toMatchObject({
      kind: 'heartbeat',
      deviceId: id,
    })
    expect(isOddId(id)).toBe(true)
  })

  it('that are empty claim nothing', () => {
    expect(decode('heartbeat', '{"device_id":"","uptime":12}').kind).toBe('heartbeat')
  })

  it('may be composed in another way in the payload', () => {
    expect(decode('heartbeat', '{"device_id":"B\u00fcro"}', 'Bu\u0308ro').kind).toBe('heartbeat')
  })

  it('are escaped so that no two look alike', () => {
    expect(escapedId('rpi_张三-PC')).toBe('rpi_\\u{5f20}\\u{4e09}-PC')
    expect(escapedId('Kitchen sensor')).toBe('Kitchen\\x20sensor')
    const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(isListedId)
    fc.assert(
      fc.property(id, id, (one, other) => {
        expect(escapedId(one)).toMatch(/^[\x21-\x7e]+$/)
        if (one !== other) expect(escapedId(one)).not.toBe(escapedId(other))
      }),
    )
  })

  it('hold nothing that means something in a topic or cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (id) => {
        if (isListedId(id)) expect(id).not.toMatch(/[/+#,;"'<>=:\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      }),
      { numRuns: 3000 },
    )
  })
})
