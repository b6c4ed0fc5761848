import { describe, expect, it } from 'vitest'
import { isOddId } from '../../../../../preload/contract/models/limits.ts'
import { CONNECTION, makeScene } from '../scene.ts'

const S = 1_000
const NESTED = `{"a":${'['.repeat(40)}${']'.repeat(40)}}`

describe('a message that cannot be read', () => {
  it.each([
    ['heartbeat', 'no json'],
    ['heartbeat', '[]'],
    ['data', NESTED],
    ['data', '{"__proto__":1}'],
    ['data', '\u0000'],
    ['result', '{"command_id":"x"}'],
    ['ack', '{}'],
  ])('on the topic %s is a sign of life: %j', (kind, payload) => {
    const { send, detail, ingest } = makeScene()
    expect(send(kind, 'rpi_001', payload)).toBe('dropped')
    expect(detail('rpi_001')).toMatchObject({
      presence: 'online',
      evidence: { kind: 'unreadable' },
      hasWarnings: true,
      warnings: [{ kind: 'unreadable', count: 1 }],
    })
    expect(Object.values(ingest.traffic().dropped)).toEqual([1])
  })

  it('keeps a device from being lost, at the interval of its heartbeats', () => {
    const { send, heartbeat, row, time } = makeScene()
    for (let n = 0; n < 5; n += 1) {
      heartbeat('rpi_001')
      time.advance(300 * S)
    }
    for (let n = 0; n < 20; n += 1) {
      send('heartbeat', 'rpi_001', '{"uptime":')
      time.advance(200 * S)
      expect(row('rpi_001').presence).toBe('online')
      time.advance(100 * S)
    }
    expect(row('rpi_001').lastSeenAt).toBe(time.now - 300 * S)
  })

  it('is warned of until one of its kind is read again', () => {
    const { send, heartbeat, detail } = makeScene()
    for (let n = 0; n < 3; n += 1) send('heartbeat', 'rpi_001', 'no json')
    send('data', 'rpi_001', { humidity: 40 })
    expect(detail('rpi_001').warnings).toMatchObject([{ kind: 'unreadable', count: 3, detail: 'heartbeat: json' }])
    heartbeat('rpi_001')
    expect(detail('rpi_001').warnings).toEqual([])
  })

  it('is none as a status, which the broker may have sent for a lost device, nor where it is retained', () => {
    const { send, heartbeat, registry, detail, time } = makeScene()
    send('status', 'rpi_001', 'gone')
    send('heartbeat', 'rpi_002', 'no json', { isRetained: true })
    expect(registry.queries.counts(CONNECTION).total).toBe(0)
    heartbeat('rpi_001')
    time.advance(400 * S)
    send('status', 'rpi_001', 'gone')
    expect(detail('rpi_001')).toMatchObject({
      presence: 'lost',
      warnings: [{ kind: 'unreadable', detail: 'status: json' }],
    })
  })

  it('that claims to be of another device is none', () => {
    const { send, registry } = makeScene()
    send('heartbeat', 'rpi_001', { device_id: 'rpi_002' })
    expect(registry.queries.counts(CONNECTION).total).toBe(0)
  })

  it('takes no memory but for one note a device', () => {
    const { send, detail, time } = makeScene()
    for (let n = 0; n < 2_000; n += 1) {
      send('data', 'rpi_001', `x${n}`.repeat(100))
      time.advance(30)
    }
    expect(detail('rpi_001').warnings).toHaveLength(1)
  })
})

describe('an acknowledgement that the device did not announce', () => {
  it('is a sign of life, and nothing else', () => {
    const { send, row } = makeScene()
    expect(send('ack', 'rpi_001', { command_id: 'c', state: 'running' })).toBe('ignored')
    expect(row('rpi_001').presence).toBe('online')
  })
})

describe('the messages of devices in the field', () => {
  it('a last word in plain text makes a device offline', () => {
    const { send, heartbeat, row } = makeScene()
    heartbeat('esp-1')
    send('status', 'esp-1', 'offline')
    expect(row('esp-1')).toMatchObject({ presence: 'offline', evidence: { kind: 'said-offline' } })
    send('status', 'esp-1', { status: 'ONLINE' })
    expect(row('esp-1').presence).toBe('online')
  })

  it('a heartbeat with NaN in it keeps a device online', () => {
    const { send, row, time } = makeScene()
    for (let n = 0; n < 10; n += 1) {
      send('heartbeat', 'clock-1', '{"device_id":"clock-1","uptime":74888,"temperature":nan,"cpu_temperature":NaN}')
      time.advance(60 * S)
    }
    expect(row('clock-1')).toMatchObject({ presence: 'online', metrics: { cpuTemperatureC: null, uptimeS: 74_888 } })
  })

  it('whole degrees that were divided are shown as degrees', () => {
    const { send, row } = makeScene()
    send('heartbeat', 'opi-1', { cpu_temperature: 0.084 })
    expect(row('opi-1').metrics.cpuTemperatureC).toBe(84)
  })

  it('readings in objects can be filtered by, also where they are true or false', () => {
    const { send, registry } = makeScene()
    send('data', 'pool', { DS18B20: { Temperature: 20 }, contact: true })
    const matching = (filter: string) =>
      registry.queries.matching(CONNECTION, { text: '', filter, presence: [] }).deviceIds
    expect(matching('data.DS18B20.Temperature>19')).toEqual(['pool'])
    expect(matching('data.contact=true')).toEqual(['pool'])
    expect(matching('data.contact=false')).toEqual([])
  })

  it('an id made of a host name in another script is listed, and marked', () => {
    const { send, detail } = makeScene()
    const id = 'rpi_张三-PC'
    send('heartbeat', id, { device_id: id, uptime: 12 })
    expect(isOddId(id)).toBe(true)
    expect(detail(id)).toMatchObject({
      presence: 'online',
      hasWarnings: false,
      warnings: [{ kind: 'odd-id', detail: 'rpi_\\u{5f20}\\u{4e09}-PC' }],
    })
  })
})
