// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useNavigationRequests } from '../../../../renderer/features/shell/use-navigation-requests.ts'
import { useNavigation } from '../../../../renderer/lib/navigation.tsx'
import { bootstrap } from '../bootstrap.ts'
import { renderView } from '../support/render-view.tsx'

function Place() {
  useNavigationRequests(() => undefined)
  const { view, deviceTarget, listTarget, alertsTarget } = useNavigation()
  return <p>{JSON.stringify([view, deviceTarget, listTarget, alertsTarget])}</p>
}

const CONNECTED = { ...bootstrap().connection, state: 'connected', profileId: 'site-a' } as const
const shows = (...place: unknown[]) => waitFor(() => expect(screen.getByText(JSON.stringify(place))).toBeTruthy())

describe('a page that main asks for', () => {
  it('is taken at the start, also a device before there is a connection', async () => {
    const bridge = await renderView(<Place />, {
      answers: { 'desktop.takeNavigation': () => ({ to: 'devices', deviceId: 'pump-1' }) },
    })
    await shows('devices', null, null, null)
    act(() => bridge.emit('connection.changed', CONNECTED))
    await shows('devices', { connectionId: 'site-a', deviceId: 'pump-1' }, null, null)
  })

  it('leads to a filter of the list, to the alerts of a device, and to a page', async () => {
    const bridge = await renderView(<Place />, { state: { connection: CONNECTED } })
    act(() => bridge.emit('window.navigate', { to: 'devices', text: 'tag:roof' }))
    await shows('devices', null, { filter: 'tag:roof' }, null)
    act(() => bridge.emit('window.navigate', { to: 'alerts', text: 'pump-1' }))
    await shows('alerts', null, { filter: 'tag:roof' }, { text: 'pump-1' })
    act(() => bridge.emit('window.navigate', { to: 'history' }))
    await shows('history', null, { filter: 'tag:roof' }, { text: 'pump-1' })
  })
})
