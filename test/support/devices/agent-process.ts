import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newPrivateKey, type PrivateKey, type PublicKey, readPublicKey } from '../../../main/agent/keys.ts'
import { signCancel, signCommand } from '../../../main/agent/signing.ts'
import type { CommandSignature } from '../../../main/shared/exchange.ts'
import type { CommandClass } from '../../../preload/contract/models/safety/safety.ts'
import type { Mosquitto } from '../brokers/mosquitto.ts'
import type { MqttObserver } from '../brokers/mqtt-observer.ts'
import { projectFolder } from '../project-paths.ts'
import { capture, type ProcessOutcome } from '../run/run-process.ts'

export const agentProgram = path.join(projectFolder, 'resources/agent/waypost_agent.py')
/** Debian's own Python comes with Debian's paho, whatever stands first on the PATH. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'

export interface AgentOptions {
  readonly id: string
  readonly broker: Pick<Mosquitto, 'host' | 'port' | 'users' | 'caFile'>
  /** Further addresses, tried before that of the broker. */
  readonly brokersBefore?: readonly { readonly host: string; readonly port: number }[]
  /** Operators by name; none unless given. */
  readonly operators?: Readonly<Record<string, PrivateKey>>
  readonly policy?: { readonly signed: 'required' | 'optional'; readonly max_class: string }
  readonly heartbeatIntervalS?: number
  /** Folder that its Python imports from before any other. */
  readonly pythonPath?: string
  /** Further keys of its configuration. */
  readonly extra?: Readonly<Record<string, unknown>>
}

/** The real agent, with its files in a temporary folder. */
export interface AgentHandle {
  readonly id: string
  readonly folder: string
  /** As its installation would bring it to the console. */
  readonly key: PublicKey
  readonly pid: number
  log(): string
  start(): Promise<void>
  /** Ends it by the signal and waits for the end. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Runs another action of the program on the same configuration. */
  act(...args: readonly string[]): Promise<ProcessOutcome>
  /** Ends it and removes its files. */
  dispose(): Promise<void>
}

