// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { HistoryEntry, HistoryWindow } from '../../../../preload/contract/models/commands/history.ts'
import { HistoryView } from '../../../../renderer/features/history/history-view.tsx'
import { connection } from '../support/connection.ts'
import { renderView } from '../support/render-view.tsx'

const ENTRY: HistoryEntry = {
  turnId: '6f9f2d8e-3c43-4a0e-8a55-0d2f6f0f7d11',
  connectionId: 'site-a',
  at: Date.UTC(2026, 10, 28, 9, 12),
  operator: 'Li',
  mode: 'ask',
  text: '看一下温度',
  command: 'vcgencmd measure_temp',
  deviceIds: ['gw-1', 'gw-2', 'gw-3'],
  deviceCount: 20,
  class: 'read',
  source: 'phrasebook',
  outcome: 'ran',
  run: {
    id: 'run',
    approvedAt: 1,
    counts: [
      { state: 'succeeded', count: 18 },
      { state: 'failed', count: 2 },
    ],
  },
  hasDroppedOutputs: false,
}
const REJECTED: HistoryEntry = {
  ...ENTRY,
  turnId: 'b',
  text: 'reboot',
  command: 'reboot',
  outcome: 'rejected',
  run: null,
}

const windowOf = (entries: readonly HistoryEntry[], change: Partial<HistoryWindow> = {}): HistoryWindow => ({
  entries,
  offset: 0,
  total: entries.length,
  pending: 0,
  ...change,
})
const state = { connection: connection() }

describe('the history', () => {
  it('shows each exchange with its command, devices, class, outcome, operator and source', async () => {
    await renderView(<HistoryView />, { state, answers: { 'history.query': () => windowOf([ENTRY, REJECTED]) } })
    const row = (await screen.findByText('看一下温度')).closest('tr')
    expect(row?.textContent).toContain('vcgencmd measure_temp')
    expect(row?.textContent).toContain('20 devicesgw-1, gw-2, gw-3, …')
    expect(row?.textContent).toContain('18Succeeded2Failed')
    expect(row?.textContent).toContain('Li · Phrasebook')
    expect(screen.getByText('Rejected')).toBeTruthy()
    expect(screen.getByText('2 exchanges')).toBeTruthy()
  })

  it('asks main for what is typed, and names a mistake at its word', async () => {
    const bridge = await renderView(<HistoryView />, {
      state,
      answers: {
        'history.query': ({ filter }) => {
          if (filter !== 'colour:red') return windowOf([ENTRY])
          throw new AppError('FILTER_INVALID', { reason: 'unknown-field', word: 'colour:red', from: 0, to: 10 })
        },
      },
    })
    await screen.findByText('看一下温度')
    const field = screen.getByRole('searchbox', { name: 'Search the history' })
    fireEvent.change(field, { target: { value: '温度 outcome:failed' } })
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toMatchObject({ name: 'history.query', input: { filter: '温度 outcome:failed' } }),
    )
    fireEvent.change(field, { target: { value: 'colour:red' } })
    const fault = (await screen.findByRole('alert')).textContent
    expect(fault).toContain('colour:red is no field')
    expect(fault).toContain('device, operator, connection, class, source, outcome, after, before, on')
    expect(screen.getByText('看一下温度')).toBeTruthy()
  })

  it('does not say that nothing matches while the search has a mistake', async () => {
    const answer = ({ filter }: { readonly filter: string }) => {
      if (filter === '') return windowOf([])
      throw new AppError('FILTER_INVALID', { reason: 'unknown-field', word: filter, from: 0, to: 10 })
    }
    await renderView(<HistoryView />, { state, answers: { 'history.query': answer } })
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'colour:red' } })
    expect(await screen.findByRole('heading', { name: 'The search has a mistake' })).toBeTruthy()
    expect(screen.queryByText('Nothing matches')).toBeNull()
  })

  it('says that nothing has happened, or that nothing matches', async () => {
    await renderView(<HistoryView />, { state, answers: { 'history.query': () => windowOf([]) } })
    expect(await screen.findByRole('heading', { name: 'Nothing has happened yet' })).toBeTruthy()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nginx' } })
    expect(await screen.findByRole('heading', { name: 'Nothing matches' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(await screen.findByRole('heading', { name: 'Nothing has happened yet' })).toBeTruthy()
  })

  it('names the changes that the search does not find yet', async () => {
    await renderView(<HistoryView />, {
      state,
      answers: { 'history.query': () => windowOf([ENTRY], { pending: 12 }) },
    })
    expect(await screen.findByText(/12 changes are still being indexed/)).toBeTruthy()
  })
})
