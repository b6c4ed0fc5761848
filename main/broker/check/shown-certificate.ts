import type { PeerCertificateView } from '../../../preload/contract/models/connection.ts'
import type { ConnectionTarget } from '../session/target.ts'
import { lookAtTls, type StageContext, StageFault } from './check-stages.ts'

/** The certificate that the target shows, trusted or not; null when TLS does not come about. Sends nothing else. */
export async function lookAtCertificate(
  target: ConnectionTarget,
  options: Pick<StageContext, 'timeoutMs' | 'signal'>,
): Promise<PeerCertificateView | null> {
  try {
    return await lookAtTls({ target, ...options })
  } catch (error) {
    if (error instanceof StageFault) return error.fault.peer
    throw error
  }
}
