import type { ClusterRuntime, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'

/** TLS with passwords, or with client certificates. */
export function hasTls({ mode }: Pick<SetupPlan, 'mode'>): boolean {
  return mode === 'tls' || mode === 'mtls'
}

/** Accounts prove themselves with a password. */
export function hasPasswords({ mode }: Pick<SetupPlan, 'mode'>): boolean {
  return mode === 'password' || mode === 'tls'
}

/** Several Mosquittos, of which each site is bridged to the centre. */
export function isBridged({ platform, cluster }: Pick<SetupPlan, 'platform' | 'cluster'>): boolean {
  return platform === 'cluster' && cluster === 'bridges'
}

/** Mosquitto keeps hashes of passwords; what other brokers read is made of the passwords themselves. */
export function isMosquitto(plan: Pick<SetupPlan, 'platform' | 'cluster'>): boolean {
  return plan.platform !== 'cluster' || isBridged(plan)
}

/** How the nodes of a cluster run: Debian has no EMQX, and bridged sites run Debian's Mosquitto. */
export function runtimeOf({ cluster, runtime }: Pick<SetupPlan, 'cluster' | 'runtime'>): ClusterRuntime {
  if (cluster === 'emqx') return 'compose'
  return cluster === 'bridges' ? 'service' : (runtime ?? 'service')
}

/** Computers with haproxy before the nodes of a cluster. */
export function balancersOf(plan: Pick<SetupPlan, 'platform' | 'cluster' | 'balancers'>): readonly string[] {
  return plan.platform === 'cluster' && !isBridged(plan) ? (plan.balancers ?? []) : []
}

/** The node takes the PROXY protocol from haproxy, by which it knows who its clients are; NATS does not know it. */
export function takesProxyProtocol(plan: Pick<SetupPlan, 'platform' | 'cluster' | 'balancers'>): boolean {
  return balancersOf(plan).length > 0 && (plan.cluster === 'rabbitmq' || plan.cluster === 'emqx')
}

/** Names that the server certificate holds: the app itself reaches its built-in broker over loopback. */
export function certifiedHosts({ platform, hosts }: SetupPlan): readonly string[] {
  return platform === 'builtin' ? [...new Set([...hosts, 'localhost', '127.0.0.1'])] : hosts
}

/** Names that the certificate of a cluster's node holds: haproxy passes TLS through, so that clients ask for its name. */
export function certifiedForNode(plan: SetupPlan, host: string): readonly string[] {
  return [...new Set([host, ...balancersOf(plan)])]
}

/** Hosts that the device at an index connects to, in its order: those of a cluster begin with another one for each device. */
export function hostsForDevice(plan: SetupPlan, index: number): readonly string[] {
  if (isBridged(plan)) return [siteOfDevice(plan, plan.devices[index] ?? '') ?? '']
  return hostsInOrder(plan, index)
}

/** Hosts that people connect to, in their order: the centre, where sites are bridged to one. */
export function hostsForPeople(plan: SetupPlan): readonly string[] {
  return isBridged(plan) ? [plan.hosts[0] ?? ''] : hostsInOrder(plan, 0)
}

function hostsInOrder(plan: SetupPlan, index: number): readonly string[] {
  if (plan.platform !== 'cluster' || plan.hosts.length === 0) return [plan.hosts[0] ?? '']
  const doors = balancersOf(plan)
  const hosts = doors.length > 0 ? doors : plan.hosts
  const first = Math.max(0, index) % hosts.length
  return [...hosts.slice(first), ...hosts.slice(0, first)]
}

/** The sites that are bridged to a centre; none elsewhere. */
export function sitesOf(plan: Pick<SetupPlan, 'platform' | 'cluster' | 'hosts'>): readonly string[] {
  return isBridged(plan) ? plan.hosts.slice(1) : []
}

/** The site that a device belongs to; the only one where there is one, undefined where none is chosen. */
export function siteOfDevice(plan: SetupPlan, device: string): string | undefined {
  const sites = sitesOf(plan)
  const chosen = Object.hasOwn(plan.siteOf ?? {}, device) ? plan.siteOf?.[device] : undefined
  return sites.find((site) => site === chosen) ?? (sites.length === 1 ? sites[0] : undefined)
}

/** Account by which a site logs in to the centre. */
export function siteAccount(site: string): string {
  return `site-${site}`
}

/** Every account: people first, then devices. */
export function accountsOf({ operators, devices }: SetupPlan): readonly string[] {
  return [...operators, ...devices]
}

/** The same plan with further devices, at a site where there are several. */
export function withDevices(plan: SetupPlan, devices: readonly string[], site: string | null): SetupPlan {
  const all = { ...plan, devices: [...plan.devices, ...devices] }
  if (site === null || !isBridged(plan)) return all
  return { ...all, siteOf: { ...plan.siteOf, ...Object.fromEntries(devices.map((device) => [device, site])) } }
}
