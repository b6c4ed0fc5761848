import type { ConnectionTarget } from '../../../../main/broker/session/target.ts'
import type { Profile } from '../../../../preload/contract/models/broker/connection.ts'

/** A target of an anonymous broker, with changes. */
export function newTarget(
  profile: Partial<Profile> = {},
  secrets: Partial<ConnectionTarget['secrets']> = {},
): ConnectionTarget {
  return {
    profile: {
      id: 'site-a',
      name: 'Site A',
      host: 'broker.example',
      port: 1883,
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
