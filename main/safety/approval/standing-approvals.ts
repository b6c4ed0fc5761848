import { AppError } from '../../../preload/contract/errors.ts'
import type { Classification, Shell } from '../../../preload/contract/models/safety/safety.ts'
import type { Clock } from '../../shared/clock.ts'
import { judgeForShells, rankOf, type ShellClassifier } from '../classifier/judge-for-systems.ts'
import { type Approval, type ApprovalService, type ApprovalSubject, requireConfirmation } from './approval.ts'

/** Everything that a standing approval covers, as shown to the operator. */
export interface StandingSubject {
  readonly command: string
  /** All that it may meet, the one it is written for first. */
  readonly shells: readonly Shell[]
  readonly timeoutS: number
  readonly deviceIds: readonly string[]
  readonly connectionId: string
  readonly operator: string
  /** As judged and shown: `read` or `change`. */
  readonly class: Classification['class']
  readonly tableVersion: string
}

/** A standing approval as kept. `suspended` says why it holds no longer. */
export interface StandingApproval {
  readonly id: string
  readonly subject: StandingSubject
  readonly approvedAt: number
  readonly runsLeft: number
  /** Epoch ms. */
  readonly endsAt: number
  readonly suspended: 'class-raised' | 'rules-changed' | 'revoked' | null
}

interface StandingDatabase {
  prepare(sql: string): {
    get(...values: readonly (string | number | null)[]): unknown
    all(...values: readonly (string | number | null)[]): unknown[]
    run(...values: readonly (string | number | null)[]): unknown
  }
}

interface StandingDeps {
  readonly database: StandingDatabase
  readonly approvals: ApprovalService
  readonly classifier: ShellClassifier
  readonly now: Clock
  readonly newId: () => string
}

const MAX_RUNS = 10_000
const MAX_DURATION_MS = 366 * 24 * 3_600_000

interface Row {
  readonly id: string
  readonly runs_left: number
  readonly ends_at: number
  readonly suspended: StandingApproval['suspended']
  readonly body: string
}

/**
 * Approvals of a schedule: only `read` and `change`, with a number of runs and an end, judged again before each run. Kept
 * for schedules; nothing makes them today, because there is no scheduler yet.
 */
export class StandingApprovals {
  readonly #deps: StandingDeps

  constructor(deps: StandingDeps) {
    this.#deps = deps
  }

  /**
   * Throws `APPROVAL_INVALID` for a class that may not stand, or that the classifier does not confirm now, and
   * `CONFIRMATION_MISMATCH` where what a single run would ask for was not typed.
   */
  create(
    subject: StandingSubject,
    limits: { readonly runs: number; readonly endsAt: number },
    confirmation: string | null,
  ): StandingApproval {
    const { now, newId, database } = this.#deps
    const isCountSound = Number.isInteger(limits.runs) && limits.runs >= 1 && limits.runs <= MAX_RUNS
    const lastsMs = limits.endsAt - now()
    if (!isCountSound || !(lastsMs > 0 && lastsMs <= MAX_DURATION_MS))
      throw new AppError('INVALID_INPUT', { field: 'limits' })
    if (subject.deviceIds.length === 0) throw new AppError('INVALID_INPUT', { field: 'deviceIds' })
    const { classification: judged } = judgeForShells(this.#deps.classifier, subject.command, subject.shells)
    const mayStand = subject.class === 'read' || subject.class === 'change'
    if (!mayStand || judged.endless || judged.class !== subject.class || judged.tableVersion !== subject.tableVersion) {
      throw new AppError('APPROVAL_INVALID')
    }
    requireConfirmation(subject, confirmation)
    const standing = {
      id: newId(),
      subject,
      approvedAt: now(),
      runsLeft: limits.runs,
      endsAt: limits.endsAt,
      suspended: null,
    }
    database
      .prepare(
        'INSERT INTO standing_approvals (id, connection_id, runs_left, ends_at, suspended, body) VALUES (?, ?, ?, ?, NULL, ?)',
      )
      .run(
        standing.id,
        subject.connectionId,
        limits.runs,
        limits.endsAt,
        JSON.stringify({ subject, approvedAt: standing.approvedAt }),
      )
    return standing
  }

  /** Those of a connection, spent and suspended ones too. */
  list(connectionId: string): readonly StandingApproval[] {
    const rows = this.#deps.database
      .prepare('SELECT * FROM standing_approvals WHERE connection_id = ?')
      .all(connectionId)
    return (rows as Row[]).map(fromRow)
  }

  revoke(id: string): void {
    this.#suspend(id, 'revoked')
  }

  /**
   * One run's approval. The command is judged again first: a higher class or other rules suspend it, and this throws
   * `APPROVAL_INVALID`; spent or past its end throws `APPROVAL_EXPIRED`. The run is counted before it is handed out.
   */
  approve(id: string): { readonly approval: Approval; readonly subject: ApprovalSubject } {
    const standing = this.#find(id)
    if (standing === null || standing.suspended !== null) throw new AppError('APPROVAL_INVALID')
    if (standing.runsLeft < 1 || this.#deps.now() > standing.endsAt) throw new AppError('APPROVAL_EXPIRED')
    const { shells, ...approved } = standing.subject
    const { classification: judged } = judgeForShells(this.#deps.classifier, approved.command, shells)
    if (rankOf(judged.class) > rankOf(approved.class) || judged.endless) this.#refuse(id, 'class-raised')
    if (judged.tableVersion !== approved.tableVersion) this.#refuse(id, 'rules-changed')
    const counted = this.#deps.database
      .prepare('UPDATE standing_approvals SET runs_left = runs_left - 1 WHERE id = ? AND runs_left > 0 RETURNING id')
      .all(id)
    if (counted.length !== 1) throw new AppError('APPROVAL_EXPIRED')
    const subject: ApprovalSubject = { ...approved, proposalId: id }
    return { approval: this.#deps.approvals.issueStanding(subject, id), subject }
  }

  #refuse(id: string, cause: 'class-raised' | 'rules-changed'): never {
    this.#suspend(id, cause)
    throw new AppError('APPROVAL_INVALID', { cause })
  }

  #suspend(id: string, cause: StandingApproval['suspended']): void {
    this.#deps.database
      .prepare('UPDATE standing_approvals SET suspended = ? WHERE id = ? AND suspended IS NULL')
      .run(cause, id)
  }

  #find(id: string): StandingApproval | null {
    const row = this.#deps.database.prepare('SELECT * FROM standing_approvals WHERE id = ?').get(id)
    return row === undefined ? null : fromRow(row as Row)
  }
}

function fromRow(row: Row): StandingApproval {
  const { subject, approvedAt } = JSON.parse(row.body) as Pick<StandingApproval, 'subject' | 'approvedAt'>
  return { id: row.id, subject, approvedAt, runsLeft: row.runs_left, endsAt: row.ends_at, suspended: row.suspended }
}
