import type { ProfileView } from '../../../../preload/contract/models/broker/connection.ts'

export function makeProfile(change: Partial<ProfileView> = {}): ProfileView {
  return {
    id: 'site-a',
    name: 'Site A',
    host: 'broker.example',
    port: 8883,
    security: 'tls',
    transport: 'tcp',
    path: null,
    username: 'operator',
    ca: null,
    trust: 'system',
    pinnedCertificate: null,
    clientCertificate: null,
    serverName: null,
    clientIdPrefix: 'waypost',
    keepaliveS: 30,
    connectAtStart: false,
    secrets: { password: true, clientKey: false, passphrase: false },
    isDemo: false,
    ...change,
  }
}
