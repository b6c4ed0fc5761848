import type { ProbeResult } from '../../../../preload/contract/models/broker/connection.ts'
import type { PublishOutcome } from '../../../shared/exchange.ts'
import { faultAt } from '../../session/session-fault.ts'
import { faultOfEnd, whileOpen } from '../check-session.ts'
import { StageFault } from '../stage.ts'
import { within } from '../time-limit.ts'
import { isRefusal, PROBE_EXPIRY_S, PROBE_PAYLOAD, type Probe, refusal } from './probe.ts'

const HANG_UP_MS = 300

/** Publishes a command to no device. Throws a StageFault where the account may not. */
export async function probeCommand(probe: Probe): Promise<ProbeResult> {
  const topic = probe.topicOf('command')
  const outcome = await whileOpen(probe.context, probe.session, (session) =>
    session.publish(topic, PROBE_PAYLOAD, { messageExpiryS: PROBE_EXPIRY_S }),
  ).catch((error: unknown): PublishOutcome => {
    if (error instanceof StageFault && error.fault.stage === 'open') return { kind: 'unknown' }
    throw error
  })
  if (outcome.kind === 'refused') throw refusal(probe, 'acl-write', topic, outcome.reasonCode)
  if (outcome.kind === 'unknown' || outcome.kind === 'unsent') throw await hangUp(probe, topic)
  return { role: 'command', outcome: probe.session.protocolVersion === 5 ? 'proven' : 'granted', topic }
}

/** A broker of MQTT 3.1.1 can refuse a publish only by hanging up (3.1.1, section 3.3.5), and some of MQTT 5 do so too. */
async function hangUp(probe: Probe, topic: string): Promise<StageFault> {
  const end = await within(HANG_UP_MS * 2, probe.context.signal, probe.session.endWithin(HANG_UP_MS))
  if (end !== null && isRefusal(end)) return refusal(probe, 'acl-write', topic, end.reasonCode)
  return end === null
    ? new StageFault(faultAt('probe', probe.context.target), 'keepalive-lost')
    : faultOfEnd(probe.context, probe.session, end)
}
