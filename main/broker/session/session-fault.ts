import { type Fault, type FaultStage, isReset } from '../diagnosis/fault.ts'
import { straysIn } from '../diagnosis/stray-characters.ts'
import type { SessionEnd } from './broker-session.ts'
import { peerFactsOf } from './peer-certificate.ts'
import { expectedName } from './socket.ts'
import { type ConnectionTarget, hostOf, isTlsTarget, isWebSocketTarget, pathOf } from './target.ts'
import { subjectsOf } from './trust.ts'

interface FaultContext {
  readonly protocolVersion: 4 | 5 | null
  readonly clientId: string | null
}

/** A fault of this target at the given stage, with nothing else known yet. */
export function faultAt(stage: FaultStage, target: ConnectionTarget, error: unknown = null): Fault {
  return {
    stage,
    error,
    reasonCode: null,
    protocolVersion: null,
    firstBytes: null,
    isTls: isTlsTarget(target),
    hasLogin: target.profile.security !== 'anonymous' && target.profile.username !== null,
    hasCertificate: target.profile.security === 'mtls',
    hasCa: target.profile.trust === 'ca' && target.profile.ca !== null,
    caSubject: subjectsOf(target.profile.ca ?? ''),
    trust: target.profile.trust,
    host: hostOf(target),
    expectedName: expectedName(target),
    port: target.profile.port,
    proxy: target.profile.proxy ?? null,
    path: isWebSocketTarget(target) ? pathOf(target) : null,
    clientId: null,
    alpn: target.profile.alpn ?? null,
    topic: null,
    peer: null,
    strays: straysIn([target.profile.username, target.secrets.password]),
    secrets: Object.values(target.secrets).filter((secret) => secret !== null),
  }
}

/** The end of a session as the diagnosis wants it. */
export function faultOf(end: SessionEnd, target: ConnectionTarget, context: FaultContext): Fault {
  const isDns = end.error !== null && 'syscall' in end.error && end.error.syscall === 'getaddrinfo'
  return {
    ...faultAt(isDns ? 'dns' : end.stage, target, end.error),
    ...context,
    reasonCode: end.reasonCode,
    firstBytes: end.firstBytes,
    serverReference: end.serverReference,
    peer: peerFactsOf(end.error),
  }
}

/**
 * True when a broker may have closed because it does not speak MQTT 5: it said so (0x84, or 1 in the older form), or
 * hung up on the CONNECT without an answer.
 */
export function isVersionRefused(end: SessionEnd): boolean {
  if (end.reasonCode === 0x84 || end.reasonCode === 1) return true
  if (end.stage !== 'connack' || end.reasonCode !== null) return false
  if (end.firstBytes !== null) return end.firstBytes[0] === CONNACK_BYTE
  return end.error === null || isReset(end.error)
}

/** True when a broker took the CONNECT and said nothing: some do so to a version that they do not know. */
export function isSilence({ stage, error }: SessionEnd): boolean {
  return stage === 'connack' && error?.message === 'connack timeout'
}

const CONNACK_BYTE = 0x20
