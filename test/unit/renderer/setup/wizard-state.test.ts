import { describe, expect, it } from 'vitest'
import type { SetupProblem, SetupView } from '../../../../preload/contract/models/broker/setup.ts'
import {
  draftOf,
  firstBadStep,
  newWizard,
  problemsUpTo,
  type WizardValues,
  withMode,
  wizardOf,
} from '../../../../renderer/features/setup/wizard-state.ts'

const problem = (field: SetupProblem['field']): SetupProblem => ({
  field,
  item: null,
  message: { en: '', zh: '' },
  fix: { en: '', zh: '' },
})

const operator = { key: 0, name: 'operator', password: 'a password', keptName: null }

describe('the draft that main gets', () => {
  it('has what was typed, and no password where the mode has none', () => {
    const values: WizardValues = { ...newWizard('id', 'Workshop'), operators: [operator] }
    expect(draftOf(values)).toMatchObject({
      plan: { port: 8883, mode: 'tls', operators: ['operator'] },
      passwords: { operator: 'a password' },
    })
    expect(draftOf(withMode(values, 'mtls')).passwords).toEqual({})
  })

  it('leaves a password out that was not typed, so that main keeps its own', () => {
    const values = { ...newWizard('id', 'Workshop'), operators: [{ ...operator, password: '' }] }
    expect(draftOf(values).passwords).toEqual({})
  })

  it.each(['', ' ', 'x', '-'])('makes a number of %j that main refuses by its field', (port) => {
    expect(draftOf({ ...newWizard('id', 'Workshop'), port }).plan.port).toBe(0)
  })

  it('reads an empty limit of clients as none', () => {
    const values = newWizard('id', 'Workshop')
    expect(
      draftOf({ ...values, tuning: { ...values.tuning, maxConnections: '' } }).plan.tuning.maxConnections,
    ).toBeNull()
  })
})

it('lets the port follow the mode only while it is the usual one', () => {
  const values = newWizard('id', 'Workshop')
  expect(withMode(values, 'password').port).toBe(1883)
  expect(withMode({ ...values, port: 9001 }, 'password').port).toBe(9001)
  expect(withMode(withMode(values, 'anonymous'), 'mtls').port).toBe(8883)
})

it('gives a kept set-up back as it was, with the passwords that main knows marked', () => {
  const { plan } = draftOf({ ...newWizard('id', 'Workshop'), operators: [operator] })
  const view: SetupView = {
    id: 'id',
    plan: { ...plan, tuning: { ...plan.tuning, maxConnections: null } },
    createdAt: 0,
    changedAt: 0,
    certificatesEndAt: null,
    caKey: 'stored',
    knownAccounts: ['operator'],
    savedIn: null,
  }
  const values = wizardOf(view)
  expect(values.operators).toEqual([{ key: 0, name: 'operator', password: '', keptName: 'operator' }])
  expect(draftOf(values).plan).toEqual(view.plan)
})

it('shows the problems of steps that were seen, the first step first', () => {
  const problems = [problem('maxPacketBytes'), problem('passwords'), problem('hosts')]
  expect(problemsUpTo(problems, 'names').map(({ field }) => field)).toEqual(['hosts'])
  expect(problemsUpTo(problems, 'platform')).toEqual([])
  expect(firstBadStep(problems)).toBe('names')
  expect(firstBadStep([])).toBeNull()
})
