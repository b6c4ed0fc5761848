// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ConnectionTest } from '../../../../../preload/contract/models/broker/connection.ts'
import { ConnectWizard } from '../../../../../renderer/features/connection/wizard/connect-wizard.tsx'
import { renderView } from '../../support/render-view.tsx'

const PASSED: ConnectionTest = {
  testId: '',
  isDone: true,
  stages: [{ name: 'connect', state: 'ok', ms: 3 }],
  failure: null,
  field: null,
  peer: null,
  protocol: 'MQTT 5',
  brokerVersion: null,
  roundTripMs: null,
  probes: [],
  notes: [],
  addresses: [
    { address: 'a.example:1883', state: 'ok', failure: null },
    { address: 'b.example:1884', state: 'ok', failure: null },
  ],
}

const next = () => fireEvent.click(screen.getByRole('button', { name: 'Next' }))
const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

async function wizardAtTheEnd() {
  const bridge = await renderView(<ConnectWizard onDirtyChange={() => {}} onSaved={() => {}} discard={null} />, {
    answers: { 'profiles.test': () => PASSED, 'broker.systemProxy': () => 'socks5://proxy.example:1080' },
  })
  fill(/^Host/, 'a.example')
  fireEvent.click(screen.getByRole('button', { name: /this computer's proxy settings/ }))
  await screen.findByDisplayValue('socks5://proxy.example:1080')
  fireEvent.click(screen.getByRole('button', { name: /further addresses/ }))
  fill(/^Further addresses/, 'b.example:1884 x:y')
  next()
  expect(await screen.findByText(/One address a line/)).toBeTruthy()
  fill(/^Further addresses/, 'b.example:1884')
  next()
  fireEvent.click(screen.getByLabelText('Anonymous'))
  next()
  await screen.findByText(/Every stage passed/)
  expect(screen.getByRole('list', { name: 'Addresses of this connection' }).textContent).toContain('b.example:1884')
  next()
  return bridge
}

describe('a new connection', () => {
  it('keeps its passed test while it is named', async () => {
    const bridge = await wizardAtTheEnd()
    fill(/^Name/, 'Plant 1')
    await waitFor(() => expect(screen.getByDisplayValue('Plant 1')).toBeTruthy())
    expect(screen.getByText('passed')).toBeTruthy()
    const tested = bridge.asked.find(({ name }) => name === 'profiles.test')
    expect(tested?.input).toMatchObject({
      profile: {
        otherAddresses: [{ host: 'b.example', port: 1884, serverName: null }],
        proxy: 'socks5://proxy.example:1080',
      },
    })
  })

  it('does not keep it when what leads to the broker changes', async () => {
    await wizardAtTheEnd()
    fill(/^Keepalive/, '60')
    expect(await screen.findByText('not passed yet')).toBeTruthy()
  })
})
