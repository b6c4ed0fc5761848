import { startEcho } from '../support/load-generator.ts'
import { startMosquitto } from '../support/mosquitto.ts'
import { atMost, type Benchmark, median, shown } from './report.ts'
import { startSide } from './sides/child.ts'
import type { RoundtripOrder, RoundtripReport } from './sides/roundtrip-side.ts'

const ROUNDS = 7
const COMMANDS_A_ROUND = 60

/** From the approval to the result in the console against a bare publish and its answer, in turn on one broker. */
export const roundtrip: Benchmark = {
  name: 'roundtrip',
  run: async () => {
    const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'set_tcp_nodelay true' })
    const echo = await startEcho({ host: broker.host, port: broker.port, outputBytes: 200, variants: 1 })
    try {
      const order: RoundtripOrder = { port: broker.port, rounds: ROUNDS, commandsARound: COMMANDS_A_ROUND }
      const { bare, waypost, audit } = await (await startSide<RoundtripReport>('roundtrip-side', order)).report
      const middle = (rounds: readonly (readonly number[])[]) => median(rounds.map(median))
      const own = middle(waypost.map((round, place) => round.map((ms, index) => ms - (audit[place]?.[index] ?? 0))))
      const detail = `medians of ${ROUNDS} × ${COMMANDS_A_ROUND} commands in turn: approval to result ${own.toFixed(2)} ms without the audit's fsync, bare mqtt.js ${middle(bare).toFixed(2)} ms`
      return [
        atMost('roundtrip', own / middle(bare), 1.3, '× bare mqtt.js', detail),
        shown('roundtrip audit', middle(audit), 'ms', 'the audit record on disk (fsync) before anything is sent'),
      ]
    } finally {
      await echo.stop()
      await broker.stop()
    }
  },
}
