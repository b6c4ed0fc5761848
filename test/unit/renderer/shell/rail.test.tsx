// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Rail } from '../../../../renderer/features/shell/rail.tsx'
import { renderView } from '../support/render-view.tsx'

// Both were found through the palette or the connection switcher alone.
it.each(['Connections', 'Set-ups'])('leads to %s from everywhere', async (name) => {
  await renderView(<Rail />)
  fireEvent.click(screen.getByRole('button', { name }))
  expect(screen.getByRole('button', { name }).getAttribute('aria-current')).toBe('page')
})
