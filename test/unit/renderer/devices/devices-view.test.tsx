// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import { DevicesView } from '../../../../renderer/features/devices/devices-view.tsx'
import { bootstrap } from '../bootstrap.ts'
import { connection } from '../support/connection.ts'
import { refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'
import { makeDevice } from './make-device.ts'

const CONNECTED = { connection: connection() }
const NO_ROWS = { 'devices.queryWindow': () => ({ rows: [], total: 0, revision: 1 }) }

describe('the device list', () => {
  it('shows its columns and no empty notice while it loads', async () => {
    await renderView(<DevicesView />, { state: CONNECTED })
    expect(screen.getByRole('grid', { name: 'Devices' })).toBeTruthy()
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull()
  })

  it('leads to a connection where there is none', async () => {
    await renderView(<DevicesView />, { answers: NO_ROWS })
    expect(await screen.findByRole('heading', { name: 'Not connected' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Connect…' })).toBeTruthy()
  })

  it('says what a connection without devices waits for', async () => {
    await renderView(<DevicesView />, { state: CONNECTED, answers: NO_ROWS })
    expect(await screen.findByRole('heading', { name: 'No device has reported yet' })).toBeTruthy()
  })

  it('offers a way back from a filter that nothing matches', async () => {
    await renderView(<DevicesView />, {
      state: CONNECTED,
      answers: {
        'devices.queryWindow': ({ filter }) =>
          filter === 'tag:roof' ? { rows: [], total: 0, revision: 1 } : { rows: [makeDevice()], total: 1, revision: 1 },
      },
    })
    await screen.findByText('pump-1')
    fireEvent.change(screen.getByRole('combobox', { name: 'Filter devices' }), { target: { value: 'tag:roof' } })
    expect(await screen.findByRole('heading', { name: 'No device matches' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show all devices' }))
    expect(await screen.findByText('pump-1')).toBeTruthy()
  })

  it('does not say that nothing matches while the filter has a mistake', async () => {
    await renderView(<DevicesView />, {
      state: CONNECTED,
      answers: {
        'devices.queryWindow': ({ filter }) => {
          if (filter === 'tmp>7') throw new AppError('FILTER_INVALID', { reason: 'unknown-field', word: 'tmp>7' })
          return { rows: [], total: 0, revision: 1 }
        },
      },
    })
    fireEvent.change(screen.getByRole('combobox', { name: 'Filter devices' }), { target: { value: 'tmp>7' } })
    expect(await screen.findByRole('heading', { name: 'The filter has a mistake' })).toBeTruthy()
    expect(screen.queryByText('No device matches')).toBeNull()
  })

  it('tells of a failure and claims nothing about the devices', async () => {
    await renderView(<DevicesView />, { state: CONNECTED, answers: { 'devices.queryWindow': refuse } })
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.queryByText('No device has reported yet')).toBeNull()
  })

  it('draws a row for each device, with every column that was chosen', async () => {
    const pump = makeDevice({ name: 'Pump', metrics: { ...makeDevice().metrics, cpuTemperatureC: 81.25 } })
    const valve = makeDevice({ deviceId: 'valve-2', presence: 'lost' })
    await renderView(<DevicesView />, {
      state: {
        ...CONNECTED,
        settings: { ...bootstrap().settings, deviceColumns: ['presence', 'id', 'name', 'temperature', 'memory'] },
      },
      answers: { 'devices.queryWindow': () => ({ rows: [pump, valve], total: 2, revision: 1 }) },
    })
    const row = (await screen.findByText('pump-1')).closest('tr')
    const cells = within(row ?? document.body).getAllByRole('cell')
    expect(cells.map(({ textContent }) => textContent)).toEqual(['', 'Online', 'pump-1', 'Pump', '81.3 °C', '20 %'])
    expect(screen.getByText('valve-2').closest('tr')?.textContent).toContain('Lost')
  })

  it('asks main for another order when a head is pressed', async () => {
    const bridge = await renderView(<DevicesView />, {
      state: { ...CONNECTED, settings: { ...bootstrap().settings, deviceColumns: ['lastSeen'] } },
      answers: { 'devices.queryWindow': () => ({ rows: [makeDevice()], total: 1, revision: 1 }) },
    })
    await screen.findByText('pump-1')
    fireEvent.click(screen.getByRole('button', { name: 'Last seen' }))
    await waitFor(() =>
      expect(bridge.asked.at(-1)?.input).toMatchObject({ sort: { by: 'lastSeenAt', isDescending: true } }),
    )
    expect(screen.getByRole('columnheader', { name: 'Last seen' }).getAttribute('aria-sort')).toBe('descending')
  })
})
