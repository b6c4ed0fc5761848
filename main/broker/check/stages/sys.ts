import { safeDetail } from '../../diagnosis/detail.ts'
import { whileOpen } from '../check-session.ts'
import type { CheckStage } from '../stage.ts'
import { sessionOf, spareOf } from './connect.ts'

const VERSION_TOPIC = '$SYS/broker/version'
const WAIT_MS = 800

/**
 * Asks for the broker's name and version, in a session of its own because some brokers hang up on who may not read it, and
 * measures the round trip. Null is unknown.
 */
export const sysStage: CheckStage = {
  name: 'sys',
  run: async (context) => {
    const session = sessionOf(context)
    const waitMs = Math.min(WAIT_MS, context.timeoutMs)
    const [asked, roundTripMs] = await Promise.all([
      spareOf(context).ask(async (open, own) => {
        await open.subscribe([VERSION_TOPIC])
        return own.message(VERSION_TOPIC, waitMs)
      }),
      whileOpen(context, session, () => session.roundTrip(waitMs)),
    ])
    const payload = asked.kind === 'answered' ? asked.value : null
    const version = payload === null ? '' : safeDetail(payload.toString('utf8', 0, 120), [])
    return {
      report: {
        brokerVersion: version === '' ? null : version,
        roundTripMs: roundTripMs === null ? null : Math.round(roundTripMs * 10) / 10,
      },
    }
  },
}
