// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { BrokerSnapshot } from '../../../../preload/contract/models/broker/broker.ts'
import { BrokerView } from '../../../../renderer/features/broker/broker-view.tsx'
import { refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'

const NOTHING_KNOWN: BrokerSnapshot['health']['reading'] = {
  version: null,
  uptimeS: null,
  clients: null,
  clientsMaximum: null,
  subscriptions: null,
  retained: null,
  messagesIn: null,
  messagesOut: null,
  messagesDropped: null,
  bytesIn: null,
  bytesOut: null,
}
const IDLE: BrokerSnapshot = {
  health: {
    connectionId: null,
    state: 'not-connected',
    source: '$SYS',
    reading: NOTHING_KNOWN,
    updatedAt: null,
    failure: null,
  },
  series: [],
  tester: { state: 'idle', filters: [], received: 0, messages: [], failure: null },
  log: { source: 'file', path: null, state: 'absent', lines: [], isCut: false },
  builtIn: {
    state: 'none',
    choice: null,
    accounts: [],
    failure: null,
    since: null,
    addresses: [],
    uncertified: [],
    clients: [],
    profileId: null,
    certificate: null,
    caKey: 'none',
    log: [],
  },
  localAddresses: [],
  computerName: 'desk',
}
const live = (reading: Partial<typeof NOTHING_KNOWN>): BrokerSnapshot['health'] => ({
  ...IDLE.health,
  connectionId: 'site-a',
  state: 'live',
  reading: { ...NOTHING_KNOWN, ...reading },
  updatedAt: 1000,
})

describe('the broker page', () => {
  it('shows no figure while it loads', async () => {
    await renderView(<BrokerView />)
    expect(screen.queryByRole('tab')).toBeNull()
    expect(screen.queryByTestId('broker-facts')).toBeNull()
  })

  it('leads to a connection where there is none', async () => {
    await renderView(<BrokerView />, { answers: { 'broker.watch': () => IDLE } })
    expect(await screen.findByRole('heading', { name: 'There is no connection to a broker' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Choose a connection' })).toBeTruthy()
  })

  it('tells of a failure', async () => {
    await renderView(<BrokerView />, { answers: { 'broker.watch': refuse } })
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.queryByTestId('broker-facts')).toBeNull()
  })

  it('shows figures as they come, and unknown where the broker says nothing', async () => {
    const bridge = await renderView(<BrokerView />, {
      answers: { 'broker.watch': () => ({ ...IDLE, health: live({ version: 'mosquitto 2.0', clients: 7 }) }) },
    })
    const facts = await screen.findByTestId('broker-facts')
    expect(facts.textContent).toContain('mosquitto 2.0')
    expect(facts.textContent).toContain('unknown')
    expect(facts.textContent).not.toMatch(/\b0\b/)
    act(() => bridge.emit('broker.health', { health: live({ clients: 12 }), sample: null }))
    expect(facts.textContent).toContain('12')
  })

  it('is watched by main only while it is open', async () => {
    const bridge = await renderView(<BrokerView />, { answers: { 'broker.watch': () => IDLE } })
    await screen.findAllByRole('tab')
    expect(bridge.asked.filter(({ name }) => name === 'broker.watch').map(({ input }) => input)).toEqual([
      { isOpen: true },
    ])
  })
})
