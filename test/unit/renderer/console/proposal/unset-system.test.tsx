// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { UnsetSystem } from '../../../../../renderer/features/console/proposal/unset-system.tsx'
import { switchLanguage } from '../../../../../renderer/lib/i18n/i18n.ts'
import { renderView } from '../../support/render-view.tsx'

const PROPOSAL = { connectionId: 'site-a', system: 'linux' } as const

const idsOf = (count: number) => Array.from({ length: count }, (_id, at) => `gw-${String(at + 1).padStart(3, '0')}`)

async function show(count: number, kind: 'system-assumed' | 'system-announced' = 'system-assumed') {
  await renderView(<UnsetSystem proposal={PROPOSAL} kind={kind} deviceIds={idsOf(count)} onSet={async () => {}} />)
}

describe('the notice of devices whose system nobody set', () => {
  it.each([
    [1, 'Nobody set what gw-001 runs.'],
    [3, 'Nobody set what gw-001, gw-002, and gw-003 run.'],
    [4, 'Nobody set what 4 devices run (gw-001, gw-002, gw-003, …).'],
    [200, 'Nobody set what 200 devices run (gw-001, gw-002, gw-003, …).'],
  ])('names %i of them', async (count, sentence) => {
    await show(count)
    expect(document.body.textContent).toContain(sentence)
  })

  it.each([
    [3, '还没有人指定 gw-001、gw-002 和 gw-003 的系统。'],
    [4, '还没有人指定 gw-001、gw-002、gw-003 等 4 台设备的系统。'],
    [200, '还没有人指定 gw-001、gw-002、gw-003 等 200 台设备的系统。'],
  ])('names %i of them in Chinese', async (count, sentence) => {
    await show(count)
    await act(() => switchLanguage('zh-CN'))
    expect(document.body.textContent).toContain(sentence)
  })

  it('offers what all of them announce', async () => {
    await show(5, 'system-announced')
    expect(document.body.textContent).toContain('5 devices (gw-001, gw-002, gw-003, …) announce Linux')
    expect(screen.getByRole('button', { name: 'They run Linux' })).toBeTruthy()
  })
})
