// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SetupView as KeptSetup } from '../../../../preload/contract/models/setup.ts'
import { SetupView } from '../../../../renderer/features/setup/setup-view.tsx'
import { draftOf, newWizard } from '../../../../renderer/features/setup/wizard-state.ts'
import { refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'

const SUGGESTED = { 'setup.suggest': () => ({ hosts: ['192.0.2.7'], hasMosquitto: false }) }
const KEPT: KeptSetup = {
  id: 'plant',
  plan: { ...draftOf(newWizard('plant', '')).plan, name: 'Plant', devices: ['pump-1', 'valve-2'] },
  createdAt: 1000,
  changedAt: 1000,
  certificatesEndAt: null,
  caKey: 'none',
  knownAccounts: [],
  savedIn: null,
}

describe('the broker set-ups', () => {
  it('claim nothing while they load', async () => {
    await renderView(<SetupView />)
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('open the wizard at its first step where none is kept', async () => {
    await renderView(<SetupView />, { answers: { ...SUGGESTED, 'setup.list': () => [] } })
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Next' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Finish' })).toBeNull()
  })

  it('tell of a failure, and open no wizard over what may be kept', async () => {
    await renderView(<SetupView />, { answers: { ...SUGGESTED, 'setup.list': refuse } })
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Next' })).toBeNull()
  })

  it('list what is kept, with its devices', async () => {
    await renderView(<SetupView />, { answers: { ...SUGGESTED, 'setup.list': () => [KEPT] } })
    expect(await screen.findByRole('heading', { name: 'Broker set-ups' })).toBeTruthy()
    expect(screen.getByText('Plant').closest('li')?.textContent).toContain('2 devices')
  })
})
