// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { BuiltInView } from '../../../../preload/contract/models/broker/broker.ts'
import type { ConnectionFailure } from '../../../../preload/contract/models/broker/connection.ts'
import { ConnectionBanner } from '../../../../renderer/features/shell/connection-banner.tsx'
import { connection } from '../support/connection.ts'
import { makeProfile } from '../support/profile.ts'
import { renderView } from '../support/render-view.tsx'

const FAILURE: ConnectionFailure = {
  cause: 'refused',
  message: { en: 'Nothing accepts connections there.', zh: '' },
  fix: { en: 'In a container, publish the port.', zh: '' },
  brokerHint: null,
  detail: '',
}
const ABSENT: ConnectionFailure = {
  ...FAILURE,
  cause: 'built-in-stopped',
  message: { en: 'The built-in broker is not running.', zh: '' },
  fix: { en: 'Start it on the Broker page.', zh: '' },
}
const BUILT_IN: BuiltInView = {
  state: 'stopped',
  choice: null,
  accounts: [],
  failure: null,
  since: null,
  addresses: [],
  uncertified: [],
  clients: [],
  profileId: 'built-in',
  certificate: 'own',
  caKey: 'missing',
  log: [],
}

describe('the banner of a connection that is down', () => {
  it('asks for another password where the login was refused, and does not offer to try the same again', async () => {
    const failure: ConnectionFailure = { ...FAILURE, cause: 'credentials' }
    const bridge = await renderView(<ConnectionBanner />, {
      state: {
        profiles: [makeProfile({ id: 'site-a', username: 'operator' })],
        connection: connection({ state: 'stopped', profileId: 'site-a', failure }),
      },
      answers: { 'connection.enterPassword': () => connection() },
    })
    const password = await screen.findByLabelText('Password')
    expect(screen.queryByRole('button', { name: 'Retry now' })).toBeNull()
    fireEvent.change(password, { target: { value: 'the right one' } })
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }))
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toEqual({
        name: 'connection.enterPassword',
        input: { profileId: 'site-a', password: 'the right one' },
      }),
    )
  })

  it('tells of the built-in broker what the broker page tells', async () => {
    const failure = { code: 'CA_KEY_MISSING' as const, data: {} }
    const bridge = await renderView(<ConnectionBanner />, {
      state: { connection: connection({ state: 'waiting', failure: ABSENT }) },
      answers: { 'builtIn.get': () => ({ ...BUILT_IN, state: 'failed', failure }) },
    })
    expect(await screen.findByText(/^The authority's private key is not here\. Load it from the file/)).toBeTruthy()
    expect(screen.queryByText(/container/)).toBeNull()
    act(() => bridge.emit('builtIn.changed', BUILT_IN))
    expect(await screen.findByText('Start it on the Broker page.')).toBeTruthy()
  })

  it('starts a built-in broker that was only stopped', async () => {
    const bridge = await renderView(<ConnectionBanner />, {
      state: { connection: connection({ state: 'waiting', failure: ABSENT }) },
      answers: { 'builtIn.get': () => BUILT_IN, 'builtIn.start': () => BUILT_IN },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Start' }))
    await waitFor(() => expect(bridge.asked.at(-1)).toEqual({ name: 'builtIn.start', input: {} }))
  })

  // It followed into every view, the set-up wizard included.
  it('is closed by hand where nothing is tried any more', async () => {
    const bridge = await renderView(<ConnectionBanner />, {
      state: { connection: connection({ state: 'stopped', failure: FAILURE }) },
      answers: { 'connection.disconnect': () => connection({ state: 'disconnected' }) },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(bridge.asked.at(-1)?.name).toBe('connection.disconnect'))
  })
})
