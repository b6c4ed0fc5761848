// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../../../preload/contract/models/commands/command.ts'
import { ConsoleView } from '../../../../../renderer/features/console/console-view.tsx'
import { bootstrap } from '../../bootstrap.ts'
import { makeDetail, makeDevice } from '../../devices/make-device.ts'
import { connection } from '../../support/connection.ts'
import { makeProfile } from '../../support/profile.ts'
import { renderView } from '../../support/render-view.tsx'
import { makeTurn } from '../make-turn.ts'

const chips = () => [...document.querySelectorAll('.mantine-Pill-label')].map(({ textContent }) => textContent)

async function show(turns: readonly Turn[], isDemo = false) {
  return renderView(<ConsoleView />, {
    state: {
      connection: connection(),
      profiles: [makeProfile({ id: 'site-a', isDemo })],
      counts: { ...bootstrap().counts, online: 3, total: 3 },
    },
    answers: {
      'console.turns': () => turns,
      'devices.get': ({ deviceId }) => makeDetail({ deviceId }),
      'devices.names': () => [],
      'devices.queryWindow': () => ({ rows: [makeDevice({ deviceId: 'demo-1' })], total: 3, revision: 1 }),
    },
  })
}

describe('the devices of the composer after a start', () => {
  it('are those of the last request', async () => {
    await show([makeTurn({ id: 'a', deviceIds: ['pump-9'] }), makeTurn({ id: 'b', deviceIds: ['pump-1', 'pump-2'] })])
    await waitFor(() => expect(chips()).toEqual(['pump-1', 'pump-2']))
  })

  it('are none where not all of the last ones would be in sight', async () => {
    await show([makeTurn({ deviceIds: Array.from({ length: 7 }, (_, index) => `pump-${index}`) })])
    await screen.findByText('how full is the disk')
    expect(chips()).toEqual([])
  })

  it('are the first one in the demo, so that an example can be sent at once', async () => {
    await show([], true)
    await waitFor(() => expect(chips()).toEqual(['demo-1']))
  })

  it('are none on a broker in the field before the first request; an example opens the list', async () => {
    await show([])
    fireEvent.click(await screen.findByRole('button', { name: 'How much disk space is left?' }))
    expect(chips()).toEqual([])
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Device' }))
  })

  it('stay empty once the operator cleared them', async () => {
    await show([makeTurn({ deviceIds: ['pump-1'] })])
    await waitFor(() => expect(chips()).toEqual(['pump-1']))
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }))
    expect(chips()).toEqual([])
  })
})
