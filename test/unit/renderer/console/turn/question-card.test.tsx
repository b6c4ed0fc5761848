// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TurnNote } from '../../../../../preload/contract/models/assistant/assist.ts'
import type { CommandRecord, Proposal, Run } from '../../../../../preload/contract/models/commands/command.ts'
import { ConsoleView } from '../../../../../renderer/features/console/console-view.tsx'
import { bootstrap } from '../../bootstrap.ts'
import { connection } from '../../support/connection.ts'
import { renderView } from '../../support/render-view.tsx'
import { makeProposal, makeRecord, makeRun, makeTurn } from '../make-turn.ts'
import { foldOf } from '../run/fold/make-fold.ts'

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
    expect(
      within(screen.getAllByRole('region', { name: 'Proposal: df -h' })[0] ?? document.body).getByText(
        /2 devices · none offline or lost/,
      ),
    ).toBeTruthy()
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

/** A run of the command of one line, with what each of its devices said. */
function runOf(turnId: string, command: string, said: Readonly<Record<string, Partial<CommandRecord>>>): Run {
  const id = `run of ${turnId}`
  const commands = Object.entries(said).map(([deviceId, changes]) =>
    makeRecord({ commandId: `${id} ${deviceId}`, runId: id, deviceId, state: 'succeeded', exitCode: 0, ...changes }),
  )
  return makeRun({ id, turnId, command, commands })
}

const DISK = runOf('t1', 'df -h', {
  'pi-1': { stdout: 'free 10G' },
  'pi-2': { stdout: 'free 10G' },
  'pi-3': { state: 'failed', exitCode: 1, stderr: 'no disk' },
})
const WINDOWS = runOf('t2', 'wmic logicaldisk get size', {
  'win-1': { stdout: 'free 20G' },
  'win-2': { state: 'no-answer', exitCode: null },
})

const MODEL = { ...bootstrap().assistant, kind: 'model' as const }

const NOTE: TurnNote = {
  id: 'n1',
  kind: 'question',
  state: 'done',
  text: 'pi-3 has no disk.',
  parts: [],
  outliers: [],
  nextStep: null,
  counts: null,
  source: { kind: 'model', name: 'm1' },
  usage: null,
  failure: null,
}

/** Shows one question of which some commands ran; the third never did. */
function showAnswers(
  runs: readonly Run[] = [DISK, WINDOWS],
  { notes = [], assistant }: { readonly notes?: readonly TurnNote[]; readonly assistant?: typeof MODEL } = {},
) {
  const turns = [
    ...runs.map((run, index) =>
      makeTurn({
        id: run.turnId,
        text: QUESTION,
        deviceIds: run.commands.map(({ deviceId }) => deviceId),
        proposal: makeProposal({ turnId: run.turnId, command: run.command }),
        decision: 'approved',
        run,
        createdAt: index + 1,
        ...(index === 0 ? { assist: { notes } } : { partOf: 't1' }),
      }),
    ),
    makeTurn({
      id: 't3',
      partOf: 't1',
      text: QUESTION,
      deviceIds: ['old-1'],
      proposal: makeProposal({ id: 'p3', turnId: 't3', command: 'fsutil volume diskfree c:' }),
      decision: 'rejected',
      createdAt: 9,
    }),
  ]
  const folds = () => runs.map((run) => foldOf(run))
  return renderView(<ConsoleView />, {
    state: { connection: connection(), ...(assistant && { assistant }) },
    answers: {
      'console.saveRuns': () => ({ path: '/home/ann/run.txt' }),
      'console.explainQuestion': () => null,
      'console.turns': () => turns,
      'console.foldLines': folds,
      'console.fold': ({ turnId }) => foldOf(runs.find((run) => run.turnId === turnId) ?? DISK),
      'console.values': () => ({ runId: '', answered: 0, columns: [] }),
      'console.type': () => ({ turnId: 't9' }),
    },
  })
}

const answers = () => screen.findByRole('region', { name: 'Answers to this question' })
const headsIn = (list: HTMLElement) =>
  [...list.querySelectorAll('[data-head]')].map(({ textContent }) => textContent ?? '')

