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
