import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { GeneratedFile } from '../files/generated-file.ts'

const START_TIMEOUT_MS = 10_000
const KILL_AFTER_MS = 2_000
const LOG_CHARS = 64_000
const TRIES = 5

/** The broker ended, or said nothing in time; `log` is what it wrote. */
export class ShadowBrokerError extends Error {
  readonly log: string

  constructor(message: string, log: string) {
    super(message)
    this.name = 'ShadowBrokerError'
    this.log = log
  }
}

/** What a line of the configuration is here, where that depends on others that run here. */
export type RewriteLine = (line: string) => readonly string[]

/** A Mosquitto that runs on the generated files, on a spare loopback port. */
export interface ShadowBroker {
  readonly port: number
  /** As it says itself, e.g. `2.0.11`. */
  readonly version: string
  log(): string
  stop(): Promise<void>
}

/**
 * Starts `program` with the broker's files in a temporary folder that only this account can read. In the configuration
 * nothing is changed but places: paths, port, and where it logs and stores. Throws `ShadowBrokerError`.
 */
export async function startShadowBroker(
  program: string,
  files: readonly GeneratedFile[],
  rewrite: RewriteLine = (line) => [line],
): Promise<ShadowBroker> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-shadow-'))
  try {
    for (let attempt = 1; ; attempt += 1) {
      const port = await sparePort()
      const config = await place(folder, files, port, rewrite)
      try {
        return await launch(program, config, port, folder)
      } catch (error) {
        // Somebody else may have taken the port between the question and its use.
        const isTaken = error instanceof ShadowBrokerError && error.log.includes('Address already in use')
        if (!isTaken || attempt === TRIES) throw error
      }
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function sparePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port')
  return address.port
}

async function place(
  folder: string,
  files: readonly GeneratedFile[],
  port: number,
  rewrite: RewriteLine,
): Promise<string> {
  const own = files.flatMap((file) => (file.target === null ? [] : [{ ...file, target: file.target }]))
  const moved = own.map((file) => ({ ...file, place: join(folder, ...file.path.split('/')) }))
  const isConfig = ({ target }: { readonly target: string }): boolean => target.endsWith('.conf')
  for (const file of moved) {
    await mkdir(dirname(file.place), { recursive: true })
    if (!isConfig(file)) await writeFile(file.place, file.text, { mode: 0o600 })
  }
  // Debian's own file includes all of them; the listener comes before the bridges.
  const text = moved.filter(isConfig).map((file) => file.text)
  const places = new Map(moved.map((one) => [one.target, one.place]))
  const config = join(folder, 'mosquitto.conf')
  await writeFile(config, shadowConfig(text.join('\n'), port, places, rewrite), { mode: 0o600 })
  return config
}

/** The same configuration with its places on this computer: log on stderr, nothing stored, loopback only. */
function shadowConfig(config: string, port: number, places: ReadonlyMap<string, string>, rewrite: RewriteLine): string {
  const lines = config
    .split('\n')
    .filter((line) => !/^(persistence|persistence_location|log_dest|log_timestamp_format)\s/.test(line))
    .flatMap((line) => rewrite(line))
    .map((line) => {
      if (line.startsWith('listener ')) return `listener ${port} 127.0.0.1`
      const space = line.indexOf(' ')
      const moved = places.get(line.slice(space + 1))
      return moved === undefined ? line : `${line.slice(0, space)} ${moved}`
    })
  // Started by root it would become an account that cannot read the folder.
  const user = process.getuid?.() === 0 ? ['user root'] : []
  return [...user, 'log_dest stderr', 'persistence false', ...lines].join('\n')
}

async function launch(program: string, config: string, port: number, folder: string): Promise<ShadowBroker> {
  const broker = spawn(program, ['-c', config], { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true })
  const endWithUs = () => void broker.kill()
  process.once('exit', endWithUs)
  broker.once('exit', () => process.off('exit', endWithUs))
  let text = ''
  broker.stderr.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-LOG_CHARS)
  })
  const version = await untilRunning(broker, () => text)
  return {
    port,
    version,
    log: () => text,
    stop: async () => {
      await end(broker)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilRunning(broker: ChildProcess, log: () => string): Promise<string> {
  let settle = () => {}
  try {
    return await new Promise<string>((resolve, reject) => {
      const fail = (message: string) => reject(new ShadowBrokerError(message, log()))
      const timer = setTimeout(() => fail('it did not start in time'), START_TIMEOUT_MS)
      settle = () => clearTimeout(timer)
      broker.stderr?.on('data', () => {
        const running = /mosquitto version (\S+) running/.exec(log())
        if (running) resolve(running[1] ?? '')
      })
      broker.once('error', (error) => fail(error.message))
      broker.once('close', (code) => fail(`it ended with code ${code}`))
    })
  } catch (error) {
    await end(broker)
    throw error
  } finally {
    settle()
  }
}

async function end(broker: ChildProcess): Promise<void> {
  if (broker.pid === undefined || broker.exitCode !== null || broker.signalCode !== null) return
  const ended = once(broker, 'exit')
  broker.kill()
  // A SIGTERM between "running" and its main loop is lost on Mosquitto.
  const timer = setInterval(() => broker.kill('SIGKILL'), KILL_AFTER_MS)
  await ended
  clearInterval(timer)
}
