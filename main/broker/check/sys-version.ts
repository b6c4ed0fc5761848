import { safeDetail } from '../diagnosis/detail.ts'
import type { TestSession } from './check-session.ts'
import type { StageContext } from './check-stages.ts'

const VERSION_TOPIC = '$SYS/broker/version'
const WAIT_MS = 800

/** Asks for the broker's name and version, and measures the round trip. Null is unknown: not every account may read it. */
export async function readBrokerVersion(context: StageContext, session: TestSession): Promise<string | null> {
  return session.whileOpen(async (open) => {
    await open.subscribe([VERSION_TOPIC])
    const waitMs = Math.min(WAIT_MS, context.timeoutMs)
    const [payload] = await Promise.all([session.message(VERSION_TOPIC, waitMs), session.measure(waitMs)])
    const version = payload === null ? '' : safeDetail(payload.toString('utf8', 0, 120), [])
    return version === '' ? null : version
  })
}
