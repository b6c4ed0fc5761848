import { createHash } from 'node:crypto'
import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { DOTS, type SetupMaterial } from '../certificates/material.ts'
import { hasTls, takesProxyProtocol } from '../plan/plan-traits.ts'
import { rightsOf } from './topics.ts'

/** Folder of the generated files in the container. */
export const EMQX_FOLDER = '/opt/emqx/etc/waypost'
/** Ports between nodes in containers: Erlang's distribution, and remote calls, whose port the image fixes. */
export const EMQX_BETWEEN_PORTS = [4370, 5369] as const
/** Of the dashboard and its API, which answer on the node's own loopback alone. */
export const EMQX_DASHBOARD_PORT = 18083
/** Account of the API, which `install.sh` and the lines use. */
export const EMQX_API_KEY = 'waypost'
/** Unacknowledged messages a client, as EMQX has it by itself. */
const IN_FLIGHT = 32
const SALT_CHARS = 16

/** Names a node, as the others know it. */
export function emqxNode(host: string): string {
  return `emqx@${host}`
}

/**
 * Text of `emqx.conf` of EMQX 5.8 for the node at an index (EMQX documentation, "Configuration Files", "Create a Cluster",
 * "Use Built-in Database", "ACL File"). Its format, HOCON, takes JSON. What no rule allows is denied.
 */
export function emqxConfig(plan: SetupPlan, material: SetupMaterial, index: number): string {
  const { sessionExpiryDays, maxQueuedMessages, maxPacketBytes, maxConnections } = plan.tuning
  const isTls = hasTls(plan)
  const secret = material.clusterSecret ?? ''
  const listener = {
    bind: `0.0.0.0:${plan.port}`,
    ...(maxConnections === null ? {} : { max_connections: maxConnections }),
    ...(takesProxyProtocol(plan) ? { proxy_protocol: true } : {}),
  }
  const tls = {
    cacertfile: `${EMQX_FOLDER}/certs/ca.crt`,
    certfile: `${EMQX_FOLDER}/certs/server.crt`,
    keyfile: `${EMQX_FOLDER}/certs/server.key`,
    verify: 'verify_none',
  }
  const off = { default: { enable: false } }
  const config = {
    node: { name: emqxNode(plan.hosts[index] ?? ''), cookie: secret, data_dir: 'data' },
    cluster: { name: 'waypost', discovery_strategy: 'static', static: { seeds: plan.hosts.map(emqxNode) } },
    listeners: {
      tcp: isTls ? off : { default: listener },
      ssl: isTls ? { default: { ...listener, ssl_options: tls } } : off,
      ws: off,
      wss: off,
    },
    mqtt: {
      max_packet_size: `${maxPacketBytes}B`,
      session_expiry_interval: `${sessionExpiryDays}d`,
      max_mqueue_len: maxQueuedMessages,
      max_inflight: IN_FLIGHT,
    },
    authentication: [
      {
        mechanism: 'password_based',
        backend: 'built_in_database',
        user_id_type: 'username',
        password_hash_algorithm: { name: 'sha512', salt_position: 'prefix' },
        bootstrap_file: `${EMQX_FOLDER}/users.json`,
        bootstrap_type: 'hash',
      },
    ],
    authorization: {
      no_match: 'deny',
      deny_action: 'ignore',
      sources: [{ type: 'file', enable: true, path: `${EMQX_FOLDER}/acl.conf` }],
    },
    dashboard: {
      listeners: { http: { bind: `127.0.0.1:${EMQX_DASHBOARD_PORT}` } },
      default_username: 'admin',
      default_password: secret,
    },
    api_key: { bootstrap_file: `${EMQX_FOLDER}/api-key` },
    log: { console: { enable: true, level: 'warning' } },
  }
  return `# Node ${index + 1} of "${plan.name}". Made by Waypost.\n${JSON.stringify(config, null, 2)}\n`
}

/** Text of `users.json`: accounts with salted hashes, which EMQX takes in where it does not know the account yet. */
export function emqxUsers(plan: SetupPlan, material: SetupMaterial): string {
  const users = rightsOf(plan).map(({ name }) => ({ user_id: name, ...hashed(material, name), is_superuser: false }))
  return `${JSON.stringify(users, null, 2)}\n`
}

/** SHA-512 of salt and password, in hex. The salt comes from the other, random hash of the account. */
function hashed({ passwords, hashes }: SetupMaterial, account: string): { password_hash: string; salt: string } {
  const password = passwords.get(account) ?? ''
  if (password === DOTS) return { password_hash: DOTS, salt: DOTS }
  const salt = createHash('sha256')
    .update(hashes.get(account) ?? '')
    .digest('hex')
    .slice(0, SALT_CHARS)
  return {
    password_hash: createHash('sha512')
      .update(salt + password)
      .digest('hex'),
    salt,
  }
}

/** Text of `acl.conf`, a rule an account and direction; the last one denies all else. */
export function emqxAcl(plan: SetupPlan): string {
  const rules = rightsOf(plan).flatMap(({ name, publish, subscribe }) => [
    rule(name, 'publish', publish),
    rule(name, 'subscribe', subscribe),
  ])
  return `${[...rules, '{deny, all}.'].join('\n')}\n`
}

function rule(account: string, action: 'publish' | 'subscribe', filters: readonly string[]): string {
  return `{allow, {username, ${erlangText(account)}}, ${action}, [${filters.map(erlangText).join(', ')}]}.`
}

/** A text of Erlang; accounts and topics are ASCII by `checkCluster`. */
function erlangText(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** Text of the file with the key of the API. */
export function emqxApiKey({ clusterSecret }: SetupMaterial): string {
  return `${EMQX_API_KEY}:${clusterSecret ?? ''}\n`
}
