// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { characterOf } from '../../../../main/broker/character/traits.ts'
import type { ConnectionStatus } from '../../../../preload/contract/models/broker/connection.ts'
import { CharacterPanel } from '../../../../renderer/features/broker/character-panel.tsx'
import { StatusLine } from '../../../../renderer/features/shell/status-line.tsx'
import { renderView } from '../support/render-view.tsx'

const CONNECTED: ConnectionStatus = {
  state: 'connected',
  profileId: 'site',
  profileName: 'Site',
  address: 'broker.example:8883',
  isTls: true,
  protocol: 'MQTT 5',
  clientId: 'waypost-1',
  since: 0,
  attempt: 0,
  retryAt: null,
  roundTripMs: null,
  failure: null,
  missingSubscriptions: [],
  openedAt: null,
  keepsCommands: false,
}

describe('the character of a broker', () => {
  it('is said in sentences, with how it is known', async () => {
    const character = characterOf({ kind: 'aws-iot', by: 'host', since: 1, changes: {} })
    await renderView(<CharacterPanel />, { state: { connection: { ...CONNECTED, character } } })
    expect(screen.getByText('AWS IoT Core · Recognised by its address')).toBeTruthy()
    expect(screen.getByText('At most 100 messages a second on one connection, so commands are paced.')).toBeTruthy()
    expect(screen.getByText(/Brings no stored announcements/)).toBeTruthy()
  })

  it('says over how many connections the readings come', async () => {
    const character = characterOf({ kind: 'aws-iot', by: 'host', since: 1, changes: {} })
    await renderView(<CharacterPanel />, { state: { connection: { ...CONNECTED, character, readingConnections: 3 } } })
    expect(screen.getByText(/come over 3 further connections/)).toBeTruthy()
  })

  it('says that a broker was not recognised', async () => {
    await renderView(<CharacterPanel />, { state: { connection: { ...CONNECTED, character: characterOf(null) } } })
    expect(screen.getByText(/was not recognised/)).toBeTruthy()
  })
})

describe('the announcements in the status line', () => {
  const show = (came: number) =>
    renderView(<StatusLine />, {
      state: { connection: { ...CONNECTED, announcements: { known: 5_000, came, isAsking: true } } },
    })

  it('are counted while some did not come', async () => {
    await show(1_000)
    expect(screen.getByText('1,000 of 5,000 announcements')).toBeTruthy()
  })

  it('are not spoken of once all came', async () => {
    await show(5_000)
    expect(screen.queryByText(/announcements/)).toBeNull()
  })
})
