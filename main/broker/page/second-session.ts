import { randomBytes } from 'node:crypto'
import type { ConnectionFailure } from '../../../preload/contract/models/broker/connection.ts'
import { characterOf } from '../character/traits.ts'
import { describe, diagnose } from '../diagnosis/diagnose.ts'
import type { BrokerSession, SessionEnd, SessionMessage } from '../session/broker-session.ts'
import { connectSession, SessionFailed } from '../session/connect-session.ts'
import { faultAt, faultOf } from '../session/session-fault.ts'
import type { ConnectionTarget } from '../session/target.ts'

export interface SecondSessionHandlers {
  readonly onMessage: (message: SessionMessage) => void
  /** Once, after it was open, and never after close(). */
  readonly onEnd: (failure: ConnectionFailure) => void
}

/** Thrown when the second connection cannot be had. */
export class SecondSessionFailed extends Error {
  readonly failure: ConnectionFailure

  constructor(failure: ConnectionFailure) {
    super('the second connection could not be opened')
    this.failure = failure
  }
}

const CONNECT_TIMEOUT_MS = 10_000
const ACK_TIMEOUT_MS = 10_000

/**
 * Opens a second connection of the active profile, for the broker page: what is subscribed here can neither repeat a device's
 * message on the console's own connection (overlapping filters do) nor get that one closed (some brokers do, for a refused
 * `$SYS`). Takes the MQTT version that the console's own connection found to work. Rejects with `SecondSessionFailed`.
 */
export async function openSecondSession(
  target: ConnectionTarget,
  protocolVersion: 4 | 5,
  { onMessage, onEnd }: SecondSessionHandlers,
): Promise<BrokerSession> {
  const clientId = `${target.profile.clientIdPrefix}page-${randomBytes(4).toString('hex')}`
  if (characterOf(target.profile.character).traits.hasOneSession) {
    throw new SecondSessionFailed({ ...describe('one-session', faultAt('connack', target)).failure, detail: '' })
  }
  const explain = (end: SessionEnd) => diagnose(faultOf(end, target, { protocolVersion, clientId })).failure
  try {
    return await connectSession({
      target,
      clientId,
      protocolVersion,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      ackTimeoutMs: ACK_TIMEOUT_MS,
      events: { onMessage, onEnd: (end) => onEnd(explain(end)) },
    })
  } catch (error) {
    throw error instanceof SessionFailed ? new SecondSessionFailed(explain(error.end)) : error
  }
}
