// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Fingerprint } from '../../../../renderer/components/words/fingerprint.tsx'
import { renderView } from '../support/render-view.tsx'

describe('a fingerprint', () => {
  it('breaks behind each colon and nowhere else, and is copied as it is', async () => {
    await renderView(
      <code data-testid="print">
        <Fingerprint of="0F:BC:19" />
      </code>,
    )
    const code = screen.getByTestId('print')
    expect(code.textContent).toBe('0F:BC:19')
    expect(code.innerHTML).toBe('0F:<wbr>BC:<wbr>19')
  })
})
