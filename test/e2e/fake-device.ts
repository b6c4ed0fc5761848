import { type MqttObserver, observe } from '../support/mqtt-observer.ts'

interface Received {
  readonly commandId: string
  readonly command: string
}

/** A device that a test speaks for: it answers commands with whatever the test gives it. */
export interface FakeDevice {
  readonly observer: MqttObserver
  /** Commands that reached it. */
  received(): readonly Received[]
  /** Answers the command number `count` (from 1), once it has come. */
  answer(count: number, output: string, isSuccess?: boolean): Promise<void>
  stop(): Promise<void>
}

/** Comes online on the broker and beats once. */
export async function startFakeDevice(broker: { host: string; port: number }, id: string): Promise<FakeDevice> {
  const observer = await observe({ host: broker.host, port: broker.port, filter: `device/${id}/command` })
  const isRetained = { qos: 1, retain: true } as const
  const status = { device_id: id, status: 'online', timestamp: Date.now() / 1000 }
  await observer.client.publishAsync(`device/${id}/status`, JSON.stringify(status), isRetained)
  await observer.publish(`device/${id}/heartbeat`, { device_id: id, timestamp: Date.now() / 1000, uptime: 5000 })
  const received = (): Received[] =>
    observer.messages.map(({ json }) => ({ commandId: String(json?.command_id), command: String(json?.command) }))
  return {
    observer,
    received,
    answer: async (count, output, isSuccess = true) => {
      await observer.waitForCount(`device/${id}/command`, count)
      const command = received()[count - 1]
      const payload = { device_id: id, command_id: command?.commandId, success: isSuccess, output }
      await observer.publish(`device/${id}/result`, { ...payload, timestamp: Date.now() / 1000 })
    },
    stop: () => observer.stop(),
  }
}
