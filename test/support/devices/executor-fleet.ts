import { randomUUID } from 'node:crypto'
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt'
import { timestampOf } from './executor-options.ts'

/**
 * What a device does with a command: `late` answers after the timeout, `lying` with another device's id, `vanishing`
 * disconnects and is not heard again, `claimingSuccess` says success of a program that is not there, `repeating` answers
 * 1,000 times.
 */
export type FleetBehaviour =
  | 'normal'
  | 'slow'
  | 'late'
  | 'lying'
  | 'silent'
  | 'failing'
  | 'vanishing'
  | 'claimingSuccess'
  | 'repeating'

export interface FleetOptions {
  readonly host: string
  readonly port: number
  readonly username?: string
  readonly password?: string
  readonly devices: number
  /** Id of the device at an index, from 0; `fleet_00000` unless given. */
  readonly idOf?: (index: number) => string
  readonly behaviourOf?: (index: number) => FleetBehaviour
  /** Output of a device. */
  readonly answer: (index: number, command: string) => string
  /** True: all devices on one connection. False: one each, with a Last Will. */
  readonly shareConnection: boolean
  /** 30 unless given, as in the field. */
  readonly heartbeatIntervalS?: number
  readonly slowMs?: number
  /** Delay of a late answer after the command's timeout. */
  readonly lateByMs?: number
}

export interface ExecutorFleet {
  readonly ids: readonly string[]
  /** Commands that came so far, by device. */
  readonly received: ReadonlyMap<string, number>
  stop(): Promise<void>
}

interface FleetDevice {
  readonly index: number
  readonly id: string
  readonly behaviour: FleetBehaviour
  readonly client: MqttClient
  isGone: boolean
}

const REPEATS = 1_000
const SLOW_MS = 500
const LATE_BY_MS = 1_000
/** Connections opened at a time, because a broker's listen queue is short. */
const CONNECTING = 50

/** Starts devices that announce themselves like the executor in the field; resolves once all listen and are online. */
export async function startFleet(options: FleetOptions): Promise<ExecutorFleet> {
  const fleet = new Fleet(options)
  await fleet.start()
  return fleet
}

class Fleet implements ExecutorFleet {
  readonly #options: FleetOptions
  readonly #devices = new Map<string, FleetDevice>()
  readonly #clients: MqttClient[] = []
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #received = new Map<string, number>()

  constructor(options: FleetOptions) {
    this.#options = options
  }

