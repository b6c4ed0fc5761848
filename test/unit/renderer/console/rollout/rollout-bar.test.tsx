// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { type RolloutState, WITHHELD_REASONS } from '../../../../../preload/contract/models/commands/rollout.ts'
import { RolloutBar } from '../../../../../renderer/features/console/rollout/rollout-bar.tsx'
import { ResultBody } from '../../../../../renderer/features/console/run/command-result.tsx'
import type { ConsoleActions } from '../../../../../renderer/features/console/use-console-actions.ts'
import { switchLanguage } from '../../../../../renderer/lib/i18n/i18n.ts'
import { renderView } from '../../support/render-view.tsx'
import { makeRecord, makeRun } from '../make-turn.ts'

const STATE: RolloutState = {
  plan: { canary: { count: 1, proceed: 'ask' }, waves: null, stopAt: null },
  phase: 'running',
  reason: null,
  sent: 1,
  total: 3,
  goal: 1,
  nextAt: null,
  excused: 0,
}
const record = (deviceId: string, change = {}) => makeRecord({ deviceId, commandId: deviceId, ...change })

async function show(change: Parameters<typeof makeRun>[0], actions: Partial<ConsoleActions> = {}) {
  const run = makeRun(change)
  const answers = { 'console.steer': () => null }
  return renderView(<RolloutBar run={run} actions={actions as ConsoleActions} />, { answers })
}

describe('the bar above a run', () => {
  it('is not there where everything went to all at once', async () => {
    await show({ commands: [record('a', { state: 'succeeded' })] })
    expect(document.body.textContent).not.toMatch(/Rollout|not sent/)
  })

  it.each([
    ['running', ['Pause', 'Stop']],
    ['looking', ['Go on: 2 left', 'Stop']],
    ['paused', ['Resume: 2 left', 'Stop']],
    ['stopped', []],
    ['done', []],
  ] as const)('offers what can be done while it is %s', async (phase, names) => {
    const commands = [record('a'), record('b', { state: 'approved' }), record('c', { state: 'approved' })]
    await show({ rollout: { ...STATE, phase }, commands })
    expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(names)
    expect(document.body.textContent).toContain('sent to 1 of 3')
  })

  it('asks main to do it', async () => {
    const bridge = await show({ rollout: STATE, commands: [record('a')] })
    await act(async () => screen.getByRole('button', { name: 'Pause' }).click())
    expect(bridge.asked).toContainEqual({ name: 'console.steer', input: { turnId: 'turn-1', act: 'pause' } })
  })

  it('proposes the command again for exactly the devices that were not sent it', async () => {
    const type = vi.fn(async () => undefined)
    const commands = [
      record('a', { state: 'failed' }),
      record('b', { state: 'withheld', reason: 'failures' }),
      record('c', { state: 'withheld', reason: 'left-out' }),
    ]
    await show({ rollout: { ...STATE, phase: 'stopped', reason: 'failures' }, commands }, { type })
    await act(async () => screen.getByRole('button', { name: 'Run again on the 2 not sent' }).click())
    expect(type).toHaveBeenCalledWith(['b', 'c'], expect.anything(), expect.anything(), expect.anything())
  })

  it.each([
    ['en', '1 device is no longer known and was left out:', 'Run again on the 1 not sent'],
    ['zh-CN', '1 台设备已被移除，未包括在内：', '对未发送的 1 台再次执行'],
  ] as const)(
    'names a device that is no longer known, and never proposes it again (%s)',
    async (language, said, again) => {
      const type = vi.fn(async () => undefined)
      const commands = [
        record('a', { state: 'succeeded' }),
        record('gone', { state: 'withheld', reason: 'forgotten' }),
        record('c', { state: 'withheld', reason: 'operator' }),
      ]
      await show({ rollout: { ...STATE, phase: 'stopped', reason: 'operator' }, commands }, { type })
      await act(() => switchLanguage(language))
      expect(document.body.textContent).toContain(said)
      expect(screen.getByText('gone')).toBeTruthy()
      await act(async () => screen.getByRole('button', { name: again }).click())
      expect(type).toHaveBeenCalledWith(['c'], expect.anything(), expect.anything(), expect.anything())
      await act(() => switchLanguage('en'))
    },
  )

  it('lists the devices that are waited for, and no others', async () => {
    const commands = [record('a', { state: 'approved' }), record('b', { state: 'succeeded' })]
    await show({ wait: { until: Date.now() + 3_600_000, deviceIds: ['a', 'b'] }, commands })
    expect(document.body.textContent).toContain('Waiting for 1 device until')
    expect(screen.getByRole('button', { name: 'Stop waiting' })).toBeTruthy()
  })
})

it.each(WITHHELD_REASONS)(
  'a device that was not sent the command because of %s says so in both languages',
  async (reason) => {
    const withheld = record('a', { state: 'withheld', reason })
    await renderView(<ResultBody record={withheld} run={makeRun({})} deviceIds={['a']} />)
    expect(document.body.textContent).toMatch(/Not sent/)
    await act(() => switchLanguage('zh-CN'))
    expect(document.body.textContent).toMatch(/未发送/)
  },
)
