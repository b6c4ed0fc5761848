import { randomBytes } from 'node:crypto'
import type { ProbeResult, ProbeRole } from '../../../../preload/contract/models/connection.ts'
import type { PublishOutcome } from '../../../shared/exchange.ts'
import { PROBE_NOTES } from '../../diagnosis/notes.ts'
import type { ProbeSession } from '../../session/probe-session.ts'
import { faultAt } from '../../session/session-fault.ts'
import { faultOfEnd, logIn, whileOpen } from '../check-session.ts'
import { isAnonymousAccepted } from '../negative-probe.ts'
import { type CheckContext, type CheckStage, type StageContext, StageFault } from '../stage.ts'
import { within } from '../time-limit.ts'
import { sessionOf } from './connect.ts'

const READ_ROLES = ['status', 'heartbeat', 'result'] as const
const PROBE_EXPIRY_S = 10
const HANG_UP_MS = 300
const NOT_AUTHORIZED = 0x87
/** Published by the account under test: no device has the probe's id, and nobody would take this for a command. */
const PAYLOAD = JSON.stringify({ probe: true })
const LEGACY_WAIT_MS = 1_000

/** Finds out what the account may do, and what is worth knowing though nothing failed. */
export const probeStage: CheckStage = {
  name: 'probe',
  run: async (context) => {
    const probes = await probeRoles(context, sessionOf(context))
    const isSome = (outcome: ProbeResult['outcome'], isTest: boolean) =>
      probes.some((probe) => probe.outcome === outcome && (probe.role === 'test') === isTest)
    const notes = [
      ...((await letsAnyoneIn(context)) ? [PROBE_NOTES.anonymousAccepted] : []),
      ...(isSome('granted', false) ? [PROBE_NOTES.grantedNotProven] : []),
      ...(isSome('denied', true) ? [PROBE_NOTES.testTopicDenied] : []),
    ]
    return { report: { probes, notes } }
  },
}

async function letsAnyoneIn(context: CheckContext): Promise<boolean> {
  const { security, username } = context.target.profile
  const hasLogin = security !== 'anonymous' && (username !== null || security === 'mtls')
  return hasLogin && (context.earlier.isAnonymousAccepted ?? (await isAnonymousAccepted(context)))
}

interface Probe {
  readonly context: StageContext
  readonly session: ProbeSession
  readonly topics: Readonly<Record<ProbeRole, string>>
}

/**
 * Finds out role by role what the account may do, on topics of no living device. Throws a StageFault for the first role
 * that an operator needs and does not have.
 */
async function probeRoles(context: StageContext, session: ProbeSession): Promise<ProbeResult[]> {
  const id = `waypost-probe-${randomBytes(6).toString('hex')}`
  const topics = {
    command: `device/${id}/command`,
    status: `device/${id}/status`,
    heartbeat: `device/${id}/heartbeat`,
    result: `device/${id}/result`,
    test: `test/${id}`,
  }
  const probe = { context, session, topics }
  const command = await probeCommand(probe)
  const reads = await probeReads(probe)
  const denied = reads.find(({ role, outcome }) => outcome === 'denied' && role !== 'test')
  if (denied !== undefined) throw refusal(probe, 'acl-read', denied.topic)
  return [command, ...reads]
}

async function probeCommand(probe: Probe): Promise<ProbeResult> {
  const topic = probe.topics.command
  const outcome = await whileOpen(probe.context, probe.session, (session) =>
    session.publish(topic, PAYLOAD, { messageExpiryS: PROBE_EXPIRY_S }),
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
  const isRefusal = end !== null && (end.reasonCode === null || end.reasonCode === NOT_AUTHORIZED)
  if (isRefusal) return refusal(probe, 'acl-write', topic, end.reasonCode)
  return end === null
    ? new StageFault(faultAt('probe', probe.context.target), 'keepalive-lost')
    : faultOfEnd(probe.context, probe.session, end)
}

async function probeReads(probe: Probe): Promise<ProbeResult[]> {
  const roles: readonly ProbeRole[] = ['test', ...READ_ROLES]
  const topics = roles.map((role) => probe.topics[role])
  const refused = await whileOpen(probe.context, probe.session, (session) => session.subscribe(topics))
  const publisher = await secondSession(probe)
  try {
    const results: ProbeResult[] = []
    for (const role of roles) {
      const topic = probe.topics[role]
      const outcome = refused.includes(topic) ? 'denied' : await loopback(probe, publisher, topic)
      results.push({ role, outcome, topic })
    }
    return results
  } finally {
    await publisher?.close()
  }
}

/** A broker may hang up on a forbidden publish, so that the loopback has a session of its own. */
async function secondSession({ context, session }: Probe): Promise<ProbeSession | null> {
  try {
    return await logIn(context, `${session.clientId}-p`)
  } catch (error) {
    context.signal.throwIfAborted()
    if (error instanceof StageFault) return null
    throw error
  }
}

async function loopback(
  { context, session }: Probe,
  publisher: ProbeSession | null,
  topic: string,
): Promise<ProbeResult['outcome']> {
  if (publisher === null || publisher.isEnded) return 'granted'
  const sent = await whileOpen(context, publisher, (open) =>
    open.publish(topic, PAYLOAD, { messageExpiryS: PROBE_EXPIRY_S }),
  ).catch((error: unknown) => {
    context.signal.throwIfAborted()
    if (error instanceof StageFault) return null
    throw error
  })
  if (sent?.kind !== 'acknowledged' && sent?.kind !== 'no-subscriber') return 'granted'
  const wasAllowed = publisher.protocolVersion === 5
  const waitMs = wasAllowed ? context.timeoutMs : Math.min(context.timeoutMs, LEGACY_WAIT_MS)
  const payload = await whileOpen(context, session, () => session.message(topic, waitMs))
  if (payload !== null) return 'proven'
  // MQTT 3.1.1 acknowledges a publish that it drops: silence proves nothing there.
  return wasAllowed ? 'denied' : 'granted'
}

function refusal(
  { context, session }: Probe,
  cause: 'acl-write' | 'acl-read',
  topic: string,
  reasonCode: number | null = null,
): StageFault {
  const { clientId, protocolVersion } = session
  return new StageFault({ ...faultAt('probe', context.target), clientId, protocolVersion, reasonCode, topic }, cause)
}
