// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { EvidenceText } from '../../../../../renderer/features/devices/table/evidence-text.tsx'
import { renderView } from '../../support/render-view.tsx'

const AT = new Date(2026, 10, 30, 11, 48).getTime()

it('says of a state that is past until when it held, where there is no room for more', async () => {
  const device = { evidence: { kind: 'heartbeat', at: AT - 5_000 }, lastKnownAt: AT } as const
  await renderView(
    <>
      <p data-testid="short">
        <EvidenceText device={device} isShort />
      </p>
      <p data-testid="whole">
        <EvidenceText device={device} />
      </p>
    </>,
  )
  expect(screen.getByTestId('short').textContent).toMatch(/^until .*11:48$/)
  expect(screen.getByTestId('whole').textContent).toMatch(/^Nothing heard since .*11:48\. Heartbeat /)
})
