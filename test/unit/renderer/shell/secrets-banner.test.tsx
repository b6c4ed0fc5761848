// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SecretsBanner } from '../../../../renderer/features/shell/secrets-banner.tsx'
import { renderView } from '../support/render-view.tsx'

const secrets = { mode: 'memory', backend: 'basic_text', problem: null } as const

describe('the banner about secrets', () => {
  it('is one line, says more when it is unfolded, and can be closed', async () => {
    await renderView(<SecretsBanner />, { state: { secrets } })
    expect(screen.getByRole('status').textContent).toBe('Passwords and keys are kept for this run onlyDetails')
    const details = screen.getByRole('button', { name: 'Details' })
    fireEvent.click(details)
    expect(details.getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByText(/Set up a keyring/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Store anyway…' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('status')).toBeNull()
  })
})
