// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SetupView as KeptSetup, SetupPrepared } from '../../../../preload/contract/models/broker/setup.ts'
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
const REVIEW: NonNullable<SetupPrepared['review']> = {
  files: [],
  commands: [],
  warnings: [],
  certificatesEndAt: null,
  caKey: 'none',
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

  it('get a further device in three clicks, with files that are proved', async () => {
    const saved = { ...KEPT, savedIn: '/srv/plant' }
    const bridge = await renderView(<SetupView />, {
      answers: {
        ...SUGGESTED,
        'setup.list': () => [saved],
        'setup.addDevices': () => ({ problems: [], review: REVIEW }),
        'setup.prove': ({ proofId }) => ({
          proofId,
          outcome: 'proved',
          reason: null,
          brokerVersion: '2.0.11',
          probes: [],
          log: [],
        }),
        'setup.saveFolder': () => ({ path: '/srv/plant' }),
        'setup.openFolder': () => null,
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Add a device…' }))
    fireEvent.change(screen.getByRole('textbox', { name: /^Device ids/ }), { target: { value: 'tank-3, tank-4' } })
    fireEvent.click(screen.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText('Proved with Mosquitto 2.0.11.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Save as a folder…' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Open the folder' }))
    await waitFor(() => expect(bridge.asked.at(-1)?.name).toBe('setup.openFolder'))
    expect(bridge.asked.find(({ name }) => name === 'setup.addDevices')?.input).toEqual({
      id: 'plant',
      devices: ['tank-3', 'tank-4'],
    })
  })

  it('say what is wrong with the id of a further device, beside the field', async () => {
    const fix = { en: 'Use another id.', zh: '' }
    const message = { en: 'pump-1 is there already.', zh: '' }
    await renderView(<SetupView />, {
      answers: {
        ...SUGGESTED,
        'setup.list': () => [KEPT],
        'setup.addDevices': () => ({ problems: [{ field: 'devices', item: 'pump-1', message, fix }], review: null }),
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Add a device…' }))
    fireEvent.change(screen.getByRole('textbox', { name: /^Device ids/ }), { target: { value: 'pump-1' } })
    fireEvent.click(screen.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText('pump-1 is there already. Use another id.')).toBeTruthy()
  })

  it('lead to the folder in which the files are', async () => {
    const bridge = await renderView(<SetupView />, {
      answers: {
        ...SUGGESTED,
        'setup.list': () => [{ ...KEPT, savedIn: '/srv/plant' }],
        'setup.openFolder': () => null,
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Open the folder' }))
    await waitFor(() => expect(bridge.asked.at(-1)).toEqual({ name: 'setup.openFolder', input: { id: 'plant' } }))
  })
})
