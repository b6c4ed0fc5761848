import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startEcho } from '../support/load/load-generator.ts'
import { atMost, type Benchmark, median, shown } from './report.ts'
import { startSide } from './sides/child.ts'
import type { FanoutOrder, FanoutReport } from './sides/fanout-side.ts'

const DEVICES = 1_000
const WAVES = 10
const ROUNDS = 5

/** Measures one command to a thousand devices in ten waves without a pause, each of which waits for all its answers. */
export const rollout: Benchmark = {
  name: 'rollout',
  run: async () => {
    const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'max_queued_messages 0' })
    const echo = await startEcho({
      host: broker.host,
      port: broker.port,
      outputBytes: 1_024,
      variants: 5,
      keyPem: null,
    })
    try {
      const order: FanoutOrder = {
        port: broker.port,
        devices: DEVICES,
        rounds: ROUNDS,
        keyPem: null,
        plan: {
          canary: { count: 0, proceed: 'ask' },
          waves: { size: { unit: 'devices', amount: DEVICES / WAVES }, pauseS: 0 },
          stopAt: { unit: 'percent', amount: 10 },
        },
      }
      const { lastResultMs, blockedMs } = await (await startSide<FanoutReport>('fanout-side', order)).report
      return [
        atMost(
          'rollout wave',
          median(lastResultMs) / WAVES,
          250,
          'ms',
          `a wave of ${DEVICES / WAVES} devices that answer at once, from its start to its last result; medians of ${ROUNDS}`,
        ),
        shown('rollout longest', median(blockedMs), 'ms', 'longest stretch in which main did nothing else'),
      ]
    } finally {
      await echo.stop()
      await broker.stop()
    }
  },
}
