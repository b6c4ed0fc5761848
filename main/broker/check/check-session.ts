import type { BrokerSession, SessionEnd } from '../session/broker-session.ts'
import { SessionFailed } from '../session/connect-session.ts'
import { ProbeSession } from '../session/probe-session.ts'
import { faultAt, faultOf, isSilence, isVersionRefused } from '../session/session-fault.ts'
import { type StageContext, StageFault } from './stage.ts'
import { isSettledWithin, within } from './time-limit.ts'

/** Least time for a second attempt whose first one took long. */
const LEAST_MS = 500

/**
 * Logs in with the given version, or with MQTT 5 and then with 3.1.1 when the broker does not know that. All of it takes
 * `timeoutMs` at most. Throws a StageFault.
 */
export async function logIn(
  context: StageContext,
  clientId: string,
  version: 4 | 5 | null = null,
): Promise<ProbeSession> {
  const startedAt = performance.now()
  let refused: StageFault | null = null
  if (version !== 4 && context.target.profile.mqttVersion !== 4) {
    try {
      return await open(context, clientId, 5)
    } catch (error) {
      if (!(error instanceof SessionFailed)) throw error
      refused = faultOfEnd(context, { clientId, protocolVersion: 5 }, error.end)
      if (version === 5 || !isVersionRefused(error.end)) throw refused
    }
  }
  try {
    const timeoutMs = Math.max(LEAST_MS, Math.ceil(context.timeoutMs - (performance.now() - startedAt)))
    return await open(context, clientId, 4, timeoutMs)
  } catch (error) {
    if (!(error instanceof SessionFailed)) throw error
    // A peer that took its time to hang up has not been silent.
    if (refused !== null && isSilence(error.end)) throw refused
    throw faultOfEnd(context, { clientId, protocolVersion: 4 }, error.end)
  }
}

/**
 * The same for a peer that is known to speak MQTT: while it is silent on MQTT 5 after half of the time, 3.1.1 is tried
 * beside it, because old brokers do not answer a version that they do not know.
 */
export async function logInBeside(context: StageContext, clientId: string): Promise<ProbeSession> {
  const withBoth = logIn(context, clientId)
  const halfMs = Math.ceil(context.timeoutMs / 2)
  if (await isSettledWithin(halfMs, withBoth)) return withBoth
  const older = logIn({ ...context, timeoutMs: halfMs }, `${clientId}-4`, 4)
  const session = await Promise.any([withBoth, older]).catch(() => withBoth)
  for (const other of [withBoth, older]) {
    void other.then((open) => (open === session ? undefined : open.close())).catch(() => undefined)
  }
  return session
}

async function open(
  context: StageContext,
  clientId: string,
  protocolVersion: 4 | 5,
  timeoutMs = context.timeoutMs,
): Promise<ProbeSession> {
  const { target } = context
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(timeoutMs + LEAST_MS)])
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
