import { hasTls } from '../../../main/setup/plan/plan-traits.ts'
import type { SetupPlan, SetupTuning } from '../../../preload/contract/models/broker/setup.ts'

const PLAIN_PORT = 1883
const TLS_PORT = 8883

/** Fits a fleet of some hundred devices; a result of 3 MB, as seen in the field, still passes. */
export const DEFAULT_TUNING: SetupTuning = {
  maxConnections: 1000,
  sessionExpiryDays: 1,
  maxQueuedMessages: 1000,
  maxPacketBytes: 16 * 1024 * 1024,
  maxKeepaliveS: 600,
}

/** The registered ports of MQTT (IANA): 1883, and 8883 over TLS. */
export function usualPort(plan: Pick<SetupPlan, 'mode'>): number {
  return hasTls(plan) ? TLS_PORT : PLAIN_PORT
}

/** A plan that works, with defaults for everything but what a test is about. */
export function newPlan(changes: Partial<SetupPlan> = {}): SetupPlan {
  const mode = changes.mode ?? 'password'
  return {
    name: 'Workshop',
    platform: 'debian',
    mode,
    version: '2.0',
    hosts: ['broker.local', '192.168.1.10'],
    port: usualPort({ mode }),
    isLoopbackOnly: changes.platform === 'builtin' && mode === 'anonymous',
    operators: ['operator'],
    devices: ['rpi_001', 'rpi_002'],
    keyType: 'ecdsa',
    tuning: DEFAULT_TUNING,
    ...changes,
  }
}

/** The same for a cluster of three nodes. */
export function newClusterPlan(changes: Partial<SetupPlan> = {}): SetupPlan {
  return newPlan({
    platform: 'cluster',
    mode: 'tls',
    hosts: ['mq1.site.local', 'mq2.site.local', '192.168.1.13'],
    ...changes,
  })
}

/** Passwords for every account of a plan. */
export function passwordsFor(plan: SetupPlan): Map<string, string> {
  return new Map([...plan.operators, ...plan.devices].map((account) => [account, `password of ${account}`]))
}
