// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { StartView } from '../../../../renderer/features/start/start-view.tsx'
import { refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'

describe('the first screen', () => {
  it('shows three ways to a first result', async () => {
    await renderView(<StartView />)
    const cards = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(cards).toEqual(['Connect to a broker', 'Set up a broker', 'Try the demo'])
  })

  it('starts the demo once, and shows that it does', async () => {
    const bridge = await renderView(<StartView />)
    const demo = screen.getByRole<HTMLButtonElement>('button', { name: 'Try the demo' })
    fireEvent.click(demo)
    await waitFor(() => expect(demo.disabled).toBe(true))
    fireEvent.click(demo)
    expect(bridge.asked.filter(({ name }) => name === 'demo.start')).toHaveLength(1)
  })

  it('tells of a demo that could not start, and lets it be tried again', async () => {
    await renderView(<StartView />, { answers: { 'demo.start': refuse } })
    const demo = screen.getByRole<HTMLButtonElement>('button', { name: 'Try the demo' })
    fireEvent.click(demo)
    expect(await screen.findByRole('alert')).toBeTruthy()
    await waitFor(() => expect(demo.disabled).toBe(false))
  })
})
