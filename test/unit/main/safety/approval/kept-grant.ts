import type { ApprovalService, ApprovalSubject, RunGrant } from '../../../../../main/safety/approval/approval.ts'

/** The grant of an approved run, written down as the command service does it. */
export function keptGrant(service: ApprovalService, subject: ApprovalSubject): RunGrant {
  const grant = service.redeem(service.issue(subject, null), subject)
  service.keep(grant)
  return grant
}
