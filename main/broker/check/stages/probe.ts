import { randomBytes } from 'node:crypto'
import {
  NEEDED_MESSAGES,
  OPTIONAL_MESSAGES,
  type ProbeResult,
  type ProbeRole,
} from '../../../../preload/contract/models/broker/connection.ts'
import { optionalNote, PROBE_NOTES } from '../../diagnosis/notes.ts'
import { hasLogin } from '../../session/target.ts'
import { isAnonymousAccepted } from '../negative-probe.ts'
import { probeCommand } from '../probes/command-probe.ts'
import { areDotsApart } from '../probes/dot-probe.ts'
import type { Probe } from '../probes/probe.ts'
import { probeReads, withConsoleFilters } from '../probes/read-probes.ts'
import { SpareSession } from '../spare-session.ts'
import type { CheckContext, CheckStage } from '../stage.ts'
import { sessionOf, spareOf } from './connect.ts'

/** Finds out what the account may do, on topics of no living device, and what is worth knowing though nothing failed. */
export const probeStage: CheckStage = {
  name: 'probe',
  run: async (context) => {
    const session = sessionOf(context)
    const { clientId, protocolVersion } = session
    const publisher = new SpareSession(context, { clientId: `${clientId}-p`, protocolVersion })
    const id = `waypost-probe-${randomBytes(6).toString('hex')}`
    const leaves: readonly ProbeRole[] = ['command', ...NEEDED_MESSAGES, ...OPTIONAL_MESSAGES]
    const topics = new Map<ProbeRole, string>([
      ...leaves.map((leaf) => [leaf, `device/${id}/${leaf}`] as const),
      ['test', `test/${id}`],
    ])
    const probe: Probe = {
      context,
      session,
      spare: spareOf(context),
      publisher,
      id,
      topicOf: (role) => topics.get(role) ?? '',
    }
    try {
      const command = await probeCommand(probe)
      const reads = await probeReads(probe)
      const notes = await notesOf(probe, context, [command, ...reads])
      const probes = [command, ...(await withConsoleFilters(probe, reads))]
      return { report: { probes, notes: [...notes, ...optionalNotes(probes)] } }
    } finally {
      await publisher.close()
    }
  },
}

async function notesOf(probe: Probe, context: CheckContext, probes: readonly ProbeResult[]) {
  const rolesOf = (outcome: ProbeResult['outcome']) =>
    probes.filter((result) => result.outcome === outcome).map(({ role }) => role)
  const isUnproven = NEEDED_MESSAGES.some((role) => rolesOf('granted').includes(role))
  return [
    ...((await letsAnyoneIn(context)) ? [PROBE_NOTES.anonymousAccepted] : []),
    ...(rolesOf('granted').includes('command') ? [PROBE_NOTES.commandNotProven] : []),
    ...(isUnproven ? [PROBE_NOTES.grantedNotProven] : []),
    ...(rolesOf('denied').includes('test') ? [PROBE_NOTES.testTopicDenied] : []),
    ...(rolesOf('proven').includes('test') && (await areDotsApart(probe)) ? [PROBE_NOTES.dotsApart] : []),
  ]
}

function optionalNotes(probes: readonly ProbeResult[]) {
  const denied = OPTIONAL_MESSAGES.filter((leaf) =>
    probes.some(({ role, outcome }) => role === leaf && outcome === 'denied'),
  )
  return denied.length === 0 ? [] : [optionalNote(denied)]
}

async function letsAnyoneIn(context: CheckContext): Promise<boolean> {
  return hasLogin(context.target) && (context.earlier.isAnonymousAccepted ?? (await isAnonymousAccepted(context)))
}
