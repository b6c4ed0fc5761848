import { randomBytes } from 'node:crypto'
import { isHangUp } from '../../diagnosis/fault.ts'
import type { ProbeSession } from '../../session/probe-session.ts'
import { faultAt } from '../../session/session-fault.ts'
import { hasLogin } from '../../session/target.ts'
import { logIn, logInBeside } from '../check-session.ts'
import { SpareSession } from '../spare-session.ts'
import { type CheckContext, type CheckStage, type StageContext, StageFault } from '../stage.ts'
import { within } from '../time-limit.ts'

/** Long enough for another client with the same id to come back and push this one off. */
const HOLD_MS = 2_500

/** Logs in; the session stays for the stages after it. */
export const connectStage: CheckStage = {
  name: 'connect',
  run: async (context) => {
    const session = await logInAs(context).catch((error: unknown) => {
      throw error instanceof StageFault ? withCause(error, context) : error
    })
    const protocol = session.protocolVersion === 5 ? 'MQTT 5' : 'MQTT 3.1.1'
    return { report: { protocol }, handOn: { session, spare: new SpareSession(context, session) } }
  },
}

async function logInAs(context: CheckContext): Promise<ProbeSession> {
  const { clientId, target, earlier } = context
  if (clientId !== null) return logInAndHold(context, clientId)
  const givenId = target.profile.clientId ?? null
  const ownId = givenId ?? `${target.profile.clientIdPrefix}test-${randomBytes(4).toString('hex')}`
  return earlier.firstByte === 'mqtt' && givenId === null ? logInBeside(context, ownId) : logIn(context, ownId)
}

/** A peer that hangs up on the CONNECT says nothing: what an earlier stage ruled out is not named again. */
function withCause(failed: StageFault, { earlier, target }: CheckContext): StageFault {
  const { fault, known } = failed
  if (known !== null || !isHangUp(fault)) return failed
  // Who answers a missing login by a reason would answer a wrong one so too.
  const isLoginFine = earlier.firstByte === 'mqtt' && earlier.isAnonymousAccepted === false
  if (hasLogin(target)) return new StageFault(fault, isLoginFine ? 'closed-not-ready' : 'closed-login')
  return earlier.firstByte === null ? failed : new StageFault(fault, 'closed-connect')
}

/** Two clients with one id push each other off: the second time it is no accident. */
async function logInAndHold(context: StageContext, clientId: string): Promise<ProbeSession> {
  const first = await logIn(context, clientId)
  const end = await endSoon(context, first)
  if (end === null) return first
  const again = end.reasonCode === null ? await logIn(context, clientId) : null
  if (again !== null && (await endSoon(context, again)) === null) return again
  const fault = { ...faultAt('connack', context.target, end.error), clientId, reasonCode: end.reasonCode }
  throw new StageFault(fault, end.reasonCode === null ? 'taken-over' : null)
}

/** The session is closed when the check is aborted meanwhile. */
async function endSoon({ signal }: StageContext, session: ProbeSession) {
  try {
    return await within(HOLD_MS * 2, signal, session.endWithin(HOLD_MS))
  } catch (error) {
    await session.close()
    throw error
  }
}

/** A second session, opened at its first use. */
export function spareOf({ earlier }: CheckContext): SpareSession {
  if (earlier.spare === null) throw new Error('the connect stage comes first')
  return earlier.spare
}

/** The session of this stage, for the stages after it. */
export function sessionOf({ earlier }: CheckContext): ProbeSession {
  if (earlier.session === null) throw new Error('the connect stage comes first')
  return earlier.session
}
