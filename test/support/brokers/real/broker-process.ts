import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { RealBroker } from './real-broker.ts'

/** RabbitMQ needs 6 s on an idle machine. */
const START_TIMEOUT_MS = 60_000

/** How a broker is started in its folder. */
export interface BrokerProgram {
  readonly port: number
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Words that it prints once its clients can connect. */
  readonly isReady: RegExp
  /** Ends what the program leaves running. */
  readonly afterEnd?: () => Promise<void>
}

/** Starts a broker as a child process; `prepare` writes its files into the folder that is removed at the end. */
export async function startBrokerProcess(
  name: string,
  prepare: (folder: string) => Promise<BrokerProgram>,
): Promise<RealBroker> {
  const folder = await mkdtemp(path.join(tmpdir(), `waypost-${name}-`))
  const log: string[] = []
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const program = await prepare(folder)
    let child = await launch(name, folder, program, log)
    const finish = async (): Promise<void> => {
      await end(child)
      await program.afterEnd?.()
    }
    return {
      host: '127.0.0.1',
      port: program.port,
      log: () => log.join(''),
      restart: async () => {
        await finish()
        child = await launch(name, folder, program, log)
      },
      stop: async () => {
        await finish()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

async function launch(name: string, folder: string, broker: BrokerProgram, log: string[]): Promise<ChildProcess> {
  const { program, args, env, isReady } = broker
  // A group of its own, because some start through a shell script that stays above them.
  const child = spawn(program, args, {
    cwd: folder,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = (): void => killGroup(child)
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  const firstLine = log.length
  const ownLog = (): string => log.slice(firstLine).join('')
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${name} did not start in time:\n${ownLog()}`)),
        START_TIMEOUT_MS,
      ).unref()
      const read = (chunk: Buffer): void => {
        log.push(chunk.toString())
        if (!isReady.test(ownLog())) return
        clearTimeout(timer)
        resolve()
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${ownLog()}`)))
    })
  } catch (error) {
    await end(child)
    await broker.afterEnd?.()
    throw error
  }
  return child
}

/** Without a goodbye, because the data goes with the folder, and a restart is to look like a crash. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  killGroup(child)
  await exited
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}
