import { atMost, type Benchmark, median, percentile, shown } from './report.ts'
import { startSide } from './sides/child.ts'
import type { ScaleOrder, ScaleReport } from './sides/scale-side.ts'

const DEVICES = 100_000
const UPDATES_PER_S = 5_000
const QUERIES = 200
const ROUNDS = 5

/** Measures a registry of 100,000 devices: its memory, and a window of its list while it changes. */
export const scale: Benchmark = {
  name: 'scale',
  run: async () => {
    const reports: ScaleReport[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const order: ScaleOrder = { devices: DEVICES, updatesPerS: UPDATES_PER_S, queries: QUERIES }
      reports.push(await (await startSide<ScaleReport>('scale-side', order)).report)
    }
    const kilobytes = median(reports.map(({ bytesPerDevice }) => bytesPerDevice / 1000))
    const p95 = median(reports.map(({ queryMs }) => percentile(queryMs, 95)))
    const cpu95 = median(reports.map(({ queryCpuMs }) => percentile(queryCpuMs, 95)))
    const p50 = median(reports.map(({ queryMs }) => percentile(queryMs, 50)))
    const first = (name: string) => median(reports.map(({ firstMs }) => firstMs[name] ?? Number.NaN))
    return [
      atMost(
        'scale memory',
        kilobytes,
        1.5,
        'kB a device',
        `heap and buffers of ${DEVICES} devices with host name, address and three heartbeats each; median of ${ROUNDS}`,
      ),
      atMost(
        'scale query',
        p95,
        5,
        'ms p95',
        `filter temp>45 mem<80, sorted by temperature, 50 rows, ${QUERIES} times at ${UPDATES_PER_S} updates a second; median ${p50.toFixed(2)} ms; processor time alone ${cpu95.toFixed(2)} ms p95`,
      ),
      shown(
        'scale first query',
        first('temperature'),
        'ms',
        `a list not asked for before, by temperature; by id ${first('id').toFixed(0)}, by host ${first('host').toFixed(0)}, again ${first('filter').toFixed(2)} ms`,
      ),
    ]
  },
}
