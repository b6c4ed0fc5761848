// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DeviceLabel } from '../../../../renderer/components/words/device-label.tsx'
import { DeviceNamesProvider } from '../../../../renderer/lib/device-names.tsx'
import { bootstrap } from '../bootstrap.ts'
import { renderView } from '../support/render-view.tsx'

const CONNECTED = { connection: { ...bootstrap().connection, state: 'connected' as const, profileId: 'site-a' } }

describe('the names of devices', () => {
  it('are asked for at once for all that is shown, and again after an entry has changed', async () => {
    let name = 'Kitchen'
    const bridge = await renderView(
      <DeviceNamesProvider>
        <DeviceLabel deviceId="pi-1" />
        <DeviceLabel deviceId="pi-2" />
      </DeviceNamesProvider>,
      { state: CONNECTED, answers: { 'devices.names': () => [{ deviceId: 'pi-1', name }] } },
    )
    expect(await screen.findByText('Kitchen')).toBeTruthy()
    expect(screen.getByText('pi-1')).toBeTruthy()
    expect(screen.getByText('pi-2')).toBeTruthy()
    const asked = () => bridge.asked.filter(({ name: route }) => route === 'devices.names')
    expect(asked()).toEqual([{ name: 'devices.names', input: { connectionId: 'site-a', deviceIds: ['pi-1', 'pi-2'] } }])
    name = 'Cellar'
    act(() => bridge.emit('devices.changed', { revision: 2, entries: 1, counts: bootstrap().counts }))
    expect(await screen.findByText('Cellar')).toBeTruthy()
    act(() => bridge.emit('devices.changed', { revision: 3, entries: 1, counts: bootstrap().counts }))
    expect(asked()).toHaveLength(2)
  })
})
