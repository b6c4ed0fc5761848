import type { DeviceRef } from '../../preload/contract/models/devices/device.ts'
import type { PolicyClass } from '../../preload/contract/models/safety/signing.ts'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import type { AgentSources, DeviceAccess, TrustedOperator } from './install/agent-files.ts'
import type { BrokerPlace } from './look/look-script.ts'
import type { ProofPorts } from './prove/prove.ts'
import type { SshLogin, SshTarget } from './ssh/ssh-session.ts'

/** Host keys that the operator confirmed, by `host:port`. */
export interface HostKeys {
  find(target: SshTarget): string | null
  /** Throws `DISK_FAILED`. */
  keep(target: SshTarget, fingerprint: string): void
}

/** What all devices that are added at once share. */
export interface JoinCommon {
  readonly connectionId: string
  readonly login: SshLogin
  /** Null where sudo is to get the password of the login. */
  readonly sudoPassword: string | null
  readonly broker: BrokerPlace
  /** Highest class that the devices run. */
  readonly maxClass: PolicyClass
  /** User name at the broker that was typed for the devices; null where there is none. */
  readonly account: string | null
  /** True for an id that another device has, here or among those added at once. */
  readonly isTaken: (deviceId: string) => boolean
  /** Login of a device at the broker. Rejects with `JoinFault`. */
  readonly accessFor: (deviceId: string) => Promise<DeviceAccess>
}

/** What one device on its way needs of the console. */
export interface JoinPorts {
  readonly hostKeys: HostKeys
  readonly sources: () => Promise<AgentSources>
  /** Public half of the key that signs; made where there is none. Rejects with `JoinFault`. */
  readonly operator: () => Promise<TrustedOperator>
  readonly proof: ProofPorts
  /** Keeps the key that came over SSH; null takes it out. Returns its id. */
  readonly keepDeviceKey: (ref: DeviceRef, pem: string | null) => string | null
  /** True for a device that is online at present. */
  readonly isOnline: (ref: DeviceRef) => boolean
  /** One line without what could deceive the eye, redacted. */
  readonly plain: (text: string) => string
  readonly now: Clock
  readonly log: Log
}
