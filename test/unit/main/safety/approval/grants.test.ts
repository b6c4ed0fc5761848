import { randomUUID } from 'node:crypto'
import { DatabaseSync } from '@photostructure/sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA } from '../../../../../main/platform/database/schema.ts'
import {
  ApprovalService,
  type ApprovalSubject,
  MAX_GRANT_LIFETIME_MS,
} from '../../../../../main/safety/approval/approval.ts'
import { SqliteGrants } from '../../../../../main/safety/approval/grant-store.ts'
import type { HeadlessClass } from '../../../../../preload/contract/models/safety/safety.ts'
import { keptGrant } from './kept-grant.ts'

const READ: ApprovalSubject = {
  proposalId: 'p1',
  command: 'df -h',
  timeoutS: 30,
  deviceIds: ['rpi_001', 'rpi_002'],
  connectionId: 'site-a',
  operator: 'Li',
  class: 'read',
  tableVersion: 't1',
}
const HOUR_MS = 3_600_000

let now = 0
let database: InstanceType<typeof DatabaseSync>
const open = (): ApprovalService =>
  new ApprovalService({ now: () => now, newId: randomUUID, grants: new SqliteGrants(database) })

function codeOf(act: () => unknown): unknown {
  try {
    act()
    return 'nothing thrown'
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

const addressing = (deviceId: string, change: object = {}) => ({
  deviceId,
  connectionId: 'site-a',
  command: 'df -h',
  timeoutS: 30,
  ...change,
})

beforeEach(() => {
  now = 1_000_000
  database = new DatabaseSync(':memory:')
  for (const step of SCHEMA) database.exec(step)
})

describe('a run that outlives the console', () => {
  const inWaves = { ...READ, runForMs: HOUR_MS }

  it('may address each of its devices once, over a restart too', () => {
    const before = open()
    const grant = keptGrant(before, inWaves)
    before.claim(grant, addressing('rpi_001'))
    now += HOUR_MS / 2
    const after = open()
    const resumed = after.resume(grant.runId)
    expect(resumed.open).toEqual(['rpi_002'])
    expect(codeOf(() => after.claim(resumed.grant, addressing('rpi_001')))).toBe('APPROVAL_USED')
    after.claim(resumed.grant, addressing('rpi_002'))
    expect(codeOf(() => after.claim(resumed.grant, addressing('rpi_002')))).toBe('APPROVAL_USED')
    expect(after.resume(grant.runId).open).toEqual([])
  })

  it('is used up by whoever is first when it is resumed twice', () => {
    const service = open()
    const grant = keptGrant(service, inWaves)
    const [one, two] = [service.resume(grant.runId), service.resume(grant.runId)]
    service.claim(one.grant, addressing('rpi_001'))
    expect(codeOf(() => service.claim(two.grant, addressing('rpi_001')))).toBe('APPROVAL_USED')
  })

  it('still takes only the approved bytes', () => {
    const service = open()
    const { grant } = service.resume(keptGrant(service, inWaves).runId)
    for (const change of [{ command: 'df -h ' }, { command: 'reboot' }, { timeoutS: 31 }]) {
      expect(codeOf(() => service.claim(grant, addressing('rpi_001', change)))).toBe('APPROVAL_INVALID')
    }
    expect(codeOf(() => service.claim(grant, addressing('rpi_001', { connectionId: 'site-b' })))).toBe(
      'CONNECTION_SWITCHED',
    )
    expect(codeOf(() => service.claim(grant, addressing('rpi_003')))).toBe('APPROVAL_INVALID')
  })

  it('ends with its time, with its connection, and was never anything but ours', () => {
    const service = open()
    const grant = keptGrant(service, inWaves)
    expect(codeOf(() => open().resume('invented'))).toBe('APPROVAL_INVALID')
    now += HOUR_MS + 1
    expect(codeOf(() => open().resume(grant.runId))).toBe('APPROVAL_EXPIRED')
    now -= HOUR_MS
    service.cancelAll('site-a')
    expect(codeOf(() => open().resume(grant.runId))).toBe('APPROVAL_INVALID')
  })

  it('lasts no longer than was approved', () => {
    const service = open()
    const approval = service.issue(READ, null)
    expect(codeOf(() => service.redeem(approval, inWaves))).toBe('APPROVAL_INVALID')
    for (const runForMs of [0, -1, Number.NaN, MAX_GRANT_LIFETIME_MS + 1]) {
      expect(codeOf(() => service.issue({ ...READ, runForMs }, null))).toBe('INVALID_INPUT')
    }
  })

  it('starts nothing when it cannot be kept', () => {
    const service = open()
    const grant = service.redeem(service.issue(READ, null), READ)
    database.exec("CREATE TRIGGER full BEFORE INSERT ON grant_devices BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    expect(codeOf(() => service.keep(grant))).toBe('DISK_FAILED')
    expect(codeOf(() => service.claim(grant, addressing('rpi_001')))).toBe('APPROVAL_USED')
    expect(codeOf(() => service.resume(grant.runId))).toBe('APPROVAL_INVALID')
  })

  it('addresses nothing before it is kept, and cannot be resumed where its connection was left first', () => {
    const service = open()
    const early = service.redeem(service.issue(READ, null), READ)
    expect(codeOf(() => service.claim(early, addressing('rpi_001')))).toBe('APPROVAL_USED')
    const left = service.redeem(service.issue(READ, null), READ)
    service.cancelAll('site-a')
    service.keep(left)
    expect(codeOf(() => open().resume(left.runId))).toBe('APPROVAL_INVALID')
  })
})

describe('reads that run unasked', () => {
  it('are refused unless switched on, on this connection, for a read without device output', () => {
    const service = open()
    expect(codeOf(() => service.issueUnasked(READ, false))).toBe('APPROVAL_INVALID')
    service.setUnaskedReads('site-a')
    expect(service.issueUnasked(READ, false).basis).toEqual({ kind: 'session-read' })
    expect(codeOf(() => service.issueUnasked(READ, true))).toBe('APPROVAL_INVALID')
    expect(codeOf(() => service.issueUnasked({ ...READ, connectionId: 'site-b' }, false))).toBe('APPROVAL_INVALID')
    for (const judged of ['change', 'unknown', 'destructive', 'forbidden', 'refused'] as const) {
      expect(codeOf(() => service.issueUnasked({ ...READ, class: judged }, false))).toBe('APPROVAL_INVALID')
    }
  })

  it('end with the connection and with the session', () => {
    const service = open()
    service.setUnaskedReads('site-a')
    service.cancelAll('site-a')
    expect(codeOf(() => service.issueUnasked(READ, false))).toBe('APPROVAL_INVALID')
    service.setUnaskedReads('site-a')
    expect(codeOf(() => open().issueUnasked(READ, false))).toBe('APPROVAL_INVALID')
  })
})

describe('approvals of a call without a window', () => {
  it('reach up to the class that the caller named; unknown counts as destructive', () => {
    const service = open()
    const sent = (highest: HeadlessClass) =>
      (['read', 'change', 'unknown', 'destructive', 'forbidden', 'refused'] as const).filter((judged) => {
        const subject = { ...READ, class: judged }
        if (codeOf(() => service.issueHeadless(subject, highest)) === 'APPROVAL_INVALID') return false
        expect(service.issueHeadless(subject, highest).basis).toEqual({ kind: 'headless' })
        return true
      })
    expect(sent('read')).toEqual(['read'])
    expect(sent('change')).toEqual(['read', 'change'])
    expect(sent('destructive')).toEqual(['read', 'change', 'unknown', 'destructive'])
  })
})