describe('the answers to a question whose devices got different commands', () => {
  it('are one list: failures and silence of every command first, each with its command', async () => {
    await showAnswers()
    const list = await answers()
    await waitFor(() => expect(headsIn(list)).toHaveLength(4))
    expect(headsIn(list)).toEqual([
      expect.stringMatching(/pi-3.*df -h/),
      expect.stringMatching(/win-2.*wmic/),
      expect.stringMatching(/win-1.*wmic/),
      expect.stringMatching(/2 devices.*majority.*pi-1, pi-2.*df -h/),
    ])
    expect(within(list).getByText('4 of 5 answered')).toBeTruthy()
    const counts = within(list).getByRole('group', { name: 'Devices by outcome' })
    expect(
      within(counts)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['1 failed', '1 without a result'])
    expect(within(list).getByText('1 more device was not asked: its command did not run.')).toBeTruthy()
    expect(screen.getAllByRole('group', { name: 'Groups of answers' })).toHaveLength(1)
  })

  it('are searched and filtered together', async () => {
    await showAnswers()
    const list = await answers()
    fireEvent.change(await within(list).findByRole('searchbox'), { target: { value: 'free' } })
    await waitFor(() => expect(headsIn(list)).toHaveLength(2))
    fireEvent.change(within(list).getByRole('searchbox'), { target: { value: '' } })
    fireEvent.click(within(list).getByRole('button', { name: '1 without a result' }))
    await waitFor(() => expect(headsIn(list)).toEqual([expect.stringContaining('win-2')]))
  })

  it('lead to a new proposal of the own command of each device that failed', async () => {
    const alsoFailed = runOf('t2', WINDOWS.command, { 'win-1': { state: 'failed', exitCode: 3, stderr: 'no wmic' } })
    const bridge = await showAnswers([DISK, alsoFailed])
    fireEvent.click(await within(await answers()).findByRole('button', { name: 'Run again on the 2 failed' }))
    await waitFor(() =>
      expect(bridge.asked.filter(({ name }) => name === 'console.type').map(({ input }) => input)).toMatchObject([
        { deviceIds: ['pi-3'], command: 'df -h' },
        { deviceIds: ['win-1'], command: 'wmic logicaldisk get size' },
      ]),
    )
  })

  it('can be read by themselves for one command', async () => {
    await showAnswers()
    await answers()
    const [line] = screen.getAllByRole('region', { name: 'Command of this question' })
    if (line === undefined) throw new Error('no line')
    fireEvent.click(within(line).getByRole('button', { name: "Show this command's answers alone" }))
    expect(await within(line).findByRole('group', { name: 'Groups of answers' })).toBeTruthy()
    expect(screen.getByText('2 the same')).toBeTruthy()
  })

  it('are saved together in one file', async () => {
    const bridge = await showAnswers()
    const list = await answers()
    fireEvent.click(await within(list).findByRole('button', { name: 'Save' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: /CSV/ }))
    await waitFor(() =>
      expect(bridge.asked).toContainEqual({
        name: 'console.saveRuns',
        input: { turnIds: ['t1', 't2'], mode: 'exact', format: 'csv' },
      }),
    )
  })

  it('are explained together by a model, once all have ended', async () => {
    const bridge = await showAnswers(undefined, { assistant: MODEL })
    fireEvent.click(await within(await answers()).findByRole('button', { name: 'Explain all answers' }))
    await waitFor(() =>
      expect(bridge.asked).toContainEqual({ name: 'console.explainQuestion', input: { turnIds: ['t1', 't2'] } }),
    )
  })

  it.each([
    ['without a model', [DISK, WINDOWS], undefined],
    ['while one runs', [DISK, runOf('t2', 'wmic', { 'win-1': { state: 'sent' } })], MODEL],
  ] as const)('cannot be explained %s', async (_when, runs, assistant) => {
    await showAnswers(runs, assistant && { assistant })
    await within(await answers()).findByRole('button', { name: 'Save' })
    expect(screen.queryByRole('button', { name: 'Explain all answers' })).toBeNull()
  })

  it('carry their explanation below them, with a word where an answer came after it', async () => {
    const counts = { devices: 5, succeeded: 3, failed: 1, unanswered: 1, variants: 3, doubtful: 0 }
    const note = { ...NOTE, counts }
    await showAnswers(undefined, { assistant: MODEL, notes: [note] })
    const list = await answers()
    const told = await within(list).findByRole('region', { name: 'All answers' })
    expect(within(told).getByText('pi-3 has no disk.')).toBeTruthy()
    expect(within(told).queryByText(/came after/)).toBeNull()
    // Nowhere else: the card of the first command shows only what is its own.
    expect(screen.getAllByText('pi-3 has no disk.')).toHaveLength(1)
    cleanup()
    await showAnswers(undefined, { assistant: MODEL, notes: [{ ...note, counts: { ...counts, succeeded: 2 } }] })
    expect(await within(await answers()).findByText(/came after/)).toBeTruthy()
  })
})
