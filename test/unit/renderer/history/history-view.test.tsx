// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { HistoryEntry, HistoryWindow } from '../../../../preload/contract/models/commands/history.ts'
import { HistoryView } from '../../../../renderer/features/history/history-view.tsx'
import { makeRun, makeTurn } from '../console/make-turn.ts'
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

  describe('with room for an exchange beside the list', () => {
    const wide = Number(window.innerWidth)
    beforeEach(() => setWidth(1280))
    afterEach(() => setWidth(wide))

    /** Answers of main for two exchanges; the second one is answered when `release` is called. */
    const show = async () => {
      let release = (): void => undefined
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const bridge = await renderView(<HistoryView />, {
        state,
        answers: {
          'history.query': () => windowOf([ENTRY, REJECTED]),
          'history.turn': async ({ turnId }) => {
            if (turnId !== ENTRY.turnId) await held
            return makeTurn({ id: turnId, text: turnId === ENTRY.turnId ? '看一下温度' : 'reboot' })
          },
        },
      })
      return { bridge, release }
    }
    const buttonOf = async (text: string) => (await screen.findByText(text, { selector: 'td *' })).closest('button')

    it('keeps the last exchange until the one that the arrow keys went to is there', async () => {
      const { release } = await show()
      const first = await buttonOf('看一下温度')
      fireEvent.click(first as HTMLElement)
      const pane = await screen.findByRole('complementary', { name: 'As it was' })
      await within(pane).findByText('看一下温度')
      first?.focus()
      fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' })
      const second = await buttonOf('reboot')
      await waitFor(() => expect(second?.getAttribute('aria-current')).toBe('true'))
      expect(document.activeElement).toBe(second)
      expect(within(pane).getByText('看一下温度')).toBeTruthy()
      release()
      expect(await within(pane).findByText('reboot')).toBeTruthy()
      expect(within(pane).queryByText('看一下温度')).toBeNull()
    })

    it('has one row that the Tab key stops at', async () => {
      await show()
      const [first, second] = [await buttonOf('看一下温度'), await buttonOf('reboot')]
      expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1])
      second?.focus()
      await waitFor(() => expect([first?.tabIndex, second?.tabIndex]).toEqual([-1, 0]))
    })

    it('goes on in the list after Escape, which a list opened inside of the exchange keeps for itself', async () => {
      await show()
      const first = await buttonOf('看一下温度')
      fireEvent.click(first as HTMLElement)
      const pane = await screen.findByRole('complementary', { name: 'As it was' })
      const close = within(pane).getByRole('button', { name: 'Close' })
      close.setAttribute('data-mantine-stop-propagation', 'true')
      fireEvent.keyDown(close, { key: 'Escape' })
      expect(screen.queryByRole('complementary')).not.toBeNull()
      close.removeAttribute('data-mantine-stop-propagation')
      fireEvent.keyDown(close, { key: 'Escape', isComposing: true })
      expect(screen.queryByRole('complementary')).not.toBeNull()
      fireEvent.keyDown(close, { key: 'Escape' })
      await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
      expect(document.activeElement).toBe(first)
    })
  })

  it('has an exchange over the list where a window is too narrow for both, and goes on in the list afterwards', async () => {
    await renderView(<HistoryView />, {
      state,
      answers: { 'history.query': () => windowOf([ENTRY]), 'history.turn': () => makeTurn({ text: 'uptime' }) },
    })
    const row = (await screen.findByText('看一下温度')).closest('button') as HTMLElement
    fireEvent.click(row)
    const pane = await screen.findByRole('complementary', { name: 'As it was' })
    expect([row.closest('[inert]') !== null, document.activeElement === pane]).toEqual([true, true])
    fireEvent.keyDown(pane, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
    expect([row.closest('[inert]'), document.activeElement === row]).toEqual([null, true])
  })

  it('keeps an open exchange and what is done in it where the window gets narrower or wider', async () => {
    const width = Number(window.innerWidth)
    const turn = makeTurn({ run: makeRun() })
    await renderView(<HistoryView />, {
      state,
      answers: {
        'history.query': () => windowOf([ENTRY]),
        'history.turn': () => turn,
        'history.sameCommand': () => [],
      },
    })
    fireEvent.click((await screen.findByText('看一下温度')).closest('button') as HTMLElement)
    const pane = await screen.findByRole('complementary', { name: 'As it was' })
    fireEvent.click(await within(pane).findByRole('button', { name: 'Compare…' }))
    const comparison = await within(pane).findByText('There is no other run of this command on this connection.')
    for (const [px, isOver] of [
      [1280, false],
      [1000, true],
      [1400, false],
    ] as const) {
      act(() => setWidth(px))
      await waitFor(() => expect(pane.hasAttribute('data-over')).toBe(isOver))
      expect([pane.isConnected, comparison.isConnected]).toEqual([true, true])
    }
    setWidth(width)
  })

  describe('by period', () => {
    const show = async () => {
      const bridge = await renderView(<HistoryView />, {
        state,
        answers: { 'history.query': () => windowOf([ENTRY]) },
      })
      await screen.findByText('看一下温度')
      return bridge
    }
    const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search the history' })
    const press = (name: string) =>
      fireEvent.click(within(screen.getByRole('group', { name: 'Period' })).getByRole('button', { name }))

    it('shows what ran yesterday after one press, in place of another period and beside what was searched for', async () => {
      const bridge = await show()
      press('Yesterday')
      expect(field().value).toBe('on:yesterday')
      await waitFor(() => expect(bridge.asked.at(-1)?.input).toMatchObject({ filter: 'on:yesterday' }))
      expect(screen.getByRole('button', { name: 'Yesterday' }).getAttribute('aria-pressed')).toBe('true')
      fireEvent.change(field(), { target: { value: 'outcome:failed on:yesterday' } })
      press('7 days')
      expect(field().value).toBe('outcome:failed after:7d')
      press('7 days')
      expect(field().value).toBe('outcome:failed')
    })
  })
})

/** Gives the window another width, which is what media queries read. */
function setWidth(width: number): void {
  const { happyDOM } = window as unknown as { happyDOM: { setInnerWidth(px: number): void } }
  happyDOM.setInnerWidth(width)
}
