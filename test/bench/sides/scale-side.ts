import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { DeviceQuery } from '../../../preload/contract/models/devices/device.ts'
import { loadDeviceId } from '../../support/load/load-generator.ts'
import { order, tell } from './child.ts'
import { openSite, SITE } from './site.ts'

export interface ScaleOrder {
  readonly devices: number
  readonly updatesPerS: number
  readonly queries: number
}
export interface ScaleReport {
  readonly bytesPerDevice: number
  readonly queryMs: readonly number[]
  /** The same in processor time of this process. */
  readonly queryCpuMs: readonly number[]
  /** First answer for a new order and filter. */
  readonly firstMs: Readonly<Record<string, number>>
}

const TICK_MS = 100
const BATCH = 10_000

const { devices: count, updatesPerS, queries } = order<ScaleOrder>()
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const before = memory()
const { devices, ingest, close } = openSite()
devices.registry.connected(SITE)
let sent = 0
await inBatches(3 * count, heartbeat)
await inBatches(count, (index) => {
  const status = { status: 'online', hostname: `host-${index}`, ip_address: `10.0.${index >> 8}.${index & 255}` }
  take(`device/${loadDeviceId(index)}/status`, JSON.stringify(status))
})
const bytesPerDevice = (memory() - before) / count
const firstMs = {
  id: timed(() => ask({ sort: { by: 'id', isDescending: false } })),
  temperature: timed(() => ask({ sort: { by: 'cpuTemperatureC', isDescending: true } })),
  host: timed(() => ask({ sort: { by: 'host', isDescending: false } })),
  filter: timed(() => ask({})),
}
tell('report', { bytesPerDevice, ...(await queryUnderLoad()), firstMs } satisfies ScaleReport)
close()
process.exit(0)

/** Sends messages at the pace of a network: within the budget of a tenth of a second. */
async function inBatches(total: number, act: (index: number) => void): Promise<void> {
  for (let index = 0; index < total; index += 1) {
    if (index % BATCH === BATCH - 1) await new Promise((resolve) => setTimeout(resolve, TICK_MS + 20))
    act(index)
  }
}

function memory(): number {
  for (let round = 0; round < 3; round += 1) collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function queryUnderLoad(): Promise<{ queryMs: number[]; queryCpuMs: number[] }> {
  const times: number[] = []
  const cpu: number[] = []
  const startedAt = performance.now()
  let updates = 0
  while (times.length < queries) {
    await new Promise((resolve) => setTimeout(resolve, TICK_MS))
    const due = Math.floor(((performance.now() - startedAt) / 1000) * updatesPerS) - updates
    for (let index = 0; index < due; index += 1) heartbeat()
    updates += due
    const before = process.threadCpuUsage()
    times.push(timed(() => ask({ offset: (times.length * 997) % 20_000 })))
    const { user, system } = process.threadCpuUsage(before)
    cpu.push((user + system) / 1000)
  }
  return { queryMs: times, queryCpuMs: cpu }
}

function ask(change: Partial<DeviceQuery>): void {
  const { rows } = devices.registry.queries.window(SITE, {
    text: '',
    filter: 'temp>45 mem<80',
    presence: [],
    sort: { by: 'cpuTemperatureC', isDescending: true },
    offset: 0,
    limit: 50,
    ...change,
  })
  if (rows.length !== 50) throw new Error(`${rows.length} rows`)
}

function timed(act: () => void): number {
  const startedAt = performance.now()
  act()
  return performance.now() - startedAt
}

function heartbeat(): void {
  const deviceId = loadDeviceId(sent % count)
  const percentage = 20 + ((sent * 13) % 70)
  const body = {
    device_id: deviceId,
    timestamp: Date.now() / 1000,
    uptime: 1000 + sent,
    memory_usage: { total: 1024, used: 300, percentage },
    cpu_temperature: 40 + ((sent * 7) % 300) / 10,
  }
  take(`device/${deviceId}/heartbeat`, JSON.stringify(body))
  sent += 1
}

function take(topic: string, payload: string): void {
  const message = {
    connectionId: SITE,
    topic,
    payload: Buffer.from(payload),
    isRetained: false,
    receivedAt: Date.now(),
  }
  if (ingest.handle(message) === 'waiting') throw new Error('over budget')
}
