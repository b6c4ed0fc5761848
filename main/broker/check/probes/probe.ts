import type { ProbeRole } from '../../../../preload/contract/models/broker/connection.ts'
import type { PublishOutcome } from '../../../shared/exchange.ts'
import type { CauseName } from '../../diagnosis/signatures.ts'
import type { ProbeSession } from '../../session/probe-session.ts'
import { faultAt } from '../../session/session-fault.ts'
import type { SpareSession } from '../spare-session.ts'
import { type StageContext, StageFault } from '../stage.ts'

/** What the probes of one check share. */
export interface Probe {
  readonly context: StageContext
  /** Asked for what the console cannot work without. */
  readonly session: ProbeSession
  /** Asked for the rest. */
  readonly spare: SpareSession
  /** Publishes as a device would. */
  readonly publisher: SpareSession
  /** Of a device that does not exist. */
  readonly id: string
  topicOf(role: ProbeRole): string
}

export const PROBE_EXPIRY_S = 10
/** Published by the account under test: no device has the probe's id, and nobody would take this for a command. */
export const PROBE_PAYLOAD = JSON.stringify({ probe: true })

const NOT_AUTHORIZED = 0x87

/** True if the end of a session may be the answer to what was asked last: without a reason, or "not authorized". */
export function isRefusal({ reasonCode }: { readonly reasonCode: number | null }): boolean {
  return reasonCode === null || reasonCode === NOT_AUTHORIZED
}

/** The fault of a permission that is missing. */
export function refusal(
  { context, session }: Probe,
  cause: CauseName,
  topic: string,
  reasonCode: number | null = null,
): StageFault {
  const { clientId, protocolVersion } = session
  return new StageFault({ ...faultAt('probe', context.target), clientId, protocolVersion, reasonCode, topic }, cause)
}

/** True if the broker took the message; with MQTT 3.1.1 it may still have dropped it. */
export function isTaken(outcome: PublishOutcome): boolean {
  return outcome.kind === 'acknowledged' || outcome.kind === 'no-subscriber'
}
