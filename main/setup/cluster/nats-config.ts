import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { hasTls, runtimeOf } from '../plan/plan-traits.ts'
import { type AccountRights, rightsOf } from './topics.ts'

interface Endpoint {
  readonly host: string
  readonly port: number
}

/** Where a node of NATS listens and stores, and where the others are. */
export interface NatsPlace {
  /** Folder of `ca.crt`, `server.crt` and `server.key`. */
  readonly certificates: string
  readonly store: string
  readonly mqtt: Endpoint
  /** Of the protocol of NATS itself, which nothing here needs. */
  readonly client: Endpoint
  readonly between: Endpoint
  /** The other nodes. */
  readonly routes: readonly Endpoint[]
  /** False where all nodes are on loopback, which no certificate names. */
  readonly checksNames: boolean
}

export const NATS_CERTIFICATES = '/etc/nats/certs'
export const NATS_STORE = '/var/lib/nats'
const CONTAINER_FOLDER = '/etc/nats/waypost'
const CONTAINER_STORE = '/data'
export const NATS_BETWEEN_PORT = 6222
const CLIENT_PORT = 4222
const ROUTE_USER = 'node'
/**
 * Of a stream (JetStream). They are named, because a first client that comes while only some nodes know each other would else
 * fix fewer for good, and the cluster would not outlive a node.
 */
const MOST_REPLICAS = 5
/** What may wait for one slow client (`max_pending`); no message may be larger. */
const PENDING_BYTES = 64 * 1024 * 1024

/** Places of the node at an index, as the Debian package or the image has them. */
export function natsPlace(plan: SetupPlan, index: number): NatsPlace {
  const { hosts, port } = plan
  const others = hosts.filter((_host, at) => at !== index)
  const isContainer = runtimeOf(plan) === 'compose'
  return {
    certificates: isContainer ? `${CONTAINER_FOLDER}/certs` : NATS_CERTIFICATES,
    store: isContainer ? CONTAINER_STORE : NATS_STORE,
    mqtt: { host: '0.0.0.0', port },
    client: { host: '127.0.0.1', port: CLIENT_PORT },
    between: { host: '0.0.0.0', port: NATS_BETWEEN_PORT },
    routes: others.map((host) => ({ host, port: NATS_BETWEEN_PORT })),
    checksNames: true,
  }
}

/**
 * Text of `nats-server.conf` for the node at an index: MQTT over JetStream, which keeps sessions and QoS 1 messages on several
 * nodes. Its format takes JSON (NATS documentation, "Configuration", "MQTT"). Passwords stand in it as they are, because NATS
 * knows no hash but bcrypt.
 */
export function natsConfig(plan: SetupPlan, material: SetupMaterial, index: number, place: NatsPlace): string {
  const isTls = hasTls(plan)
  const secret = material.clusterSecret ?? ''
  const files = {
    cert_file: `${place.certificates}/server.crt`,
    key_file: `${place.certificates}/server.key`,
    ca_file: `${place.certificates}/ca.crt`,
  }
  const { maxConnections, maxPacketBytes } = plan.tuning
  const config = {
    server_name: `node-${index + 1}`,
    ...place.client,
    ...(maxConnections === null ? {} : { max_connections: maxConnections }),
    max_payload: Math.min(maxPacketBytes, PENDING_BYTES),
    max_pending: PENDING_BYTES,
    jetstream: { store_dir: place.store },
    cluster: {
      name: 'waypost',
      ...place.between,
      no_advertise: true,
      authorization: { user: ROUTE_USER, password: secret },
      // A route shows its certificate in both directions.
      ...(isTls ? { tls: { ...files, verify: true, ...(place.checksNames ? {} : { insecure: true }) } } : {}),
      routes: place.routes.map(({ host, port }) => `nats://${ROUTE_USER}:${secret}@${host}:${port}`),
    },
    mqtt: {
      ...place.mqtt,
      stream_replicas: Math.min(plan.hosts.length, MOST_REPLICAS),
      ...(isTls ? { tls: files } : {}),
    },
    authorization: { users: rightsOf(plan).map((rights) => userOf(rights, material.passwords.get(rights.name) ?? '')) },
  }
  return `# Node ${index + 1} of "${plan.name}". Made by Waypost.\n${JSON.stringify(config, null, 2)}\n`
}

function userOf({ name, publish, subscribe }: AccountRights, password: string): object {
  // Its consumers of QoS 1 deliver below $MQTT.sub.
  const allow = [...subscribe.map(subjectOf), '$MQTT.sub.>']
  return { user: name, password, permissions: { publish: { allow: publish.map(subjectOf) }, subscribe: { allow } } }
}

/** A topic filter in the words of NATS: `device/+/status` is `device.*.status`, and `#` is `>`. */
function subjectOf(filter: string): string {
  return filter.replaceAll('/', '.').replaceAll('+', '*').replaceAll('#', '>')
}
