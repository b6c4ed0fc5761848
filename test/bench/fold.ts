import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startEcho } from '../support/load/load-generator.ts'
import { atMost, type Benchmark, median, type Row, shown } from './report.ts'
import { startSide } from './sides/child.ts'
import type { FoldOrder, FoldReport } from './sides/fold-side.ts'

interface Case {
  readonly name: string
  readonly devices: number
  readonly outputBytes: number
  readonly rounds: number
  readonly viewMs: number
}

const CASES: readonly Case[] = [
  { name: '1,000 × 4 KB', devices: 1_000, outputBytes: 4_096, rounds: 5, viewMs: 200 },
  { name: '10,000 × 1 KB', devices: 10_000, outputBytes: 1_024, rounds: 1, viewMs: 1_000 },
]
const VARIANTS = 5
const LONGEST_MS = 50
const SIMILAR_MS = 100

/** Measures a run whose answers are folded while they come in, as the window asks for them. */
export const fold: Benchmark = {
  name: 'fold',
  run: async () => {
    const rows: Row[] = []
    for (const one of CASES) rows.push(...(await measure(one)))
    return rows
  },
}

async function measure({ name, devices, outputBytes, rounds, viewMs }: Case): Promise<readonly Row[]> {
  const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'max_queued_messages 0' })
  const echo = await startEcho({ host: broker.host, port: broker.port, outputBytes, variants: VARIANTS })
  try {
    const order: FoldOrder = { port: broker.port, devices, rounds }
    const report = await (await startSide<FoldReport>('fold-side', order, ['--expose-gc'])).report
    const of = `${name} in ${VARIANTS} variants, medians of ${rounds}`
    return [
      atMost(`fold view ${name}`, median(report.viewMs), viewMs, 'ms', `last result to the groups of all; ${of}`),
      atMost(
        `fold longest ${name}`,
        median(report.foldingMs),
        LONGEST_MS,
        'ms',
        `longest stretch of main while it folds, finds values, searches and sums up after the last result; ${of}`,
      ),
      shown(`fold main ${name}`, median(report.blockedMs), 'ms', `longest stretch of main in the whole run; ${of}`),
      atMost(
        `fold similar ${name}`,
        median(report.similarMs),
        devices === 1_000 ? SIMILAR_MS : viewMs,
        'ms',
        `other answers on each device regrouped by masks in the thread; ${of}`,
      ),
      shown(`fold sent ${name}`, median(report.sentKb), 'KB', `handed to the window as events in a run; ${of}`),
      shown(`fold memory ${name}`, report.heldMib, 'MiB', 'held more after the last round than before the first'),
    ]
  } finally {
    await echo.stop()
    await broker.stop()
  }
}
