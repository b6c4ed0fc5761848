import { randomUUID } from 'node:crypto'
import type { CommandRecord, Proposal } from '../../../preload/contract/models/command.ts'
import type { Approval, ApprovalSubject, RunGrant } from '../../safety/approval/approval.ts'
import { type ApprovedEntry, sha256 } from '../../safety/audit/audit-record.ts'
import type { StoredCommand, StoredRun } from '../runs/run-store.ts'

/** What the audit has to know of an approved proposal besides what the approval is bound to. */
export interface RunContext {
  readonly proposal: Proposal
  readonly requestText: string
  /** The command as first proposed, before any edit. */
  readonly proposedCommand: string
}

export interface NewRun {
  readonly run: StoredRun
  readonly stored: readonly StoredCommand[]
  readonly approvedEntry: ApprovedEntry
}

/** A run as it is before anything of it is sent: a new command id for each device of the grant. */
export function newRun(approval: Approval, grant: RunGrant, subject: ApprovalSubject, context: RunContext): NewRun {
  const { proposal, requestText, proposedCommand } = context
  const run: StoredRun = {
    id: grant.runId,
    turnId: proposal.turnId,
    connectionId: grant.connectionId,
    approvalId: grant.approvalId,
    command: subject.command,
    timeoutS: grant.timeoutS,
    approvedBy: subject.operator,
    basis: approval.basis.kind,
    approvedAt: approval.approvedAt,
  }
  const stored = grant.deviceIds.map((deviceId, position) => newCommand(run, deviceId, position, grant))
  const approvedEntry: ApprovedEntry = {
    kind: 'approved',
    at: approval.approvedAt,
    operator: subject.operator,
    connectionId: run.connectionId,
    runId: run.id,
    approvalId: approval.id,
    basis: approval.basis,
    devices: stored.map(({ record: { deviceId, commandId } }) => ({ deviceId, commandId })),
    requestSha256: sha256(requestText),
    proposed: proposedCommand,
    sent: subject.command,
    sha256: grant.sha256,
    timeoutS: grant.timeoutS,
    source: proposal.source,
    class: approval.class,
    rules: proposal.classification.rules,
    tableVersion: subject.tableVersion,
  }
  return { run, stored, approvedEntry }
}

function newCommand(run: StoredRun, deviceId: string, position: number, grant: RunGrant): StoredCommand {
  const record: CommandRecord = {
    commandId: randomUUID(),
    runId: run.id,
    deviceId,
    state: 'approved',
    marks: [],
    sentAt: null,
    finishedAt: null,
    durationMs: null,
    stdout: '',
    stderr: '',
    exitCode: null,
    outputBytes: 0,
    shownBytes: 0,
    reason: null,
  }
  return { record, connectionId: run.connectionId, position, deviceCount: grant.deviceIds.length, resultSha256: null }
}
