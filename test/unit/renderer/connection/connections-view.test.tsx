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

  it('show how each of several addresses does, and why one is not used', async () => {
    const text = (words: string) => ({ en: words, zh: words })
    const failure = {
      cause: 'tls-unknown-ca',
      message: text('Not our CA.'),
      fix: text(''),
      brokerHint: null,
      detail: '',
    }
    const addresses = [
      { address: 'broker.example:8883', state: 'other-broker', failure },
      { address: 'b.example:8884', state: 'in-use', failure: null },
    ] as const
    const profile = { ...SITE_A, otherAddresses: [{ host: 'b.example', port: 8884, serverName: null }] }
    await renderView(<ConnectionsView />, { state: { profiles: [profile], connection: connection({ addresses }) } })
    const list = screen.getByRole('list', { name: 'Addresses of this connection' })
    expect(list.textContent).toMatch(/broker\.example:8883 not used: another broker answers there Not our CA\./)
    expect(list.textContent).toMatch(/b\.example:8884 in use/)
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('and 1 further address')
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
