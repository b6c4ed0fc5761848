// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { Alert, AlertGroup, AlertGroups, AlertRule } from '../../../../preload/contract/models/devices/alert.ts'
import { AlertsView } from '../../../../renderer/features/alerts/alerts-view.tsx'
import { connection } from '../support/connection.ts'
import { refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'

const COUNTS = { active: 0, snoozed: 0, acknowledged: 0, critical: 0 }
const ALERT: Alert = {
  connectionId: 'site-a',
  deviceId: 'pump-1',
  id: 'alert-1',
  ruleId: 'rule-1',
  ruleName: 'Too hot',
  watches: { kind: 'metric', metric: 'cpuTemperatureC' },
  comparison: 'above',
  threshold: 75,
  severity: 'critical',
  state: 'active',
  raisedAt: 1000,
  value: 81,
  occurrences: 1,
  acknowledged: null,
  resolvedAt: null,
  snoozedUntil: null,
}
const GROUP: AlertGroup = {
  ruleId: 'rule-1',
  state: 'active',
  from: 1000,
  to: 41_000,
  count: 12,
  commonTags: ['roof'],
  first: [ALERT],
}
const RULE: AlertRule = {
  id: 'rule-1',
  name: 'Too hot',
  watches: { kind: 'metric', metric: 'cpuTemperatureC' },
  comparison: 'above',
  threshold: 75,
  durationS: 120,
  cooldownS: 900,
  severity: 'critical',
  scope: '',
  isEnabled: true,
  hasNotification: true,
}

function listOf(groups: readonly AlertGroup[]): AlertGroups {
  return { groups, groupTotal: groups.length, total: groups.length, counts: COUNTS, dropped: 0 }
}

describe('the alerts', () => {
  it('claim nothing while they load', async () => {
    await renderView(<AlertsView />)
    expect(screen.queryByText('No open alerts')).toBeNull()
    expect(screen.queryByRole('list', { name: 'Alerts' })).toBeNull()
  })

  it('say that nothing needs attention, and offer nothing to acknowledge', async () => {
    await renderView(<AlertsView />, {
      answers: { 'alerts.groups': () => listOf([]) },
    })
    expect(await screen.findByRole('heading', { name: 'No open alerts' })).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Acknowledge all/ }).disabled).toBe(true)
  })

  it('give no all-clear while nothing is watched', async () => {
    const answers = { 'alerts.groups': () => listOf([]) }
    const bridge = await renderView(<AlertsView />, { state: { connection: connection() }, answers })
    expect(await screen.findByText(/^An alert appears here when/)).toBeTruthy()
    act(() => bridge.emit('connection.changed', { ...connection(), state: 'waiting' }))
    expect(screen.getByText('Not connected: nothing is watched until the connection is back.')).toBeTruthy()
    expect(screen.queryByText(/^An alert appears here when/)).toBeNull()
  })

  it('tell of a failure, and do not say that nothing needs attention', async () => {
    await renderView(<AlertsView />, { answers: { 'alerts.groups': refuse } })
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.queryByText('No open alerts')).toBeNull()
  })

  it('list the device, the rule and how bad it is', async () => {
    const counts = { ...COUNTS, active: 1, critical: 1 }
    await renderView(<AlertsView />, {
      answers: { 'alerts.groups': () => ({ ...listOf([{ ...GROUP, count: 1, to: 1000, commonTags: [] }]), counts }) },
    })
    const line = (await screen.findByText('pump-1')).closest('li')
    expect(line?.textContent).toContain('Too hot')
    expect(line?.textContent).toContain('Critical')
    expect(screen.queryByText('No open alerts')).toBeNull()
  })
})

