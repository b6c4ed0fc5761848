// Runs a device of the field in its own process: node executor-process.ts '<settings as JSON>' < password
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { freemem, totalmem, uptime } from 'node:os'
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt'
import { runScript, SetupError, say } from '../command-line.ts'
import { type ExecutorSettings, settingsError, timestampOf } from './executor-options.ts'
import { runInShell, type ShellAnswer } from './executor-shell.ts'

const MEGABYTE = 1024 * 1024

/** Behaves as the Python executor does: QoS 0, clean session, nothing retained, no Last Will, nothing remembered. */
class Executor {
  private readonly settings: ExecutorSettings
  private readonly client: MqttClient
  private nextHeartbeatMs: number

  constructor(settings: ExecutorSettings, client: MqttClient) {
    this.settings = settings
    this.client = client
    this.nextHeartbeatMs = Date.now()
  }

  async start(): Promise<void> {
    this.client.on('message', (topic, payload) => this.receive(topic, payload))
    this.client.on('connect', () => void this.announce())
    await this.announce()
    // The connect handler and the main program both send it.
    this.publish('status', { status: 'online' })
    this.beat()
    setInterval(() => this.beat(), 20)
  }

  private async announce(): Promise<void> {
    await this.client.subscribeAsync([this.topic('command'), this.topic('control')], { qos: 0 })
    this.publish('status', { status: 'online' })
  }

  private receive(topic: string, payload: Buffer): void {
    const message = parsed(payload)
    if (message === undefined) {
      say(`${this.settings.id}: not JSON on ${topic}`)
    } else if (topic === this.topic('control')) {
      this.publish('status', { control_result: { action: message.action ?? null, success: true } })
    } else {
      this.execute(message)
    }
  }

  private execute(message: Record<string, unknown>): void {
    const { command_id: commandId = 'unknown', command = '', timeout = 30 } = message
    say(`${this.settings.id}: ${JSON.stringify(command)}`)
    const answer = runInShell(String(command), Number(timeout))
    // The network thread was blocked, so the heartbeats of that time go out first, all at once.
    this.beat()
    this.answer(commandId, answer)
  }

  private answer(commandId: unknown, answer: ShellAnswer): void {
    const has = (quirk: NonNullable<ExecutorSettings['quirks']>[number]): boolean =>
      this.settings.quirks?.includes(quirk) ?? false
    if (has('never-answer')) return
    const result = {
      command_id: commandId,
      ...answer,
      ...(has('wrong-id') ? { command_id: randomUUID() } : {}),
      ...(has('unknown-id') ? { command_id: 'unknown' } : {}),
      ...(has('other-device') ? { device_id: `${this.settings.id}-other` } : {}),
    }
    const send = (): void => {
      this.publish('result', result)
      if (has('answer-twice')) this.publish('result', result)
      if (has('answer-twice-differently')) this.publish('result', { ...result, output: `${answer.output} (again)` })
    }
    if (has('answer-late')) setTimeout(send, this.settings.lateByMs ?? 1000)
    else send()
  }

  private beat(): void {
    for (
      ;
      this.nextHeartbeatMs <= Date.now();
      this.nextHeartbeatMs += (this.settings.heartbeatIntervalS ?? 30) * 1000
    ) {
      const dueMs = this.nextHeartbeatMs
      const bootedS = Date.now() / 1000 - uptime()
      const isEpoch = this.settings.uptime === 'boot-epoch'
      const used = Math.round((totalmem() - freemem()) / MEGABYTE)
      const total = Math.round(totalmem() / MEGABYTE)
      this.publish('heartbeat', {
        timestamp: timestampOf(dueMs, this.settings.timestamps),
        uptime: isEpoch ? Math.round(bootedS) : Math.round(dueMs / 1000 - bootedS),
        memory_usage: { total, used, percentage: Math.round((used / total) * 1000) / 10 },
        cpu_temperature: cpuTemperature(),
      })
    }
  }

  private publish(kind: 'status' | 'heartbeat' | 'result', fields: Record<string, unknown>): void {
    const timestamp = timestampOf(Date.now(), this.settings.timestamps)
    const payload = JSON.stringify({ device_id: this.settings.id, timestamp, ...fields })
    this.client.publish(this.topic(kind), payload, { qos: 0, retain: false })
  }

  private topic(kind: string): string {
    return `device/${this.settings.id}/${kind}`
  }
}

function parsed(payload: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(payload.toString())
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Reads degrees Celsius; 0 without a sensor, as the executor in the field sends it. */
function cpuTemperature(): number {
  try {
    return Number(readFileSync('/sys/class/thermal/thermal_zone0/temp', 'utf8')) / 1000
  } catch {
    return 0
  }
}

function readSettings(argument: string | undefined): ExecutorSettings {
  try {
    const settings = JSON.parse(argument ?? '') as ExecutorSettings
    const error = settingsError(settings)
    if (error === undefined) return settings
    throw new SetupError(error)
  } catch (error) {
    if (error instanceof SetupError) throw error
    throw new SetupError('The executor takes one argument: its settings as JSON, see executor-options.ts.')
  }
}

async function connect(settings: ExecutorSettings, password: string): Promise<MqttClient> {
  const options: IClientOptions = {
    protocolVersion: 4,
    clean: true,
    clientId: `executor-${randomUUID()}`,
    keepalive: settings.keepaliveS ?? 60,
    queueQoSZero: false,
    reconnectPeriod: 1000,
    ...(settings.username === undefined ? {} : { username: settings.username, password }),
    ...(settings.caFile === undefined ? {} : { ca: readFileSync(settings.caFile) }),
  }
  const scheme = settings.caFile === undefined ? 'mqtt' : 'mqtts'
  try {
    // No retries, because a refused login or certificate ends the process with its reason.
    return await connectAsync(`${scheme}://${settings.host}:${settings.port}`, options, false)
  } catch (error) {
    throw new SetupError(`${settings.id}: ${(error as Error).message}`)
  }
}

await runScript(async ([argument]) => {
  const settings = readSettings(argument)
  const client = await connect(settings, readFileSync(0, 'utf8'))
  client.on('error', (error) => say(`${settings.id}: ${error.message}`))
  await new Executor(settings, client).start()
  process.stdout.write('ready\n')
  // The client reconnects for ever, because a device runs until it is killed.
  await new Promise<void>((resolve) => client.once('end', () => resolve()))
  return 0
})
