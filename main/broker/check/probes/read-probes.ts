import {
  NEEDED_MESSAGES,
  OPTIONAL_MESSAGES,
  type ProbeResult,
  type ProbeRole,
} from '../../../../preload/contract/models/broker/connection.ts'
import { subscriptionCause } from '../../diagnosis/subscription-causes.ts'
import type { BrokerSession } from '../../session/broker-session.ts'
import { DEVICE_FILTERS, isOptionalFilter } from '../../session/device-filters.ts'
import type { ProbeSession } from '../../session/probe-session.ts'
import { whileOpen } from '../check-session.ts'
import { StageFault } from '../stage.ts'
import { isRefusal, isTaken, PROBE_EXPIRY_S, PROBE_PAYLOAD, type Probe, refusal } from './probe.ts'

/** In the order of the report. */
const ROLES: readonly ProbeRole[] = ['test', ...NEEDED_MESSAGES, ...OPTIONAL_MESSAGES]
const OPTIONAL_ROLES: readonly ProbeRole[] = ['test', ...OPTIONAL_MESSAGES]
/** MQTT 3.1.1 acknowledges a publish that it drops, so that silence is the rule there. */
const LEGACY_WAIT_MS = 1_000
/** Codes from here on refuse (MQTT 5, 3.9.3). */
const REFUSED = 0x80

/**
 * Finds out role by role what the account may receive. Throws a StageFault for the first that the console needs and does not
 * get; the others are asked for in the spare session, and left out where there is none.
 */
export async function probeReads(probe: Probe): Promise<ProbeResult[]> {
  for (const role of NEEDED_MESSAGES) await subscribeNeeded(probe, role)
  const isGranted = await subscribeOptional(probe)
  const asked = ROLES.filter((role) => NEEDED_MESSAGES.some((needed) => needed === role) || isGranted.has(role))
  const outcomes = await loopBack(probe, (role) => isGranted.get(role) ?? true, asked)
  const results = asked.map(
    (role): ProbeResult => ({
      role,
      outcome: isGranted.get(role) === false ? 'denied' : (outcomes.get(role) ?? 'granted'),
      topic: probe.topicOf(role),
    }),
  )
  const denied = results.find(({ role, outcome }) => outcome === 'denied' && !OPTIONAL_ROLES.includes(role))
  if (denied !== undefined) throw refusal(probe, 'acl-read', denied.topic)
  return results
}

/**
 * Asks for the filters of the console itself, of all devices at once, in the spare session, which ends with it: the broker
 * sends what is retained. Throws a StageFault where one that is needed is refused.
 */
export async function withConsoleFilters(probe: Probe, results: readonly ProbeResult[]): Promise<ProbeResult[]> {
  const refused = new Set<string>()
  for (const filter of DEVICE_FILTERS) {
    const ask = () => probe.spare.ask((open) => grantOf(open, filter))
    let asked = await ask()
    if (asked.kind === 'answered' && asked.value >= REFUSED) asked = await ask()
    if (asked.kind === 'absent') break
    const isRefused = asked.kind !== 'answered' || asked.value >= REFUSED
    if (isRefused && !isOptionalFilter(filter))
      throw refusedFilter(probe, filter, asked.kind === 'answered' ? asked.value : null)
    if (isRefused) refused.add(filter)
  }
  await probe.spare.close()
  return results.map((result) => (refused.has(`device/+/${result.role}`) ? { ...result, outcome: 'denied' } : result))
}

/** The QoS that was granted, or the reason code of a refusal. */
async function grantOf(session: BrokerSession, filter: string): Promise<number> {
  return (await session.request([{ filter, qos: 1 }]))[0] ?? REFUSED
}

/** A filter may be refused for what the broker cannot do, where no permission helps. */
function refusedFilter(probe: Probe, filter: string, code: number | null): StageFault {
  return refusal(probe, (code === null ? null : subscriptionCause(code)) ?? 'acl-read', filter, code)
}

/** One SUBSCRIBE for each, so that a broker which hangs up names the filter by that. */
async function subscribeNeeded(probe: Probe, role: ProbeRole): Promise<void> {
  const topic = probe.topicOf(role)
  try {
    const ask = () => whileOpen(probe.context, probe.session, (session) => grantOf(session, topic))
    // 0x80 is "failure" and no more than that: a cluster that is busy says so too.
    const code = (await ask()) < REFUSED ? 0 : await ask()
    if (code >= REFUSED) throw refusedFilter(probe, topic, code)
  } catch (error) {
    const isClosed = error instanceof StageFault && error.fault.stage === 'open' && isRefusal(error.fault)
    throw isClosed ? refusal(probe, 'acl-read', topic) : error
  }
}

/** Returns for each role whether the broker granted it; a role that could not be asked for is left out. */
async function subscribeOptional({ spare, topicOf }: Probe): Promise<Map<ProbeRole, boolean>> {
  const isGranted = new Map<ProbeRole, boolean>()
  for (const role of OPTIONAL_ROLES) {
    const asked = await spare.ask((open) => open.subscribe([topicOf(role)]))
    if (asked.kind === 'hung-up') {
      isGranted.set(role, false)
      const earlier = OPTIONAL_ROLES.filter((other) => isGranted.get(other) === true)
      if (earlier.length > 0) await spare.ask((open) => open.subscribe(earlier.map(topicOf)))
    } else if (asked.kind === 'answered') isGranted.set(role, asked.value.length === 0)
  }
  return isGranted
}

/** Publishes as a device and looks what arrives; all within one wait. */
async function loopBack(
  probe: Probe,
  isGranted: (role: ProbeRole) => boolean,
  asked: readonly ProbeRole[],
): Promise<Map<ProbeRole, ProbeResult['outcome']>> {
  const roles = asked.filter(isGranted)
  const waits: Promise<readonly [ProbeRole, ProbeResult['outcome']]>[] = []
  for (const role of roles) {
    const outcome = await publishAsDevice(probe, role)
    if (outcome === 'stop') break
    if (outcome === 'taken') waits.push(arrival(probe, role))
  }
  return new Map(await Promise.all(waits))
}

/** A broker may hang up on a forbidden publish: then the others are forbidden too, and none of them proves anything. */
async function publishAsDevice({ publisher, topicOf }: Probe, role: ProbeRole): Promise<'taken' | 'refused' | 'stop'> {
  const sent = await publisher.ask((open) =>
    open.publish(topicOf(role), PROBE_PAYLOAD, { messageExpiryS: PROBE_EXPIRY_S }),
  )
  if (sent.kind !== 'answered') return role === 'test' ? 'refused' : 'stop'
  return isTaken(sent.value) ? 'taken' : 'refused'
}

async function arrival(probe: Probe, role: ProbeRole): Promise<readonly [ProbeRole, ProbeResult['outcome']]> {
  const { context, session } = probe
  const isLegacy = session.protocolVersion === 4
  const waitMs = isLegacy ? Math.min(context.timeoutMs, LEGACY_WAIT_MS) : context.timeoutMs
  const reader = OPTIONAL_ROLES.includes(role) ? await probe.spare.open() : session
  const isHere = reader !== null && (await hasArrived(probe, reader, role, waitMs))
  return [role, isHere ? 'proven' : isLegacy ? 'granted' : 'denied']
}

async function hasArrived({ context, topicOf }: Probe, reader: ProbeSession, role: ProbeRole, waitMs: number) {
  return (await whileOpen(context, reader, () => reader.message(topicOf(role), waitMs))) !== null
}
