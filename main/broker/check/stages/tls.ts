import type { Socket } from 'node:net'
import tls from 'node:tls'
import type { PeerCertificateView } from '../../../../preload/contract/models/broker/connection.ts'
import { factsOfCertificate } from '../../session/peer-certificate.ts'
import { tunnelOf } from '../../session/proxy.ts'
import { faultAt } from '../../session/session-fault.ts'
import { expectedName, openTls, tlsOptions } from '../../session/socket.ts'
import { type ConnectionTarget, isTlsTarget } from '../../session/target.ts'
import { type CheckStage, type StageContext, StageFault } from '../stage.ts'
import { codedError, untilConnected } from '../time-limit.ts'

/** Object identifiers of extended key usages (RFC 5280, section 4.2.1.12). */
const FOR_SERVERS = '1.3.6.1.5.5.7.3.1'
const FOR_ANYTHING = '2.5.29.37.0'

/** Judges the certificate as a verified connection would. */
export const tlsStage: CheckStage = {
  name: 'tls',
  appliesTo: isTlsTarget,
  run: async (context) => ({ report: { peer: await judgeCertificate(context) } }),
}

/** Returns the certificate that the target shows, trusted or not; null when TLS does not come about. Sends nothing else. */
export async function shownCertificate(
  target: ConnectionTarget,
  options: Pick<StageContext, 'timeoutMs' | 'signal'>,
): Promise<PeerCertificateView | null> {
  try {
    return await judgeCertificate({ target, ...options })
  } catch (error) {
    if (error instanceof StageFault) return error.fault.peer
    throw error
  }
}

/** Sets TLS up without verification, only to look at the certificate. No MQTT packet and no password is sent. */
async function judgeCertificate(context: StageContext): Promise<PeerCertificateView | null> {
  const { target } = context
  let socket: tls.TLSSocket
  try {
    socket = openTls({ ...tlsOptions(target), rejectUnauthorized: false }, await tunnel(context))
  } catch (error) {
    throw new StageFault(faultAt('tls', target, error))
  }
  try {
    await untilConnected(socket, 'secureConnect', context, (error) => faultAt('tls', target, error))
    const certificate = socket.getPeerCertificate()
    const error = isUnspecified(socket) ? await refusal(context) : verdict(socket, certificate, target)
    const peer = factsOfCertificate(certificate)
    if (error !== null) throw new StageFault({ ...faultAt('tls', target, error), peer })
    return peer
  } finally {
    socket.destroy()
  }
}

function tunnel({ target, timeoutMs }: StageContext): Promise<Socket | null> {
  return tunnelOf(target, timeoutMs)
}

/** OpenSSL has no code for a weak key or signature: only the words of a handshake that is verified tell. */
function isUnspecified(socket: tls.TLSSocket): boolean {
  return !socket.authorized && String(socket.authorizationError) === 'UNSPECIFIED'
}

/** The error with which a verified connection ends; sends nothing either. */
async function refusal(context: StageContext): Promise<unknown> {
  const socket = openTls(tlsOptions(context.target), await tunnel(context))
  try {
    await untilConnected(socket, 'secureConnect', context, (error) => faultAt('tls', context.target, error))
    return codedError('UNSPECIFIED', 'certificate not trusted')
  } catch (error) {
    if (error instanceof StageFault) return error.fault.error
    throw error
  } finally {
    socket.destroy()
  }
}

function verdict(socket: tls.TLSSocket, certificate: tls.PeerCertificate, target: ConnectionTarget): Error | null {
  if (socket.authorized) return null
  const reason = String(socket.authorizationError ?? 'CERT_REJECTED')
  if (reason === 'INVALID_PURPOSE') return codedError(purposeProblem(certificate), 'certificate not trusted')
  if (reason !== 'ERR_TLS_CERT_ALTNAME_INVALID') return codedError(reason, 'certificate not trusted')
  return tls.checkServerIdentity(expectedName(target), certificate) ?? null
}

/** Whose purpose it is that does not fit: OpenSSL says the same of a certificate that may not serve and of one that may not sign. */
function purposeProblem({ ext_key_usage: usages }: tls.PeerCertificate): string {
  const isForServers = usages === undefined || usages.includes(FOR_SERVERS) || usages.includes(FOR_ANYTHING)
  return isForServers ? 'INVALID_CA' : 'ERR_WAYPOST_NOT_FOR_SERVERS'
}
