import { safeDetail } from '../../diagnosis/detail.ts'
import { whileOpen } from '../check-session.ts'
import type { CheckStage } from '../stage.ts'
import { sessionOf } from './connect.ts'

const VERSION_TOPIC = '$SYS/broker/version'
const WAIT_MS = 800

/** Asks for the broker's name and version, and measures the round trip. Null is unknown: not every account may read it. */
export const sysStage: CheckStage = {
  name: 'sys',
  run: async (context) => {
    const session = sessionOf(context)
    const waitMs = Math.min(WAIT_MS, context.timeoutMs)
    return whileOpen(context, session, async (open) => {
      await open.subscribe([VERSION_TOPIC])
      const [payload, roundTripMs] = await Promise.all([
        session.message(VERSION_TOPIC, waitMs),
        session.roundTrip(waitMs),
      ])
      const version = payload === null ? '' : safeDetail(payload.toString('utf8', 0, 120), [])
      return {
        report: {
          brokerVersion: version === '' ? null : version,
          roundTripMs: roundTripMs === null ? null : Math.round(roundTripMs * 10) / 10,
        },
      }
    })
  },
}
