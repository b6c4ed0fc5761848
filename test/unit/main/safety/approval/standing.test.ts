import { randomUUID } from 'node:crypto'
import { DatabaseSync } from '@photostructure/sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA } from '../../../../../main/platform/database/schema.ts'
import { ApprovalService } from '../../../../../main/safety/approval/approval.ts'
import { SqliteGrants } from '../../../../../main/safety/approval/grant-store.ts'
import { StandingApprovals, type StandingSubject } from '../../../../../main/safety/approval/standing-approvals.ts'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import type { Classification } from '../../../../../preload/contract/models/safety/safety.ts'

const classifier = new Classifier()
const HOUR_MS = 3_600_000

let now = 0
let override: Partial<Classification> = {}
let database: InstanceType<typeof DatabaseSync>
let approvals: ApprovalService

const subjectOf = (command: string, change: Partial<StandingSubject> = {}): StandingSubject => ({
  command,
  shells: ['bash'],
  timeoutS: 30,
  deviceIds: ['rpi_001'],
  connectionId: 'site-a',
  operator: 'Li',
  class: classifier.classify(command, 'bash').class,
  tableVersion: classifier.tableVersion,
  ...change,
})

function open(): StandingApprovals {
  approvals = new ApprovalService({ now: () => now, newId: randomUUID, grants: new SqliteGrants(database) })
  return new StandingApprovals({
    database,
    approvals,
    classifier: { classify: (command, shell) => ({ ...classifier.classify(command, shell), ...override }) },
    now: () => now,
    newId: randomUUID,
  })
}

function codeOf(act: () => unknown): unknown {
  try {
    act()
    return 'nothing thrown'
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

beforeEach(() => {
  now = 1_000_000
  override = {}
  database = new DatabaseSync(':memory:')
  for (const step of SCHEMA) database.exec(step)
})

describe('a standing approval', () => {
  it.each(['rm -rf x', 'reboot', 'sh x.sh', 'rm -rf /', 'top'])('cannot be made for %s', (command) => {
    expect(codeOf(() => open().create(subjectOf(command), { runs: 3, endsAt: now + HOUR_MS }, null))).toBe(
      'APPROVAL_INVALID',
    )
  })

  it('cannot be made under a class that the command does not have', () => {
    const subject = subjectOf('reboot', { class: 'read' })
    expect(codeOf(() => open().create(subject, { runs: 1, endsAt: now + HOUR_MS }, null))).toBe('APPROVAL_INVALID')
  })

  it.each([
    [0, HOUR_MS],
    [1.5, HOUR_MS],
    [10_001, HOUR_MS],
    [1, 0],
    [1, -1],
    [1, Number.NaN],
    [1, 400 * 24 * HOUR_MS],
  ])('has sound limits: not %d runs for %d ms', (runs, lastsMs) => {
    expect(codeOf(() => open().create(subjectOf('df -h'), { runs, endsAt: now + lastsMs }, null))).toBe('INVALID_INPUT')
  })

  it('for a change on more than ten devices needs their number, as one run of it would', () => {
    const deviceIds = Array.from({ length: 11 }, (_, index) => `gw-${index}`)
    const limits = { runs: 1, endsAt: now + HOUR_MS }
    const wide = subjectOf('mkdir /tmp/x', { deviceIds })
    expect(wide.class).toBe('change')
    expect(codeOf(() => open().create(wide, limits, null))).toBe('CONFIRMATION_MISMATCH')
    expect(open().list('site-a')).toEqual([])
    expect(open().create(wide, limits, '11').runsLeft).toBe(1)
  })

  it('gives as many runs as were approved, over a restart too, each for one run', () => {
    const made = open().create(subjectOf('df -h'), { runs: 2, endsAt: now + HOUR_MS }, null)
    const first = open().approve(made.id)
    const grant = approvals.redeem(first.approval, first.subject)
    expect(first.approval.basis).toEqual({ kind: 'standing', standingId: made.id })
    expect(grant.deviceIds).toEqual(['rpi_001'])
    expect(codeOf(() => approvals.redeem(first.approval, first.subject))).toBe('APPROVAL_USED')
    open().approve(made.id)
    expect(codeOf(() => open().approve(made.id))).toBe('APPROVAL_EXPIRED')
    expect(open().list('site-a')).toMatchObject([{ id: made.id, runsLeft: 0, suspended: null }])
  })

  it('ends at its end', () => {
    const made = open().create(subjectOf('df -h'), { runs: 5, endsAt: now + HOUR_MS }, null)
    now += HOUR_MS + 1
    expect(codeOf(() => open().approve(made.id))).toBe('APPROVAL_EXPIRED')
  })

  it.each([
    ['class-raised', { class: 'destructive' as const }],
    ['class-raised', { class: 'refused' as const }],
    ['rules-changed', { tableVersion: 'another' }],
  ])('is suspended for good by %s', (cause, change) => {
    const standing = open()
    const made = standing.create(subjectOf('df -h'), { runs: 5, endsAt: now + HOUR_MS }, null)
    override = change
    expect(codeOf(() => standing.approve(made.id))).toBe('APPROVAL_INVALID')
    override = {}
    expect(codeOf(() => standing.approve(made.id))).toBe('APPROVAL_INVALID')
    expect(standing.list('site-a')).toMatchObject([{ runsLeft: 5, suspended: cause }])
  })

  it('covers every shell that its devices may run: what one of them destroys is not stood for', () => {
    const subject = subjectOf("ls '& shutdown /s & '", { shells: ['bash', 'cmd', 'powershell'] })
    expect(subject.class).toBe('read')
    expect(codeOf(() => open().create(subject, { runs: 1, endsAt: now + HOUR_MS }, null))).toBe('APPROVAL_INVALID')
  })

  it('gives nothing once revoked, and nothing for an invented id', () => {
    const standing = open()
    const made = standing.create(subjectOf('df -h'), { runs: 5, endsAt: now + HOUR_MS }, null)
    standing.revoke(made.id)
    expect(codeOf(() => standing.approve(made.id))).toBe('APPROVAL_INVALID')
    expect(codeOf(() => standing.approve('x'))).toBe('APPROVAL_INVALID')
  })

  it('gives nothing while the classifier fails, and counts no run', () => {
    const standing = open()
    const made = standing.create(subjectOf('df -h'), { runs: 1, endsAt: now + HOUR_MS }, null)
    override = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('classifier failed')
        },
      },
    )
    expect(() => standing.approve(made.id)).toThrow('classifier failed')
    override = {}
    expect(standing.list('site-a')).toMatchObject([{ runsLeft: 1 }])
  })
})
