import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { startDistance } from '../support/distance.ts'
import { startEcho } from '../support/load/load-generator.ts'
import { atMost, type Benchmark, median, shown } from './report.ts'
import type { BareReport } from './sides/bare-roundtrip-side.ts'
import { startTurnSide, type TurnSide } from './sides/child.ts'
import type { RoundtripReport } from './sides/roundtrip-side.ts'

const WARM_UP_TURNS = 2
const TURNS = 7
const COMMANDS_A_TURN = 60

interface Place<Report> {
  readonly side: TurnSide<Report>
  close(): Promise<void>
}

/** Compares approval to result in the console with a bare publish and its answer, in turn, each on its own broker. */
export const roundtrip: Benchmark = {
  name: 'roundtrip',
  run: async ({ rttMs }) => {
    const bare = await openPlace<BareReport>('bare-roundtrip-side', rttMs)
    const waypost = await openPlace<RoundtripReport>('roundtrip-side', rttMs)
    try {
      const bareTurns: BareReport[] = []
      const turns: RoundtripReport[] = []
      for (let turn = 0; turn < WARM_UP_TURNS + TURNS; turn += 1) {
        bareTurns.push(await bare.side.turn())
        turns.push(await waypost.side.turn())
      }
      const audit = middle(turns.map((turn) => turn.audit))
      const own = middle(turns.map((turn) => turn.total.map((ms, index) => ms - (turn.audit[index] ?? 0))))
      const base = middle(bareTurns.map((turn) => turn.total))
      const detail = `medians of ${TURNS} × ${COMMANDS_A_TURN} commands in turn: approval to result ${own.toFixed(2)} ms without the audit's fsync, bare mqtt.js ${base.toFixed(2)} ms`
      return [
        atMost(rttMs === 0 ? 'roundtrip' : `roundtrip at ${rttMs} ms`, own / base, 1.3, '× bare mqtt.js', detail),
        shown('roundtrip audit', audit, 'ms', 'the audit record on disk (fsync) before anything is sent'),
      ]
    } finally {
      await bare.close()
      await waypost.close()
    }
  },
}

async function openPlace<Report>(program: string, rttMs: number): Promise<Place<Report>> {
  const broker = await startMosquitto({ mode: 'anonymous', isQuiet: true, extraConfig: 'set_tcp_nodelay true' })
  const echo = await startEcho({ host: broker.host, port: broker.port, outputBytes: 200, variants: 1 })
  const distance = rttMs === 0 ? null : await startDistance({ to: broker.port, rttMs })
  const order = { port: distance?.port ?? broker.port, commandsATurn: COMMANDS_A_TURN }
  const side = await startTurnSide<Report>(program, order)
  const close = async () => {
    await side.end()
    await distance?.stop()
    await echo.stop()
    await broker.stop()
  }
  return { side, close }
}

/** Returns the median of the turns' medians, without those that warm up. */
function middle(turns: readonly (readonly number[])[]): number {
  return median(turns.slice(WARM_UP_TURNS).map(median))
}
