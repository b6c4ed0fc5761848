import { randomBytes } from 'node:crypto'
import { connectSession } from '../session/connect-session.ts'
import type { ConnectionTarget } from '../session/target.ts'

const TIMEOUT_MS = 5_000

/**
 * Asks a broker of MQTT 3.1.1 on a connection of its own which QoS it grants where 2 is asked for, below the topics that the
 * console may read; null when it does not say. Never rejects, because nothing depends on it but what is known of the broker.
 */
export async function lookAtGrantedQos(target: ConnectionTarget, signal: AbortSignal): Promise<number | null> {
  const ending = randomBytes(4).toString('hex')
  let granted: number | null = null
  try {
    const session = await connectSession({
      target,
      clientId: `${target.profile.clientIdPrefix}look${ending}`,
      protocolVersion: 4,
      connectTimeoutMs: TIMEOUT_MS,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      events: {
        onMessage: () => {},
        onEnd: () => {},
        onGranted: ([code]) => {
          granted = code ?? null
        },
      },
    })
    const answered = session.subscribe([`device/waypost-look-${ending}/status`], 2)
    await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS).unref())])
    await session.close()
  } catch {
    return null
  }
  return granted !== null && granted <= 2 ? granted : null
}
