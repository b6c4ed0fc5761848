// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ConnectionsView } from '../../../../renderer/features/connection/connections-view.tsx'
import { connection } from '../support/connection.ts'
import { refuse } from '../support/fake-bridge.ts'
import { makeProfile } from '../support/profile.ts'
import { renderView } from '../support/render-view.tsx'

const SITE_A = makeProfile()

describe('the connections', () => {
  it('offer a new one where none is saved', async () => {
    await renderView(<ConnectionsView />)
    expect(screen.queryByRole('listitem')).toBeNull()
    expect(screen.getByRole('button', { name: 'Connect to a broker' })).toBeTruthy()
  })

  it('show each with its address, and which one is up', async () => {
    await renderView(<ConnectionsView />, {
      state: { profiles: [SITE_A, { ...SITE_A, id: 'b', name: 'Site B' }], connection: connection() },
    })
    const [first, second] = screen.getAllByRole('listitem')
    expect(first?.textContent).toContain('broker.example:8883')
    expect(first?.textContent).toContain('Connected')
    expect(second?.textContent).not.toContain('Connected')
  })

  it('show that one is being connected, and let it be asked for once', async () => {
    const bridge = await renderView(<ConnectionsView />, { state: { profiles: [SITE_A] } })
    const connect = screen.getByRole('button', { name: 'Connect' })
    fireEvent.click(connect)
    await waitFor(() => expect(connect.getAttribute('data-loading')).toBe('true'))
    fireEvent.click(connect)
    expect(bridge.asked.filter(({ name }) => name === 'connection.connect')).toHaveLength(1)
  })

  it('tell of a failure', async () => {
    await renderView(<ConnectionsView />, {
      state: { profiles: [SITE_A] },
      answers: { 'connection.connect': refuse },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
  })
})