describe('an alert that is put off', () => {
  it('says until when, and is active again by one choice of its menu', async () => {
    const snoozed: Alert = { ...ALERT, state: 'snoozed', snoozedUntil: Date.now() + 600_000 }
    const group: AlertGroup = { ...GROUP, state: 'snoozed', count: 1, to: 1000, commonTags: [], first: [snoozed] }
    const bridge = await renderView(<AlertsView />, {
      answers: { 'alerts.groups': () => listOf([group]), 'alerts.snooze': () => ({ count: 1 }) },
    })
    expect(await screen.findByText(/^Put off until/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Put off the alert of pump-1' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Active again now' }))
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toEqual({ name: 'alerts.snooze', input: { alerts: ['alert-1'], lengthMs: 0 } }),
    )
  })

  it('offers that to no other', async () => {
    const group: AlertGroup = { ...GROUP, count: 1, to: 1000, commonTags: [] }
    await renderView(<AlertsView />, { answers: { 'alerts.groups': () => listOf([group]) } })
    fireEvent.click(await screen.findByRole('button', { name: 'Put off the alert of pump-1' }))
    expect(await screen.findByRole('menuitem', { name: '30 minutes' })).toBeTruthy()
    expect(screen.queryByRole('menuitem', { name: 'Active again now' })).toBeNull()
  })
})

describe('alerts of one cause', () => {
  it('stand on one line, which names what they share and opens', async () => {
    const bridge = await renderView(<AlertsView />, {
      answers: {
        'alerts.groups': () => listOf([GROUP]),
        'alerts.list': () => ({ alerts: [ALERT], total: 12, counts: COUNTS, dropped: 0 }),
      },
    })
    const line = (await screen.findByText('12 devices')).closest('li')
    expect(line?.textContent).toContain('within 40s')
    expect(line?.textContent).toContain('all tagged roof')
    fireEvent.click(screen.getByText('12 devices'))
    expect(await screen.findByText('pump-1')).toBeTruthy()
    expect(screen.getByText('11 more not shown.')).toBeTruthy()
    expect(bridge.asked.find(({ name }) => name === 'alerts.list')).toMatchObject({
      input: { group: { ruleId: 'rule-1', state: 'active', from: 1000, to: 41_000 } },
    })
  })

  it('are acknowledged together', async () => {
    const bridge = await renderView(<AlertsView />, {
      answers: { 'alerts.groups': () => listOf([GROUP]), 'alerts.acknowledge': () => ({ count: 12 }) },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Acknowledge the alert of 12 devices, Too hot' }))
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Acknowledge' }))
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toMatchObject({
        name: 'alerts.acknowledge',
        input: { alerts: { ruleId: 'rule-1', state: 'active', from: 1000, to: 41_000 } },
      }),
    )
  })
})

describe('the alert rules', () => {
  const openRule = async () => {
    fireEvent.click(screen.getByRole('tab', { name: 'Rules' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Edit Too hot' }))
    await screen.findByRole('dialog')
  }

  it('are not saved while a figure is wrong', async () => {
    const bridge = await renderView(<AlertsView />, {
      answers: { 'alerts.rules': () => [RULE], 'alerts.saveRule': () => [RULE] },
    })
    await openRule()
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' })
    expect(save.disabled).toBe(false)
    fireEvent.change(screen.getByLabelText(/^Name( \*)?$/), { target: { value: ' ' } })
    expect(screen.getByText('Give the rule a name.')).toBeTruthy()
    expect(save.disabled).toBe(true)
    fireEvent.change(screen.getByLabelText(/^Name( \*)?$/), { target: { value: 'Hot' } })
    fireEvent.click(save)
    await waitFor(() => expect(bridge.asked.at(-1)).toMatchObject({ name: 'alerts.saveRule', input: { name: 'Hot' } }))
  })

  it('show at the scope what is wrong with it, until it changes', async () => {
    await renderView(<AlertsView />, {
      answers: {
        'alerts.rules': () => [RULE],
        'alerts.saveRule': () => {
          throw new AppError('FILTER_INVALID', { reason: 'unknown-field', word: 'roof' })
        },
      },
    })
    await openRule()
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/^roof: /)).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: 'Only devices that match' }), {
      target: { value: 'tag:roof' },
    })
    expect(screen.queryByText(/^roof: /)).toBeNull()
  })
})
