import type { MqttClient } from 'mqtt'

const LINES = 3
/** Between two lines of the slowest half. */
const SLOW_MS = 1_500
const FAST_MS = 50

/** Devices that stream what they print, by id. */
interface Streamers {
  /** How often each ran a command. */
  readonly ran: ReadonlyMap<string, number>
  /** Those that sent a result. */
  readonly answered: ReadonlySet<string>
  /** True while they get commands. */
  isListening(): boolean
}

/** Starts devices of any id on one connection; those with an odd number at the end are slow. They come back as executors do. */
export async function startStreamers(client: MqttClient): Promise<Streamers> {
  const ran = new Map<string, number>()
  const answered = new Set<string>()
  client.on('message', (topic, payload) => {
    const { command_id } = JSON.parse(payload.toString()) as { readonly command_id: string }
    const id = topic.split('/')[1] ?? ''
    ran.set(id, (ran.get(id) ?? 0) + 1)
    void answer(id, command_id)
  })
  const say = (id: string, leaf: string, value: object) =>
    client.publish(`device/${id}/${leaf}`, JSON.stringify(value), { qos: 1 })
  const answer = async (id: string, command_id: string): Promise<void> => {
    const pauseMs = Number(/\d+$/.exec(id)?.[0] ?? 0) % 2 === 1 ? SLOW_MS : FAST_MS
    say(id, 'ack', { command_id, state: 'running' })
    const lines: string[] = []
    for (let seq = 0; seq < LINES; seq += 1) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      lines.push(`line ${seq}\n`)
      say(id, 'output', { command_id, seq, stream: 'stdout', data: `line ${seq}\n`, final: seq === LINES - 1 })
    }
    answered.add(id)
    say(id, 'result', { device_id: id, command_id, success: true, output: lines.join('') })
  }
  let isListening = false
  const listen = async (): Promise<void> => {
    await client.subscribeAsync('device/+/command', { qos: 1 })
    isListening = client.connected
  }
  client.on('close', () => {
    isListening = false
  })
  client.on('connect', () => void listen().catch(() => undefined))
  await listen()
  return { ran, answered, isListening: () => isListening }
}
