import { ProbeSession } from '../../broker/session/probe-session.ts'
import type { ConnectionTarget } from '../../broker/session/target.ts'

/** Describes the connection of one probe to the shadow broker. */
export interface ProbeAccess {
  readonly port: number
  /** 5 unless given: there a refused publish has a reason code. */
  readonly protocolVersion?: 4 | 5
  readonly username?: string
  readonly password?: string
  /** PEM; turns TLS on. The certificate is checked for `serverName`, as the address here is loopback. */
  readonly ca?: string
  readonly serverName?: string
  readonly cert?: string
  readonly key?: string
}

const TIMEOUT_MS = 5_000

/** Connects as one probe. Rejects with `SessionFailed`. */
export function openProbe(access: ProbeAccess): Promise<ProbeSession> {
  return ProbeSession.open({
    target: targetOf(access),
    clientId: `waypost-probe-${crypto.randomUUID()}`,
    protocolVersion: access.protocolVersion ?? 5,
    connectTimeoutMs: TIMEOUT_MS,
    ackTimeoutMs: TIMEOUT_MS,
  })
}

function targetOf({ port, username, password, ca, serverName, cert, key }: ProbeAccess): ConnectionTarget {
  const plain = username === undefined ? 'anonymous' : 'password'
  return {
    profile: {
      id: 'proof',
      name: 'Proof',
      host: '127.0.0.1',
      port,
      security: ca === undefined ? plain : cert === undefined ? 'tls' : 'mtls',
      transport: 'tcp',
      path: null,
      username: username ?? null,
      ca: ca ?? null,
      trust: 'ca',
      pinnedCertificate: null,
      clientCertificate: cert ?? null,
      serverName: serverName ?? null,
      clientIdPrefix: 'waypost-probe-',
      keepaliveS: 30,
      connectAtStart: false,
    },
    secrets: { password: password ?? null, clientKey: key ?? null, passphrase: null },
  }
}
