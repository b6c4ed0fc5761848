// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RunValues, ValueColumn } from '../../../../../../preload/contract/models/commands/values.ts'
import { ConsoleView } from '../../../../../../renderer/features/console/console-view.tsx'
import { connection } from '../../../support/connection.ts'
import { renderView } from '../../../support/render-view.tsx'
import { makeProposal, makeTurn } from '../../make-turn.ts'
import { foldOf, makeFleetRun } from '../fold/make-fold.ts'

const TEMPERATURE: ValueColumn = {
  id: 'words:CPU temperature',
  title: { en: 'CPU temperature', zh: 'CPU 温度' },
  unit: '°C',
  decimals: 1,
  count: 198,
  smallest: { deviceId: 'gw-009', amount: 39 },
  median: 45.25,
  largest: { deviceId: 'gw-042', amount: 81.5 },
  bins: [
    { from: 39, to: 60.25, count: 196 },
    { from: 60.25, to: 81.5, count: 2 },
  ],
  outliers: [
    { deviceId: 'gw-042', amount: 81.5 },
    { deviceId: 'gw-150', amount: 79 },
  ],
  outlierCount: 2,
}

async function showValues(values: RunValues) {
  const run = makeFleetRun(200)
  const bridge = await renderView(<ConsoleView />, {
    state: { connection: connection() },
    answers: {
      'console.turns': () => [makeTurn({ proposal: makeProposal(), decision: 'approved', run })],
      'console.fold': ({ mode }) => foldOf(run, mode),
      'console.values': () => values,
      'console.valueRows': ({ order, from }) =>
        Array.from({ length: 198 }, (_, index) => ({
          deviceId: `${order}-${index}`,
          text: `${80 - index / 10}'C`,
          isOutlier: index < 2,
        })).slice(from, from + 200),
      'console.devicesBeyond': ({ limit, side }) => (side === 'above' && limit > 70 ? ['gw-042', 'gw-150'] : []),
    },
  })
  await screen.findByRole('group', { name: 'Groups of answers' })
  return bridge
}

describe('the values of a run', () => {
  it('tell how a number is spread, and name who stands out', async () => {
    await showValues({ answered: 200, columns: [TEMPERATURE] })
    const panel = await screen.findByRole('region', { name: 'Values of the answers' })
    const head = within(panel).getByRole('button', { name: /CPU temperature/ })
    expect(head.textContent).toContain('39 °C to 81.5 °C · median 45.25 °C')
    expect(head.textContent).toContain('2 stand out: gw-042 81.5 °C, gw-150 79 °C')
    expect(head.textContent).toContain('2 devices without it')
    expect(within(panel).getByRole('img', { name: 'How many devices gave which value' })).toBeTruthy()
  })

  it('are not shown where answers have no numbers', async () => {
    await showValues({ answered: 200, columns: [] })
    expect(screen.queryByRole('region', { name: 'Values of the answers' })).toBeNull()
  })

  it('list each device as it printed the number, in the order asked for', async () => {
    const bridge = await showValues({ answered: 200, columns: [TEMPERATURE] })
    fireEvent.click(await screen.findByRole('button', { name: /CPU temperature/ }))
    const table = screen.getByRole('group', { name: 'Devices by value' })
    expect(await within(table).findByText('largest-0')).toBeTruthy()
    expect(within(table).getByText('80 °C')).toBeTruthy()
    expect(within(table).getAllByText('stands out')).toHaveLength(2)
    fireEvent.click(screen.getByRole('radio', { name: 'Smallest first' }))
    expect(await within(table).findByText('smallest-0')).toBeTruthy()
    const asked = bridge.asked.filter(({ name }) => name === 'console.valueRows')
    expect(asked.every(({ input }) => (input as { count: number }).count <= 200)).toBe(true)
  })

  it('make the devices beyond a limit the next targets', async () => {
    await showValues({ answered: 200, columns: [TEMPERATURE] })
    fireEvent.click(await screen.findByRole('button', { name: /CPU temperature/ }))
    expect(screen.getByRole('button', { name: 'No device is beyond it' })).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: 'Limit' }), { target: { value: '75' } })
    fireEvent.click(await screen.findByRole('button', { name: 'Use 2 devices as next targets' }))
    expect(await screen.findByRole('button', { name: 'Remove gw-042' })).toBeTruthy()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Remove gw-150' })).toBeTruthy())
  })

  it('show a few of many at first', async () => {
    const columns = Array.from({ length: 12 }, (_, index) => ({
      ...TEMPERATURE,
      id: `line:${index}`,
      title: { en: `Field ${index}`, zh: `字段 ${index}` },
    }))
    await showValues({ answered: 200, columns })
    const panel = await screen.findByRole('region', { name: 'Values of the answers' })
    expect(within(panel).getAllByRole('button', { name: /^Field/ })).toHaveLength(4)
    fireEvent.click(within(panel).getByRole('button', { name: 'Show all 12 values' }))
    expect(within(panel).getAllByRole('button', { name: /^Field/ })).toHaveLength(12)
  })
})
