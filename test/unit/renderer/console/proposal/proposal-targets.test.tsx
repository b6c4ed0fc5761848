// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Proposal } from '../../../../../preload/contract/models/commands/command.ts'
import type { DeviceSigning } from '../../../../../preload/contract/models/safety/signing.ts'
import { ProposalTargets } from '../../../../../renderer/features/console/proposal/proposal-targets.tsx'
import { switchLanguage } from '../../../../../renderer/lib/i18n/i18n.ts'
import { makeDetail } from '../../devices/make-device.ts'
import { renderView } from '../../support/render-view.tsx'

function proposalFor(deviceIds: readonly string[]): Proposal {
  return { connectionId: 'site-a', deviceIds } as unknown as Proposal
}

it.each<[DeviceSigning, string, string]>([
  ['proven', 'Signed', '已签名'],
  ['signed', 'Signed, not proven', '已签名，未证明'],
  ['unsigned', 'Unsigned', '未签名'],
])('says of one device whether it is %s', async (signing, en, zh) => {
  await renderView(<ProposalTargets proposal={proposalFor(['pi-1'])} absent={[]} />, {
    answers: { 'devices.get': ({ deviceId }) => makeDetail({ deviceId, signing }) },
  })
  expect(await screen.findByText(en)).toBeTruthy()
  await act(() => switchLanguage('zh-CN'))
  expect(screen.getByText(zh)).toBeTruthy()
})

it('counts the signed and the unsigned of many, each with what it means', async () => {
  const ids = Array.from({ length: 200 }, (_, at) => `pi-${at}`)
  const bridge = await renderView(<ProposalTargets proposal={proposalFor(ids)} absent={[]} />, {
    answers: {
      'devices.get': ({ deviceId }) => makeDetail({ deviceId, signing: 'proven' }),
      'devices.signings': () => ({ proven: 180, signed: 0, unsigned: 20 }),
    },
  })
  expect(await screen.findByText('180 signed')).toBeTruthy()
  expect(screen.getByText('20 unsigned').title).toContain('Anyone who controls the broker')
  expect(screen.queryByText(/not proven/)).toBeNull()
  expect(screen.queryByText('Signed')).toBeNull()
  expect(bridge.asked).toContainEqual({
    name: 'devices.signings',
    input: { connectionId: 'site-a', deviceIds: ids },
  })
  await act(() => switchLanguage('zh-CN'))
  expect(screen.getByText('20 台未签名')).toBeTruthy()
})
