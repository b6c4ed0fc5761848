import { connectAsync, type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt'

/** How one client of a test connects; a `ca` turns TLS on. */
export interface Access {
  readonly port: number
  readonly host?: string
  readonly username?: string
  readonly password?: string
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  /** 5 unless given: there a refused publish has a reason code. */
  readonly protocolVersion?: 4 | 5
}

const TIMEOUT_MS = 5_000

/** Connects once. Rejects with the broker's reason. */
export function connect({ port, host = '127.0.0.1', ...access }: Access): Promise<MqttClient> {
  const options: IClientOptions = {
    protocolVersion: 5,
    reconnectPeriod: 0,
    connectTimeout: TIMEOUT_MS,
    ...access,
  }
  return connectAsync(`${access.ca === undefined ? 'mqtt' : 'mqtts'}://${host}:${port}`, options, false)
}

/** Why a client cannot connect: the broker's reason code, or the error's own words. */
export async function refusal(access: Access): Promise<string> {
  try {
    const client = await connect(access)
    // With TLS 1.3 a missing client certificate shows only after the handshake seemed to succeed.
    await client.endAsync()
    return 'connected'
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string }
    return typeof code === 'number' ? `0x${code.toString(16)}` : message
  }
}

/** Publishes with QoS 1: `ok`, or the reason code of the refusal. */
export async function publish(client: MqttClient, topic: string, payload = '{}'): Promise<string> {
  try {
    await client.publishAsync(topic, payload, { qos: 1 })
    return 'ok'
  } catch (error) {
    return `0x${Number((error as { code?: number }).code).toString(16)}`
  }
}

/** Subscribes, and collects the topics of all that arrives. */
export async function listen(client: MqttClient, filter: string): Promise<Listener> {
  const packets: IPublishPacket[] = []
  const waiting = new Set<() => void>()
  client.on('message', (_topic, _payload, packet) => {
    packets.push(packet)
    for (const check of waiting) check()
  })
  await client.subscribeAsync(filter, { qos: 1 })
  return {
    topics: () => packets.map(({ topic }) => topic),
    until: (topic) =>
      new Promise((resolve) => {
        const check = () => {
          const found = packets.find((packet) => packet.topic === topic)
          if (found === undefined) return
          waiting.delete(check)
          resolve(found.payload.toString())
        }
        waiting.add(check)
        check()
      }),
  }
}

interface Listener {
  topics(): readonly string[]
  /** Resolves with the payload of the first message on a topic, past or future. */
  until(topic: string): Promise<string>
}
