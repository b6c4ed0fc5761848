// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CommandRecord, Run } from '../../../../../../preload/contract/models/commands/command.ts'
import { ConsoleView } from '../../../../../../renderer/features/console/console-view.tsx'
import { DeviceNamesProvider } from '../../../../../../renderer/lib/device-names.tsx'
import { connection } from '../../../support/connection.ts'
import type { Answers, FakeBridge } from '../../../support/fake-bridge.ts'
import { renderView } from '../../../support/render-view.tsx'
import { makeProposal, makeTurn } from '../../make-turn.ts'
import { deviceName, foldOf, makeFleetRun } from './make-fold.ts'

const ODD: Readonly<Record<number, Partial<CommandRecord>>> = {
  16: { state: 'failed', exitCode: 1, stdout: '', stderr: 'disk gone\n' },
  41: { stdout: 'Debian 11\n' },
  149: { state: 'no-answer', exitCode: null, stdout: '' },
  194: { state: 'no-answer', exitCode: null, stdout: '' },
}

const turnOf = (run: Run) => makeTurn({ proposal: makeProposal(), decision: 'approved', run })

/** Shows the console with one run. `state.run` may be changed, as main's may. */
async function showRun(run: Run, answers: Answers = {}): Promise<{ bridge: FakeBridge; change: (run: Run) => void }> {
  let current = run
  const view = (
    <DeviceNamesProvider>
      <ConsoleView />
    </DeviceNamesProvider>
  )
  const bridge = await renderView(view, {
    state: { connection: connection() },
    answers: {
      'console.turns': () => [turnOf(current)],
      'console.fold': ({ mode }) => foldOf(current, mode),
      'app.copy': () => null,
      'devices.names': () => [],
      ...answers,
    },
  })
  await screen.findByRole('group', { name: 'Groups of answers' })
  const change = (next: Run) => {
    current = next
    act(() => bridge.emit('console.changed', [turnOf(next)]))
  }
  return { bridge, change }
}

