import { BrokerConnection } from '../../../main/broker/connection/connection.ts'
import type { BrokerConnectionDeps } from '../../../main/broker/connection/connection-deps.ts'
import type { ConnectionTarget } from '../../../main/broker/session/target.ts'
import type { ConnectionStatus, Profile } from '../../../preload/contract/models/broker/connection.ts'

/** A log that keeps nothing. */
export const SILENT_LOG = { info() {}, warn() {}, error() {} }

/** A target with defaults for everything but its port. */
export function targetFor(
  profile: Partial<Profile> & { port: number },
  secrets: Partial<ConnectionTarget['secrets']> = {},
): ConnectionTarget {
  return {
    profile: {
      id: 'profile-1',
      name: 'Test broker',
      host: '127.0.0.1',
      security: 'anonymous',
      username: null,
      ca: null,
      trust: 'ca',
      pinnedCertificate: null,
      transport: 'tcp',
      path: null,
      clientCertificate: null,
      serverName: null,
      clientIdPrefix: 'waypost-',
      keepaliveS: 30,
      connectAtStart: false,
      ...profile,
    },
    secrets: { password: null, clientKey: null, passphrase: null, ...secrets },
  }
}

/** A connection that retries without delay, so that tests wait for states and not for time. */
export function newConnection(deps: Partial<BrokerConnectionDeps> = {}): BrokerConnection {
  return new BrokerConnection({ now: Date.now, log: SILENT_LOG, random: () => 0.05, connectTimeoutMs: 3_000, ...deps })
}

/** Resolves with the first status, the current one included, that fits. */
export function untilStatus(
  connection: BrokerConnection,
  fits: (status: ConnectionStatus) => boolean,
  timeoutMs = 20_000,
): Promise<ConnectionStatus> {
  return new Promise((resolve, reject) => {
    const seen: string[] = []
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`status never came; seen: ${seen.join(' → ')}`))
    }, timeoutMs)
    const look = (status: ConnectionStatus) => {
      seen.push(
        `${status.state}${status.failure === null ? '' : ` (${status.failure.cause}: ${status.failure.detail})`}`,
      )
      if (!fits(status)) return
      clearTimeout(timer)
      stop()
      resolve(status)
    }
    const stop = connection.onStatus(look)
    look(connection.status())
  })
}

/** The state in which an attempt ends: connected, or with a failure. */
export function isSettled(status: ConnectionStatus): boolean {
  return status.state === 'connected' || status.state === 'stopped' || status.state === 'waiting'
}
