import { afterEach, expect, it } from 'vitest'
import { MqttBroker } from '../../../main/broker/built-in/mqtt-broker.ts'
import { checkConnection } from '../../../main/broker/check/connection-check.ts'
import type { ConnectionTarget } from '../../../main/broker/session/target.ts'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { SILENT_LOG, targetFor } from './fixture.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function outcomeOf(target: ConnectionTarget) {
  const { signal } = new AbortController()
  const options = { testId: 't', onProgress: () => {}, signal, now: Date.now, log: SILENT_LOG, stageTimeoutMs: 2_000 }
  const { failure, probes, protocol } = await checkConnection(target, options)
  return { cause: failure?.cause ?? null, protocol, probes: probes.map(({ role, outcome }) => `${role} ${outcome}`) }
}

it('proves every role with an account that may do everything', async () => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  cleanups.push(() => broker.stop())
  expect(await outcomeOf(targetFor({ port: broker.port }))).toEqual({
    cause: null,
    protocol: 'MQTT 5',
    probes: ['command', 'test', 'status', 'heartbeat', 'result', 'data', 'ack', 'output'].map(
      (role) => `${role} proven`,
    ),
  })
})

it('publishes on no topic of a device that lives, and leaves nothing retained', async () => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  cleanups.push(() => broker.stop())
  await outcomeOf(targetFor({ port: broker.port }))
  const topics = [...broker.log().matchAll(/Received PUBLISH from \S+ \(d\d, q\d, r(\d), m\d+, '([^']*)'/g)]
  expect(topics.length).toBeGreaterThan(0)
  for (const [, retained, topic] of topics) {
    expect(retained).toBe('0')
    expect(topic).toMatch(/^(device|test)\/waypost-probe[-.][0-9a-f]{12}(\/|$)/)
  }
})

it('accepts an operator, and names what a device lacks, on a broker of MQTT 3.1.1 that hangs up on what it forbids', async () => {
  const broker = new MqttBroker({ now: Date.now, log: SILENT_LOG })
  cleanups.push(() => broker.stop())
  const users = [
    { name: 'operator', password: 'operator-password', role: 'operator' },
    { name: 'pi-1', password: 'device-password', role: 'device' },
  ] as const
  const { port } = await broker.start({ host: '127.0.0.1', port: 0, users })
  const login = (username: string, password: string) =>
    targetFor({ port, security: 'password', username }, { password })
  const operator = await outcomeOf(login('operator', 'operator-password'))
  expect(operator).toMatchObject({ cause: null, protocol: 'MQTT 3.1.1' })
  expect(operator.probes[0]).toBe('command granted')
  expect(await outcomeOf(login('pi-1', 'device-password'))).toMatchObject({ cause: 'acl-write' })
})
