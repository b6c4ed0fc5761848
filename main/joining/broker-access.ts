import type { Profile } from '../../preload/contract/models/broker/connection.ts'
import type { SetupPlan } from '../../preload/contract/models/broker/setup.ts'
import type { BrokerChoice } from '../../preload/contract/routes/devices/joining.ts'
import { JoinFault } from './failures/join-fault.ts'
import type { DeviceAccess } from './install/agent-files.ts'
import type { BrokerPlace } from './look/look-script.ts'

/** What a set-up of this console knows of its accounts; secrets in clear, for main alone. */
export interface SetupAccounts {
  readonly plan: Pick<SetupPlan, 'devices' | 'mode'>
  readonly material: {
    readonly passwords: ReadonlyMap<string, string>
    readonly ca: { readonly certificate: string } | null
    readonly clients: ReadonlyMap<string, { readonly certificate: string; readonly key: string }>
  }
}

/** Place of the broker as a device finds it: encryption and authority are those of the connection in use. */
export function brokerPlace(profile: Profile, { host, port }: Pick<BrokerChoice, 'host' | 'port'>): BrokerPlace {
  const isTls = profile.security === 'tls' || profile.security === 'mtls'
  const ca = { ca: profile.ca, pinned: profile.pinnedCertificate, system: null }[profile.trust]
  return { host, port, isTls, ca: isTls ? ca : null }
}

/** Makes the login of each device at the broker. Its promise rejects with `JoinFault` where there is none for a device. */
export function accessOf(
  profile: Profile,
  choice: BrokerChoice,
  setup: (id: string) => Promise<SetupAccounts>,
): (deviceId: string) => Promise<DeviceAccess> {
  const broker = brokerPlace(profile, choice)
  const { access } = choice
  const needsCertificate = profile.security === 'mtls'
  return async (deviceId) => {
    if (access.kind !== 'setup' && needsCertificate) throw new JoinFault('broker', 'no-client-certificate')
    if (access.kind === 'none') return { broker, username: null, password: null, client: null }
    if (access.kind === 'typed')
      return { broker, username: access.username ?? deviceId, password: access.password, client: null }
    const { plan, material } = await setup(access.setupId)
    const password = material.passwords.get(deviceId) ?? null
    const client = plan.mode === 'mtls' ? (material.clients.get(deviceId) ?? null) : null
    const isMissing = plan.mode === 'mtls' ? client === null : plan.mode !== 'anonymous' && password === null
    if (isMissing || !plan.devices.includes(deviceId)) throw new JoinFault('broker', 'no-account', deviceId)
    const ca = broker.isTls ? (material.ca?.certificate ?? broker.ca) : null
    return { broker: { ...broker, ca }, username: password === null ? null : deviceId, password, client }
  }
}
