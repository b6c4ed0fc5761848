// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CommandRecord } from '../../../../../preload/contract/models/commands/command.ts'
import { ResultNext } from '../../../../../renderer/features/console/run/result-next.tsx'
import type { ConsoleActions } from '../../../../../renderer/features/console/use-console-actions.ts'
import { bootstrap } from '../../bootstrap.ts'
import { makeDevice } from '../../devices/make-device.ts'
import { renderView } from '../../support/render-view.tsx'
import { makeRecord, makeRun } from '../make-turn.ts'

const CONNECTED = { ...bootstrap().connection, state: 'connected', profileId: 'site-a' } as const

/** What the wait does not look at. */
const UNKNOWN = {
  description: '',
  notes: '',
  isAddedByHand: false,
  firstSeenAt: null,
  agent: null,
  version: null,
  shell: null,
  announcedSystem: null,
  capabilities: [],
  intervalS: 60,
  isIntervalLearnt: false,
  clockSkewMs: null,
  maxClass: null,
  sensors: [],
  orphans: [],
  warnings: [],
}

async function show(change: Partial<CommandRecord>, lastSeenAt = Date.now(), others: readonly string[] = []) {
  const typed: unknown[] = []
  const record = makeRecord(change)
  const deviceIds = [record.deviceId, ...others]
  const actions: Partial<ConsoleActions> = { type: async (...call) => void typed.push(call) }
  const run = makeRun({ commands: [record] })
  await renderView(<ResultNext record={record} run={run} deviceIds={deviceIds} actions={actions as ConsoleActions} />, {
    state: { connection: CONNECTED },
    answers: { 'devices.get': () => ({ ...makeDevice({ lastSeenAt }), ...UNKNOWN }) },
  })
  return typed
}

describe('the next step after a result', () => {
  it('is a read that is proposed at a click, marked as made from the output of a device', async () => {
    const sentence = { en: 'The disk is full.', zh: '磁盘已满。' }
    const nextRead = { title: { en: 'How full are the disks?', zh: '磁盘有多满？' }, command: 'df -h' }
    const typed = await show({ state: 'failed', reading: { sentence, isWarning: true, table: null, nextRead } })
    fireEvent.click(screen.getByRole('button', { name: 'How full are the disks?' }))
    expect(typed).toMatchObject([[['pump-1'], 'df -h', expect.any(Number), { kind: 'note' }]])
    expect(screen.queryByRole('button', { name: 'Wait until it is back' })).toBeNull()
  })

  it('is proposed for all devices that answered the same, and waits for one alone', async () => {
    const aftermath = { kind: 'service', check: 'systemctl status nginx --no-pager' } as const
    const typed = await show({ state: 'succeeded', aftermath, commandId: 'restart-2' }, Date.now(), [
      'pump-2',
      'pump-3',
    ])
    fireEvent.click(screen.getByRole('button', { name: 'Check its state' }))
    expect(typed).toMatchObject([
      [['pump-1', 'pump-2', 'pump-3'], aftermath.check, expect.any(Number), { kind: 'turn' }],
    ])
    expect(screen.queryByRole('button', { name: 'Wait until it is back' })).toBeNull()
  })

  it('is a check and a wait after a restart, which ends with a sign of life', async () => {
    const finishedAt = Date.now() - 5_000
    const aftermath = { kind: 'service', check: 'systemctl status nginx --no-pager' } as const
    const typed = await show({ state: 'succeeded', finishedAt, aftermath, commandId: 'restart-1' })
    fireEvent.click(screen.getByRole('button', { name: 'Check its state' }))
    expect(typed).toMatchObject([[['pump-1'], aftermath.check, expect.any(Number), { kind: 'turn' }]])
    fireEvent.click(screen.getByRole('button', { name: 'Wait until it is back' }))
    expect(await screen.findByText(/^Back: heard again at/)).toBeTruthy()
  })

  it('is waited for where a device that restarts was not heard yet', async () => {
    const aftermath = { kind: 'reboot', check: 'uptime' } as const
    await show({ state: 'no-answer', sentAt: Date.now(), aftermath, commandId: 'reboot-1' }, Date.now() - 60_000)
    fireEvent.click(screen.getByRole('button', { name: 'Wait until it is back' }))
    expect((await screen.findByRole('status')).textContent).toContain('for 10m at most')
  })
})