const heads = () => [...document.querySelectorAll<HTMLElement>('[data-head]')]
const outputs = () => screen.queryAllByRole('group', { name: /^(Output|Error output)$/ })
const headNumbers = () =>
  within(screen.getByRole('group', { name: 'Devices by outcome' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent)

describe('a run on many devices', () => {
  it('counts every device once in its head', async () => {
    await showRun(makeFleetRun(200, { ...ODD, 3: { state: 'running', exitCode: null, stdout: '' } }))
    expect(headNumbers()).toEqual(['195 the same', '1 different', '1 failed', '2 without a result', '1 waiting'])
    const sum = headNumbers().reduce((all, words) => all + Number.parseInt(words ?? '', 10), 0)
    expect(sum).toBe(200)
    expect(screen.getByText('199 of 200')).toBeTruthy()
  })

  it('shows the failed device first and open, then silence, then odd answers, and the majority folded', async () => {
    await showRun(makeFleetRun(200, ODD))
    expect(heads().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('gw-017'),
      expect.stringContaining('gw-150, gw-195'),
      expect.stringContaining('gw-042'),
      expect.stringContaining('196 devices'),
    ])
    expect(heads().map((head) => head.getAttribute('aria-expanded'))).toEqual(['true', 'true', 'true', 'false'])
    expect(screen.getByText('disk gone')).toBeTruthy()
    expect(screen.queryByText('Debian 12')).toBeNull()
  })

  it('names a device that answered alone as people named it, and says once what became of it', async () => {
    const run = makeFleetRun(30, { 16: { stdout: 'Debian 11\n' } })
    await showRun(run, { 'devices.names': () => [{ deviceId: 'gw-017', name: 'Kitchen' }] })
    await waitFor(() => expect(heads()[0]?.textContent).toContain('Kitchen gw-017'))
    const group = heads()[0]?.closest('section') ?? expect.fail('no group')
    expect(within(group).getAllByText('Succeeded')).toHaveLength(1)
    expect(within(group).getAllByText('Kitchen')).toHaveLength(1)
  })

  it('opens the majority when nobody said anything else, with one block for all', async () => {
    await showRun(makeFleetRun(200))
    expect(heads().map((head) => head.getAttribute('aria-expanded'))).toEqual(['true'])
    expect(outputs()).toHaveLength(1)
  })

  it('keeps a few blocks in the page where 200 devices gave 200 answers', async () => {
    const all = Array.from({ length: 200 }, (_, index) => [index, { stdout: `up ${index} days\n` }] as const)
    await showRun(makeFleetRun(200, Object.fromEntries(all)))
    expect(headNumbers()).toEqual(['200 different'])
    expect(heads().length).toBeGreaterThan(0)
    expect(heads().length).toBeLessThan(40)
    expect(outputs().length).toBeLessThanOrEqual(6)
  })

  it('draws the devices of a group that are in sight, and the answer of one on demand', async () => {
    await showRun(makeFleetRun(200))
    fireEvent.click(screen.getByRole('button', { name: 'Show 200 devices' }))
    const list = screen.getByRole('group', { name: 'Devices of the group' })
    const rows = within(list).getAllByRole('button')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(60)
    expect(outputs()).toHaveLength(1)
    fireEvent.click(within(list).getByRole('button', { name: /gw-002/ }))
    expect(outputs()).toHaveLength(2)
  })

  it.each([
    ['Run again on the 1 failed', [deviceName(16)]],
    ['Run again on the 2 without a result', [deviceName(149), deviceName(194)]],
  ])('proposes anew by "%s" for exactly these devices', async (name, deviceIds) => {
    const { bridge } = await showRun(makeFleetRun(200, ODD), { 'console.type': () => ({ turnId: 'turn-2' }) })
    fireEvent.click(screen.getByRole('button', { name }))
    await waitFor(() => expect(bridge.asked.at(-1)?.name).toBe('console.type'))
    expect(bridge.asked.at(-1)?.input).toEqual({
      deviceIds,
      command: 'df -h',
      timeoutS: 30,
      origin: { kind: 'turn', turnId: 'turn-1' },
    })
  })

  it('cancels every command that has not ended, a few at a time, and no other', async () => {
    const waiting = Array.from({ length: 40 }, (_, index) => [index, { state: 'running', exitCode: null }] as const)
    let [under, most] = [0, 0]
    const { bridge } = await showRun(makeFleetRun(50, Object.fromEntries(waiting)), {
      'console.cancelCommand': async () => {
        most = Math.max(most, ++under)
        await Promise.resolve()
        under--
        return null
      },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Cancel all' }))
    const cancelled = () => bridge.asked.filter(({ name }) => name === 'console.cancelCommand')
    await waitFor(() => expect(cancelled()).toHaveLength(40))
    expect(new Set(cancelled().map(({ input }) => JSON.stringify(input))).size).toBe(40)
    expect(most).toBeLessThanOrEqual(8)
  })

  it('follows results as they come in', async () => {
    const { change } = await showRun(makeFleetRun(20, { 5: { state: 'running', exitCode: null, stdout: '' } }))
    expect(screen.getByRole('button', { name: 'Cancel all' })).toBeTruthy()
    change(makeFleetRun(20, { 5: { state: 'failed', exitCode: 2, stdout: '', stderr: 'no such disk\n' } }))
    expect(await screen.findByText('no such disk')).toBeTruthy()
    expect(headNumbers()).toEqual(['19 the same', '1 failed'])
    expect(screen.queryByRole('button', { name: 'Cancel all' })).toBeNull()
  })

  it('asks for the groups a few times, however often the run changes', async () => {
    const { bridge, change } = await showRun(makeFleetRun(20))
    for (let round = 0; round < 100; round++) change(makeFleetRun(20, { 1: { stdout: `round ${round}\n` } }))
    expect(await screen.findByText('round 99')).toBeTruthy()
    expect(bridge.asked.filter(({ name }) => name === 'console.fold').length).toBeLessThanOrEqual(4)
  })

  it('goes from group to group by the arrows, compares by d, and hands devices over by x', async () => {
    await showRun(makeFleetRun(200, ODD))
    heads()[0]?.focus()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' })
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toContain('gw-042')
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'd' })
    const diff = screen.getByRole('group', { name: 'Difference from the majority' })
    expect([...diff.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['12', '11'])
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'x' })
    expect(await screen.findByRole('button', { name: 'Remove gw-042' })).toBeTruthy()
  })

  it('searches in the answers, and shows one kind alone', async () => {
    await showRun(makeFleetRun(200, ODD))
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search in answers, names and ids' }), {
      target: { value: 'DISK gone' },
    })
    await waitFor(() => expect(heads()).toHaveLength(1))
    expect(heads()[0]?.textContent).toContain('gw-017')
    fireEvent.click(screen.getByRole('button', { name: '2 without a result' }))
    expect(await screen.findByText('No answer matches.')).toBeTruthy()
  })

  it('offers similar answers where there are many groups', async () => {
    const odd = Array.from({ length: 8 }, (_, index) => [index, { stdout: `took ${index} ms\n` }] as const)
    const { bridge } = await showRun(makeFleetRun(20, Object.fromEntries(odd)))
    fireEvent.click(screen.getByRole('radio', { name: 'Similar' }))
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toEqual({ name: 'console.fold', input: { turnId: 'turn-1', mode: 'similar' } }),
    )
  })

  it('copies the ids of a group', async () => {
    const { bridge } = await showRun(makeFleetRun(200, ODD))
    fireEvent.click(screen.getAllByRole('button', { name: 'Copy device ids' })[1] ?? document.body)
    await waitFor(() => expect(bridge.asked.at(-1)).toEqual({ name: 'app.copy', input: { text: 'gw-150\ngw-195' } }))
  })
})
