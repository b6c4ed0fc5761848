// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { StatusLine } from '../../../../renderer/features/shell/status-line.tsx'
import { useNavigation } from '../../../../renderer/lib/navigation.tsx'
import { bootstrap } from '../bootstrap.ts'
import { connection } from '../support/connection.ts'
import { renderView } from '../support/render-view.tsx'

/** Shows where the window is. */
function Where() {
  const { view, listTarget } = useNavigation()
  return <output aria-label="where">{`${view} ${listTarget?.filter ?? ''}`}</output>
}

const show = (dropped: Readonly<Record<string, number>>, cut = 0) =>
  renderView(
    <>
      <StatusLine />
      <Where />
    </>,
    { state: { traffic: { messagesPerS: 0, received: 5, dropped, cut } } },
  )

describe('the status line', () => {
  it('leads from dropped messages to the devices that they concern', async () => {
    await show({ spoof: 1 })
    fireEvent.click(screen.getByRole('button', { name: '1 dropped' }))
    expect(screen.getByRole('status', { name: 'where' }).textContent).toBe('devices has:warnings')
  })

  it('leads nowhere from messages that name no device', async () => {
    await show({ 'unknown-topic': 3 })
    expect(screen.getByText('3 dropped')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '3 dropped' })).toBeNull()
  })

  it('speaks of shortened outputs only where there are any', async () => {
    await show({}, 0)
    expect(screen.queryByText(/shortened/)).toBeNull()
  })

  it('tells of no messages a second once there is no connection, though the mean goes on for a while', async () => {
    const traffic = { messagesPerS: 4, received: 5, dropped: {}, cut: 0 }
    const bridge = await renderView(<StatusLine />, { state: { traffic, connection: connection() } })
    expect(screen.getByText('4 msg/s')).toBeTruthy()
    act(() => bridge.emit('connection.changed', { ...connection(), state: 'disconnected' }))
    expect(screen.getByText('0 msg/s')).toBeTruthy()
  })

  it('does not say who is online without a connection', async () => {
    const counts = { ...bootstrap().counts, online: 3, total: 3 }
    await renderView(<StatusLine />, { state: { counts } })
    expect(screen.getByText('3 devices known')).toBeTruthy()
    expect(screen.queryByText(/online/)).toBeNull()
  })

  it('counts a device as online again only once it was heard after an outage', async () => {
    const counts = { ...bootstrap().counts, online: 3, total: 4, unheard: 2 }
    await renderView(<StatusLine />, { state: { counts, connection: connection() } })
    expect(screen.getByText('1 of 4 online')).toBeTruthy()
  })

  it('counts shortened outputs', async () => {
    await show({}, 2)
    expect(screen.getByText('2 outputs shortened')).toBeTruthy()
  })

  it('names the store of passwords and keys as the settings do, not as the system does', async () => {
    await renderView(<StatusLine />, { state: { secrets: { mode: 'memory', backend: 'basic_text', problem: null } } })
    fireEvent.mouseEnter(screen.getByRole('button', { name: 'Secrets this run only' }))
    expect(await screen.findByText(/no keyring/)).toBeTruthy()
    expect(screen.queryByText(/basic_text/)).toBeNull()
  })
})
