import { afterEach, beforeEach, expect, it } from 'vitest'
import { MqttBroker } from '../../../main/broker/built-in/mqtt-broker.ts'
import type { BrokerConnection, BrokerMessage } from '../../../main/broker/connection/connection.ts'
import { Demo, type DemoTarget } from '../../../main/demo/demo.ts'
import { isSettled, newConnection, SILENT_LOG, untilStatus } from './fixture.ts'

const PI = 'demo-pi-kitchen'
const LEGACY = 'demo-gateway-yard'
const SENSOR = 'demo-sensor-greenhouse'

let demo: Demo
let target: DemoTarget
let connection: BrokerConnection
let messages: BrokerMessage[]

beforeEach(async () => {
  const broker = new MqttBroker({ now: Date.now, log: SILENT_LOG })
  demo = new Demo({ now: Date.now, log: SILENT_LOG, broker, heartbeatMs: 200, rebootMs: 100 })
  target = await demo.start()
  connection = newConnection()
  messages = []
  connection.onMessage((message) => messages.push(message))
  await connection.connect(target)
  await untilStatus(connection, isSettled)
})
afterEach(async () => {
  await connection.disconnect()
  await demo.stop()
})

type Body = Record<string, unknown>

async function until(topic: string, fits: (body: Body, message: BrokerMessage) => boolean = () => true): Promise<Body> {
  let found: Body | undefined
  await expect
    .poll(
      () => {
        for (const message of messages.filter((candidate) => candidate.topic === topic)) {
          const body = JSON.parse(message.payload.toString()) as Body
          if (fits(body, message)) found = body
        }
        return found !== undefined
      },
      { timeout: 10_000 },
    )
    .toBe(true)
  return found ?? {}
}

function send(deviceId: string, commandId: string, command: string, more: Body = {}) {
  const payload = JSON.stringify({ command_id: commandId, command, timeout: 30, ...more })
  return connection.publish(`device/${deviceId}/command`, payload)
}

const result = (deviceId: string, commandId: string) =>
  until(`device/${deviceId}/result`, (body) => body.command_id === commandId)

it('has credentials of this run only and refuses every other', async () => {
  const stranger = newConnection()
  await stranger.connect({ ...target, secrets: { ...target.secrets, password: 'guess' } })
  expect((await untilStatus(stranger, isSettled)).failure?.cause).toBe('credentials')
  const again = new Demo({
    now: Date.now,
    log: SILENT_LOG,
    broker: new MqttBroker({ now: Date.now, log: SILENT_LOG }),
  })
  const other = await again.start()
  await again.stop()
  expect(other.secrets.password).not.toBe(target.secrets.password)
  expect(other.profile).toMatchObject({ id: 'demo', host: '127.0.0.1' })
})

it('shows three devices that say that they are simulated, the modern ones by a retained status', async () => {
  for (const deviceId of [PI, SENSOR]) {
    const status = await until(`device/${deviceId}/status`, (_body, { isRetained }) => isRetained)
    expect(status).toMatchObject({
      status: 'online',
      agent: 'waypost-demo',
      simulated: true,
      capabilities: ['ack', 'exit', 'expiry', 'dedupe'],
    })
  }
  const legacy = await until(`device/${LEGACY}/status`, (_body, { isRetained }) => !isRetained)
  expect(legacy).toMatchObject({ status: 'online', simulated: true })
  expect(legacy).not.toHaveProperty('capabilities')
  expect(legacy.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/)
})

it('sends heartbeats with metrics, and sensor data', async () => {
  const heartbeat = await until(`device/${PI}/heartbeat`)
  expect(heartbeat).toMatchObject({ device_id: PI, simulated: true, memory_usage: { total: 3792 } })
  expect(heartbeat.cpu_temperature).toBeGreaterThan(35)
  expect(heartbeat.uptime).toBeLessThan(1e8)
  expect(await until(`device/${SENSOR}/data`)).toMatchObject({ device_type: 'greenhouse', battery: 38 })
})

it('runs a command: received, running, result with exit code and both streams', async () => {
  await send(PI, 'c1', 'vcgencmd measure_temp; foo')
  const answer = await result(PI, 'c1')
  expect(answer).toMatchObject({ success: false, exit_code: 127, stderr: 'sh: 1: foo: not found\n', truncated: false })
  expect(answer.stdout).toMatch(/^temp=/)
  const states = messages
    .filter(({ topic }) => topic === `device/${PI}/ack`)
    .map(({ payload }) => JSON.parse(payload.toString()).state)
  expect(states).toEqual(['received', 'running'])
})

it('answers as the executor in the field does when it is the legacy device', async () => {
  await send(LEGACY, 'c1', 'systemctl is-active docker; ls /nothing')
  const answer = await result(LEGACY, 'c1')
  expect(answer).toMatchObject({ success: false, output: 'active\n' })
  expect(answer.error).toMatch(/cannot access/)
  expect(answer).not.toHaveProperty('exit_code')
  expect(messages.some(({ topic }) => topic === `device/${LEGACY}/ack`)).toBe(false)
})

it('refuses an expired command and does not run a repeated one again', async () => {
  await send(PI, 'old', 'touch /tmp/old', { expires_at: '2020-01-01T00:00:00Z' })
  expect(await until(`device/${PI}/ack`, (body) => body.command_id === 'old')).toMatchObject({
    state: 'rejected',
    reason: 'expired',
  })
  await send(PI, 'twice', 'echo x >>/tmp/log')
  await result(PI, 'twice')
  await send(PI, 'twice', 'echo x >>/tmp/log')
  await send(PI, 'look', 'cat /tmp/log; ls /tmp')
  expect(await result(PI, 'look')).toMatchObject({ stdout: 'x\nlog\n' })
})

it('times out a command that takes too long', async () => {
  await send(PI, 'slow', 'sleep 60', { timeout: 1 })
  expect(await result(PI, 'slow')).toMatchObject({ success: false, error: 'Command timed out after 1 seconds' })
})

it('goes away for a reboot, which the Last Will tells, and comes back with a new uptime', async () => {
  await send(PI, 'reboot', 'sudo -n reboot')
  expect(await result(PI, 'reboot')).toMatchObject({ success: true })
  expect(await until(`device/${PI}/status`, (body) => body.status === 'offline')).toMatchObject({ last_will: true })
  await until(`device/${PI}/status`, (body, { isRetained }) => body.status === 'online' && !isRetained)
  await until(`device/${PI}/heartbeat`, (body) => typeof body.uptime === 'number' && body.uptime < 60)
})
