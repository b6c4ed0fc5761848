import { randomBytes } from 'node:crypto'
import { isTlsTarget } from '../session/target.ts'
import { logIn } from './check-session.ts'
import { type StageContext, StageFault } from './stage.ts'

/** Tries to get in without a login, over the same transport. Rejects when aborted. */
export async function isAnonymousAccepted(context: StageContext): Promise<boolean> {
  const { profile } = context.target
  const target = {
    profile: {
      ...profile,
      security: isTlsTarget(context.target) ? ('tls' as const) : ('anonymous' as const),
      username: null,
    },
    secrets: { password: null, clientKey: null, passphrase: null },
  }
  try {
    const session = await logIn({ ...context, target }, `waypost-look-${randomBytes(4).toString('hex')}`)
    await session.close()
    return true
  } catch (error) {
    context.signal.throwIfAborted()
    if (error instanceof StageFault) return false
    throw error
  }
}
