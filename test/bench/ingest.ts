import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startDistance } from '../support/distance.ts'
import { startLoad } from '../support/load/load-generator.ts'
import { atLeast, atMost, type Benchmark, exactly, median, type Row } from './report.ts'
import { startSide } from './sides/child.ts'
import type { IngestOrder, IngestReport } from './sides/ingest-side.ts'

const MESSAGES = 200_000
const DEVICES = 10_000
const ROUNDS = 5

/** Compares the console's path of a message with bare mqtt.js and JSON.parse, in turn. */
export const ingest: Benchmark = {
  name: 'ingest',
  run: async ({ rttMs }) => {
    const sides = { bare: [] as IngestReport[], waypost: [] as IngestReport[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      sides.bare.push(await takeIn('bare', rttMs))
      sides.waypost.push(await takeIn('waypost', rttMs))
    }
    return rows(sides.bare, sides.waypost)
  },
}

async function takeIn(side: IngestOrder['side'], rttMs: number): Promise<IngestReport> {
  // No limit on its queue, because a lost message must be lost by the console.
  const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'max_queued_messages 0' })
  const distance = rttMs === 0 ? null : await startDistance({ to: broker.port, rttMs })
  try {
    const order: IngestOrder = { side, port: distance?.port ?? broker.port, total: MESSAGES }
    const { report } = await startSide<IngestReport>('ingest-side', order)
    const load = await startLoad({
      host: broker.host,
      port: broker.port,
      devices: DEVICES,
      perS: null,
      total: MESSAGES,
    })
    load.go()
    const result = await report
    await load.stop()
    return result
  } finally {
    await distance?.stop()
    await broker.stop()
  }
}

function rows(bare: readonly IngestReport[], waypost: readonly IngestReport[]): Row[] {
  const cpu = (reports: readonly IngestReport[]) => median(reports.map(({ cpuMs }) => (cpuMs * 1000) / MESSAGES))
  const rate = (reports: readonly IngestReport[]) => median(reports.map(({ wallMs }) => MESSAGES / wallMs))
  const lost = waypost.reduce((sum, { received, dropped }) => sum + (MESSAGES - received) + dropped, 0)
  const known = Math.min(...waypost.map(({ devices }) => devices))
  const compared = `${MESSAGES} heartbeats of ${DEVICES} devices through Mosquitto, medians of ${ROUNDS} rounds in turn`
  return [
    atMost(
      'ingest CPU',
      cpu(waypost) / cpu(bare),
      2,
      '× bare mqtt.js',
      `${compared}: Waypost ${cpu(waypost).toFixed(1)} µs a message until it is on disk, mqtt.js + JSON.parse ${cpu(bare).toFixed(1)} µs`,
    ),
    atLeast(
      'ingest rate',
      rate(waypost) / rate(bare),
      0.5,
      '× bare mqtt.js',
      `${compared}: Waypost ${rate(waypost).toFixed(0)}, mqtt.js ${rate(bare).toFixed(0)} thousand a second`,
    ),
    exactly(
      'ingest lost',
      lost,
      0,
      'messages',
      `lost or dropped in ${ROUNDS} rounds; ${known} of ${DEVICES} devices known`,
    ),
  ]
}
