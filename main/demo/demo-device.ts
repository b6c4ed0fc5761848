import type { MqttClient } from 'mqtt'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import { commandPayload, type DemoCommand, DemoMessages } from './demo-messages.ts'
import type { SimulatedMachine } from './machine.ts'
import { runShell, type ShellResult } from './shell.ts'

/**
 * `modern` announces the capabilities of main/devices/wire/README.md, section 4; `legacy` behaves like the executor in
 * the field.
 */
export type DemoDialect = 'modern' | 'legacy'

export interface DemoDeviceOptions {
  readonly machine: SimulatedMachine
  readonly dialect: DemoDialect
  readonly port: number
  readonly password: string
  readonly now: Clock
  readonly log: Log
  readonly heartbeatMs?: number
  /** Time away for a reboot. */
  readonly rebootMs?: number
}

const HEARTBEAT_MS = 2_000
const REBOOT_MS = 8_000
const MAX_STORED_RESULTS = 50
/** Longest duration of a simulated command, because a demo must not wait longer. */
const MAX_DURATION_MS = 20_000

/** One simulated device on MQTT: a client like any other, over TCP, whose commands run on a SimulatedMachine. */
export class DemoDevice {
  readonly #options: Required<DemoDeviceOptions>
  readonly #messages: DemoMessages
  readonly #answered = new Map<string, string>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #client: MqttClient | null = null
  #queue: Promise<void> = Promise.resolve()
  #heartbeat: NodeJS.Timeout | undefined
  #isBusy = false
  #isStopped = false

  constructor(options: DemoDeviceOptions) {
    this.#options = { heartbeatMs: HEARTBEAT_MS, rebootMs: REBOOT_MS, ...options }
    this.#messages = new DemoMessages(options.machine, options.dialect)
  }

  /** Resolves once it is connected, subscribed and has reported. */
  async start(): Promise<void> {
    const { connect } = await import('mqtt')
    const { machine, port, password, dialect, now } = this.#options
    const { deviceId } = machine.facts
    const will = this.#messages.status('offline', now(), true)
    const isModern = dialect === 'modern'
    const client = connect({
      protocol: 'mqtt',
      host: '127.0.0.1',
      port,
      clientId: deviceId,
      username: deviceId,
      password,
      protocolVersion: 4,
      keepalive: 60,
      clean: true,
      queueQoSZero: false,
      reconnectPeriod: 1_000,
      timerVariant: 'native',
      log: () => {},
      ...(isModern ? { will: { topic: this.#topic('status'), payload: will, qos: 1, retain: true } } : {}),
    })
    this.#client = client
    client.on('error', (error) => this.#options.log.warn('demo device', { deviceId, reason: error.message }))
    client.on('message', (topic, payload) => this.#receive(topic, payload))
    await new Promise<void>((resolve) => {
      client.on('connect', () => {
        client.subscribe([this.#topic('command')], { qos: isModern ? 1 : 0 }, () => {
          this.#announce()
          resolve()
        })
      })
    })
    this.#heartbeat = setInterval(() => this.#report(), this.#options.heartbeatMs)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#heartbeat)
    for (const timer of this.#timers) clearTimeout(timer)
    await this.#client?.endAsync(true)
  }

  #topic(leaf: string): string {
    return `device/${this.#options.machine.facts.deviceId}/${leaf}`
  }

  #send(leaf: string, payload: string, isRetained = false): void {
    const client = this.#client
    if (client === null || !client.connected || this.#isStopped) return
    const isModern = this.#options.dialect === 'modern'
    client.publish(this.#topic(leaf), payload, { qos: isModern ? 1 : 0, retain: isRetained }, () => {})
  }

  #announce(): void {
    const { dialect, now } = this.#options
    const status = this.#messages.status('online', now(), false)
    this.#send('status', status, dialect === 'modern')
    // The executor in the field sends it twice at start.
    if (dialect === 'legacy') this.#send('status', status)
    this.#report()
  }

  #report(): void {
    const { machine, dialect, now } = this.#options
    // The executor's network thread is blocked while a command runs.
    if (dialect === 'legacy' && this.#isBusy) return
    // Repeated, because a status that is not retained reaches no later subscriber.
    if (dialect === 'legacy') this.#send('status', this.#messages.status('online', now(), false))
    this.#send('heartbeat', this.#messages.heartbeat(now()))
    if (machine.facts.kind === 'sensor') this.#send('data', this.#messages.sensorData(now()))
  }

  #receive(topic: string, payload: Buffer): void {
    if (topic !== this.#topic('command')) return
    const command = commandPayload(payload)
    if (command === null) return
    this.#queue = this.#queue
      .then(() => this.#execute(command))
      .catch((error: unknown) => this.#options.log.error('demo device', error))
  }

  async #execute(command: DemoCommand): Promise<void> {
    const { dialect, now, machine } = this.#options
    const isModern = dialect === 'modern'
    const stored = isModern ? this.#answered.get(command.id) : undefined
    if (stored !== undefined) return this.#send('result', stored)
    if (isModern && command.expiresAt !== null && command.expiresAt < now()) {
      return this.#send('ack', this.#messages.ack(command.id, 'rejected', now(), 'expired'))
    }
    if (isModern) {
      this.#send('ack', this.#messages.ack(command.id, 'received', now()))
      this.#send('ack', this.#messages.ack(command.id, 'running', now()))
    }
    this.#isBusy = true
    const startedAt = now()
    const result = runShell(machine, command.line, startedAt)
    const isTimeout = result.durationMs > command.timeoutS * 1000
    const durationMs = Math.min(isTimeout ? command.timeoutS * 1000 : result.durationMs, MAX_DURATION_MS)
    await this.#pause(durationMs)
    this.#isBusy = false
    const answer = this.#messages.result(command, isTimeout ? null : result, { startedAt, durationMs, at: now() })
    this.#remember(command.id, answer)
    this.#send('result', answer)
    if (!isTimeout && result.effect !== null) this.#goAway(result.effect)
  }

  #remember(commandId: string, answer: string): void {
    this.#answered.set(commandId, answer)
    const oldest = this.#answered.keys().next().value
    if (this.#answered.size > MAX_STORED_RESULTS && oldest !== undefined) this.#answered.delete(oldest)
  }

  /** Drops the connection as in a power cut, so that the broker sends the Last Will; returns after a reboot. */
  #goAway(effect: NonNullable<ShellResult['effect']>): void {
    const { machine, now, rebootMs, heartbeatMs } = this.#options
    this.#later(Math.min(500, heartbeatMs), () => {
      const client = this.#client
      if (client === null) return
      client.options.reconnectPeriod = 0
      client.stream.destroy()
      this.#later(rebootMs, () => {
        if (effect === 'shutdown') return
        machine.reboot(now())
        client.options.reconnectPeriod = 1_000
        client.reconnect()
      })
    })
  }

  #pause(durationMs: number): Promise<void> {
    return new Promise((resolve) => this.#later(durationMs, resolve))
  }

  #later(delayMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      run()
    }, delayMs)
    this.#timers.add(timer)
  }
}
