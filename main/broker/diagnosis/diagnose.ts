import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { ConnectionFailure } from '../../../preload/contract/models/broker/connection.ts'
import { withoutStrays } from '../../../preload/contract/models/broker/stray-characters.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { isCaptivePortal } from '../check/spoken-protocol.ts'
import { ProxyError } from '../session/proxy.ts'
import { hostAndPort } from '../session/target.ts'
import { UpgradeError } from '../session/web-socket.ts'
import type { Cause } from './cause.ts'
import { describeBytes, describeError, errorCode, safeDetail } from './detail.ts'
import { type Fault, isReset } from './fault.ts'
import { HANDSHAKE_CAUSES } from './handshake-causes.ts'
import { HANG_UP_CAUSES } from './hang-up-causes.ts'
import { INPUT_CAUSES } from './input-causes.ts'
import { MQTT_CAUSES } from './mqtt-causes.ts'
import { NAME_CAUSES, nameCause } from './name-causes.ts'
import { NETWORK_CAUSES } from './network-causes.ts'
import { serviceOf } from './other-services.ts'
import {
  CAUSE_BY_ALERT,
  CAUSE_BY_CODE,
  CAUSE_BY_REASON,
  CAUSE_BY_REASON_CODE,
  CAUSE_BY_STATUS,
  type CauseName,
} from './signatures.ts'
import { SUBSCRIPTION_CAUSES } from './subscription-causes.ts'
import { TLS_CAUSES } from './tls-causes.ts'
import { WEB_SOCKET_CAUSES } from './web-socket-causes.ts'

export interface Diagnosis {
  readonly failure: ConnectionFailure
  /** Retrying would not help. */
  readonly isFatal: boolean
}

/** Facts of this computer that the texts may mention. */
export interface LocalFacts {
  readonly now: Date
  readonly addresses: readonly string[]
  readonly platform?: NodeJS.Platform
}

/** Of MQTT 5, in CONNACK and DISCONNECT. */
const NOT_AUTHORIZED = 0x87

const CAUSES: Readonly<Record<CauseName, Cause>> = {
  ...NETWORK_CAUSES,
  ...HANG_UP_CAUSES,
  ...NAME_CAUSES,
  ...TLS_CAUSES,
  ...HANDSHAKE_CAUSES,
  ...WEB_SOCKET_CAUSES,
  ...MQTT_CAUSES,
  ...SUBSCRIPTION_CAUSES,
  ...INPUT_CAUSES,
}

/** Names cause and fix of a fault, by code first, then TLS alert, then reason, then how far the attempt came. */
export function diagnose(fault: Fault, local: LocalFacts = localFacts()): Diagnosis {
  return describe(causeOf(fault), fault, local)
}

/** The same for a cause that is known already, such as a wrong input. */
export function describe(name: CauseName, fault: Fault, local: LocalFacts = localFacts()): Diagnosis {
  const cause = CAUSES[name]
  const facts = factsOf(fault, local)
  const fill = (text: LocalizedText): LocalizedText => ({ en: fillIn(text.en, facts), zh: fillIn(text.zh, facts) })
  return {
    isFatal: cause.isFatal,
    failure: {
      cause: name,
      message: fill(cause.message),
      fix: fill(cause.fix),
      brokerHint: cause.brokerHint === null ? null : fill(cause.brokerHint),
      detail: safeDetail(detailOf(fault), fault.secrets),
    },
  }
}

function causeOf(fault: Fault): CauseName {
  return byReasonCode(fault) ?? byFirstBytes(fault) ?? byError(fault.error, fault) ?? byStage(fault)
}

function byReasonCode({ reasonCode, stage }: Fault): CauseName | null {
  if (reasonCode === null) return null
  // The login was fine: what came after it was not.
  if (reasonCode === NOT_AUTHORIZED && isOpen(stage)) return 'not-authorised'
  return CAUSE_BY_REASON_CODE[reasonCode] ?? null
}

function byFirstBytes({ firstBytes, stage }: Fault): CauseName | null {
  if (firstBytes === null || isOpen(stage)) return null
  const start = firstBytes.toString('latin1')
  if (/^(HTTP\/|<(?:!DOCTYPE|html))/i.test(start)) return 'http'
  if (start.startsWith('SSH-')) return 'ssh'
  // A TLS alert record in plain view.
  return firstBytes[0] === 0x15 && firstBytes[1] === 0x03 ? 'wants-tls' : null
}

