import { describe, expect, it } from 'vitest'
import { CONNECTION, makeScene, queryOf, START } from '../scene.ts'

const S = 1_000

describe('the registry', () => {
  it('notices silence by itself', () => {
    const { time, heartbeat, row, registry } = makeScene()
    for (let n = 0; n < 5; n += 1) {
      heartbeat('rpi_001')
      time.advance(30 * S)
    }
    expect(row('rpi_001').presence).toBe('online')
    time.advance(4 * S)
    expect(row('rpi_001')).toMatchObject({ presence: 'stale', evidence: { kind: 'missed', count: 1, intervalS: 30 } })
    time.advance(61 * S)
    expect(row('rpi_001').presence).toBe('lost')
    expect(registry.queries.counts(CONNECTION)).toMatchObject({ lost: 1, online: 0, total: 1 })
    heartbeat('rpi_001')
    expect(row('rpi_001').presence).toBe('online')
  })

  it('counts who runs only what an operator signed; who is not known counts as unsigned', () => {
    const { send, registry } = makeScene({ isKeyKnown: ({ deviceId }) => deviceId === 'pi_1' })
    const agent = { status: 'online', capabilities: ['signed'], policy: { signed: 'required' } }
    send('status', 'pi_1', agent)
    send('status', 'pi_2', agent)
    send('status', 'pi_3', { ...agent, policy: { signed: 'optional' } })
    send('status', 'pi_4', { status: 'online' })
    const ids = ['pi_1', 'pi_2', 'pi_3', 'pi_4', 'nobody']
    expect(registry.queries.signings(CONNECTION, ids)).toEqual({ proven: 1, signed: 1, unsigned: 3 })
  })

  it('tells a Last Will from a goodbye by its time', () => {
    const { send, row, time, heartbeat } = makeScene()
    const connectedAt = time.now / 1000
    send('status', 'rpi_001', { status: 'online', timestamp: connectedAt })
    time.advance(600 * S)
    heartbeat('rpi_001')
    send('status', 'rpi_001', { status: 'offline', timestamp: connectedAt - 1 })
    expect(row('rpi_001')).toMatchObject({ presence: 'lost', evidence: { kind: 'last-will', at: time.now } })
    send('status', 'rpi_001', { status: 'online', timestamp: time.now / 1000 })
    time.advance(S)
    send('status', 'rpi_001', { status: 'offline', timestamp: time.now / 1000 })
    expect(row('rpi_001')).toMatchObject({ presence: 'offline', evidence: { kind: 'said-offline', isRetained: false } })
  })

  it('takes a device for online after `online`, also where it comes twice', () => {
    const { send, row } = makeScene()
    send('status', 'rpi_001', { status: 'offline' })
    send('status', 'rpi_001', { status: 'online' })
    send('status', 'rpi_001', { status: 'online' })
    expect(row('rpi_001')).toMatchObject({ presence: 'online', evidence: { kind: 'status-online', isRetained: false } })
  })

  it('keeps the state over a control result on the status topic', () => {
    const { send, row } = makeScene()
    send('status', 'rpi_001', { status: 'offline' })
    expect(send('status', 'rpi_001', { control_result: 'ok' })).toBe('ignored')
    expect(row('rpi_001').presence).toBe('offline')
  })

  it('shows a retained status with its age, and not as a sign of life', () => {
    const { send, row } = makeScene()
    const statedAt = START - 86_400 * S
    send('status', 'rpi_001', { status: 'online', timestamp: statedAt / 1000 }, { isRetained: true })
    expect(row('rpi_001')).toMatchObject({
      presence: 'online',
      lastSeenAt: null,
      evidence: { kind: 'status-online', at: statedAt, isRetained: true },
    })
    send('status', 'rpi_002', { status: 'offline', timestamp: statedAt / 1000 }, { isRetained: true })
    expect(row('rpi_002').evidence).toEqual({ kind: 'said-offline', at: statedAt, isRetained: true })
  })

  it('takes no device for lost after a sleep or an outage of ours', () => {
    const { time, heartbeat, row, registry } = makeScene()
    heartbeat('rpi_001')
    time.sleep(8 * 3_600 * S)
    time.advance(S)
    expect(row('rpi_001')).toMatchObject({ presence: 'never-seen', evidence: { kind: 'restored', lastAt: START } })
    heartbeat('rpi_001')
    registry.disconnected(CONNECTION)
    time.advance(3_600 * S)
    expect(row('rpi_001').presence).toBe('online')
    registry.connected(CONNECTION)
    expect(row('rpi_001').presence).toBe('never-seen')
    time.advance(200 * S)
    expect(row('rpi_001').presence).toBe('lost')
  })

  it('counts a sleep of seconds as no silence of a device that is heard every second', () => {
    const { time, heartbeat, row } = makeScene()
    for (let beat = 0; beat < 8; beat++) {
      heartbeat('rpi_001')
      time.advance(S)
    }
    time.sleep(14 * S)
    time.advance(S)
    expect(row('rpi_001').presence).toBe('never-seen')
    time.advance(30 * S)
    expect(row('rpi_001').presence).toBe('lost')
  })

  it('notices silence after the computer’s clock was set back', () => {
    const { time, heartbeat, row } = makeScene()
    heartbeat('rpi_001')
    time.setBack(86_400 * S)
    time.advance(2 * S)
    expect(row('rpi_001').lastSeenAt).toBeLessThanOrEqual(time.now)
    time.advance(200 * S)
    expect(row('rpi_001').presence).toBe('lost')
  })

  it('calls a device busy while its command runs, and counts no silence that the command caused', () => {
    const { time, heartbeat, row, registry } = makeScene()
    const ref = { connectionId: CONNECTION, deviceId: 'rpi_001' }
    heartbeat('rpi_001')
    registry.setBusy(ref, { commandId: 'c-1', since: time.now })
    time.advance(400 * S)
    expect(row('rpi_001')).toMatchObject({
      presence: 'busy',
      evidence: { kind: 'command-in-flight', commandId: 'c-1' },
    })
    expect(registry.queries.counts(CONNECTION).busy).toBe(1)
    registry.setBusy(ref, null)
    expect(row('rpi_001').presence).toBe('online')
    time.advance(200 * S)
    expect(row('rpi_001').presence).toBe('lost')
  })
})

