import type { PeerCertificateView, Trust } from '../../../preload/contract/models/broker/connection.ts'
import { errorCode } from './detail.ts'
import type { Stray } from './stray-characters.ts'

/** Stage that the attempt had reached: `open` is an established session. */
export type FaultStage =
  | 'input'
  | 'proxy'
  | 'dns'
  | 'tcp'
  | 'first-byte'
  | 'tls'
  | 'websocket'
  | 'connack'
  | 'sys'
  | 'probe'
  | 'open'

/** Everything known about one failed attempt or one lost connection. */
export interface Fault {
  readonly stage: FaultStage
  readonly error: unknown
  /** Of CONNACK, DISCONNECT or SUBACK. */
  readonly reasonCode: number | null
  /** Where else to connect, as a CONNACK or DISCONNECT of MQTT 5 says it; absent without one. */
  readonly serverReference?: string | undefined
  readonly protocolVersion: 4 | 5 | null
  readonly firstBytes: Buffer | null
  readonly isTls: boolean
  /** True where a user name was sent. */
  readonly hasLogin: boolean
  /** True where a certificate of this client was shown. */
  readonly hasCertificate: boolean
  /** True when the profile brings a CA of its own. */
  readonly hasCa: boolean
  /** Subjects of that CA, for comparing them with the issuer of the peer's certificate. */
  readonly caSubject: string | null
  readonly trust: Trust
  readonly host: string
  /** Name that the server's certificate has to carry. */
  readonly expectedName: string
  readonly port: number
  /** On the way to the broker; null without one. */
  readonly proxy: string | null
  /** Of the WebSocket; null without one. */
  readonly path: string | null
  readonly clientId: string | null
  /** Asked for by ALPN; null or absent without it. */
  readonly alpn?: string | null
  /** Seconds after which each of the last connections was cut; absent where they do not agree. */
  readonly idleS?: number
  /** That a publish or a subscription was refused for. */
  readonly topic: string | null
  readonly peer: PeerCertificateView | null
  /** What looks copied along in user name or password. */
  readonly strays: readonly Stray[]
  /** Strings that must never show up in the words of the diagnosis. */
  readonly secrets: readonly string[]
}

const RESETS: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ENETRESET',
  'ERR_SSL_UNEXPECTED_EOF_WHILE_READING',
])

/** True for a connection that was cut, in the words of any system: Windows aborts what others reset. */
export function isReset(error: unknown): boolean {
  return RESETS.has(errorCode(error) ?? '')
}

/** True if the peer closed on a CONNECT without any answer. */
export function isHangUp({
  stage,
  reasonCode,
  firstBytes,
  error,
}: Pick<Fault, 'stage' | 'reasonCode' | 'firstBytes' | 'error'>): boolean {
  return stage === 'connack' && reasonCode === null && firstBytes === null && (error === null || isReset(error))
}
