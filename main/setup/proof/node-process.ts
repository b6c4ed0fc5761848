import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

const LOG_CHARS = 64_000

/** A node of a cluster that runs for a proof. */
export interface NodeProcess {
  log(): string
  /** Ends it at once, with all that it started. */
  kill(): Promise<void>
}

/** How a node is started, and what it says once clients may connect. */
export interface NodeStart {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly folder: string
  readonly isReady: RegExp
  readonly timeoutMs: number
}

/** The node ended, or did not start in time; `log` is what it wrote. */
export class NodeStartError extends Error {
  readonly log: string

  constructor(message: string, log: string) {
    super(message)
    this.name = 'NodeStartError'
    this.log = log
  }
}

/** Starts a program as a group of its own, because some start through a shell that stays above them. Throws `NodeStartError`. */
export async function startNode(start: NodeStart, signal: AbortSignal): Promise<NodeProcess> {
  const { program, args, folder, isReady } = start
  const child = spawn(program, args, {
    cwd: folder,
    detached: true,
    env: { ...process.env, ...start.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = (): void => killGroup(child)
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  let text = ''
  const kill = async (): Promise<void> => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    killGroup(child)
    await exited
  }
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (message: string): void => reject(new NodeStartError(message, text))
      const timer = setTimeout(() => fail('it did not start in time'), start.timeoutMs).unref()
      const read = (chunk: Buffer): void => {
        text = (text + chunk.toString()).slice(-LOG_CHARS)
        if (!isReady.test(text)) return
        clearTimeout(timer)
        resolve()
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('error', (error) => fail(error.message))
      child.once('exit', (code) => fail(`it ended with code ${code}`))
      signal.addEventListener('abort', () => fail('it was called off'), { once: true })
    })
  } catch (error) {
    await kill()
    throw error
  }
  return { log: () => text, kill }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}

/** Finds so many ports of loopback that nobody uses; all are held until the last one is found, so that none comes twice. */
export async function sparePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  const ports: number[] = []
  for (const server of servers) {
    if (!server.listening) await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('a TCP server has no port')
    ports.push(address.port)
  }
  await Promise.all(
    servers.map((server) => {
      server.close()
      return once(server, 'close')
    }),
  )
  return ports
}
