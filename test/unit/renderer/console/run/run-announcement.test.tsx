// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CommandState } from '../../../../../preload/contract/models/commands/command.ts'
import { RunAnnouncement } from '../../../../../renderer/features/console/run/run-card.tsx'
import { renderView } from '../../support/render-view.tsx'
import { makeRecord, makeRun } from '../make-turn.ts'

const runOf = (...states: CommandState[]) =>
  makeRun({
    commands: states.map((state, index) => makeRecord({ state, commandId: `c${index}`, deviceId: `d${index}` })),
  })

describe('the words read out of a run', () => {
  it.each([
    ['each state of one device', runOf('running'), 'Result: 1 Running'],
    ['nothing of several while one has not ended', runOf('succeeded', 'sent'), ''],
    ['how several ended', runOf('succeeded', 'failed', 'succeeded'), 'Result: 2 Succeeded · 1 Failed'],
  ])('is %s', async (_what, run, words) => {
    await renderView(<RunAnnouncement run={run} />)
    expect(screen.getByRole('status').textContent).toBe(words)
  })
})
