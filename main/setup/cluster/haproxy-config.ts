import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { hasTls, runtimeOf, takesProxyProtocol } from '../plan/plan-traits.ts'

interface Endpoint {
  readonly host: string
  readonly port: number
}

/** Where haproxy listens, and where the nodes are. */
export interface BalancerPlace {
  /** Address and port, or `:PORT` for every address. */
  readonly bind: string
  readonly nodes: readonly Endpoint[]
  /** Path of the authority's certificate. */
  readonly ca: string
  /** Lines of the section `global` that are of the system it runs on. */
  readonly global: readonly string[]
}

/** Of the container; Debian's service has it beside its own files. */
const FOLDERS = { service: '/etc/haproxy', compose: '/usr/local/etc/haproxy' } as const
export const BALANCER_FILES = { config: 'haproxy.cfg', ca: 'waypost-ca.crt' } as const

const GLOBAL = {
  service: [
    'log /dev/log local0',
    'chroot /var/lib/haproxy',
    'user haproxy',
    'group haproxy',
    'stats socket /run/haproxy/admin.sock mode 660 level admin',
  ],
  compose: ['log stdout format raw local0'],
} as const

/** Most connections where the plan sets no limit. */
const MOST_CONNECTIONS = 50_000
/** A broker gives a client up after one and a half keepalives; haproxy must not be first. */
const KEEPALIVES = 1.5
const SPARE_S = 60

/** Folder of haproxy's files where it runs. */
export function balancerFolder(plan: SetupPlan): string {
  return FOLDERS[runtimeOf(plan)]
}

/** Places as the Debian package or the image has them. */
export function balancerPlace(plan: SetupPlan): BalancerPlace {
  const { hosts, port } = plan
  return {
    bind: `:${port}`,
    nodes: hosts.map((host) => ({ host, port })),
    ca: `${balancerFolder(plan)}/${BALANCER_FILES.ca}`,
    global: GLOBAL[runtimeOf(plan)],
  }
}

/**
 * Text of `haproxy.cfg` (HAProxy 2.6 and newer, "Configuration Manual"): TCP, so that TLS goes through to the node. A node is
 * asked each second; after two times without an answer its clients are cut off, and find another one.
 */
export function haproxyConfig(plan: SetupPlan, place: BalancerPlace): string {
  const { maxConnections, maxKeepaliveS } = plan.tuning
  const idleS = Math.ceil(KEEPALIVES * maxKeepaliveS) + SPARE_S
  const most = maxConnections === null ? MOST_CONNECTIONS : maxConnections * plan.hosts.length
  // A handshake says more than an open port: a hung node still has that.
  const check = hasTls(plan) ? `check check-ssl verify required ca-file ${place.ca}` : 'check'
  const proxy = takesProxyProtocol(plan) ? ' send-proxy-v2 check-send-proxy' : ''
  const lines = [
    `# Before the nodes of "${plan.name}". Made by Waypost.`,
    'global',
    ...place.global.map((line) => `  ${line}`),
    `  maxconn ${most}`,
    '',
    'defaults',
    '  mode tcp',
    '  log global',
    '  option tcplog',
    '  option dontlognull',
    '  timeout connect 3s',
    '  timeout check 2s',
    `  # Longer than one and a half keepalives of ${maxKeepaliveS} s; a client with a longer one is cut off.`,
    `  timeout client ${idleS}s`,
    `  timeout server ${idleS}s`,
    '  retries 2',
    '  option redispatch 1',
    '',
    'listen mqtt',
    `  bind ${place.bind}`,
    '  balance leastconn',
    '  default-server inter 1s fall 2 rise 2 on-marked-down shutdown-sessions init-addr last,libc,none',
    ...place.nodes.map(({ host, port }, index) => `  server node-${index + 1} ${host}:${port} ${check}${proxy}`),
  ]
  return `${lines.join('\n')}\n`
}
