import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findProgram } from '../../run/debian-packages.ts'
import { freeLoopbackPort } from '../mosquitto.ts'
import { startBrokerProcess } from './broker-process.ts'
import type { BrokerAccount, RealBroker, RealBrokerOptions } from './real-broker.ts'

/** Starts nats-server (Debian: 2.9) with JetStream and MQTT. */
export function startNats({ accounts }: RealBrokerOptions): Promise<RealBroker> {
  return startNode(accounts, { server_name: 'waypost' })
}

/** Starts three of them that keep each session and each message three times. */
export async function startNatsCluster({ accounts }: RealBrokerOptions): Promise<readonly RealBroker[]> {
  const ports = [await freeLoopbackPort(), await freeLoopbackPort(), await freeLoopbackPort()]
  const routes = ports.map((port) => `nats://127.0.0.1:${port}`)
  const nodes = ports.map((port, index) =>
    startNode(accounts, {
      server_name: `waypost-${index}`,
      cluster: { name: 'waypost', host: '127.0.0.1', port, routes, no_advertise: true },
    }),
  )
  return await Promise.all(nodes)
}

function startNode(accounts: readonly BrokerAccount[], further: object): Promise<RealBroker> {
  return startBrokerProcess('nats', async (folder) => {
    const program = await findProgram('nats-server')
    if (program === undefined) throw new Error('nats-server is not installed (Debian: apt-get install nats-server)')
    const port = await freeLoopbackPort()
    const file = path.join(folder, 'nats.json')
    // Its configuration format takes JSON.
    const configuration = {
      host: '127.0.0.1',
      port: await freeLoopbackPort(),
      ...further,
      jetstream: { store_dir: path.join(folder, 'jetstream') },
      mqtt: { host: '127.0.0.1', port },
      authorization: { users: accounts.map(userOf) },
    }
    await writeFile(file, JSON.stringify(configuration), { mode: 0o600 })
    return { port, program, args: ['-c', file], isReady: /Server is ready/ }
  })
}

function userOf({ name, password, publish, subscribe }: BrokerAccount): object {
  // Its consumers of QoS 1 deliver below $MQTT.sub.
  const read = [...subscribe.map(subjectOf), '$MQTT.sub.>']
  // An empty list of what is allowed forbids nothing there.
  const write = publish.length === 0 ? { deny: ['>'] } : { allow: publish.map(subjectOf) }
  const permissions = { publish: write, subscribe: { allow: read } }
  return { user: name, password, permissions }
}

/** A topic filter in the words of NATS: `device/+/status` is `device.*.status`, and `#` is `>`. */
function subjectOf(filter: string): string {
  return filter.replaceAll('/', '.').replaceAll('+', '*').replaceAll('#', '>')
}
