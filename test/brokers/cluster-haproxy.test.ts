import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SetupPlan } from '../../preload/contract/models/broker/setup.ts'
import { type GeneratedHaproxy, startGeneratedHaproxy } from '../support/brokers/haproxy.ts'
import { DEFAULT_TUNING, newClusterPlan } from '../support/brokers/new-plan.ts'
import { startNatsCluster } from '../support/brokers/real/nats.ts'
import { startRabbitMqCluster } from '../support/brokers/real/rabbitmq.ts'
import type { RealBroker } from '../support/brokers/real/real-broker.ts'
import { ACCOUNTS, BrokerScene, ended, run, type SceneConsole, statusWhen } from './scene.ts'
import { startStreamers } from './streamers.ts'

const BACK_WITHIN_MS = 5_000
const DEVICES_BACK_AFTER_MS = 200
const DEVICES_BACK_WITHIN_MS = 15_000
const CLUSTERS = { nats: startNatsCluster, rabbitmq: startRabbitMqCluster } as const
/** As in `clusters.test.ts`: where such a node dies, NATS elects another before it lets anybody in. */
const LEADS = /new stream leader for '\$G > \$MQTT_(?:sess|msgs)'/

/** What the wizard makes of it is the file of haproxy; the nodes are those of the tests. */
function planFor(cluster: 'nats' | 'rabbitmq'): SetupPlan {
  const tuning = { ...DEFAULT_TUNING, maxConnections: 50 }
  return newClusterPlan({ cluster, mode: 'password', balancers: ['mq.site.local'], devices: [], tuning })
}

describe.each(['nats', 'rabbitmq'] as const)('through the haproxy of the wizard, before three nodes of %s', (kind) => {
  let nodes: readonly RealBroker[]
  let haproxy: GeneratedHaproxy
  let scene: BrokerScene
  beforeAll(async () => {
    const plan = planFor(kind)
    nodes = await CLUSTERS[kind]({ accounts: ACCOUNTS, takesProxyProtocol: kind === 'rabbitmq' })
    haproxy = await startGeneratedHaproxy(plan, nodes)
    const { port } = haproxy
    scene = BrokerScene.on({ host: '127.0.0.1', port, log: () => '', restart: async () => {}, stop: async () => {} })
    // Nodes in turn: each has to take clients.
    for (const _node of nodes) await scene.taken()
    await scene.clear()
  }, 150_000)
  afterAll(async () => {
    await scene.clear()
    await haproxy.stop()
    for (const node of [...nodes].reverse()) await node.stop()
  })

  /** Connects until it is on a node that leads nothing; haproxy takes the node with the fewest connections. */
  async function consoleOnFollower(): Promise<{ readonly console: SceneConsole; readonly node: RealBroker }> {
    // Recognised at an earlier connection: else it looks over another one, which would count for a node as well.
    const character = { kind, by: 'behaviour', since: 0, changes: {} } as const
    for (const _node of nodes) {
      const before = await haproxy.connections()
      const console = await scene.connected('operator', { character })
      const after = await haproxy.connections()
      const at = after.findIndex((count, index) => count > (before[index] ?? 0))
      const node = nodes[at]
      if (node !== undefined && !LEADS.test(node.log())) return { console, node }
    }
    throw new Error('every node leads something')
  }

  it('answers come back, and the console too within 5 s of the death of its node', async () => {
    const { console, node } = await consoleOnFollower()
    const devices = await startStreamers(await scene.client('streamers', 'devices', DEVICES_BACK_AFTER_MS))
    const [first] = await ended(console, await run(console, ['streaming_0'], 20))
    expect(first).toMatchObject({ state: 'succeeded', stdout: 'line 0\nline 1\nline 2\n' })

    const killedAt = performance.now()
    const back = statusWhen(console, ({ state }) => state !== 'connected')
      .then(() => statusWhen(console, ({ state }) => state === 'connected'))
      .then(() => performance.now() - killedAt)
    await node.stop()
    const backMs = await back

    await expect.poll(devices.isListening, { timeout: DEVICES_BACK_WITHIN_MS }).toBe(true)
    const [again] = await ended(console, await run(console, ['streaming_0'], 20))
    expect(again).toMatchObject({ state: 'succeeded', stdout: 'line 0\nline 1\nline 2\n' })
    expect(devices.ran.get('streaming_0')).toBe(2)
    expect(backMs).toBeLessThan(BACK_WITHIN_MS)
    expect(await haproxy.connections()).toHaveLength(nodes.length)
  }, 120_000)
})