  get ids(): readonly string[] {
    return [...this.#devices.keys()]
  }

  get received(): ReadonlyMap<string, number> {
    return this.#received
  }

  async start(): Promise<void> {
    const { devices, heartbeatIntervalS = 30, shareConnection } = this.#options
    const indices = Array.from({ length: devices }, (_, index) => index)
    if (shareConnection) {
      const client = await this.#connect(null)
      for (const index of indices) this.#add(index, client)
      await client.subscribeAsync('device/+/command', { qos: 1 })
    } else {
      for (let from = 0; from < devices; from += CONNECTING) {
        await Promise.all(indices.slice(from, from + CONNECTING).map((index) => this.#startAlone(index)))
      }
    }
    await Promise.all([...this.#devices.values()].map((device) => this.#announce(device)))
    this.#every(heartbeatIntervalS * 1000, () => {
      for (const device of this.#devices.values()) if (!device.isGone) void this.#beat(device)
    })
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    await Promise.all(this.#clients.filter(({ connected }) => connected).map((client) => client.endAsync()))
  }

  async #startAlone(index: number): Promise<void> {
    const id = this.#idOf(index)
    const client = await this.#connect(id)
    this.#add(index, client)
    await client.subscribeAsync(`device/${id}/command`, { qos: 0 })
  }

  #add(index: number, client: MqttClient): void {
    const id = this.#idOf(index)
    const behaviour = this.#options.behaviourOf?.(index) ?? 'normal'
    this.#devices.set(id, { index, id, behaviour, client, isGone: false })
  }

  #idOf(index: number): string {
    return this.#options.idOf?.(index) ?? `fleet_${String(index).padStart(5, '0')}`
  }

  async #connect(willOf: string | null): Promise<MqttClient> {
    const { host, port, username, password } = this.#options
    const will = { device_id: willOf, status: 'offline', last_will: true }
    const settings: IClientOptions = {
      protocolVersion: 4,
      clean: true,
      clientId: `fleet-${randomUUID()}`,
      reconnectPeriod: 0,
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
      ...(willOf === null
        ? {}
        : {
            will: {
              topic: `device/${willOf}/status`,
              payload: Buffer.from(JSON.stringify(will)),
              qos: 0,
              retain: false,
            },
          }),
    }
    const client = await connectAsync(`mqtt://${host}:${port}`, settings, false)
    client.setMaxListeners(0)
    // A device that vanishes ends its own connection.
    client.on('error', () => undefined)
    client.on('message', (topic, payload) => this.#receive(topic, payload))
    this.#clients.push(client)
    return client
  }

  async #announce(device: FleetDevice): Promise<void> {
    await this.#publish(device, 'status', { status: 'online' })
    await this.#beat(device)
  }

  #beat(device: FleetDevice): Promise<void> {
    const memory = 200 + (device.index % 700)
    return this.#publish(device, 'heartbeat', {
      uptime: 100_000 + device.index,
      memory_usage: { total: 1024, used: memory, percentage: Math.round(memory / 10.24) },
      cpu_temperature: 40 + (device.index % 30),
    })
  }

  #receive(topic: string, payload: Buffer): void {
    const device = this.#devices.get(topic.split('/')[1] ?? '')
    if (device === undefined || device.isGone) return
    const {
      command_id: commandId,
      command,
      timeout,
    } = JSON.parse(payload.toString()) as {
      readonly command_id: string
      readonly command: string
      readonly timeout: number
    }
    this.#received.set(device.id, (this.#received.get(device.id) ?? 0) + 1)
    const output = this.#options.answer(device.index, command)
    const answer = { command_id: commandId, success: true, output }
    const send = (fields: object = {}) => void this.#publish(device, 'result', { ...answer, ...fields })
    const { slowMs = SLOW_MS, lateByMs = LATE_BY_MS } = this.#options
    const act: Readonly<Record<FleetBehaviour, () => void>> = {
      normal: send,
      slow: () => this.#later(slowMs, send),
      late: () => this.#later(timeout * 1000 + lateByMs, send),
      lying: () => send({ device_id: `${device.id}-other` }),
      silent: () => undefined,
      failing: () => send({ success: false, exit_code: 1, error: output === '' ? 'failed\n' : output, output: '' }),
      vanishing: () => this.#vanish(device),
      claimingSuccess: () => send({ output: '', error: `sh: 1: ${command.split(' ')[0]}: not found` }),
      repeating: () => {
        for (let count = 0; count < REPEATS; count += 1) send()
      },
    }
    act[device.behaviour]()
  }

  /** Ends without a DISCONNECT, so that the broker says the Last Will; on a shared connection it only falls silent. */
  #vanish(device: FleetDevice): void {
    device.isGone = true
    if (!this.#options.shareConnection) device.client.stream.destroy()
  }

  async #publish(device: FleetDevice, kind: 'status' | 'heartbeat' | 'result', fields: object): Promise<void> {
    if (!device.client.connected) return
    const payload = { device_id: device.id, timestamp: timestampOf(Date.now()), ...fields }
    await device.client.publishAsync(`device/${device.id}/${kind}`, JSON.stringify(payload), { qos: 0 })
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      act()
    }, ms)
    this.#timers.add(timer)
  }

  #every(ms: number, act: () => void): void {
    this.#timers.add(setInterval(act, ms))
  }
}
