import { randomUUID } from 'node:crypto'
import { AppError } from '../../../preload/contract/errors.ts'
import type { CommandRecord, Proposal } from '../../../preload/contract/models/commands/command.ts'
import {
  ROLLOUT_LIMITS,
  type RunChoice,
  runForMs,
  type WithheldReason,
} from '../../../preload/contract/models/commands/rollout.ts'
import {
  type Approval,
  type ApprovalSubject,
  GRANT_LIFETIME_MS,
  type RunGrant,
} from '../../safety/approval/approval.ts'
import { type ApprovedEntry, sha256 } from '../../safety/audit/audit-record.ts'
import type { StoredCommand, StoredRun } from '../models.ts'
import type { OpenProposal } from '../proposals/proposal-service.ts'
import { firstState } from '../rollout/rollout-machine.ts'

/** All devices at once, those that are away too. */
export const AT_ONCE: RunChoice = { plan: null, absent: null }

const LEFT_OUT: WithheldReason = 'left-out'

/**
 * Lists everything that an approval of a proposal is bound to. Throws `INVALID_INPUT` for a choice that leaves nothing to do,
 * names devices of no proposal, or takes longer than a run may.
 */
export function subjectOf(proposal: Proposal, operator: string, { plan, absent }: RunChoice): ApprovalSubject {
  const { id: proposalId, command, timeoutS, connectionId, classification } = proposal
  const { class: judged, tableVersion } = classification
  const known = new Set(proposal.deviceIds)
  const isWaitSound = absent === null || absent.kind === 'leave-out' || isWithin(absent.waitS)
  if (!isWaitSound || absent?.deviceIds.some((deviceId) => !known.has(deviceId))) {
    throw new AppError('INVALID_INPUT', { field: 'absent' })
  }
  const leftOut = new Set(absent?.kind === 'leave-out' ? absent.deviceIds : [])
  const deviceIds = proposal.deviceIds.filter((deviceId) => !leftOut.has(deviceId))
  const wait = absent?.kind === 'wait' && absent.deviceIds.length > 0 ? absent : null
  const total = deviceIds.length - new Set(wait?.deviceIds).size
  const plannedMs = plan === null || total === 0 ? 0 : runForMs(plan, total, timeoutS)
  if (plannedMs === null) throw new AppError('INVALID_INPUT', { field: 'plan' })
  const waitMs = wait === null ? 0 : wait.waitS * 1000 + GRANT_LIFETIME_MS
  const lastsMs = Math.max(plannedMs, waitMs)
  return {
    proposalId,
    command,
    timeoutS,
    deviceIds,
    connectionId,
    operator,
    class: judged,
    tableVersion,
    ...(lastsMs > 0 && { runForMs: lastsMs }),
    ...(plannedMs > 0 && plan !== null && { plan }),
    ...(wait !== null && { wait: { deviceIds: [...new Set(wait.deviceIds)], waitS: wait.waitS } }),
  }
}

interface Approved {
  readonly approval: Approval
  readonly grant: RunGrant
  readonly subject: ApprovalSubject
  readonly open: OpenProposal
}

/** Makes a run as it is before anything of it is sent, with a new command id for each device; those left out are withheld. */
export function newRun({ approval, grant, subject, open: { stored, proposal } }: Approved) {
  const { plan, wait } = subject
  const total = grant.deviceIds.length - (wait?.deviceIds.length ?? 0)
  const run: StoredRun = {
    id: grant.runId,
    turnId: proposal.turnId,
    connectionId: grant.connectionId,
    approvalId: grant.approvalId,
    command: subject.command,
    timeoutS: grant.timeoutS,
    class: approval.class,
    approvedBy: subject.operator,
    basis: approval.basis.kind,
    approvedAt: approval.approvedAt,
    ...(plan !== undefined && { rollout: firstState(plan, total) }),
    ...(wait !== undefined && {
      wait: { until: approval.approvedAt + wait.waitS * 1000, deviceIds: wait.deviceIds },
    }),
  }
  const approved = new Set(grant.deviceIds)
  const ofDevices = proposal.deviceIds.map((deviceId, position) => {
    const record = newRecord(run, deviceId, approved.has(deviceId) ? 'approved' : 'withheld')
    const deviceCount = proposal.deviceIds.length
    const command: StoredCommand = { record, connectionId: run.connectionId, position, deviceCount, resultSha256: null }
    return command
  })
  const addressed = ofDevices.filter(({ record }) => approved.has(record.deviceId))
  const approvedEntry: ApprovedEntry = {
    kind: 'approved',
    at: approval.approvedAt,
    operator: subject.operator,
    connectionId: run.connectionId,
    runId: run.id,
    approvalId: approval.id,
    basis: approval.basis,
    devices: addressed.map(({ record: { deviceId, commandId } }) => ({ deviceId, commandId })),
    requestSha256: sha256(stored.turn.text),
    proposed: stored.proposedCommand ?? proposal.command,
    sent: subject.command,
    sha256: grant.sha256,
    timeoutS: grant.timeoutS,
    source: proposal.source,
    class: approval.class,
    rules: proposal.classification.rules,
    tableVersion: subject.tableVersion,
    ...(plan !== undefined && { plan }),
    ...(wait !== undefined && { wait }),
  }
  return { run, stored: ofDevices, approvedEntry }
}

function newRecord(run: StoredRun, deviceId: string, state: 'approved' | 'withheld'): CommandRecord {
  const isLeftOut = state === 'withheld'
  return {
    commandId: randomUUID(),
    runId: run.id,
    deviceId,
    state,
    marks: [],
    sentAt: null,
    finishedAt: isLeftOut ? run.approvedAt : null,
    durationMs: null,
    stdout: '',
    stderr: '',
    exitCode: null,
    outputBytes: 0,
    shownBytes: 0,
    reason: isLeftOut ? LEFT_OUT : null,
  }
}

function isWithin(waitS: number): boolean {
  return Number.isInteger(waitS) && waitS > 0 && waitS <= ROLLOUT_LIMITS.maxTotalS
}