/** Prepares an agent with a key of its own; it runs from `start()` on. */
export async function prepareAgent(options: AgentOptions): Promise<AgentHandle> {
  const { id, broker, operators = {} } = options
  const folder = await mkdtemp(path.join(tmpdir(), 'waypost-agent-test-'))
  const config = path.join(folder, 'agent.json')
  const [login] = Object.entries(broker.users)
  const tls = broker.caFile === undefined ? {} : { tls: true, ca: broker.caFile }
  const settings = {
    device_id: id,
    brokers: [...(options.brokersBefore ?? []), { host: broker.host, port: broker.port, ...tls }],
    heartbeat_interval: options.heartbeatIntervalS ?? 5,
    state: path.join(folder, 'state'),
    trusted: Object.entries(operators).map(([name, key]) => ({ name, key: key.public.pem })),
    ...(login !== undefined && { username: login[0], password: login[1] }),
    ...(options.policy !== undefined && { policy: options.policy }),
    ...options.extra,
  }
  await writeFile(config, JSON.stringify(settings), { mode: 0o600 })
  const env = options.pythonPath === undefined ? process.env : { ...process.env, PYTHONPATH: options.pythonPath }
  const act = (...args: readonly string[]) =>
    capture(python, ['-W', 'error', agentProgram, '--config', config, ...args], { timeoutMs: 20_000, env })
  const made = await act('key')
  const key = readPublicKey(made.stdout)
  if (key === null) throw new Error(`the agent made no key: ${made.stderr}`)
  let child: ChildProcess | null = null
  let log = ''
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const exited = once(ending, 'exit')
    ending.kill(signal)
    await exited
  }
  return {
    id,
    folder,
    key,
    get pid() {
      return child?.pid ?? 0
    },
    log: () => log,
    start: async () => {
      const from = log.length
      const started = spawn(python, ['-W', 'error', agentProgram, '--config', config, 'run'], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env,
      })
      child = started
      const endWithUs = (): void => {
        started.kill('SIGKILL')
      }
      process.once('exit', endWithUs)
      started.once('exit', () => process.off('exit', endWithUs))
      await new Promise<void>((resolve, reject) => {
        const onText = (chunk: Buffer): void => {
          log += chunk.toString()
          if (log.includes('connected to ', from)) resolve()
        }
        started.stdout.on('data', onText)
        started.stderr.on('data', onText)
        started.once('error', reject)
        started.once('exit', () => reject(new Error(`the agent ended: ${log.slice(from)}`)))
      })
    },
    end,
    act,
    dispose: async () => {
      await end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The side of an operator: knows the device's newest challenge as a console would, and signs with one key. */
export class AgentOperator {
  readonly #agentId: string
  readonly #observer: MqttObserver
  #newest: { readonly session: string; readonly challenge: string } | null = null
  readonly key: PrivateKey

  constructor(agentId: string, observer: MqttObserver, key: PrivateKey = newPrivateKey()) {
    this.#agentId = agentId
    this.#observer = observer
    this.key = key
  }

  topic(kind: string): string {
    return `device/${this.#agentId}/${kind}`
  }

  /** Asks by hello, and returns session and challenge of the answer. */
  async challenge(): Promise<{ readonly session: string; readonly challenge: string }> {
    const nonce = randomUUID()
    await this.#observer.publish(this.topic('hello'), { nonce, jitter_s: 0 })
    const { json } = await this.#observer.waitFor((message) => message.json?.nonce === nonce && this.#isBeat(message))
    this.#newest = { session: `${json?.session}`, challenge: `${json?.challenge}` }
    return this.#newest
  }

  /** Makes a signed command message for a new challenge, without sending it. */
  async signed(command: string, options: SignOptions = {}): Promise<SignedMessage> {
    await this.challenge()
    return this.signedAgain(command, options)
  }

  /** The same for the challenge that it knows. */
  signedAgain(command: string, options: SignOptions = {}): SignedMessage {
    const { timeoutS = 10, class: judged = 'read', commandId = randomUUID() } = options
    if (this.#newest === null) throw new Error('no challenge is known')
    const about = { deviceId: this.#agentId, commandId, command, timeoutS, class: judged }
    return { command_id: commandId, command, timeout: timeoutS, ...signCommand(this.key, this.#newest, about) }
  }

  async send(message: unknown): Promise<void> {
    await this.#observer.publish(this.topic('command'), message)
  }

  async cancel(commandId: string): Promise<void> {
    const about = { deviceId: this.#agentId, commandId }
    const signature = signCancel(this.key, await this.challenge(), about)
    await this.#observer.publish(this.topic('cancel'), { command_id: commandId, ...signature })
  }

  /** The first final result for a command. */
  async result(commandId: string): Promise<Readonly<Record<string, unknown>>> {
    const { json } = await this.#observer.waitFor(
      ({ topic, json }) => topic === this.topic('result') && json?.command_id === commandId,
    )
    return json ?? {}
  }

  /** The reason of the first refusal of a command. */
  async refusal(commandId: string): Promise<unknown> {
    const { json } = await this.#observer.waitFor(
      ({ topic, json }) => topic === this.topic('ack') && json?.command_id === commandId && json.state === 'rejected',
    )
    return json?.reason
  }

  /** Signs for a new challenge, sends and returns the result. */
  async run(command: string): Promise<Readonly<Record<string, unknown>>> {
    await this.challenge()
    return this.runAgain(command)
  }

  /** The same for the challenge that it knows. */
  async runAgain(command: string): Promise<Readonly<Record<string, unknown>>> {
    const message = this.signedAgain(command)
    await this.send(message)
    return this.result(message.command_id)
  }

  #isBeat({ topic }: { readonly topic: string }): boolean {
    return topic === this.topic('heartbeat')
  }
}

interface SignOptions {
  readonly timeoutS?: number
  readonly class?: CommandClass
  readonly commandId?: string
}

/** A command as it stands on the wire. */
export type SignedMessage = CommandSignature & {
  readonly command_id: string
  readonly command: string
  readonly timeout: number
}

/** Lists how often each line was written to a file by commands that ran; none if the file is missing. */
export async function linesOf(file: string): Promise<readonly string[]> {
  if (!existsSync(file)) return []
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
}
