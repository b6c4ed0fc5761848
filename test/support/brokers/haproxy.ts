import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { haproxyConfig } from '../../../main/setup/cluster/haproxy-config.ts'
import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { findProgram } from '../run/debian-packages.ts'
import { freeLoopbackPort } from './mosquitto.ts'

interface HaproxyOptions {
  /** Port of the broker behind it. */
  readonly to: number
  readonly mode?: 'tcp' | 'http'
  /** Behind the address of the `bind` line, e.g. `accept-proxy`. */
  readonly bind?: string
  /** Behind the address of the `server` line, e.g. `send-proxy-v2`. */
  readonly server?: string
  /** Further lines of `defaults`. */
  readonly defaults?: readonly string[]
}

export interface Haproxy {
  readonly port: number
  stop(): Promise<void>
}

/** haproxy with the file of a set-up. */
export interface GeneratedHaproxy extends Haproxy {
  /** Connections of clients to each node at present, in the order of the nodes. */
  connections(): Promise<readonly number[]>
}

/** Starts haproxy with the file that a plan makes, before nodes that run here; only their places are others. */
export async function startGeneratedHaproxy(
  plan: SetupPlan,
  nodes: readonly { readonly host: string; readonly port: number }[],
): Promise<GeneratedHaproxy> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-haproxy-'))
  const socket = join(folder, 'admin.sock')
  const haproxy = await start(folder, (port) =>
    haproxyConfig(plan, {
      ...{ bind: `127.0.0.1:${port}`, nodes, ca: '' },
      global: [`stats socket ${socket} mode 600 level operator`],
    }),
  )
  const connections = async (): Promise<readonly number[]> => {
    const lines = (await asked(socket, 'show stat\n')).split('\n')
    const names = (lines[0] ?? '').replace(/^# /, '').split(',')
    const [name, current] = [names.indexOf('svname'), names.indexOf('scur')]
    const servers = lines.map((line) => line.split(',')).filter((fields) => fields[name]?.startsWith('node-'))
    return servers.map((fields) => Number(fields[current]))
  }
  return { ...haproxy, connections }
}

async function asked(socket: string, question: string): Promise<string> {
  const stream = connect(socket)
  stream.end(question)
  return await text(stream)
}

/** Starts haproxy on a loopback port before a broker (Debian: 2.6), and waits until it listens. */
export async function startHaproxy(options: HaproxyOptions): Promise<Haproxy> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-haproxy-'))
  return start(folder, (port) => configuration(port, options))
}

async function start(folder: string, configurationOn: (port: number) => string): Promise<Haproxy> {
  const program = await findProgram('haproxy')
  if (program === undefined) throw new Error('haproxy is not installed (Debian: apt-get install haproxy)')
  const port = await freeLoopbackPort()
  const file = join(folder, 'haproxy.cfg')
  await writeFile(file, configurationOn(port))
  const child = spawn(program, ['-db', '-f', file], { stdio: 'ignore' })
  const stop = async () => {
    await end(child)
    await rm(folder, { recursive: true })
  }
  try {
    await untilListening(child, port)
  } catch (error) {
    await stop()
    throw error
  }
  return { port, stop }
}

function configuration(port: number, { to, mode = 'tcp', bind = '', server = '', defaults = [] }: HaproxyOptions) {
  return [
    'global',
    '  maxconn 100',
    'defaults',
    `  mode ${mode}`,
    '  timeout connect 5s',
    '  timeout client 60s',
    '  timeout server 60s',
    ...defaults.map((line) => `  ${line}`),
    'listen mqtt',
    `  bind 127.0.0.1:${port} ${bind}`,
    `  server broker 127.0.0.1:${to} ${server}`,
    '',
  ].join('\n')
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`haproxy ended with code ${child.exitCode}`)
    const socket = connect({ host: '127.0.0.1', port })
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
