import { randomUUID } from 'node:crypto'
import { connectAsync } from 'mqtt'
import { loadDeviceId } from '../../support/load-generator.ts'
import { order, tell } from './child.ts'
import { openConsole } from './fleet-console.ts'
import { SITE } from './site.ts'

export interface RoundtripOrder {
  readonly port: number
  readonly rounds: number
  readonly commandsARound: number
}
/** Ms of each command, by round; `audit` is part of `waypost`. */
export interface RoundtripReport {
  readonly bare: readonly (readonly number[])[]
  readonly waypost: readonly (readonly number[])[]
  readonly audit: readonly (readonly number[])[]
}

const DEVICE = loadDeviceId(1)

const { port, rounds, commandsARound } = order<RoundtripOrder>()
const site = await openConsole(port, () => {})
const message = { connectionId: SITE, topic: `device/${DEVICE}/heartbeat`, isRetained: false, receivedAt: Date.now() }
site.devices.ingest.handle({ ...message, payload: Buffer.from(JSON.stringify({ device_id: DEVICE, uptime: 10 })) })
const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 5, reconnectPeriod: 0 })
// Ours does it too; with Nagle's delays of 40 ms everything looks alike.
if ('setNoDelay' in client.stream && typeof client.stream.setNoDelay === 'function') client.stream.setNoDelay(true)
await client.subscribeAsync('device/+/result', { qos: 1 })

const report = { bare: [] as number[][], waypost: [] as number[][], audit: [] as number[][] }
await bareRound()
await waypostRound()
for (let round = 0; round < rounds; round += 1) {
  report.bare.push(await bareRound())
  const { total, audit } = await waypostRound()
  report.waypost.push(total)
  report.audit.push(audit)
}
tell('report', report)
await client.endAsync()
await site.close()
process.exit(0)

async function bareRound(): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < commandsARound; index += 1) {
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
    times.push(performance.now() - startedAt)
  }
  return times
}

async function waypostRound(): Promise<{ total: number[]; audit: number[] }> {
  const total: number[] = []
  const audit: number[] = []
  for (let index = 0; index < commandsARound; index += 1) {
    const turn = site.console.type([DEVICE], 'uptime', 30)
    const answered = new Promise<void>((resolve) => site.onResult(() => resolve()))
    const startedAt = performance.now()
    await site.console.approve(turn.proposal?.id ?? '', null)
    await answered
    total.push(performance.now() - startedAt)
    audit.push(site.timing.auditMs)
  }
  return { total, audit }
}
