import { createHash, randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findProgram } from '../../run/debian-packages.ts'
import { capture } from '../../run/run-process.ts'
import { freeLoopbackPort } from '../mosquitto.ts'
import { startBrokerProcess } from './broker-process.ts'
import type { BrokerAccount, RealBroker, RealBrokerOptions } from './real-broker.ts'

/** The one on the PATH changes to the user `rabbitmq`, who cannot read a temporary folder. */
const PROGRAM = '/usr/lib/rabbitmq/bin/rabbitmq-server'

/** Starts rabbitmq-server (Debian: 3.10) with the MQTT plugin; its accounts are rights by topic on the default exchange. */
export async function startRabbitMq({ accounts }: RealBrokerOptions): Promise<RealBroker> {
  return startNode(accounts, { index: 0, of: 1, epmdPort: await freeLoopbackPort() })
}

/** Starts three of them that know the same clients; the first is there before the others join it. */
export async function startRabbitMqCluster({
  accounts,
  takesProxyProtocol = false,
}: RealBrokerOptions): Promise<readonly RealBroker[]> {
  const epmdPort = await freeLoopbackPort()
  const place = { of: 3, epmdPort, takesProxyProtocol }
  const first = await startNode(accounts, { ...place, index: 0 })
  try {
    return [first, ...(await Promise.all([1, 2].map((index) => startNode(accounts, { ...place, index }))))]
  } catch (error) {
    await first.stop()
    throw error
  }
}

/** One node of a cluster; all of them use the same Erlang port mapper. */
interface Place {
  readonly index: number
  readonly of: number
  readonly epmdPort: number
  readonly takesProxyProtocol?: boolean
}

const nodeName = (index: number) => `waypost${index}@localhost`
const COOKIE = 'waypost-of-the-tests'

function startNode(accounts: readonly BrokerAccount[], place: Place): Promise<RealBroker> {
  const { index, of, epmdPort, takesProxyProtocol = false } = place
  return startBrokerProcess('rabbitmq', async (folder) => {
    if ((await findProgram('rabbitmq-server')) === undefined) {
      throw new Error('rabbitmq-server is not installed (Debian: apt-get install rabbitmq-server)')
    }
    const [port, nodePort] = [await freeLoopbackPort(), await freeLoopbackPort()]
    const files = {
      'rabbitmq.conf': [
        configuration(port, path.join(folder, 'definitions.json'), of),
        ...(takesProxyProtocol ? ['mqtt.proxy_protocol = true\n'] : []),
      ].join(''),
      'definitions.json': JSON.stringify(definitions(accounts)),
      enabled_plugins: '[rabbitmq_mqtt].\n',
      'env.conf': '',
    }
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text, { mode: 0o600 })
    await writeFile(path.join(folder, '.erlang.cookie'), COOKIE, { mode: 0o400 })
    await mkdir(path.join(folder, 'log'))
    const epmd = { ERL_EPMD_PORT: String(epmdPort), ERL_EPMD_ADDRESS: '127.0.0.1' }
    const env = {
      ...epmd,
      // The cookie of the node lies in the home folder.
      HOME: folder,
      RABBITMQ_NODENAME: nodeName(index),
      RABBITMQ_DIST_PORT: String(nodePort),
      RABBITMQ_CONF_ENV_FILE: path.join(folder, 'env.conf'),
      RABBITMQ_CONFIG_FILE: path.join(folder, 'rabbitmq.conf'),
      RABBITMQ_ENABLED_PLUGINS_FILE: path.join(folder, 'enabled_plugins'),
      RABBITMQ_MNESIA_BASE: path.join(folder, 'data'),
      RABBITMQ_LOG_BASE: path.join(folder, 'log'),
      RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    }
    // The Erlang port mapper that it starts is a daemon of its own.
    const afterEnd = async (): Promise<void> => {
      // It stays while it has not noticed yet that its node is gone.
      for (let tries = 0; tries < 20; tries += 1) {
        const { stdout } = await capture('epmd', ['-kill'], { env: { ...process.env, ...epmd } })
        if (!stdout.includes('living nodes')) return
        await setTimeout(100)
      }
    }
    const last = index === 0 ? { afterEnd } : {}
    return { port, program: PROGRAM, args: [], env, isReady: /Server startup complete/, ...last }
  })
}

function configuration(port: number, definitionsFile: string, nodes: number): string {
  const others = Array.from({ length: nodes }, (_, index) => index)
  return [
    ...(nodes === 1 ? [] : ['cluster_formation.peer_discovery_backend = classic_config']),
    ...(nodes === 1 ? [] : others.map((at) => `cluster_formation.classic_config.nodes.${at + 1} = ${nodeName(at)}`)),
    'listeners.tcp = none',
    `mqtt.listeners.tcp.default = 127.0.0.1:${port}`,
    'mqtt.allow_anonymous = false',
    'mqtt.vhost = /',
    'mqtt.exchange = amq.topic',
    `load_definitions = ${definitionsFile}`,
    'log.console = true',
    'log.console.level = info',
    'log.file = false',
    '',
  ].join('\n')
}

function definitions(accounts: readonly BrokerAccount[]): object {
  const queues = 'mqtt-subscription-.*'
  const objects = `^(amq\\.topic|${queues})$`
  return {
    users: accounts.map(({ name, password }) => ({
      name,
      password_hash: passwordHash(password),
      hashing_algorithm: 'rabbit_password_hashing_sha256',
      tags: '',
    })),
    vhosts: [{ name: '/' }],
    permissions: accounts.map(({ name }) => ({
      user: name,
      vhost: '/',
      configure: `^${queues}$`,
      write: objects,
      read: objects,
    })),
    topic_permissions: accounts.map(({ name, publish, subscribe }) => ({
      user: name,
      vhost: '/',
      exchange: 'amq.topic',
      write: routingKeys(publish),
      read: routingKeys(subscribe),
    })),
  }
}

/** A regular expression over routing keys: `device/+/status` is `device.X.status` there. */
function routingKeys(filters: readonly string[]): string {
  const alternatives = filters.map((filter) =>
    filter
      .split('/')
      .map((level) => (level === '#' ? '.*' : level === '+' ? '[^.]+' : level.replaceAll('$', '\\$')))
      .join('\\.'),
  )
  return alternatives.length === 0 ? '^$' : `^(${alternatives.join('|')})$`
}

/** Salt and SHA-256 of salt and password, as RabbitMQ keeps them. */
function passwordHash(password: string): string {
  const salt = randomBytes(4)
  return Buffer.concat([salt, createHash('sha256').update(salt).update(password).digest()]).toString('base64')
}
