import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Mosquitto, startMosquitto } from '../../support/brokers/mosquitto.ts'
import { type MqttObserver, observe } from '../../support/brokers/mqtt-observer.ts'
import { type ExecutorFleet, type FleetBehaviour, startFleet } from '../../support/devices/executor-fleet.ts'

let broker: Mosquitto
let observer: MqttObserver
let fleet: ExecutorFleet | undefined

beforeEach(async () => {
  broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'max_queued_messages 0' })
  observer = await observe({ host: broker.host, port: broker.port })
})

afterEach(async () => {
  await fleet?.stop()
  fleet = undefined
  await observer.stop()
  await broker.stop()
})

async function start(behaviours: readonly FleetBehaviour[], shareConnection: boolean): Promise<void> {
  const { host, port } = broker
  const behaviourOf = (index: number) => behaviours[index] ?? 'normal'
  const answer = (index: number, command: string) => `${index}: ${command}`
  const times = { slowMs: 200, lateByMs: 200 }
  fleet = await startFleet({ host, port, devices: behaviours.length, behaviourOf, answer, shareConnection, ...times })
}

const ask = (index: number) =>
  observer.publish(`device/fleet_0000${index}/command`, { command_id: `c${index}`, command: 'uptime', timeout: 1 })
const resultOf = async (index: number) =>
  (await observer.waitForCount(`device/fleet_0000${index}/result`, 1)).map(({ json }) => json)[0]

describe.each([true, false])('a fleet that shares its connection: %s', (isShared) => {
  it('announces itself, and answers as each device behaves', async () => {
    await start(['normal', 'slow', 'late', 'lying', 'silent', 'failing', 'claimingSuccess', 'repeating'], isShared)
    await observer.waitForCount('device/fleet_00007/status', 1)
    await observer.waitForCount('device/fleet_00007/heartbeat', 1)
    const askedAt = Date.now()
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(ask))
    expect(await resultOf(0)).toMatchObject({ device_id: 'fleet_00000', command_id: 'c0', output: '0: uptime' })
    expect(await resultOf(3)).toMatchObject({ device_id: 'fleet_00003-other', command_id: 'c3' })
    expect(await resultOf(5)).toMatchObject({ success: false, exit_code: 1, error: '5: uptime' })
    expect(await resultOf(6)).toMatchObject({ success: true, error: 'sh: 1: uptime: not found' })
    await observer.waitForCount('device/fleet_00007/result', 1_000)
    await resultOf(1)
    expect(Date.now() - askedAt).toBeGreaterThanOrEqual(190)
    await resultOf(2)
    expect(Date.now() - askedAt).toBeGreaterThanOrEqual(1_190)
    expect(fleet?.received.get('fleet_00004')).toBe(1)
    expect(observer.messages.some(({ topic }) => topic === 'device/fleet_00004/result')).toBe(false)
  })
})

it('lets the broker say the Last Will of a device that vanishes, and of no other', async () => {
  await start(['vanishing', 'normal'], false)
  await ask(0)
  await observer.waitFor(({ topic, json }) => topic === 'device/fleet_00000/status' && json?.last_will === true)
  await ask(1)
  expect(await resultOf(1)).toMatchObject({ success: true })
  expect(observer.messages.filter(({ json }) => json?.last_will === true)).toHaveLength(1)
})

it('plays a thousand devices on one connection', async () => {
  await start(
    Array.from({ length: 1_000 }, () => 'normal'),
    true,
  )
  const results = await observe({ host: broker.host, port: broker.port, filter: 'device/+/result' })
  const ids = fleet?.ids ?? []
  await Promise.all(
    ids.map((id) => observer.publish(`device/${id}/command`, { command_id: id, command: 'uptime', timeout: 30 })),
  )
  await results.waitFor(() => results.messages.length === ids.length)
  await results.stop()
  expect([...(fleet?.received.values() ?? [])]).toEqual(Array.from({ length: 1_000 }, () => 1))
})
