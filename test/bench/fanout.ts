import { encodePrivateKey, newPrivateKey } from '../../main/agent/keys.ts'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startDistance } from '../support/distance.ts'
import { startEcho } from '../support/load/load-generator.ts'
import { atMost, type Benchmark, median, type Row, shown } from './report.ts'
import { startSide } from './sides/child.ts'
import type { FanoutOrder, FanoutReport } from './sides/fanout-side.ts'

const DEVICES = 1_000
const ROUNDS = 5

/** Publishes that brokers take before they acknowledge one: HiveMQ and RabbitMQ, AWS IoT Core. */
const WINDOWS = [
  { inFlight: 10, limitMs: 3_000 },
  { inFlight: 100, limitMs: 1_500 },
] as const

/** Measures one command to a thousand devices that answer at once with 4 KB in five variants: unsigned and signed, or far. */
export const fanout: Benchmark = {
  name: 'fanout',
  run: async ({ rttMs }) => {
    if (rttMs === 0) {
      // Each command is signed, and each result is signed by its device and checked.
      const keyPem = encodePrivateKey(newPrivateKey())
      return [...(await near('fanout', null)), ...(await near('fanout signed', keyPem))]
    }
    const rows: Row[] = []
    for (const window of WINDOWS) rows.push(...(await far(rttMs, window)))
    return rows
  },
}

async function near(name: string, keyPem: string | null): Promise<readonly Row[]> {
  const { publishedMs, viewMs, lastResultMs, blockedMs, processorMs } = await measure({
    rttMs: 0,
    inFlight: null,
    keyPem,
  })
  const after = `medians of ${ROUNDS}; the last result came ${median(lastResultMs).toFixed(0)} ms after the approval`
  return [
    atMost(
      `${name} published`,
      median(publishedMs),
      1_000,
      'ms',
      `approval to the window's word that all ${DEVICES} commands are out; ${after}`,
    ),
    atMost(
      `${name} view`,
      median(viewMs),
      200,
      'ms',
      `last result to the turn with all ${DEVICES} results handed to the window; ${after}`,
    ),
    shown(`${name} work`, median(processorMs), 'ms', 'processor time of main for all of it'),
    shown(`${name} longest`, median(blockedMs), 'ms', 'longest stretch in which main did nothing else'),
  ]
}

async function far(rttMs: number, { inFlight, limitMs }: (typeof WINDOWS)[number]): Promise<readonly Row[]> {
  const { publishedMs, viewMs, lastResultMs } = await measure({ rttMs, inFlight, keyPem: null })
  const wave = lastResultMs.map((ms, index) => ms + (viewMs[index] ?? 0))
  const out = `all commands out after ${median(publishedMs).toFixed(0)} ms`
  return [
    atMost(
      `fanout at ${rttMs} ms, window ${inFlight}`,
      median(wave),
      limitMs,
      'ms',
      `approval to all ${DEVICES} results handed to the window, medians of ${ROUNDS}; ${out}`,
    ),
  ]
}

interface Way {
  readonly rttMs: number
  readonly inFlight: number | null
  /** Key of the operator and of all devices (PEM); null signs nothing. */
  readonly keyPem: string | null
}

async function measure({ rttMs, inFlight, keyPem }: Way): Promise<FanoutReport> {
  const window = inFlight === null ? [] : [`max_inflight_messages ${inFlight}`]
  const extraConfig = ['max_queued_messages 0', ...window].join('\n')
  const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig })
  const echo = await startEcho({ host: broker.host, port: broker.port, outputBytes: 4_096, variants: 5, keyPem })
  const distance = rttMs === 0 ? null : await startDistance({ to: broker.port, rttMs })
  try {
    const port = distance?.port ?? broker.port
    const order: FanoutOrder = { port, devices: DEVICES, rounds: ROUNDS, plan: null, keyPem }
    return await (await startSide<FanoutReport>('fanout-side', order)).report
  } finally {
    await distance?.stop()
    await echo.stop()
    await broker.stop()
  }
}
