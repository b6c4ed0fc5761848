// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { DeviceWarning } from '../../../../../preload/contract/models/devices/device.ts'
import { ConsoleView } from '../../../../../renderer/features/console/console-view.tsx'
import { useNavigation } from '../../../../../renderer/lib/navigation.tsx'
import { makeDetail } from '../../devices/make-device.ts'
import { connection } from '../../support/connection.ts'
import { renderView } from '../../support/render-view.tsx'
import { makeProposal, makeRecord, makeRun, makeTurn } from '../make-turn.ts'

const { approvedAt } = makeRun()

/** Shows where the window is. */
function Where() {
  const { view, deviceTarget } = useNavigation()
  return <output aria-label="where">{`${view} ${deviceTarget?.deviceId ?? ''}`}</output>
}

async function showSilent(warnings: readonly DeviceWarning[]) {
  const run = makeRun({ commands: [makeRecord({ state: 'no-answer' })] })
  const turn = makeTurn({ proposal: makeProposal(), decision: 'approved', run })
  const bridge = await renderView(
    <>
      <ConsoleView />
      <Where />
    </>,
    {
      state: { connection: connection() },
      answers: { 'console.turns': () => [turn], 'devices.get': () => makeDetail({ warnings }) },
    },
  )
  await screen.findByRole('region', { name: /^Result: / })
  await waitFor(() => expect(bridge.asked.some(({ name }) => name === 'devices.get')).toBe(true))
}

describe('a device without an answer', () => {
  // It stood there as "No answer" alone, while the device's panel knew what had come.
  it('is said to have sent what was dropped, with the way to the device', async () => {
    await showSilent([{ kind: 'spoof', at: approvedAt + 900, count: 1, detail: 'pump-9' }])
    expect(await screen.findByText(/it claimed to be from pump-9, so it was dropped/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Look at the device' }))
    expect(screen.getByRole('status', { name: 'where' }).textContent).toBe('devices pump-1')
  })

  it('is said to have sent what could not be read', async () => {
    await showSilent([{ kind: 'unreadable', at: approvedAt + 900, count: 1, detail: 'result: json' }])
    expect(await screen.findByText(/it could not be read \(result: json\)/)).toBeTruthy()
  })

  it('is said nothing of what was dropped before the command', async () => {
    await showSilent([{ kind: 'spoof', at: approvedAt - 1, count: 1, detail: 'pump-9' }])
    expect(screen.queryByText(/dropped/)).toBeNull()
  })
})
