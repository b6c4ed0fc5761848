import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt'

/** A message as seen by an observer; `json` is undefined for another payload. */
export interface ObservedMessage {
  readonly topic: string
  readonly payload: Buffer
  readonly json: Readonly<Record<string, unknown>> | undefined
  readonly isRetained: boolean
  readonly receivedMs: number
}

export interface ObserverOptions {
  readonly host: string
  readonly port: number
  readonly username?: string
  readonly password?: string
  /** PEM; turns TLS on. */
  readonly ca?: string
  /** Topic filter; `device/#` unless given. */
  readonly filter?: string
}

/** A second client on the broker, for tests: receives messages and can publish. */
export interface MqttObserver {
  readonly client: MqttClient
  readonly messages: readonly ObservedMessage[]
  /** Resolves with the first message, past or future, that fits. */
  waitFor(isWanted: (message: ObservedMessage) => boolean): Promise<ObservedMessage>
  /** Resolves when this many messages have come on the topic, with them. */
  waitForCount(topic: string, count: number): Promise<readonly ObservedMessage[]>
  publish(topic: string, value: unknown): Promise<void>
  stop(): Promise<void>
}

/** Connects and subscribes; misses nothing that is published after it resolves. */
export async function observe(options: ObserverOptions): Promise<MqttObserver> {
  const { host, port, username, password, ca, filter = 'device/#' } = options
  const settings: IClientOptions = {
    protocolVersion: 4,
    reconnectPeriod: 0,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(ca === undefined ? {} : { ca }),
  }
  const client = await connectAsync(`${ca === undefined ? 'mqtt' : 'mqtts'}://${host}:${port}`, settings, false)
  const messages: ObservedMessage[] = []
  const waiting = new Set<() => void>()
  client.on('message', (topic, payload, packet) => {
    messages.push({ topic, payload, json: parsed(payload), isRetained: packet.retain, receivedMs: Date.now() })
    for (const check of waiting) check()
  })
  await client.subscribeAsync(filter, { qos: 1 })

  function until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = look()
        if (found === undefined) return
        waiting.delete(check)
        resolve(found)
      }
      waiting.add(check)
      check()
    })
  }

  return {
    client,
    messages,
    waitFor: (isWanted) => until(() => messages.find(isWanted)),
    waitForCount: (topic, count) =>
      until(() => {
        const found = messages.filter((message) => message.topic === topic)
        return found.length >= count ? found : undefined
      }),
    publish: async (topic, value) => {
      await client.publishAsync(topic, typeof value === 'string' ? value : JSON.stringify(value), { qos: 1 })
    },
    stop: () => client.endAsync(),
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
