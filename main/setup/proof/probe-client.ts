import { connect as connectPlain, isIP, type Socket } from 'node:net'
import tls from 'node:tls'
import type { IClientOptions, MqttClient } from 'mqtt'

/** How one probe connects to the shadow broker. */
export interface ProbeAccess {
  readonly port: number
  readonly username?: string
  readonly password?: string
  /** PEM; turns TLS on. The certificate is checked for `serverName`, as the address here is loopback. */
  readonly ca?: string
  readonly serverName?: string
  readonly cert?: string
  readonly key?: string
}

const TIMEOUT_MS = 5_000

/** A client for probes, MQTT 5: there a refused publish has a reason code. */
export class ProbeClient {
  readonly #client: MqttClient
  readonly #seen: { topic: string; payload: string }[] = []
  readonly #waiting = new Set<() => void>()

  private constructor(client: MqttClient) {
    this.#client = client
    // After a broken connection the next step fails; the event alone must not end the process.
    client.on('error', () => undefined)
    client.on('message', (topic, payload) => {
      this.#seen.push({ topic, payload: payload.toString() })
      for (const look of this.#waiting) look()
    })
  }

  /** Rejects with the broker's reason or the socket's. */
  static async connect(access: ProbeAccess): Promise<ProbeClient> {
    const { MqttClient } = await import('mqtt')
    const { username, password } = access
    const options: IClientOptions = {
      protocolVersion: 5,
      clientId: `waypost-probe-${crypto.randomUUID()}`,
      clean: true,
      reconnectPeriod: 0,
      connectTimeout: TIMEOUT_MS,
      // mqtt.js would hand packets, passwords included, to `debug`.
      log: () => {},
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
    }
    const client = new MqttClient(() => openSocket(access), options)
    const probe = new ProbeClient(client)
    try {
      await new Promise<void>((resolve, reject) => {
        client.once('connect', () => resolve())
        client.once('error', reject)
        client.once('close', () => reject(new Error('the broker closed the connection')))
      })
      return probe
    } catch (error) {
      client.end(true)
      throw error
    }
  }

  subscribe(filter: string): Promise<unknown> {
    return this.#client.subscribeAsync(filter, { qos: 1 })
  }

  /** QoS 1: the reason code of a refusal, or null. */
  async publish(topic: string, payload: string): Promise<number | null> {
    try {
      await this.#client.publishAsync(topic, payload, { qos: 1 })
      return null
    } catch (error) {
      return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : 0x80
    }
  }

  /** Resolves with the payload of the first message on a topic, past or future; null when none came in time. */
  until(topic: string, timeoutMs = TIMEOUT_MS): Promise<string | null> {
    return new Promise((resolve) => {
      const settle = (payload: string | null) => {
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve(payload)
      }
      const look = () => {
        const found = this.#seen.find((message) => message.topic === topic)
        if (found) settle(found.payload)
      }
      const timer = setTimeout(() => settle(null), timeoutMs)
      this.#waiting.add(look)
      look()
    })
  }

  hasSeen(topic: string): boolean {
    return this.#seen.some((message) => message.topic === topic)
  }

  async close(): Promise<void> {
    await this.#client.endAsync(true)
  }
}

function openSocket({ port, ca, serverName = '', cert, key }: ProbeAccess): Socket {
  if (ca === undefined) return connectPlain({ host: '127.0.0.1', port })
  return tls.connect({
    host: '127.0.0.1',
    port,
    ca,
    rejectUnauthorized: true,
    ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
    checkServerIdentity: (_host, certificate) => tls.checkServerIdentity(serverName, certificate),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
  })
}
