// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CommandRecord, Run } from '../../../../../../preload/contract/models/commands/command.ts'
import { ConsoleView } from '../../../../../../renderer/features/console/console-view.tsx'
import { statesOf } from '../../../../../../renderer/features/console/run/run-state.ts'
import { bootstrap } from '../../../bootstrap.ts'
import { connection } from '../../../support/connection.ts'
import type { Answers } from '../../../support/fake-bridge.ts'
import { renderView } from '../../../support/render-view.tsx'
import { makeProposal, makeTurn } from '../../make-turn.ts'
import { foldOf, makeFleetRun } from './make-fold.ts'

const MODEL = { ...bootstrap().assistant, kind: 'model' as const }
const ODD: Readonly<Record<number, Partial<CommandRecord>>> = {
  16: { state: 'failed', exitCode: 1, stdout: '', stderr: 'disk gone\n' },
  41: { stdout: 'Debian 11\n' },
}

/** As main sends a long run: its commands are asked for. */
const headOf = (run: Run): Run => ({ ...run, commands: [], states: statesOf(run) })
const turnOf = (run: Run) => makeTurn({ proposal: makeProposal(), decision: 'approved', run: headOf(run) })

async function showRun(run: Run, answers: Answers = {}) {
  let current = run
  const bridge = await renderView(<ConsoleView />, {
    state: { connection: connection() },
    answers: {
      'console.turns': () => [turnOf(current)],
      'console.fold': ({ mode }) => foldOf(current, mode),
      'console.commands': ({ deviceIds }) => current.commands.filter(({ deviceId }) => deviceIds.includes(deviceId)),
      'console.searchRuns': ({ text }) =>
        current.commands.filter(({ stderr }) => stderr.includes(text)).map(({ deviceId }) => deviceId),
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

describe('a run that comes without its commands', () => {
  it('asks for the answers of the groups that are open, and for no other', async () => {
    const { bridge } = await showRun(makeFleetRun(1000, ODD))
    expect(await screen.findByText('disk gone')).toBeTruthy()
    expect(await screen.findByText('Debian 11')).toBeTruthy()
    const asked = bridge.asked.filter(({ name }) => name === 'console.commands').map(({ input }) => input)
    expect(asked).toEqual([
      { turnId: 'turn-1', deviceIds: ['gw-017'], isBrief: false },
      { turnId: 'turn-1', deviceIds: ['gw-042'], isBrief: false },
    ])
  })

  it('asks for the devices in sight of a group, and for the answer of one when it is opened', async () => {
    const { bridge } = await showRun(makeFleetRun(1000))
    fireEvent.click(await screen.findByRole('button', { name: 'Show 1,000 devices' }))
    const list = screen.getByRole('group', { name: 'Devices of the group' })
    fireEvent.click(await within(list).findByRole('button', { name: /gw-002/ }))
    await waitFor(() =>
      expect(bridge.asked.at(-1)?.input).toEqual({ turnId: 'turn-1', deviceIds: ['gw-002'], isBrief: false }),
    )
    const brief = bridge.asked.map(({ input }) => input).find((input) => JSON.stringify(input).includes('true'))
    expect(brief).toMatchObject({ isBrief: true, deviceIds: { length: 100 } })
  })

  it('compares with the majority by d', async () => {
    await showRun(makeFleetRun(200, ODD))
    await screen.findByText('Debian 11')
    heads()[1]?.focus()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'd' })
    await waitFor(() =>
      expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['12', '11']),
    )
    fireEvent.click(screen.getByRole('radio', { name: 'Side by side' }))
    const diff = screen.getByRole('group', { name: 'Difference from the majority' })
    expect(within(diff).getByText('The majority says on the left, this group on the right')).toBeTruthy()
    expect([...diff.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['12', '11'])
    fireEvent.click(screen.getByRole('radio', { name: 'In one column' }))
  })

  it('searches in main, and cancels what has not ended', async () => {
    const waiting = Array.from({ length: 120 }, (_, index) => [index + 50, { state: 'running' as const }] as const)
    const { bridge } = await showRun(makeFleetRun(400, { ...ODD, ...Object.fromEntries(waiting) }), {
      'console.cancelCommand': () => null,
    })
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search in answers, names and ids' }), {
      target: { value: 'disk' },
    })
    await waitFor(() => expect(heads()).toHaveLength(1))
    fireEvent.click(screen.getByRole('button', { name: 'Cancel all' }))
    await waitFor(() => expect(bridge.asked.filter(({ name }) => name === 'console.cancelCommand')).toHaveLength(120))
  })

  it('follows the states as they change', async () => {
    const { change } = await showRun(makeFleetRun(300, { 5: { state: 'running', exitCode: null, stdout: '' } }))
    expect(screen.getByRole('button', { name: 'Cancel all' })).toBeTruthy()
    change(makeFleetRun(300, { 5: { state: 'failed', exitCode: 2, stdout: '', stderr: 'no such disk\n' } }))
    expect(await screen.findByText('no such disk')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Cancel all' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Sum up' })).toBeTruthy()
  })

  it('offers to explain a difference where a model is set up and answers differ', async () => {
    const { bridge, change } = await showRun(makeFleetRun(200, ODD), { 'console.explainDifference': () => null })
    expect(screen.queryByRole('button', { name: 'Explain the difference' })).toBeNull()
    act(() => bridge.emit('assistant.changed', MODEL))
    fireEvent.click(await screen.findByRole('button', { name: 'Explain the difference' }))
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toEqual({ name: 'console.explainDifference', input: { turnId: 'turn-1' } }),
    )
    change(makeFleetRun(200))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Explain the difference' })).toBeNull())
  })
})
