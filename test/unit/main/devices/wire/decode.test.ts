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

describe('messages of the fleet in the field', () => {
  it('are read in the legacy form of a heartbeat (MB, seconds, Celsius)', () => {
    expect(decode('heartbeat', heartbeat)).toMatchObject({
      kind: 'heartbeat',
      deviceId: 'rpi_001',
      receivedAt: RECEIVED_AT,
      metrics: {
        cpuTemperatureC: 48.3,
        memoryPercent: 25,
        memoryUsedB: 950 * 1_048_576,
        memoryTotalB: 3800 * 1_048_576,
        uptimeS: 3600.5,
      },
    })
  })

  it('are read as `data` (bytes), sensors included', () => {
    const decoded = decode('data', {
      device_id: 'rpi_001',
      timestamp: 1_777_881_600.5,
      cpu_usage: 12.5,
      memory_total: 4e9,
      memory_used: 1e9,
      memory_percent: 25,
      disk_percent: 71.2,
      uptime_seconds: 86_400,
      temperature: 0,
      location: 'roof\u202e',
      device_type: 'sensor',
    })
    expect(decoded).toMatchObject({
      metrics: { cpuPercent: 12.5, memoryTotalB: 4e9, memoryUsedB: 1e9, diskPercent: 71.2, uptimeS: 86_400 },
      sensors: [
        { name: 'temperature', value: 0 },
        { name: 'location', value: 'roof⟨U+202E⟩' },
        { name: 'device_type', value: 'sensor' },
      ],
    })
  })

  it('of the agent have what it says of the board beyond the metrics, and nothing else of a heartbeat', () => {
    const said = { inodes_percent: 12.5, wifi_signal_dbm: -67, under_voltage: false, clock_synchronised: true }
    expect(
      decode('heartbeat', { ...heartbeat, ...said, throttled: 'often', swap_percent: null, note: 'dry' }),
    ).toMatchObject({
      sensors: [
        { name: 'inodes_percent', value: 12.5 },
        { name: 'wifi_signal_dbm', value: -67 },
        { name: 'under_voltage', value: 0, sentAs: 'boolean' },
        { name: 'clock_synchronised', value: 1, sentAs: 'boolean' },
      ],
    })
  })

  it.each([
    ['naive local ISO', '2026-05-04T08:00:00.123456', new Date(2026, 4, 4, 8, 0, 0, 123).getTime(), false],
    ['naive with a space', '2026-05-04 08:00:00', new Date(2026, 4, 4, 8, 0, 0).getTime(), false],
    ['ISO with Z', '2026-05-04T08:00:00Z', Date.UTC(2026, 4, 4, 8), true],
    ['ISO with a zone', '2026-05-04T16:00:00.5+08:00', Date.UTC(2026, 4, 4, 8, 0, 0, 500), true],
    ['ISO with a zone, no colon', '2026-05-04T16:00:00+0800', Date.UTC(2026, 4, 4, 8), true],
    ['epoch seconds as a float', 1_777_881_600.25, 1_777_881_600_250, true],
    ['epoch ms', 1_777_881_600_250, 1_777_881_600_250, true],
  ])('may carry the time as %s', (_name, timestamp, at, isZoned) => {
    expect(decode('heartbeat', { ...heartbeat, timestamp })).toMatchObject({ deviceTime: { at, isZoned } })
  })

  it('have no time where the timestamp is none', () => {
    for (const timestamp of ['yesterday', '2026-13-45T99:00:00', '2026-05-04', -5, 1e300, null, {}, '1'.repeat(5000)])
      expect(decode('heartbeat', { ...heartbeat, timestamp })).toMatchObject({ kind: 'heartbeat', deviceTime: null })
  })

  // Taken as seconds of uptime, a boot time is 56 years.
  it('may carry a boot time as the uptime', () => {
    const bootS = RECEIVED_AT / 1000 - 7200
    expect(decode('heartbeat', { ...heartbeat, uptime: bootS })).toMatchObject({ metrics: { uptimeS: 7200 } })
    expect(decode('heartbeat', { ...heartbeat, uptime: bootS + 9000 })).toMatchObject({ metrics: { uptimeS: null } })
  })

  it('leave a zero metric unknown', () => {
    const memory_usage = { total: 0, used: 0, percentage: 0 }
    expect(decode('heartbeat', { ...heartbeat, cpu_temperature: 0, uptime: 0, memory_usage })).toMatchObject({
      metrics: { cpuTemperatureC: null, uptimeS: null, memoryPercent: null, memoryUsedB: null, memoryTotalB: null },
    })
  })

  it('leave an impossible metric unknown', () => {
    const decoded = decode('data', '{"cpu_usage":1e999,"memory_percent":140,"cpu_temperature":"hot","humidity":1e999}')
    expect(decoded).toMatchObject({
      metrics: { cpuPercent: null, memoryPercent: null, cpuTemperatureC: null },
      sensors: [],
    })
  })
})

