import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { haproxyConfig } from '../cluster/haproxy-config.ts'
import { natsConfig } from '../cluster/nats-config.ts'
import { nodeFiles } from '../cluster/node-files.ts'
import { rabbitMqConfig } from '../cluster/rabbitmq-config.ts'
import { balancersOf, takesProxyProtocol } from '../plan/plan-traits.ts'
import type { ClusterProgram } from './cluster-program.ts'
import { type NodeProcess, type NodeStart, sparePorts, startNode } from './node-process.ts'

const LOOPBACK = '127.0.0.1'
/** Of haproxy here: an ordinary user may open few files. */
const SHADOW_CONNECTIONS = 50
const NATS_START_MS = 20_000
/** RabbitMQ needs 6 s on an idle machine, and the nodes that join wait for the first. */
const RABBITMQ_START_MS = 120_000

/** The nodes of a cluster that run on the generated files, each on a spare loopback port. */
export interface ShadowCluster {
  /** Where clients connect to for each node: haproxy's, where that is before them. */
  readonly ports: readonly number[]
  /** Name that clients ask for, where haproxy is before the nodes. */
  readonly door: string | null
  /** As the program says itself, e.g. `NATS 2.9.10`. */
  readonly version: string
  log(): string
  kill(index: number): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts every node in a temporary folder that only this account can read. The files are those that are handed over but for
 * places: paths, ports and the hosts of nodes, which are loopback here. Throws `NodeStartError`.
 */
export async function startShadowCluster(
  program: ClusterProgram,
  plan: SetupPlan,
  material: SetupMaterial,
  signal: AbortSignal,
): Promise<ShadowCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-shadow-'))
  const running: NodeProcess[] = []
  const stop = async (): Promise<void> => {
    for (const one of running.toReversed()) await one.kill()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const isRabbitMq = plan.cluster === 'rabbitmq'
    const shadow = isRabbitMq
      ? await rabbitMqNodes(program, plan, material, folder)
      : await natsNodes(program, plan, material, folder)
    for (const one of shadow.before) running.push(await startNode(one, signal))
    const nodes: NodeProcess[] = []
    const launch = async (start: NodeStart, index: number): Promise<void> => {
      const node = await startNode(start, signal)
      nodes[index] = node
      running.push(node)
    }
    const [first, ...others] = shadow.nodes
    if (first === undefined) throw new Error('a cluster without nodes')
    // The first node of RabbitMQ is there before the others join it.
    if (isRabbitMq) await launch(first, 0)
    const rest = isRabbitMq ? others : shadow.nodes
    const offset = isRabbitMq ? 1 : 0
    const ends = await Promise.allSettled(rest.map((start, at) => launch(start, at + offset)))
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed !== undefined) throw failed.reason
    const log = (): string => nodes.map((node) => node.log()).join('\n')
    const door = program.balancer === null ? undefined : balancersOf(plan)[0]
    const balancer = door === undefined ? null : await shadowBalancer(program, plan, material, folder, shadow.ports)
    if (balancer !== null) running.push(await startNode(balancer.start, signal))
    return {
      ports: balancer === null ? shadow.ports : shadow.ports.map(() => balancer.port),
      door: door ?? null,
      version: shadow.versionOf(log()),
      log,
      kill: async (index) => nodes[index]?.kill(),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Shadow {
  /** What runs before the nodes. */
  readonly before: readonly NodeStart[]
  readonly nodes: readonly NodeStart[]
  readonly ports: readonly number[]
  readonly versionOf: (log: string) => string
}

async function natsNodes(
  program: ClusterProgram,
  plan: SetupPlan,
  material: SetupMaterial,
  folder: string,
): Promise<Shadow> {
  const { hosts } = plan
  const [ports, clients, between] = await portsFor(hosts.length)
  const nodes: NodeStart[] = []
  for (const index of hosts.keys()) {
    const own = await placeNode(folder, plan, material, index)
    const place = {
      certificates: join(own, 'certs'),
      store: join(own, 'store'),
      mqtt: { host: LOOPBACK, port: ports[index] ?? 0 },
      client: { host: LOOPBACK, port: clients[index] ?? 0 },
      between: { host: LOOPBACK, port: between[index] ?? 0 },
      routes: between.filter((_port, at) => at !== index).map((port) => ({ host: LOOPBACK, port })),
      checksNames: false,
    }
    const file = join(own, 'nats-server.conf')
    await writeFile(file, natsConfig(plan, material, index, place), { mode: 0o600 })
    nodes.push({
      program: program.node,
      args: ['-c', file],
      env: {},
      folder: own,
      isReady: /Server is ready/,
      timeoutMs: NATS_START_MS,
    })
  }
  return { before: [], nodes, ports, versionOf: (log) => `NATS ${/Version:\s+([\w.-]+)/.exec(log)?.[1] ?? ''}`.trim() }
}

async function rabbitMqNodes(
  program: ClusterProgram,
  plan: SetupPlan,
  material: SetupMaterial,
  folder: string,
): Promise<Shadow> {
  const { hosts } = plan
  const [ports, between] = await portsFor(hosts.length)
  const [epmdPort] = await sparePorts(1)
  const epmd = { ERL_EPMD_PORT: String(epmdPort), ERL_EPMD_ADDRESS: LOOPBACK }
  const names = hosts.map((_host, index) => `waypost${index + 1}@localhost`)
  const nodes: NodeStart[] = []
  for (const [index, name] of names.entries()) {
    const own = await placeNode(folder, plan, material, index)
    const place = {
      certificates: join(own, 'certs'),
      definitions: join(own, 'definitions.json'),
      mqtt: `${LOOPBACK}:${ports[index]}`,
      // Without haproxy here the nodes are tried directly.
      takesProxyProtocol: takesProxyProtocol(plan) && program.balancer !== null,
      nodes: names,
    }
    const logs = 'log.console = true\nlog.file = false\n'
    await writeFile(join(own, 'rabbitmq.conf'), `${rabbitMqConfig(plan, place)}${logs}`, { mode: 0o600 })
    await writeFile(join(own, 'empty.conf'), '')
    await writeFile(join(own, '.erlang.cookie'), material.clusterSecret ?? '', { mode: 0o400 })
    nodes.push({
      program: program.node,
      args: [],
      env: {
        ...epmd,
        // The cookie of a node lies in its home folder.
        HOME: own,
        RABBITMQ_NODENAME: name,
        RABBITMQ_DIST_PORT: String(between[index]),
        RABBITMQ_CONF_ENV_FILE: join(own, 'empty.conf'),
        RABBITMQ_CONFIG_FILE: join(own, 'rabbitmq.conf'),
        RABBITMQ_ENABLED_PLUGINS_FILE: join(own, 'enabled_plugins'),
        RABBITMQ_MNESIA_BASE: join(own, 'data'),
        RABBITMQ_LOG_BASE: join(own, 'log'),
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
      },
      folder: own,
      isReady: /Server startup complete/,
      timeoutMs: RABBITMQ_START_MS,
    })
  }
  const mapper: NodeStart = {
    program: program.epmd ?? '',
    // In the foreground, so that it ends with the proof.
    args: ['-d', '-port', String(epmdPort), '-address', LOOPBACK],
    env: {},
    folder,
    isReady: /initiating listening socket|epmd running|entering the main select/,
    timeoutMs: NATS_START_MS,
  }
  return {
    before: [mapper],
    nodes,
    ports,
    versionOf: (log) => `RabbitMQ ${/RabbitMQ (\d[\w.-]*)/.exec(log)?.[1] ?? ''}`.trim(),
  }
}

/** haproxy with the generated file, on a spare port before the nodes. */
async function shadowBalancer(
  program: ClusterProgram,
  plan: SetupPlan,
  material: SetupMaterial,
  folder: string,
  nodes: readonly number[],
): Promise<{ readonly start: NodeStart; readonly port: number }> {
  const [port = 0] = await sparePorts(1)
  const [file, ca] = [join(folder, 'haproxy.cfg'), join(folder, 'waypost-ca.crt')]
  await writeFile(ca, material.ca?.certificate ?? '', { mode: 0o600 })
  const place = {
    bind: `${LOOPBACK}:${port}`,
    nodes: nodes.map((node) => ({ host: LOOPBACK, port: node })),
    ca,
    global: ['log stderr format raw local0'],
  }
  const tuning = { ...plan.tuning, maxConnections: SHADOW_CONNECTIONS }
  await writeFile(file, haproxyConfig({ ...plan, tuning }, place), { mode: 0o600 })
  // Only with a master process it says that it has begun.
  const args = ['-W', '-db', '-f', file]
  const isReady = /Loading success/
  return { port, start: { program: program.balancer ?? '', args, env: {}, folder, isReady, timeoutMs: NATS_START_MS } }
}

/** Writes the files of one node, as they are handed over, and returns its folder. */
async function placeNode(folder: string, plan: SetupPlan, material: SetupMaterial, index: number): Promise<string> {
  const own = join(folder, `node-${index + 1}`)
  for (const { path, text } of nodeFiles(plan, material, index)) {
    // In a folder of its own for containers.
    const place = join(own, ...path.replace(/^config\//, '').split('/'))
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, text, { mode: 0o600 })
  }
  await mkdir(join(own, 'log'), { recursive: true })
  return own
}

/** Three ports a node: of MQTT, and two more. */
async function portsFor(nodes: number): Promise<readonly [readonly number[], readonly number[], readonly number[]]> {
  const all = await sparePorts(nodes * 3)
  return [all.slice(0, nodes), all.slice(nodes, nodes * 2), all.slice(nodes * 2)]
}
