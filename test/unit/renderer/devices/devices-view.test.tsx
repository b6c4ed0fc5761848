// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { parseFilter } from '../../../../main/devices/filter/parse-filter.ts'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { JoinSuggestion } from '../../../../preload/contract/models/devices/joining.ts'
import { DevicesView } from '../../../../renderer/features/devices/devices-view.tsx'
import { switchLanguage } from '../../../../renderer/lib/i18n/i18n.ts'
import { useNavigation } from '../../../../renderer/lib/navigation.tsx'
import { bootstrap } from '../bootstrap.ts'
import { connection } from '../support/connection.ts'
import { type Answers, refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'
import { makeDetail, makeDevice } from './make-device.ts'

const CONNECTED = { connection: connection() }
const SUGGESTION: JoinSuggestion = {
  connectionId: 'site-a',
  brokerHosts: ['broker.lan'],
  brokerPort: 1883,
  isTls: false,
  login: 'none',
  setups: [],
  keptLogin: null,
  networks: ['192.168.1.0/24'],
}
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

  it('leads from there to adding devices, and keeps what was typed while somebody is led to a device meanwhile', async () => {
    const lead: { to: ReturnType<typeof useNavigation> | null } = { to: null }
    function Lead() {
      lead.to = useNavigation()
      return null
    }
    const view = (
      <>
        <DevicesView />
        <Lead />
      </>
    )
    const answers: Answers = {
      ...NO_ROWS,
      'devices.get': () => makeDetail({}),
      'joining.suggest': () => SUGGESTION,
      'joining.view': () => ({ devices: [], scan: { isRunning: false, tried: 0, total: 0, hosts: [] } }),
    }
    await renderView(view, { state: CONNECTED, answers })
    await screen.findByRole('heading', { name: 'No device has reported yet' })
    const [, inNotice] = screen.getAllByRole('button', { name: 'Add devices' })
    fireEvent.click(inNotice as HTMLElement)
    const address = await screen.findByRole('textbox', { name: 'Addresses' })
    fireEvent.change(address, { target: { value: '192.168.1.40' } })
    act(() => lead.to?.openDevice({ connectionId: 'site-a', deviceId: 'pump-1' }))
    expect(await screen.findByRole('complementary', { name: 'Device pump-1' })).toBeTruthy()
    act(() => lead.to?.openAddDevices())
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
    expect((screen.getByRole('textbox', { name: 'Addresses' }) as HTMLInputElement).value).toBe('192.168.1.40')
  })

  it('shows the given name of a device where no column of its own does', async () => {
    const row = makeDevice({ name: 'Kitchen' })
    const { settings } = bootstrap()
    await renderView(<DevicesView />, {
      state: { ...CONNECTED, settings: { ...settings, deviceColumns: ['lastSeen'] } },
      answers: { 'devices.queryWindow': () => ({ rows: [row], total: 1, revision: 1 }) },
    })
    const id = await screen.findByText('pump-1')
    expect(id.closest('td')?.textContent).toBe('Kitchen pump-1')
  })

  it.each(['en', 'zh-CN'] as const)(
    'explains the filter in %s with examples that hold what they say',
    async (language) => {
      await renderView(<DevicesView />, { state: CONNECTED })
      await act(() => switchLanguage(language))
      fireEvent.click(screen.getByRole('button', { name: /^(How to filter|筛选语法)$/ }))
      const items = await screen.findAllByRole('menuitem')
      const readings = items.map((item) => parseFilter(item.querySelector('span')?.textContent ?? ''))
      expect(readings).toHaveLength(8)
      expect(readings.filter(({ terms }) => terms === null)).toEqual([])
      expect(items[5]?.textContent).toMatch(/Raspberry Pi|树莓派/)
      expect(readings[5]).toMatchObject({ terms: [{ kind: 'system', values: ['raspberrypi'] }] })
    },
  )

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
    expect(screen.queryByRole('button', { name: /^Choose all/ })).toBeNull()
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

  it.each(['en', 'zh-CN'] as const)('says in %s who was there last, and that nothing is heard', async (language) => {
    const lastKnownAt = new Date(2026, 0, 5, 12, 3).getTime()
    const evidence = { kind: 'never' } as const
    const row = makeDevice({ lastKnownAt, evidence })
    const counts = { ...bootstrap().counts, online: 1, total: 1, unheard: 1, lastKnownAt }
    await renderView(<DevicesView />, {
      state: { connection: connection({ state: 'waiting' }), counts },
      answers: { 'devices.queryWindow': () => ({ rows: [row], total: 1, revision: 1 }) },
    })
    await act(() => switchLanguage(language))
    const cell = await screen.findByText('pump-1')
    const state = cell.closest('tr')?.querySelector('[data-column="presence"]')
    const badge = state?.querySelector('[data-tone]')
    expect(badge?.getAttribute('data-tone')).toBe('muted')
    expect(badge?.textContent).toBe(language === 'en' ? 'Was online' : '此前在线')
    const filter = screen.getByRole('group', { name: language === 'en' ? 'Show by state' : '按状态筛选' })
    expect(filter.title).toMatch(language === 'en' ? /^Nothing heard since .*12:03/ : /12:03 之后没有收到/)
    expect(within(filter).getByRole('button', { name: language === 'en' ? 'Was online 1' : '此前在线 1' })).toBeTruthy()
    fireEvent.pointerOver(state ?? document.body)
    expect((await screen.findByRole('tooltip')).textContent).toMatch(
      language === 'en' ? /12:03\.$/ : /12:03 之后没有收到任何消息。$/,
    )
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
