// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { Alert, AlertRule } from '../../../../preload/contract/models/alert.ts'
import { AlertsView } from '../../../../renderer/features/alerts/alerts-view.tsx'
import { refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'

const COUNTS = { active: 0, acknowledged: 0, critical: 0 }
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

describe('the alerts', () => {
  it('claim nothing while they load', async () => {
    await renderView(<AlertsView />)
    expect(screen.queryByText('Nothing needs attention')).toBeNull()
    expect(screen.queryByRole('list', { name: 'Alerts' })).toBeNull()
  })

  it('say that nothing needs attention, and offer nothing to acknowledge', async () => {
    await renderView(<AlertsView />, {
      answers: { 'alerts.list': () => ({ alerts: [], total: 0, counts: COUNTS, dropped: 0 }) },
    })
    expect(await screen.findByRole('heading', { name: 'Nothing needs attention' })).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Acknowledge all/ }).disabled).toBe(true)
  })

  it('tell of a failure, and do not say that nothing needs attention', async () => {
    await renderView(<AlertsView />, { answers: { 'alerts.list': refuse } })
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.queryByText('Nothing needs attention')).toBeNull()
  })

  it('list the device, the rule and how bad it is', async () => {
    const counts = { ...COUNTS, active: 1, critical: 1 }
    await renderView(<AlertsView />, {
      answers: { 'alerts.list': () => ({ alerts: [ALERT], total: 1, counts, dropped: 0 }) },
    })
    const line = (await screen.findByText('pump-1')).closest('li')
    expect(line?.textContent).toContain('Too hot')
    expect(line?.textContent).toContain('Critical')
    expect(screen.queryByText('Nothing needs attention')).toBeNull()
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
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: ' ' } })
    expect(save.disabled).toBe(true)
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Hot' } })
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
