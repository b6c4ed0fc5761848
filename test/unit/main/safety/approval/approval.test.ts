import { randomUUID } from 'node:crypto'
import { DatabaseSync } from '@photostructure/sqlite'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { SCHEMA } from '../../../../../main/platform/database/schema.ts'
import {
  APPROVAL_LIFETIME_MS,
  type Approval,
  ApprovalService,
  type ApprovalSubject,
  GRANT_LIFETIME_MS,
  type RunGrant,
} from '../../../../../main/safety/approval/approval.ts'
import { SqliteGrants } from '../../../../../main/safety/approval/grant-store.ts'
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

let now = 0
let service: ApprovalService
let database: InstanceType<typeof DatabaseSync>

function newService(): ApprovalService {
  return new ApprovalService({ now: () => now, newId: randomUUID, grants: new SqliteGrants(database) })
}

beforeEach(() => {
  now = 1_000_000
  database = new DatabaseSync(':memory:')
  for (const step of SCHEMA) database.exec(step)
  service = newService()
})

function codeOf(act: () => unknown): unknown {
  try {
    act()
    return 'nothing thrown'
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

function addressing(deviceId: string, change: object = {}) {
  return { deviceId, connectionId: 'site-a', command: 'df -h', timeoutS: 30, ...change }
}

describe('issue', () => {
  it('approves read and change without a typed word', () => {
    for (const judged of ['read', 'change'] as const) {
      expect(service.issue({ ...READ, class: judged }, null).class).toBe(judged)
    }
  })

  it.each(['unknown', 'destructive'] as const)('asks for the device id of one %s target, exactly', (judged) => {
    const subject = { ...READ, class: judged, deviceIds: ['rpi_001'] }
    for (const typed of [null, '', 'rpi_002', 'RPI_001', 'rpi_001 ', '1']) {
      expect(codeOf(() => service.issue(subject, typed))).toBe('CONFIRMATION_MISMATCH')
    }
    expect(service.issue(subject, 'rpi_001').class).toBe(judged)
  })

  it('asks for the number of devices where there are many', () => {
    const subject: ApprovalSubject = { ...READ, class: 'destructive' }
    expect(codeOf(() => service.issue(subject, 'rpi_001'))).toBe('CONFIRMATION_MISMATCH')
    expect(service.issue(subject, '2').class).toBe('destructive')
  })

  it('asks for the number of devices where a change reaches more than ten, and not for a read of any number', () => {
    const fleet = (size: number, judged: ApprovalSubject['class']): ApprovalSubject => ({
      ...READ,
      class: judged,
      deviceIds: Array.from({ length: size }, (_, index) => `gw-${index}`),
    })
    expect(service.issue(fleet(10, 'change'), null).class).toBe('change')
    for (const typed of [null, '', '10', 'gw-0', '11 ']) {
      expect(codeOf(() => service.issue(fleet(11, 'change'), typed))).toBe('CONFIRMATION_MISMATCH')
    }
    expect(service.issue(fleet(11, 'change'), '11').class).toBe('change')
    expect(service.issue(fleet(10_000, 'read'), null).class).toBe('read')
  })

  it('never approves what is forbidden or refused, whatever is typed', () => {
    expect(codeOf(() => service.issue({ ...READ, class: 'forbidden' }, '2'))).toBe('COMMAND_FORBIDDEN')
    expect(codeOf(() => service.issue({ ...READ, class: 'refused' }, '2'))).toBe('COMMAND_REFUSED')
    expect(codeOf(() => service.issue({ ...READ, deviceIds: [] }, null))).toBe('INVALID_INPUT')
  })
})

describe('redeem', () => {
  it('refuses a replay: one approval starts one run', () => {
    const approval = service.issue(READ, null)
    service.redeem(approval, READ)
    expect(codeOf(() => service.redeem(approval, READ))).toBe('APPROVAL_USED')
  })

  it('expires after 120 s, and when the clock was set back', () => {
    const approval = service.issue(READ, null)
    now += APPROVAL_LIFETIME_MS + 1
    expect(codeOf(() => service.redeem(approval, READ))).toBe('APPROVAL_EXPIRED')
    now -= APPROVAL_LIFETIME_MS + 2
    expect(codeOf(() => service.redeem(approval, READ))).toBe('APPROVAL_EXPIRED')
    now += 1 + APPROVAL_LIFETIME_MS
    expect(service.redeem(approval, READ).approvalId).toBe(approval.id)
  })

  it.each([
    ['bytes', { command: 'df -h ' }],
    ['target', { deviceIds: ['rpi_001', 'rpi_003'] }],
    ['order of targets', { deviceIds: ['rpi_002', 'rpi_001'] }],
    ['more targets', { deviceIds: ['rpi_001', 'rpi_002', 'rpi_003'] }],
    ['connection', { connectionId: 'site-b' }],
    ['operator', { operator: 'Wang' }],
    ['class', { class: 'change' as const }],
    ['rule tables', { tableVersion: 't2' }],
    ['timeout', { timeoutS: 31 }],
    ['proposal (an edit)', { proposalId: 'p2' }],
  ])('refuses a swapped %s, and the swap does not use it up', (_what, change) => {
    const approval = service.issue(READ, null)
    expect(codeOf(() => service.redeem(approval, { ...READ, ...change }))).toBe('APPROVAL_INVALID')
    expect(service.redeem(approval, READ).connectionId).toBe('site-a')
  })

  it('refuses a forged approval, a copy, one of another service and one that crossed a process border', () => {
    const approval = service.issue(READ, null)
    const other = newService()
    const forged: readonly Approval[] = [
      { id: approval.id, basis: { kind: 'operator' }, approvedAt: now, class: 'read' },
      { ...approval },
      structuredClone(approval),
      Object.create(approval),
      other.issue(READ, null),
    ]
    for (const fake of forged) expect(codeOf(() => service.redeem(fake, READ))).toBe('APPROVAL_INVALID')
  })

  it('cannot be changed after it was made', () => {
    const approval = service.issue(READ, null)
    const grant = service.redeem(approval, READ)
    expect(Object.isFrozen(approval) && Object.isFrozen(grant) && Object.isFrozen(grant.deviceIds)).toBe(true)
  })
})

describe('claim', () => {
  it('lets each device be addressed once', () => {
    const grant = keptGrant(service, READ)
    service.claim(grant, addressing('rpi_001'))
    expect(codeOf(() => service.claim(grant, addressing('rpi_001')))).toBe('APPROVAL_USED')
    service.claim(grant, addressing('rpi_002'))
    expect(codeOf(() => service.claim(grant, addressing('rpi_003')))).toBe('APPROVAL_INVALID')
  })

  it.each([
    ['other bytes', { command: 'df -h; reboot' }, 'APPROVAL_INVALID'],
    ['another timeout', { timeoutS: 3600 }, 'APPROVAL_INVALID'],
    ['another connection', { connectionId: 'site-b' }, 'CONNECTION_SWITCHED'],
    ['no connection', { connectionId: null }, 'CONNECTION_SWITCHED'],
  ])('refuses %s and keeps the address open for the right ones', (_what, change, code) => {
    const grant = keptGrant(service, READ)
    expect(codeOf(() => service.claim(grant, addressing('rpi_001', change)))).toBe(code)
    service.claim(grant, addressing('rpi_001'))
  })

  it('refuses a forged grant', () => {
    const grant = keptGrant(service, READ)
    for (const fake of [{ ...grant }, structuredClone(grant)] satisfies RunGrant[]) {
      expect(codeOf(() => service.claim(fake, addressing('rpi_001')))).toBe('APPROVAL_INVALID')
    }
  })

  it('ends with its time', () => {
    const grant = keptGrant(service, READ)
    now += GRANT_LIFETIME_MS + 1
    expect(codeOf(() => service.claim(grant, addressing('rpi_001')))).toBe('APPROVAL_EXPIRED')
  })

  it('never addresses a device twice, in whatever order devices and switches come', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('rpi_001', 'rpi_002', 'rpi_003', 'switch')), (steps) => {
        const grant = keptGrant(service, READ)
        const sent: string[] = []
        let isSwitched = false
        for (const step of steps) {
          if (step === 'switch') {
            service.cancelAll('site-a')
            isSwitched = true
          } else if (codeOf(() => service.claim(grant, addressing(step))) === 'nothing thrown') {
            expect(isSwitched).toBe(false)
            sent.push(step)
          }
        }
        expect(new Set(sent).size).toBe(sent.length)
        expect(sent).not.toContain('rpi_003')
      }),
    )
  })
})

describe('cancelAll', () => {
  it('voids approvals and running grants of the connection that is left, and no others', () => {
    const open = service.issue(READ, null)
    const running = keptGrant(service, READ)
    const elsewhere = { ...READ, connectionId: 'site-b' }
    const other = service.issue(elsewhere, null)
    service.cancelAll('site-a')
    expect(codeOf(() => service.redeem(open, READ))).toBe('CONNECTION_SWITCHED')
    expect(codeOf(() => service.claim(running, addressing('rpi_001')))).toBe('CONNECTION_SWITCHED')
    expect(service.redeem(other, elsewhere).connectionId).toBe('site-b')
    expect(service.redeem(service.issue(READ, null), READ).connectionId).toBe('site-a')
  })
})
