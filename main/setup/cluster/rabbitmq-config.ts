import { createHash } from 'node:crypto'
import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { DOTS, type SetupMaterial } from '../certificates/material.ts'
import { hasTls, runtimeOf, takesProxyProtocol } from '../plan/plan-traits.ts'
import { rightsOf } from './topics.ts'

/** Where a node of RabbitMQ finds its files and the others. */
export interface RabbitMqPlace {
  readonly certificates: string
  /** Path of `definitions.json`. */
  readonly definitions: string
  /** Address and port of MQTT, or the port alone for every address. */
  readonly mqtt: string
  /** Erlang names of all nodes, itself included. */
  readonly nodes: readonly string[]
  /** The node takes the PROXY protocol and nothing else. */
  readonly takesProxyProtocol: boolean
}

export const RABBITMQ_FOLDER = '/etc/rabbitmq'
/** Ports between nodes: the Erlang port mapper, and the nodes' own. */
export const RABBITMQ_BETWEEN_PORTS = [4369, 25672] as const
const DAY_S = 86_400
/** Largest message that RabbitMQ 3 takes. */
const MOST_BYTES = 536_870_912

/** Places as the Debian package and the image have them. */
export function rabbitMqPlace(plan: SetupPlan): RabbitMqPlace {
  const { hosts, port } = plan
  return {
    certificates: `${RABBITMQ_FOLDER}/certs`,
    definitions: `${RABBITMQ_FOLDER}/definitions.json`,
    mqtt: String(port),
    nodes: hosts.map((host) => `rabbit@${host}`),
    takesProxyProtocol: takesProxyProtocol(plan),
  }
}

/** Text of `rabbitmq.conf`, the same on every node (RabbitMQ documentation, "Configuration", "MQTT Plugin"). */
export function rabbitMqConfig(plan: SetupPlan, place: RabbitMqPlace): string {
  const { sessionExpiryDays, maxPacketBytes } = plan.tuning
  // The image has RabbitMQ 4, where one of the settings has another name and unit.
  const isContainer = runtimeOf(plan) === 'compose'
  const tls = [
    'mqtt.listeners.tcp = none',
    `mqtt.listeners.ssl.default = ${place.mqtt}`,
    `ssl_options.cacertfile = ${place.certificates}/ca.crt`,
    `ssl_options.certfile = ${place.certificates}/server.crt`,
    `ssl_options.keyfile = ${place.certificates}/server.key`,
    'ssl_options.verify = verify_none',
    'ssl_options.fail_if_no_peer_cert = false',
  ]
  const lines = [
    `# "${plan.name}". Made by Waypost.`,
    'cluster_formation.peer_discovery_backend = classic_config',
    ...place.nodes.map((node, at) => `cluster_formation.classic_config.nodes.${at + 1} = ${node}`),
    `cluster_formation.target_cluster_size_hint = ${place.nodes.length}`,
    '# A node that sees less than half of the others pauses, because two halves would tell two truths.',
    'cluster_partition_handling = pause_minority',
    '# AMQP is not served.',
    'listeners.tcp = none',
    ...(hasTls(plan) ? tls : [`mqtt.listeners.tcp.default = ${place.mqtt}`]),
    'mqtt.allow_anonymous = false',
    'mqtt.vhost = /',
    'mqtt.exchange = amq.topic',
    ...(place.takesProxyProtocol ? ['mqtt.proxy_protocol = true'] : []),
    ...(isContainer
      ? [`mqtt.max_session_expiry_interval_seconds = ${sessionExpiryDays * DAY_S}`, 'log.console = true']
      : [`mqtt.subscription_ttl = ${sessionExpiryDays * DAY_S * 1000}`]),
    `max_message_size = ${Math.min(maxPacketBytes, MOST_BYTES)}`,
    `load_definitions = ${place.definitions}`,
  ]
  return `${lines.join('\n')}\n`
}

/** Settings of the environment of the node at an index; `rabbitmq-env.conf` has them without a prefix. */
export function rabbitMqEnvironment(
  { hosts }: SetupPlan,
  index: number,
  prefix = '',
): readonly (readonly [string, string])[] {
  const host = hosts[index] ?? ''
  return [
    [`${prefix}NODENAME`, `rabbit@${host}`],
    ...(host.includes('.') ? [[`${prefix}USE_LONGNAME`, 'true'] as const] : []),
  ]
}

/** Text of `definitions.json`: accounts, their rights by topic, and limits. */
export function rabbitMqDefinitions(plan: SetupPlan, material: SetupMaterial): string {
  const { maxConnections, maxQueuedMessages } = plan.tuning
  const queues = 'mqtt-subscription-.*'
  const objects = `^(amq\\.topic|${queues})$`
  const rights = rightsOf(plan)
  const definitions = {
    users: rights.map(({ name }) => ({
      name,
      password_hash: passwordHash(material, name),
      hashing_algorithm: 'rabbit_password_hashing_sha512',
      tags: '',
    })),
    vhosts: [{ name: '/' }],
    permissions: rights.map(({ name }) => ({
      user: name,
      vhost: '/',
      configure: `^${queues}$`,
      write: objects,
      read: objects,
    })),
    topic_permissions: rights.map(({ name, publish, subscribe }) => ({
      user: name,
      vhost: '/',
      exchange: 'amq.topic',
      write: routingKeys(publish),
      read: routingKeys(subscribe),
    })),
    policies: [
      {
        vhost: '/',
        name: 'waypost-mqtt',
        pattern: '^mqtt-subscription-',
        'apply-to': 'queues',
        priority: 0,
        definition: { 'max-length': maxQueuedMessages, overflow: 'drop-head' },
      },
    ],
    parameters:
      maxConnections === null
        ? []
        : [{ component: 'vhost-limits', vhost: '/', name: 'limits', value: { 'max-connections': maxConnections } }],
  }
  return `${JSON.stringify(definitions, null, 2)}\n`
}

/** Salt and SHA-512 of salt and password, as RabbitMQ keeps them. The salt comes from the other, random hash of the account. */
function passwordHash({ passwords, hashes }: SetupMaterial, account: string): string {
  const password = passwords.get(account) ?? ''
  if (password === DOTS) return DOTS
  const salt = createHash('sha256')
    .update(hashes.get(account) ?? '')
    .digest()
    .subarray(0, 4)
  return Buffer.concat([salt, createHash('sha512').update(salt).update(password).digest()]).toString('base64')
}

/** A regular expression over routing keys: `device/+/status` is `device.X.status` there. */
function routingKeys(filters: readonly string[]): string {
  const alternatives = filters.map((filter) =>
    filter
      .split('/')
      .map((level) => (level === '#' ? '.*' : level === '+' ? '[^.]+' : level))
      .join('\\.'),
  )
  return `^(${alternatives.join('|')})$`
}
