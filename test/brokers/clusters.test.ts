import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startNatsCluster } from '../support/brokers/real/nats.ts'
import { startRabbitMqCluster } from '../support/brokers/real/rabbitmq.ts'
import type { RealBroker } from '../support/brokers/real/real-broker.ts'
import { ACCOUNTS, BrokerScene, ended, run, statesOf, statusWhen } from './scene.ts'
import { startStreamers } from './streamers.ts'

const WAVE = 50
const BACK_WITHIN_MS = 5_000
const DEVICES_BACK_AFTER_MS = 200
const DEVICES_BACK_WITHIN_MS = 15_000
const CLUSTERS = { nats: startNatsCluster, rabbitmq: startRabbitMqCluster } as const

/**
 * Said by a node of NATS that keeps the sessions or the messages for the others: where it dies they elect another for 4 to
 * 10 s, in which no broker of the cluster lets anybody in.
 */
const LEADS = /new stream leader for '\$G > \$MQTT_(?:sess|msgs)'/

describe.each(['nats', 'rabbitmq'] as const)('on a cluster of three %s nodes', (kind) => {
  let nodes: readonly RealBroker[]
  const scenes: BrokerScene[] = []
  const on = (node: RealBroker): BrokerScene => {
    const scene = BrokerScene.on(node)
    scenes.push(scene)
    return scene
  }
  beforeAll(async () => {
    nodes = await CLUSTERS[kind]({ accounts: ACCOUNTS })
    // A cluster takes clients only once its nodes have found each other.
    for (const node of nodes) await on(node).taken()
  })
  afterAll(async () => {
    for (const scene of scenes) await scene.clear()
    for (const node of [...nodes].reverse()) await node.stop()
  })

  it('tells the truth of a wave in which the node of the console dies, and is back on another within 5 s', async () => {
    const own = nodes.find((node) => !LEADS.test(node.log()))
    const [ofDevices, other] = nodes.filter((node) => node !== own)
    if (own === undefined || ofDevices === undefined || other === undefined) throw new Error('three nodes are needed')
    // RabbitMQ 3.10 ends the connection of a client that waits for a PUBACK of a message to a queue of the dead node
    // (`mqtt_unexpected_msg`, `basic.nack`), on whichever node that client is.
    const devices = await startStreamers(await on(ofDevices).client('streamers', 'devices', DEVICES_BACK_AFTER_MS))
    const otherAddresses = [{ host: other.host, port: other.port, serverName: null }]
    // Recognised at an earlier connection.
    const character = { kind, by: 'behaviour', since: 0, changes: {} } as const
    const console = await on(own).connected('operator', { otherAddresses, character })
    const ids = Array.from({ length: WAVE }, (_, index) => `streaming_${index}`)
    const turnId = await run(console, ids, 30)
    await console.turnWhen(turnId, (turn) => statesOf(turn).has('succeeded'))

    const killedAt = performance.now()
    // It may be back before the node is cleared away.
    const back = statusWhen(console, ({ state }) => state !== 'connected')
      .then(() => statusWhen(console, ({ state }) => state === 'connected'))
      .then(({ addresses }) => ({ addresses, backMs: performance.now() - killedAt }))
    await own.stop()
    const { addresses, backMs } = await back
    expect(addresses?.find(({ state }) => state === 'in-use')?.address).toBe(`${other.host}:${other.port}`)

    const commands = await ended(console, turnId)
    expect(commands).toHaveLength(WAVE)
    for (const { deviceId, state } of commands) {
      if (state === 'succeeded') expect(devices.answered.has(deviceId)).toBe(true)
      else expect(devices.ran.has(deviceId) ? ['unknown'] : ['unknown', 'not-delivered']).toContain(state)
    }
    expect(Math.max(...devices.ran.values())).toBe(1)

    // It hears and is heard again.
    await expect.poll(devices.isListening, { timeout: DEVICES_BACK_WITHIN_MS }).toBe(true)
    const [again] = await ended(console, await run(console, ['streaming_0'], 20))
    expect(again).toMatchObject({ state: 'succeeded', stdout: 'line 0\nline 1\nline 2\n' })
    expect(devices.ran.get('streaming_0')).toBe(2)
    expect(backMs).toBeLessThan(BACK_WITHIN_MS)
  }, 120_000)
})
