import { describe, expect, it } from 'vitest'
import { decodeMessage } from '../../../../../main/devices/wire/decode.ts'
import { isListedId, isOddId } from '../../../../../preload/contract/models/limits.ts'

const RECEIVED_AT = Date.UTC(2026, 4, 4, 8, 0, 0)

const decode = (kind: string, payload: string, id = 'esp-1') =>
  decodeMessage(`device/${id}/${kind}`, Buffer.from(payload), { isRetained: false, receivedAt: RECEIVED_AT })

describe('readings of data in other shapes', () => {
  const sensors = (payload: string) => {
    const decoded = decode('data', payload)
    return decoded.kind === 'data' ? decoded.sensors.map(({ name, value }) => `${name}=${value}`) : decoded
  }

  it.each([
    ['21.5', ['value=21.5']],
    ['\ufeff21.5\n', ['value=21.5']],
    ['true', ['value=1']],
    ['[{"n":"temp","v":21.5},{"n":"open","vb":true},{"n":"mode","vs":"eco"}]', ['temp=21.5', 'open=1', 'mode=eco']],
    ['[{"bn":"hall:","n":"t","v":1},{"n":"h","v":2}]', ['hall:t=1', 'hall:h=2']],
    ['[{"name":"t","value":21.5}]', ['t=21.5']],
    ['[{"temperature":21.5}]', ['temperature=21.5']],
    [
      '{"s":"s1","values":[{"name":"t","value":21.5},{"name":"h","value":44}]}',
      ['s=s1', 'values.t=21.5', 'values.h=44'],
    ],
    ['{"rssi":[-60,-61],"list":[{"a":1}],"t":1}', ['rssi.0=-60', 'rssi.1=-61', 't=1']],
    ['{"ENERGY":{"Power":[12,null,340]},"samples":[1,2,3,4,5,6,7,8,9]}', ['ENERGY.Power.0=12', 'ENERGY.Power.2=340']],
    ['{"words":["a","b"],"mixed":[1,"a"],"none":[],"t":1}', ['t=1']],
    ['"{\\"temperature\\": 21.5}"', ['temperature=21.5']],
    ['"21.5"', ['value=21.5']],
    ['"21,5 °C"', ['value=21.5']],
    ['21.5 °C\n', ['value=21.5']],
    ['\ufeff87%', ['value=87']],
  ])('are read: %s', (payload, readings) => {
    expect(sensors(payload)).toEqual(readings)
  })

  it.each([
    '[1,2]',
    '"eco"',
    '"1,234"',
    'nan',
    '21,5',
    '21,5 °C',
    '21.5 MB',
    '[{"n":"a"},{"v":1}]',
    '1,"device_id":"other"',
    '21.5,44.0',
    '[]',
  ])('are not read: %s', (payload) => {
    expect(sensors(payload)).toMatchObject({ kind: 'dropped' })
  })

  it.each([
    ["{'temperature': 21.5, 'ok': True, 'x': None}", ['temperature=21.5', 'ok=1']],
    ["{'name': \"it's\", 'a': {'b': -3}, 'n': nan}", ["name=it's", 'a.b=-3']],
    ["{'text': 'say \\'hi\\' \"now\"', 'unit': '\\xb0C', 'v': 1}", ['text=say \'hi\' "now"', 'unit=°C', 'v=1']],
    ["{'True': False}", ['True=0']],
  ])('are read as Python prints a dictionary: %s', (payload, readings) => {
    expect(sensors(payload)).toEqual(readings)
  })

  it.each(["{'a': 1", "{'a", "{'a': datetime.now()}", "{'a': (1, 2)}", "{'__proto__': {'a': 1}}"])(
    'are not guessed where Python printed something else: %s',
    (payload) => {
      expect(sensors(payload)).toMatchObject({ kind: 'dropped' })
    },
  )

  it('are JSON alone in what decides something', () => {
    for (const kind of ['result', 'ack', 'status'])
      expect(decode(kind, "{'success': True, 'command_id': 'c', 'status': 'online'}")).toMatchObject({
        kind: 'dropped',
      })
  })

  it('name no other device in a list', () => {
    expect(sensors('[{"n":"device_id","vs":"other"}]')).toMatchObject({ kind: 'dropped', reason: 'spoof' })
    expect(sensors('[{"__proto__":1}]')).toMatchObject({ kind: 'dropped', reason: 'not-an-object' })
  })

  it('outlive a byte that is not UTF-8, as a degree sign of an old editor', () => {
    const bytes = Buffer.from('{"temp":21.5,"unit":"\xb0C"}', 'latin1')
    const decoded = decodeMessage('device/esp-1/data', bytes, { isRetained: false, receivedAt: RECEIVED_AT })
    expect(decoded).toMatchObject({ kind: 'data', sensors: [{ name: 'temp', value: 21.5 }, { name: 'unit' }] })
  })
})