describe('results', () => {
  it('are a success also with text on stderr', () => {
    expect(decode('result', { ...result, error: 'warning: x' })).toMatchObject({
      kind: 'result',
      isSuccess: true,
      stdout: 'ok\n',
      stderr: 'warning: x',
    })
  })

  it('keep the reason of a failure in `output`, and may lack one', () => {
    expect(decode('result', { ...result, success: false, output: 'exit status 2' })).toMatchObject({
      isSuccess: false,
      stdout: 'exit status 2',
      stderr: '',
    })
    expect(decode('result', { command_id: 'c-1', success: false })).toMatchObject({
      isSuccess: false,
      stdout: '',
      stderr: '',
    })
  })

  it('are dropped where `success` is no boolean', () => {
    for (const success of ['true', 1, null, undefined])
      expect(decode('result', { ...result, success })).toMatchObject({ kind: 'dropped', reason: 'schema' })
  })

  it.each([
    ['unknown', 'unknown'],
    ['1714809600.123', '1714809600.123'],
    [17, 'unknown'],
    [undefined, 'unknown'],
    ['', 'unknown'],
    ['x'.repeat(201), 'unknown'],
  ])('with the command id %s are kept under %s', (command_id, commandId) => {
    expect(decode('result', { ...result, command_id })).toMatchObject({ kind: 'result', commandId })
  })

  it('are kept where they are not UTF-8, and marked', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"command_id":"c-1","success":true,"output":"caf'),
      Buffer.from([0xe9]),
      Buffer.from('"}'),
    ])
    expect(decode('result', bytes)).toMatchObject({ isSuccess: true, stdout: 'caf\ufffd', isNotUtf8: true })
    const error = "'utf-8' codec can't decode byte 0xe9 in position 3: unexpected end of data"
    expect(decode('result', { ...result, success: false, output: error })).toMatchObject({ isNotUtf8: true })
    expect(decode('result', { ...result, output: error })).toMatchObject({ isNotUtf8: false })
  })

  it('carry exit code, duration and streams where the device reports them', () => {
    const extended = {
      ...result,
      stdout: 'out',
      stderr: 'err',
      exit_code: 3,
      duration_ms: 12.5,
      truncated: true,
      started_at: 1_777_881_600,
    }
    expect(decode('result', extended)).toMatchObject({
      stdout: 'out',
      stderr: 'err',
      exitCode: 3,
      durationMs: 12.5,
      isTruncatedByDevice: true,
      startedAt: { at: 1_777_881_600_000 },
    })
  })

  it('take 3 MB of output and not more than 4 MB', () => {
    expect(decode('result', { ...result, output: 'x'.repeat(3_000_000) })).toMatchObject({ kind: 'result' })
    expect(decode('result', { ...result, output: 'x'.repeat(4_194_304) })).toMatchObject({
      kind: 'dropped',
      reason: 'size',
    })
  })
})

describe('status', () => {
  it('is ignored for a control result and an unknown state', () => {
    for (const payload of [{ control_result: { ok: true } }, { status: 'rebooting' }, { status: ['online'] }])
      expect(decode('status', { device_id: 'rpi_001', ...payload })).toEqual({ kind: 'ignored', reason: 'no-status' })
  })

  it('carries the facts that a newer client announces', () => {
    const status = {
      status: 'online',
      hostname: 'pi-roof\u0007',
      ip_address: '10.0.0.7',
      os: 'windows',
      shell: 'powershell.exe',
      capabilities: ['exit', 'ack', 'fly', 7],
    }
    expect(decode('status', status, 'rpi_001', retained)).toMatchObject({
      kind: 'status',
      isRetained: true,
      isOnline: true,
      hostname: 'pi-roof⟨BEL⟩',
      ipAddress: '10.0.0.7',
      system: 'windows-powershell',
      capabilities: ['ack', 'exit'],
    })
  })

  it('means cmd for Windows without a shell, and no known system for a Mac', () => {
    expect(decode('status', { status: 'online', os: 'windows' })).toMatchObject({ system: 'windows-cmd' })
    expect(decode('status', { status: 'online', os: 'darwin' })).toMatchObject({ system: null })
  })

  it('is a Last Will where it says so', () => {
    expect(decode('status', { status: 'offline', last_will: true })).toMatchObject({
      isOnline: false,
      isLastWill: true,
    })
    expect(decode('status', { status: 'offline', reason: 'lwt' })).toMatchObject({ isLastWill: true })
    expect(decode('status', { status: 'offline' })).toMatchObject({ isLastWill: false })
  })
})
