import type { DeviceRecord } from './device-record.ts'
import { noteWarning } from './device-warnings.ts'

/** Sessions that are remembered of a device. */
const REMEMBERED = 4
/** Messages of two connections may overtake each other, so that one return proves nothing. */
const RETURNS_THAT_PROVE = 3

/**
 * Takes note of the session in a heartbeat of an agent, and warns where two agents have one id: a session is made at random at each
 * start, so that one that comes back again and again, after another, belongs to a second agent. Returns true if it warned.
 */
export function noteSession(record: DeviceRecord, session: string, at: number): boolean {
  const { agentSessions } = record
  if (agentSessions[0] === session) return false
  const isBack = agentSessions.includes(session)
  record.agentSessions = [session, ...agentSessions.filter((other) => other !== session)].slice(0, REMEMBERED)
  if (!isBack) return false
  record.sessionReturns += 1
  if (record.sessionReturns < RETURNS_THAT_PROVE) return false
  noteWarning(record, 'two-agents', record.announced.hostname ?? '?', at)
  return true
}
