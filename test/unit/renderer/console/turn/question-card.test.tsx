// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Proposal } from '../../../../../preload/contract/models/command.ts'
import { ConsoleView } from '../../../../../renderer/features/console/console-view.tsx'
import { connection } from '../../support/connection.ts'
import { renderView } from '../../support/render-view.tsx'
import { makeProposal, makeTurn } from '../make-turn.ts'

const QUESTION = 'how much disk is free'

/** Shows one question whose devices got two commands. */
function showQuestion(changes: Partial<Proposal> = {}) {
  const first = makeProposal({ id: 'p1', turnId: 't1', command: 'df -h', deviceIds: ['pi-1', 'pi-2'] })
  const second = makeProposal({
    id: 'p2',
    turnId: 't2',
    command: 'wmic logicaldisk get size',
    deviceIds: ['win-1'],
    ...changes,
  })
  const turns = [
    makeTurn({ id: 't1', text: QUESTION, deviceIds: [...first.deviceIds], proposal: first, createdAt: 1 }),
    makeTurn({ id: 't2', partOf: 't1', text: QUESTION, deviceIds: ['win-1'], proposal: second, createdAt: 2 }),
  ]
  return renderView(<ConsoleView />, {
    state: { connection: connection() },
    answers: { 'console.turns': () => turns, 'console.approve': () => null },
  })
}

const together = () => screen.findByRole('button', { name: 'Run all 2 commands' })
const approved = (bridge: Awaited<ReturnType<typeof showQuestion>>) =>
  bridge.asked.flatMap(({ name, input }) => (name === 'console.approve' ? [input] : []))

describe('a question whose devices get different commands', () => {
  it('is one card with a line for each command, and says its text once', async () => {
    await showQuestion()
    await together()
    expect(screen.getAllByText(QUESTION)).toHaveLength(1)
    expect(screen.getByText('The devices get 2 different commands. Each is judged by itself.')).toBeTruthy()
    const parts = screen.getAllByRole('region', { name: 'Command of this question' })
    expect(parts.map((part) => within(part).getAllByText(/^(pi-1|win-1)$/).length > 0)).toEqual([true, true])
  })

  it('runs all of them at one click, each by its own approval', async () => {
    const bridge = await showQuestion()
    const button = await together()
    await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false))
    fireEvent.click(button)
    await waitFor(() => expect(approved(bridge)).toMatchObject([{ proposalId: 'p1' }, { proposalId: 'p2' }]))
  })

  it('runs none together where one wants a typed confirmation', async () => {
    const bridge = await showQuestion({ confirmation: 'win-1' })
    await waitFor(() => expect(screen.getByText(/must be confirmed by itself/)).toBeTruthy())
    const button = await together()
    expect(button.hasAttribute('disabled')).toBe(true)
    fireEvent.click(button)
    expect(approved(bridge)).toEqual([])
  })

  it('runs none together where one may not be sent', async () => {
    await showQuestion({ isSendable: false })
    const button = await together()
    await waitFor(() => expect(screen.getByText(/once every command above can run/)).toBeTruthy())
    expect(button.hasAttribute('disabled')).toBe(true)
  })
})
