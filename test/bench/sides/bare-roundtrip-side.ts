import { randomUUID } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAsync } from 'mqtt'
import { loadDeviceId } from '../../support/load/load-generator.ts'
import { order, serveTurns } from './child.ts'

export interface RoundtripOrder {
  readonly port: number
  readonly commandsATurn: number
}
/** Ms of each command of a turn. */
export interface BareReport {
  readonly total: readonly number[]
}

const DEVICE = loadDeviceId(1)

const { port, commandsATurn } = order<RoundtripOrder>()
const folder = await mkdtemp(join(tmpdir(), 'waypost-bench-'))
const file = await open(join(folder, 'log'), 'a')
const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 5, reconnectPeriod: 0 })
// As the console does, because Nagle's delays of 40 ms hide every difference.
if ('setNoDelay' in client.stream && typeof client.stream.setNoDelay === 'function') client.stream.setNoDelay(true)
await client.subscribeAsync('device/+/result', { qos: 1 })

serveTurns(
  async (): Promise<BareReport> => {
    const total: number[] = []
    for (let index = 0; index < commandsATurn; index += 1) {
      // Waits for the disk as the console does, because idle processes wake slowly for both sides.
      await file.appendFile(`${randomUUID()}\n`)
      await file.sync()
      total.push(await roundtrip())
    }
    return { total }
  },
  async () => {
    await client.endAsync()
    await file.close()
    await rm(folder, { recursive: true })
  },
)

async function roundtrip(): Promise<number> {
  const commandId = randomUUID()
  const answered = new Promise<void>((resolve) => {
    const onMessage = (_topic: string, payload: Buffer): void => {
      if ((JSON.parse(payload.toString()) as { command_id: string }).command_id !== commandId) return
      client.off('message', onMessage)
      resolve()
    }
    client.on('message', onMessage)
  })
  const startedAt = performance.now()
  const command = { command_id: commandId, command: 'uptime', timeout: 30 }
  client.publish(`device/${DEVICE}/command`, JSON.stringify(command), { qos: 1 })
  await answered
  return performance.now() - startedAt
}
