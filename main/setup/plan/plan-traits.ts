import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'

/** TLS with passwords, or with client certificates. */
export function hasTls({ mode }: Pick<SetupPlan, 'mode'>): boolean {
  return mode === 'tls' || mode === 'mtls'
}

/** Accounts prove themselves with a password. */
export function hasPasswords({ mode }: Pick<SetupPlan, 'mode'>): boolean {
  return mode === 'password' || mode === 'tls'
}

/** Names that the server certificate holds: the app itself reaches its built-in broker over loopback. */
export function certifiedHosts({ platform, hosts }: SetupPlan): readonly string[] {
  return platform === 'builtin' ? [...new Set([...hosts, 'localhost', '127.0.0.1'])] : hosts
}

/** Hosts that the device at an index connects to, in its order: those of a cluster begin with another node for each device. */
export function hostsFor({ platform, hosts }: Pick<SetupPlan, 'platform' | 'hosts'>, index: number): readonly string[] {
  if (platform !== 'cluster' || hosts.length === 0) return [hosts[0] ?? '']
  const first = Math.max(0, index) % hosts.length
  return [...hosts.slice(first), ...hosts.slice(0, first)]
}

/** Every account: people first, then devices. */
export function accountsOf({ operators, devices }: SetupPlan): readonly string[] {
  return [...operators, ...devices]
}