describe('metrics with their unit', () => {
  it.each([
    ['cpu_usage', '12%', 'cpuPercent', 12],
    ['memory_percent', '43.1 %', 'memoryPercent', 43.1],
    ['cpu_temperature', "temp=51.2'C", 'cpuTemperatureC', 51.2],
    ['cpu_temperature', '51.2 °C', 'cpuTemperatureC', 51.2],
    ['cpu_temperature', '48,3', 'cpuTemperatureC', 48.3],
    ['cpu_temperature', '+48,3°C', 'cpuTemperatureC', 48.3],
    ['cpu_usage', '12,5 %', 'cpuPercent', 12.5],
    ['cpu_usage', '1,234', 'cpuPercent', null],
    ['memory_usage', '37.5 %', 'memoryPercent', 37.5],
    ['memory_usage', '37.5', 'memoryPercent', undefined],
    ['disk_percent', '87％', 'diskPercent', 87],
    ['cpu_temperature', '124 F', 'cpuTemperatureC', null],
    ['cpu_usage', '12 of 400%', 'cpuPercent', null],
  ])('%s of %s', (field, sent, name, read) => {
    const decoded = decode('heartbeat', JSON.stringify({ [field]: sent }))
    expect(decoded).toMatchObject({ kind: 'heartbeat', metrics: { [name]: read } })
  })
})

describe('ids', () => {
  it.each(['A4:CF:12:00:00:01', 'esp-a4:cf:12:00:00:01', 'node_A4:CF:12:00:00:01'])(
    'may be or end with a hardware address: %s',
    (id) => {
      expect(isListedId(id)).toBe(true)
      expect(isOddId(id)).toBe(true)
      expect(decode('heartbeat', `{"device_id":"${id.toLowerCase()}","uptime":5}`, id).kind).toBe('heartbeat')
    },
  )

  it.each(['A4:CF:12:00:00', 'a:b', 'A4:CF:12:00:00:01:02:zz', ':A4:CF:12:00:00:01', 'x A4:CF:12:00:00:01'])(
    'hold no colon elsewhere: %s',
    (id) => {
      expect(isListedId(id)).toBe(false)
    },
  )

  it('are the same hardware address with and without its marks', () => {
    const claim = (claimed: string, id: string) => decode('heartbeat', `{"device_id":"${claimed}","uptime":5}`, id)
    expect(claim('A4:CF:12:00:00:01', 'a4cf12000001').kind).toBe('heartbeat')
    expect(claim('esp-A4:CF:12:00:00:01', 'esp-A4CF12000001').kind).toBe('heartbeat')
    expect(claim('A4:CF:12:00:00:01', 'esp32-a4cf12000001').kind).toBe('heartbeat')
    expect(claim('A4:CF:12:00:00:02', 'esp32-a4cf12000001')).toMatchObject({ kind: 'dropped', reason: 'spoof' })
    expect(claim('A4:CF:12:00:00:02', 'a4cf12000001')).toMatchObject({ kind: 'dropped', reason: 'spoof' })
    // Capitals of a name tell two devices apart.
    expect(claim('RPI_001', 'rpi_001')).toMatchObject({ kind: 'dropped', reason: 'spoof' })
  })
})

describe('a status in the words of other conventions', () => {
  it.each([
    ['Connected', true],
    ['ready', true],
    ['"available"', true],
    ['true', true],
    ['{"state":"ready"}', true],
    ['Connection Lost', false],
    ['disconnected', false],
    ['lost', false],
    ['false', false],
    ['{"status":"unavailable"}', false],
  ])('%s is online: %s', (payload, isOnline) => {
    expect(decode('status', payload)).toMatchObject({ kind: 'status', isOnline })
  })

  it.each(['sleeping', 'init', 'alert', '1', '0', 'on', '"connected to wifi"'])('%s is not guessed', (payload) => {
    expect(decode('status', payload).kind).toMatch(/^(?:dropped|ignored)$/)
  })
})

