/** How far the attempt had come: `open` is an established session. */
export type FaultStage = 'input' | 'dns' | 'tcp' | 'tls' | 'connack' | 'subscribe' | 'open'

/** What the peer's certificate says, as far as it was seen. */
export interface PeerCertificateFacts {
  readonly subject: string
  readonly issuer: string
  readonly names: string
  readonly validFrom: string
  readonly validTo: string
  readonly fingerprint256: string
}

/** Everything known about one failed attempt or one lost connection. */
export interface Fault {
  readonly stage: FaultStage
  readonly error: unknown
  /** Of CONNACK, DISCONNECT or SUBACK. */
  readonly reasonCode: number | null
  readonly protocolVersion: 4 | 5 | null
  readonly firstBytes: Buffer | null
  readonly isTls: boolean
  /** Whether the profile brings a CA of its own. */
  readonly hasCa: boolean
  readonly host: string
  /** Name that the server's certificate has to carry. */
  readonly expectedName: string
  readonly port: number
  readonly clientId: string | null
  readonly peer: PeerCertificateFacts | null
  /** Strings that must never show up in the words of the diagnosis. */
  readonly secrets: readonly string[]
}