function byError(error: unknown, fault: Fault): CauseName | null {
  if (error instanceof AggregateError) return byErrors(error.errors, fault)
  if (!(error instanceof Error)) return null
  if (error instanceof UpgradeError) return upgradeCause(error, fault)
  if (error instanceof ProxyError) return PROXY_CAUSES[error.problem]
  const code = errorCode(error)
  if (code === 'ETIMEDOUT' || error.message === 'connack timeout') return timeoutCause(fault)
  const known = code === null ? undefined : CAUSE_BY_CODE[code]
  const isUntrusted = known === 'tls-self-signed' || known === 'tls-ca-missing' || known === 'tls-unknown-ca'
  if (fault.trust === 'pinned' && isUntrusted) return 'tls-pin-mismatch'
  if (known === 'tls-ca-missing' || known === 'tls-unknown-ca') return fault.hasCa ? 'tls-unknown-ca' : 'tls-ca-missing'
  if (known === 'dns' || known === 'dns-unavailable') return nameCauseOf(known, fault.host)
  if (known !== undefined) return known
  const alert = /alert number (\d+)/i.exec(error.message)?.[1]
  const byAlert = alert === undefined ? undefined : CAUSE_BY_ALERT[Number(alert)]
  if (byAlert !== undefined) return byAlert
  const reason = `${code ?? ''} ${error.message}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  const match = CAUSE_BY_REASON.find(([words]) => reason.includes(words))
  if (match !== undefined) return match[1]
  if (code === null && fault.stage === 'connack') return 'not-mqtt'
  if (code === null && fault.stage === 'open') return 'protocol-error'
  return null
}

/** Where no name server answers, a short name may still be a right one: only names that none can know are told as such. */
function nameCauseOf(known: 'dns' | 'dns-unavailable', host: string): CauseName {
  const cause = nameCause(host)
  return cause === null || (known === 'dns-unavailable' && cause === 'dns-local-name') ? known : cause
}

/** Dual stack: the error that says most decides. */
function byErrors(errors: readonly unknown[], fault: Fault): CauseName | null {
  const causes = errors.map((error) => byError(error, fault))
  if (causes.length > 1 && causes.every((cause) => cause === 'refused')) return 'refused-all-addresses'
  return causes.find((cause) => cause !== null && cause !== 'unreachable') ?? causes[0] ?? null
}

const PROXY_CAUSES = {
  unreachable: 'proxy-unreachable',
  'not-proxy': 'proxy-other',
  login: 'proxy-login',
  forbidden: 'proxy-forbidden',
  'no-route': 'proxy-no-route',
} as const satisfies Record<ProxyError['problem'], CauseName>

function upgradeCause({ refusal }: UpgradeError, { host, path, isTls }: Fault): CauseName {
  // Whoever answers inside TLS that was verified is no page of the network in between.
  if ((!isTls || refusal.status === 511) && isCaptivePortal({ host, path }, refusal)) return 'captive-portal'
  if (refusal.status === 401 || refusal.status === 407) return 'proxy-login'
  return CAUSE_BY_STATUS[refusal.status] ?? (refusal.status >= 500 ? 'websocket-failed' : 'websocket-path')
}

function timeoutCause({ stage }: Fault): CauseName {
  if (stage === 'tls') return 'tls-timeout'
  if (stage === 'connack' || stage === 'websocket' || stage === 'first-byte') return 'no-connack'
  return isOpen(stage) ? 'keepalive-lost' : 'connect-timeout'
}

function isOpen(stage: Fault['stage']): boolean {
  return stage === 'open' || stage === 'sys' || stage === 'probe'
}

/** Several faults are nothing but a closed socket: then the stage is the only witness. */
function byStage({ stage, isTls, error }: Fault): CauseName {
  if (isOpen(stage)) return 'lost'
  if (stage === 'websocket') return 'not-websocket'
  if (stage === 'tls') return error === null || isReset(error) ? 'plain-port' : 'tls-other'
  if (stage === 'connack' && isReset(error) && !isTls) return 'wants-tls'
  return error === null || isReset(error) ? 'closed' : 'unknown'
}

function detailOf({ error, reasonCode, firstBytes, stage }: Fault): string {
  const parts = [describeError(error)]
  if (reasonCode !== null) parts.push(`reason code 0x${reasonCode.toString(16).padStart(2, '0')}`)
  if (firstBytes !== null && !isOpen(stage) && reasonCode === null)
    parts.push(`first bytes ${describeBytes(firstBytes)}`)
  return parts.filter((part) => part !== '').join('; ') || `connection closed (${stage})`
}

function factsOf(fault: Fault, { now, addresses, platform }: LocalFacts): Record<string, string> {
  const { host, port, clientId, peer, firstBytes, error } = fault
  const words = describeError(error)
  const refusal = error instanceof UpgradeError ? error.refusal : null
  const status = error instanceof ProxyError ? error.status : (refusal?.status ?? null)
  return {
    host,
    plainHost: safeDetail(withoutStrays(host).replace(/^\[(.*)\]$/, '$1'), []),
    name: fault.expectedName,
    port: String(port),
    address: hostAndPort(host, port),
    clientId: clientId ?? '?',
    idleS: String(fault.idleS ?? '?'),
    families: familiesOf(error).join(', '),
    ifBothFamilies: when(familiesOf(error).length !== 1),
    proxy: fault.proxy ?? '?',
    interfaces: addresses.length === 0 ? '-' : addresses.join(', '),
    now: now.toISOString().replace('T', ' ').replace(/\..*/, ' UTC'),
    firstBytes: firstBytes === null ? '?' : describeBytes(firstBytes),
    path: fault.path ?? '?',
    status: status === null ? '?' : String(status),
    location: safeDetail(refusal?.location || '?', []),
    topic: fault.topic ?? '?',
    ifQuota: when(fault.reasonCode === 0x97),
    ifRate: when(fault.reasonCode === 0x96 || fault.reasonCode === 0x9f),
    ifNotLimit: when(![0x96, 0x97, 0x9f].includes(fault.reasonCode ?? 0)),
    server: safeDetail(fault.serverReference || '?', []),
    ifServer: when((fault.serverReference ?? '') !== ''),
    ifNoServer: when((fault.serverReference ?? '') === ''),
    caSubject: safeDetail(fault.caSubject || '?', []),
    names: safeDetail(peer?.names || '?', []),
    commonName: safeDetail((peer?.names === '' && commonNameOf(peer.subject)) || '?', []),
    ifNameless: when(peer?.names === '' && commonNameOf(peer.subject) === ''),
    ifNames: when(peer === null || peer.names !== ''),
    ifNoNames: when(peer?.names === ''),
    alpn: safeDetail(fault.alpn || '?', []),
    ifMac: when(platform === 'darwin'),
    ifBroadcast: when(/^(?:\d{1,3}\.){3}255$/.test(host)),
    ifTlsElsewhere: when(!fault.isTls && /^(?:https|wss):/i.test(refusal?.location ?? '')),
    ...alertFacts(words),
    ifForeignName: when(/subtree violation/i.test(words)),
    ifWeakSignature: when(/(?:digest algorithm|md) too weak/i.test(words)),
    ifWeakServerKey: when(/ee (?:certificate )?key too/i.test(words)),
    ifWeakAuthorityKey: when(/ca (?:certificate )?key too/i.test(words)),
    ifLogin: when(fault.hasLogin),
    ifNoLogin: when(!fault.hasLogin),
    ifAnonymous: when(!fault.hasLogin && !fault.hasCertificate),
    ifCertificate: when(!fault.hasLogin && fault.hasCertificate),
    ifUnasked: when(fault.stage !== 'first-byte' && !fault.isTls),
    ifPlain: when(!fault.isTls),
    ifTls: when(fault.isTls),
    ifBadRequest: when(status === 400),
    ifLeafAsCa: when(peer !== null && peer.subject === fault.caSubject && peer.subject !== peer.issuer),
    ...serviceFacts(firstBytes),
    ifTcp: when(fault.path === null),
    ifWebSocket: when(fault.path !== null),
    ifQuotes: when(fault.strays.includes('quotes')),
    ifSpace: when(fault.strays.includes('space')),
    ifComma: when(fault.strays.includes('comma')),
    issuer: safeDetail(peer?.issuer || '?', []),
    fingerprint: peer?.fingerprint256 ?? '?',
    validFrom: peer?.validFrom ?? '?',
    validTo: peer?.validTo ?? '?',
  }
}

function serviceFacts(firstBytes: Buffer | null): Record<string, string> {
  const service = firstBytes === null ? null : serviceOf(firstBytes)
  return { service: service ?? '?', ifAmqp: when(service === 'AMQP'), ifNats: when(service === 'NATS') }
}

/** What the broker's alert says of the client's certificate. */
function alertFacts(words: string): Record<string, string> {
  const said = words.toLowerCase()
  const isSaid = (name: string, number: number) =>
    said.includes(`alert ${name}`) || said.includes(`alert number ${number}`)
  const isPurpose = isSaid('unsupported certificate', 43)
  const isRevoked = isSaid('certificate revoked', 44)
  const isExpired = isSaid('certificate expired', 45)
  return {
    ifClientPurpose: when(isPurpose),
    ifClientRevoked: when(isRevoked),
    ifClientExpired: when(isExpired),
    ifClientUnsaid: when(!isPurpose && !isRevoked && !isExpired),
  }
}

/** Families of the addresses that were tried, as far as the errors name them. */
function familiesOf(error: unknown): readonly string[] {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : []
  const tried = errors.flatMap((one) => (one instanceof Error && 'address' in one ? [isIP(String(one.address))] : []))
  const families = [4, 6].filter((family) => tried.length === 0 || tried.includes(family))
  return families.map((family) => `IPv${family}`)
}

/** A fact without words, for a part of a sentence that is there only when it holds. */
function when(holds: boolean): string {
  return holds ? '' : '?'
}

function commonNameOf(subject: string): string {
  return /(?:^|, )CN=([^,]*)/.exec(subject)?.[1] ?? ''
}

function fillIn(text: string, facts: Readonly<Record<string, string>>): string {
  const fill = (part: string) => part.replace(/\{(\w+)\}/g, (placeholder, name: string) => facts[name] ?? placeholder)
  const isKnown = (part: string) => [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => facts[name] !== '?')
  return fill(text.replace(/\[\[([^[\]]*)\]\]/g, (_whole, part: string) => (isKnown(part) ? part : '')))
}

function localFacts(): LocalFacts {
  const addresses = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter((entry) => !entry.internal && entry.family === 'IPv4')
    .map((entry) => entry.address)
  return { now: new Date(), addresses, platform: process.platform }
}
