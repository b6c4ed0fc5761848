// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { DeviceDetail } from '../../../../../preload/contract/models/devices/device.ts'
import { TargetPicker } from '../../../../../renderer/features/console/composer/target-picker.tsx'
import { targetsOf } from '../../../../../renderer/features/console/composer/target-state.ts'
import { FIRST_SIGNS_MS, isBeforeFirstSigns } from '../../../../../renderer/features/devices/table/evidence-words.ts'
import { makeDetail } from '../../devices/make-device.ts'
import { connection } from '../../support/connection.ts'
import { renderView } from '../../support/render-view.tsx'

const UNHEARD = { presence: 'never-seen', evidence: { kind: 'never' }, lastSeenAt: null } as const
const FIELD = { current: null }

/** Shows the picker with one device, connected since `openedAt`, once main has answered. */
async function shown(openedAt: number | null, change: Partial<DeviceDetail>): Promise<string> {
  await renderView(
    <TargetPicker
      targets={targetsOf('site-a', ['pump-1'])}
      onChange={() => undefined}
      left={[]}
      onDone={() => undefined}
      fieldRef={FIELD}
    />,
    {
      state: { connection: { ...connection(), openedAt } },
      answers: { 'devices.get': () => makeDetail({ deviceId: 'pump-1', ...change }) },
    },
  )
  await new Promise((resolve) => setTimeout(resolve))
  return screen.getByRole('button', { name: 'Clear' }).parentElement?.textContent ?? ''
}

describe('the presence of the one device chosen', () => {
  it('is not told before its first signs had their time, because the broker hands them over behind the subscription', async () => {
    expect(await shown(Date.now(), UNHEARD)).not.toContain('Not heard yet')
  })

  it('is told at once where the device was heard', async () => {
    const text = await shown(Date.now(), { presence: 'online', evidence: { kind: 'heartbeat', at: Date.now() } })
    expect(text).toContain('Online')
  })

  it('says once that a device was not heard', async () => {
    const text = await shown(Date.now() - 60_000, UNHEARD)
    expect(text).toContain('Not heard yet')
    expect(text).not.toContain('No sign since connecting')
  })

  it('is not told of a device that was not heard while there is no connection', async () => {
    expect(await shown(null, UNHEARD)).not.toContain('Not heard yet')
  })

  it('waits as long as the first signs may take, and no longer', () => {
    expect(isBeforeFirstSigns(null, 5_000)).toBe(true)
    expect(isBeforeFirstSigns(5_000, 5_000 + FIRST_SIGNS_MS - 1)).toBe(true)
    expect(isBeforeFirstSigns(5_000, 5_000 + FIRST_SIGNS_MS)).toBe(false)
  })
})
