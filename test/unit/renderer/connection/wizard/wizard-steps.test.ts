import { expect, it } from 'vitest'
import { DRAFT_FIELDS } from '../../../../../renderer/features/connection/form/profile-errors.ts'
import {
  certificateNames,
  STEP_FIELDS,
  stepOf,
} from '../../../../../renderer/features/connection/wizard/wizard-steps.ts'

it('has every input in exactly one step, so that none is unreachable', () => {
  expect(Object.values(STEP_FIELDS).flat().sort()).toEqual([...DRAFT_FIELDS].sort())
  expect(stepOf('serverName')).toBe('security')
})

it('offers the names of a certificate, and no wildcard, which nobody can connect to', () => {
  expect(certificateNames('DNS:broker.example, DNS:*.example, IP Address:192.0.2.1')).toEqual([
    'broker.example',
    '192.0.2.1',
  ])
  expect(certificateNames('')).toEqual([])
})
