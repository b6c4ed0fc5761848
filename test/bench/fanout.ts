import { encodePrivateKey, newPrivateKey } from '../../main/agent/keys.ts'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startEcho } from '../support/load/load-generator.ts'
import { atMost, type Benchmark, median, type Row, shown } from './report.ts'
import { startSide } from './sides/child.ts'
import type { FanoutOrder, FanoutReport } from './sides/fanout-side.ts'

const DEVICES = 1_000
const ROUNDS = 5

/** Measures one command to a thousand devices that answer at once with 4 KB in five variants, unsigned and signed. */
export const fanout: Benchmark = {
  name: 'fanout',
  run: async () => [
    ...(await measured('fanout', null)),
    // Each command is signed, and each result is signed by its device and checked.
    ...(await measured('fanout signed', encodePrivateKey(newPrivateKey()))),
  ],
}

async function measured(name: string, keyPem: string | null): Promise<readonly Row[]> {
  const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'max_queued_messages 0' })
  const echo = await startEcho({ host: broker.host, port: broker.port, outputBytes: 4_096, variants: 5, keyPem })
  try {
    const order: FanoutOrder = { port: broker.port, devices: DEVICES, rounds: ROUNDS, plan: null, keyPem }
    const { publishedMs, viewMs, lastResultMs, blockedMs, processorMs } = await (
      await startSide<FanoutReport>('fanout-side', order)
    ).report
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
  } finally {
    await echo.stop()
    await broker.stop()
  }
}
