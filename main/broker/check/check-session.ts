import type { BrokerSession, SessionEnd } from '../session/broker-session.ts'
import { SessionFailed } from '../session/connect-session.ts'
import { ProbeSession } from '../session/probe-session.ts'
import { faultAt, faultOf, isVersionRefused } from '../session/session-fault.ts'
import { type StageContext, StageFault } from './stage.ts'
import { within } from './time-limit.ts'

/** Logs in with MQTT 5, then with 3.1.1 when the broker does not know that. Throws a StageFault. */
export async function logIn(context: StageContext, clientId: string): Promise<ProbeSession> {
  try {
    return await open(context, clientId, 5)
  } catch (error) {
    if (!(error instanceof SessionFailed)) throw error
    if (!isVersionRefused(error.end)) throw faultOfEnd(context, { clientId, protocolVersion: 5 }, error.end)
  }
  try {
    return await open(context, clientId, 4)
  } catch (error) {
    throw error instanceof SessionFailed ? faultOfEnd(context, { clientId, protocolVersion: 4 }, error.end) : error
  }
}

async function open(context: StageContext, clientId: string, protocolVersion: 4 | 5): Promise<ProbeSession> {
  const { target, timeoutMs } = context
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(timeoutMs * 2)])
  try {
    return await ProbeSession.open({ target, clientId, protocolVersion, connectTimeoutMs: timeoutMs, signal })
  } catch (error) {
    context.signal.throwIfAborted()
    throw error instanceof SessionFailed ? error : new StageFault(faultAt('connack', target, error))
  }
}

/** Does the work unless the session ends first: then throws a StageFault. Rejects when aborted or out of time. */
export async function whileOpen<T>(
  context: StageContext,
  session: ProbeSession,
  work: (session: BrokerSession) => Promise<T>,
): Promise<T> {
  try {
    return await within(context.timeoutMs * 2, context.signal, session.whileOpen(work))
  } catch (error) {
    throw error instanceof SessionFailed ? faultOfEnd(context, session, error.end) : error
  }
}

/** The end of a session as a stage throws it. */
export function faultOfEnd(
  { target }: StageContext,
  { protocolVersion, clientId }: Pick<ProbeSession, 'protocolVersion' | 'clientId'>,
  end: SessionEnd,
): StageFault {
  return new StageFault(faultOf(end, target, { protocolVersion, clientId }))
}
