import { randomBytes } from 'node:crypto'
import { TestSession } from './check-session.ts'
import { type StageContext, StageFault } from './check-stages.ts'

/** Whether the broker lets a client in that has no login, over the same transport. Rejects when aborted. */
export async function isAnonymousAccepted(context: StageContext): Promise<boolean> {
  const { profile } = context.target
  const isTls = profile.security === 'tls' || profile.security === 'mtls'
  const target = {
    profile: { ...profile, security: isTls ? ('tls' as const) : ('anonymous' as const), username: null },
    secrets: { password: null, clientKey: null, passphrase: null },
  }
  try {
    const session = await TestSession.logIn({ ...context, target }, `waypost-look-${randomBytes(4).toString('hex')}`)
    await session.close()
    return true
  } catch (error) {
    context.signal.throwIfAborted()
    if (error instanceof StageFault) return false
    throw error
  }
}