describe('messages as programs of the field send them', () => {
  const read = (kind: string, payload: string | Uint8Array) => {
    const decoded = decodeMessage(`device/esp-1/${kind}`, Buffer.from(payload), {
      isRetained: false,
      receivedAt: RECEIVED_AT,
    })
    if (decoded.kind === 'data')
      return Object.fromEntries(
        decoded.sensors.map(({ name, value, unit }) => [name, unit === undefined ? value : `${value} ${unit}`]),
      )
    if (decoded.kind === 'status') return decoded.isOnline ? 'online' : 'offline'
    return decoded.kind === 'heartbeat' ? decoded.metrics : decoded.kind
  }

  it.each([
    [
      'an energy meter of Tasmota',
      '{"Time":"2026-11-30T11:59:00","ENERGY":{"TotalStartTime":"2025-01-01T00:00:00","Total":12.345,"Power":35,"Factor":0.88,"Voltage":231}}',
      {
        Time: '2026-11-30T11:59:00',
        'ENERGY.TotalStartTime': '2025-01-01T00:00:00',
        'ENERGY.Total': 12.345,
        'ENERGY.Power': 35,
        'ENERGY.Factor': 0.88,
        'ENERGY.Voltage': 231,
      },
    ],
    [
      'a contact of Zigbee2MQTT',
      '{"battery":97,"contact":true,"linkquality":120,"voltage":3025,"last_seen":"2026-11-30T10:59:00+00:00"}',
      { battery: 97, contact: 1, linkquality: 120, voltage: 3025, last_seen: '2026-11-30T10:59:00+00:00' },
    ],
    [
      'two relays of Tasmota',
      '{"POWER1":"ON","POWER2":"OFF","Wifi":{"AP":1,"SSId":"Halle","RSSI":54,"Signal":-73}}',
      { POWER1: 'ON', POWER2: 'OFF', 'Wifi.AP': 1, 'Wifi.SSId': 'Halle', 'Wifi.RSSI': 54, 'Wifi.Signal': -73 },
    ],
    [
      'texts with their units',
      '{"temp":"21.5 °C","hum":"48 %","v":"3,28 V","n":"1,234","w":"1.234,5 W","ver":"2.0.18","ip":"192.0.2.4"}',
      { temp: '21.5 °C', hum: '48 %', v: '3.28 V', n: '1,234', w: '1.234,5 W', ver: '2.0.18', ip: '192.0.2.4' },
    ],
    [
      'a list of readings',
      '{"readings":[{"name":"t","value":21.5},{"name":"h","value":40}]}',
      { 'readings.t': 21.5, 'readings.h': 40 },
    ],
    [
      'a counter beyond exact numbers',
      '{"counter":12345678901234567890,"t":20}',
      { counter: 1.2345678901234567e19, t: 20 },
    ],
    ['a number beyond all numbers', '{"temperature":1e400,"ok":1}', { ok: 1 }],
    ['a number in a text', '"21.5"', { value: 21.5 }],
    [
      'what Home Assistant says of a sensor that is away',
      '{"temperature":"unknown","humidity":"unavailable","battery":"100"}',
      { temperature: 'unknown', humidity: 'unavailable', battery: 100 },
    ],
    [
      'texts that look like numbers',
      '{"t":"21.5°","d":"21.5 deg C","e":"1e3","p":"- 3 %","kwh":"1,2 kWh","b":"0x1F"}',
      { t: '21.5°', d: '21.5 deg C', e: '1e3', p: '- 3 %', kwh: '1,2 kWh', b: '0x1F' },
    ],
    [
      'units without a space',
      '{"rssi":"-67dBm","load":"12 %","fan":"1200 RPM","press":"1013,2 hPa"}',
      { rssi: '-67 dBm', load: '12 %', fan: '1200 rpm', press: '1013.2 hPa' },
    ],
    ['a name that is given twice', '{"temp":1,"temp":2}', { temp: 2 }],
    ['two numbers', '21,5;48', 'dropped'],
    ['pairs', 'temp=21.5,hum=48', 'dropped'],
    ['no number', 'nan', 'dropped'],
    ['bytes that are compressed', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), 'dropped'],
  ])('are read as data: %s', (_title, payload, expected) => {
    expect(read('data', payload)).toEqual(expected)
  })

  it.each([
    ['unavailable', 'offline'],
    ['Online\n', 'online'],
    ['{"online":false}', 'offline'],
    ['{"state":"online"}', 'online'],
    ['{"status":"offline","reason":"connection lost"}', 'offline'],
  ])('are read as a status: %s', (payload, expected) => {
    expect(read('status', payload)).toBe(expected)
  })

  it('are read as a heartbeat of texts', () => {
    const payload = '{"cpu_temperature":"48,3","cpu_usage":"12%","memory_usage":"37.5 %","uptime":"86400"}'
    expect(read('heartbeat', payload)).toMatchObject({
      cpuTemperatureC: 48.3,
      cpuPercent: 12,
      memoryPercent: 37.5,
      uptimeS: 86_400,
    })
  })
})
