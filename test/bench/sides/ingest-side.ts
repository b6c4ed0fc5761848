import { connectAsync } from 'mqtt'
import { requestsFor } from '../../../main/broker/connection/filter-requests.ts'
import { DEVICE_FILTERS } from '../../../main/broker/session/device-filters.ts'
import { order, tell } from './child.ts'
import { connectTo, openSite, SITE } from './site.ts'

/** Order for one side of `ingest`, which handles a number of messages and reports the cost. */
export interface IngestOrder {
  readonly side: 'bare' | 'waypost'
  readonly port: number
  readonly total: number
}
export interface IngestReport {
  readonly cpuMs: number
  readonly wallMs: number
  readonly received: number
  readonly dropped: number
  readonly devices: number
}

const { side, port, total } = order<IngestOrder>()
tell('report', await (side === 'bare' ? bare() : waypost()))
process.exit(0)

/** Measures the time from the first message to the last, and the processor time meanwhile. */
function stopwatch() {
  let received = 0
  let startedAt = 0
  let endedAt = 0
  let cpu = process.cpuUsage()
  let finish: () => void = () => {}
  const all = new Promise<void>((resolve) => {
    finish = resolve
  })
  return {
    all,
    count(): void {
      if (received === 0) {
        startedAt = performance.now()
        cpu = process.cpuUsage()
      }
      received += 1
      if (received < total) return
      endedAt = performance.now()
      finish()
    },
    report(dropped: number, devices: number): IngestReport {
      const { user, system } = process.cpuUsage(cpu)
      return { cpuMs: (user + system) / 1000, wallMs: endedAt - startedAt, received, dropped, devices }
    },
  }
}

async function bare(): Promise<IngestReport> {
  const watch = stopwatch()
  const ids = new Set<string>()
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: 5, reconnectPeriod: 0 })
  client.on('message', (_topic, payload) => {
    const message = JSON.parse(payload.toString()) as { device_id: string }
    ids.add(message.device_id)
    watch.count()
  })
  await client.subscribeAsync(
    Object.fromEntries(requestsFor(DEVICE_FILTERS, false).map(({ filter, qos }) => [filter, { qos }])),
  )
  tell('ready')
  await watch.all
  return watch.report(0, ids.size)
}

/** Waits until the last record is on disk, because that is part of the path. */
async function waypost(): Promise<IngestReport> {
  const watch = stopwatch()
  const { devices, ingest, close } = openSite()
  const connection = await connectTo(port)
  devices.registry.connected(SITE)
  connection.onMessage((message) => {
    ingest.handle(message)
    watch.count()
  })
  tell('ready')
  await watch.all
  await new Promise((resolve) => setTimeout(resolve, 150))
  const dropped = Object.values(ingest.traffic().dropped).reduce((sum, count) => sum + count, 0)
  const known = devices.registry.queries.counts(SITE).total
  await connection.disconnect()
  close()
  return watch.report(dropped, known)
}
