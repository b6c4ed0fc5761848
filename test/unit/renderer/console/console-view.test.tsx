// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ConsoleView } from '../../../../renderer/features/console/console-view.tsx'
import { bootstrap } from '../bootstrap.ts'
import { connection } from '../support/connection.ts'
import { refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'
import { makeProposal, makeRecord, makeRun, makeTurn } from './make-turn.ts'

const NO_TURNS = { 'console.turns': () => [] }
const ONE_DEVICE = { ...bootstrap().counts, online: 1, total: 1 }

describe('the console', () => {
  it('shows a timeline and a composer while the turns load', async () => {
    await renderView(<ConsoleView />, { state: { connection: connection() } })
    expect(screen.getByRole('log')).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Message' })).toBeTruthy()
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull()
  })

  it('leads to a connection where there is none', async () => {
    await renderView(<ConsoleView />, { answers: NO_TURNS })
    expect(await screen.findByRole('heading', { name: 'Not connected' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Connect…' })).toBeTruthy()
  })

  it.each(['connecting', 'waiting'] as const)('names the broker that it is %s for', async (state) => {
    await renderView(<ConsoleView />, { state: { connection: connection({ state }) }, answers: NO_TURNS })
    expect(await screen.findByRole('heading', { name: 'Connecting to Site A' })).toBeTruthy()
  })

  it('says what a connection without devices waits for', async () => {
    await renderView(<ConsoleView />, { state: { connection: connection() }, answers: NO_TURNS })
    expect(await screen.findByRole('heading', { name: 'Connected. Waiting for devices' })).toBeTruthy()
  })

  it('offers examples once there are devices, and puts one into the composer', async () => {
    await renderView(<ConsoleView />, { state: { connection: connection(), counts: ONE_DEVICE }, answers: NO_TURNS })
    expect(await screen.findByRole('heading', { name: 'Ask a device' })).toBeTruthy()
    const [example] = document.querySelectorAll<HTMLButtonElement>('section button[class*="suggestion"]')
    if (!example) throw new Error('no example')
    fireEvent.click(example)
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }).value).toBe(example.textContent)
  })

  it('tells of a failure and claims no empty conversation', async () => {
    await renderView(<ConsoleView />, { state: { connection: connection() }, answers: { 'console.turns': refuse } })
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.queryByText('Connected. Waiting for devices')).toBeNull()
  })

  it('shows a request with its exact command, to run or to reject', async () => {
    const turn = makeTurn({ proposal: makeProposal() })
    const bridge = await renderView(<ConsoleView />, {
      state: { connection: connection(), counts: ONE_DEVICE },
      answers: { 'console.turns': () => [turn], 'console.reject': () => null },
    })
    expect(await screen.findByText('how full is the disk')).toBeTruthy()
    await waitFor(() => expect(screen.getByRole('region', { name: /^Proposal: df -h/ }).textContent).toContain('df -h'))
    fireEvent.click(screen.getByRole('button', { name: 'Reject' }))
    await waitFor(() => expect(bridge.asked.at(-1)).toMatchObject({ name: 'console.reject' }))
  })

  it('shows the result of a command, and what changes about it', async () => {
    const run = (change: Parameters<typeof makeRecord>[0]) => makeRun({ commands: [makeRecord(change)] })
    const turn = makeTurn({ proposal: makeProposal(), decision: 'approved', run: run({ state: 'running' }) })
    const bridge = await renderView(<ConsoleView />, {
      state: { connection: connection(), counts: ONE_DEVICE },
      answers: { 'console.turns': () => [turn] },
    })
    expect(await screen.findByRole('region', { name: /^Result: / })).toBeTruthy()
    const done = run({ state: 'succeeded', stdout: 'sda1 41%', durationMs: 1200, exitCode: 0 })
    act(() => bridge.emit('console.changed', [{ ...turn, run: done }]))
    expect(await screen.findByText('sda1 41%')).toBeTruthy()
  })
})