describe('the facts of a device', () => {
  it('are kept apart for two sites with the same ids', () => {
    const { send, row, registry } = makeScene()
    registry.connected('site-b')
    send('status', 'rpi_001', { status: 'online', hostname: 'a' })
    send('status', 'rpi_001', { status: 'offline', hostname: 'b' }, { connectionId: 'site-b' })
    expect(row('rpi_001')).toMatchObject({ presence: 'online', hostname: 'a' })
    expect(row('rpi_001', 'site-b')).toMatchObject({ presence: 'offline', hostname: 'b' })
    expect(registry.queries.window('site-b', queryOf()).rows.map((found) => found.hostname)).toEqual(['b'])
    expect(registry.queries.window(null, queryOf())).toMatchObject({ rows: [], total: 0 })
    expect(registry.queries.counts(null).total).toBe(0)
  })

  it('hold the system that the operator set against messages, and say where it is assumed', () => {
    const { heartbeat, send, registry, detail, row, time } = makeScene()
    heartbeat('pc_1')
    expect(row('pc_1')).toMatchObject({ system: 'linux', systemSource: 'assumed' })
    registry.setSystem(CONNECTION, ['pc_1'], 'windows-cmd')
    expect(row('pc_1')).toMatchObject({ system: 'windows-cmd', systemSource: 'operator', hasWarnings: false })
    send('status', 'pc_1', { status: 'online', os: 'windows', shell: 'powershell', capabilities: ['ack'] })
    const announcedAt = time.now
    time.advance(60 * S)
    send('status', 'pc_1', { status: 'online', os: 'windows', shell: 'powershell', capabilities: ['ack'] })
    expect(detail('pc_1')).toMatchObject({
      system: 'windows-cmd',
      systemSource: 'operator',
      announcedSystem: 'windows-powershell',
      capabilities: ['ack'],
      hasWarnings: true,
      warnings: [{ kind: 'other-system', at: announcedAt, count: 1, detail: 'windows-powershell' }],
    })
    registry.setSystem(CONNECTION, ['pc_1'], 'windows-powershell')
    expect(detail('pc_1')).toMatchObject({ system: 'windows-powershell', warnings: [], hasWarnings: false })
    registry.setSystem(CONNECTION, ['pc_1'], null)
    expect(detail('pc_1')).toMatchObject({ system: 'windows-powershell', systemSource: 'announced' })
    send('status', 'pc_1', { status: 'online' })
    expect(detail('pc_1')).toMatchObject({ system: 'linux', systemSource: 'assumed', capabilities: [] })
  })

  it('warn of no Raspberry Pi that announces Linux: both run the same shell', () => {
    const { send, registry, detail } = makeScene()
    send('status', 'rpi_001', { status: 'online', os: 'linux' })
    registry.setSystem(CONNECTION, ['rpi_001'], 'raspberrypi')
    expect(detail('rpi_001')).toMatchObject({ system: 'raspberrypi', warnings: [] })
  })

  it('take the system of many devices, or of none where one is unknown', () => {
    const { heartbeat, registry, row } = makeScene()
    for (const id of ['rpi_001', 'rpi_002']) heartbeat(id)
    expect(() => registry.setSystem(CONNECTION, ['rpi_001', 'nobody'], 'linux')).toThrow('NOT_FOUND')
    expect(row('rpi_001').systemSource).toBe('assumed')
    registry.setSystem(CONNECTION, ['rpi_001', 'rpi_002'], 'linux')
    expect([row('rpi_001').systemSource, row('rpi_002').systemSource]).toEqual(['operator', 'operator'])
  })

  it('keep the metrics of one kind of message when the other kind arrives', () => {
    const { send, row, detail } = makeScene()
    send('data', 'rpi_001', { cpu_usage: 12, memory_percent: 40, humidity: 55 })
    send('heartbeat', 'rpi_001', { cpu_temperature: 50, memory_usage: { total: 0, used: 0, percentage: 0 } })
    expect(row('rpi_001').metrics).toMatchObject({ cpuPercent: 12, cpuTemperatureC: 50, memoryPercent: null })
    expect(detail('rpi_001').sensors).toEqual([{ name: 'humidity', value: 55 }])
  })

  it('warn of a spoofed id and make no device of it', () => {
    const { heartbeat, send, detail, registry, ingest } = makeScene()
    heartbeat('rpi_001')
    expect(send('heartbeat', 'rpi_001', { device_id: 'rpi_009' })).toBe('dropped')
    expect(send('heartbeat', 'rpi_001', { device_id: 'rpi_009' })).toBe('dropped')
    expect(send('status', 'rpi_007', { device_id: 'rpi_001', status: 'offline' })).toBe('dropped')
    expect(detail('rpi_001')).toMatchObject({
      presence: 'online',
      hasWarnings: true,
      warnings: [{ kind: 'spoof', count: 3, detail: 'rpi_007' }],
    })
    expect(registry.queries.counts(CONNECTION).total).toBe(1)
    expect(ingest.traffic().dropped).toEqual({ spoof: 3 })
  })

  it('warn of a wrong clock on the second message', () => {
    const { send, time, detail } = makeScene()
    const ahead = () => send('heartbeat', 'rpi_001', { timestamp: time.now / 1000 + 7_200 })
    ahead()
    expect(detail('rpi_001').warnings).toEqual([])
    time.advance(30 * S)
    ahead()
    expect(detail('rpi_001')).toMatchObject({
      clockSkewMs: 7_200 * S,
      hasWarnings: true,
      warnings: [{ kind: 'clock-skew', detail: '+7200 s' }],
    })
  })

  it('mark devices of the demo as simulated, and no others', () => {
    const { send, row, registry } = makeScene()
    registry.connected('demo')
    send('status', 'pi', { status: 'online' }, { connectionId: 'demo' })
    send('status', 'pi', { status: 'online', simulated: true })
    expect(row('pi', 'demo').isSimulated).toBe(true)
    expect(row('pi').isSimulated).toBe(false)
  })

  it('go when the device is forgotten; it may come back', () => {
    const { heartbeat, registry, row } = makeScene()
    const ref = { connectionId: CONNECTION, deviceId: 'rpi_001' }
    heartbeat('rpi_001')
    registry.queries.window(CONNECTION, queryOf())
    registry.forget(ref)
    expect(registry.queries.window(CONNECTION, queryOf()).total).toBe(0)
    expect(registry.queries.counts(CONNECTION).total).toBe(0)
    expect(() => registry.get(ref)).toThrow('NOT_FOUND')
    expect(() => registry.forget(ref)).toThrow('NOT_FOUND')
    heartbeat('rpi_001')
    expect(row('rpi_001').presence).toBe('online')
  })
})

describe('changes', () => {
  it('are told a few times a second, the last one included', () => {
    const { time, heartbeat, changes, registry } = makeScene()
    time.advance(S)
    changes.length = 0
    for (let n = 0; n < 1_000; n += 1) {
      heartbeat(`rpi_${n % 10}`)
      time.advance(1)
    }
    const revision = registry.revision
    time.advance(S)
    expect(changes.length).toBeGreaterThanOrEqual(5)
    expect(changes.length).toBeLessThanOrEqual(6)
    expect(changes.at(-1)).toBeGreaterThanOrEqual(START + 2 * S - 1)
    expect(registry.revision).toBe(revision)
  })
})
