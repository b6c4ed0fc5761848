// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SettingsView } from '../../../../renderer/features/settings/settings-view.tsx'
import { bootstrap } from '../bootstrap.ts'
import { refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'

const MODEL = { ...bootstrap().assistant, kind: 'model' as const, baseUrl: 'http://127.0.0.1:11434/v1', model: 'phi' }

describe('the settings', () => {
  it('show every section at a first start, without a figure that nobody knows', async () => {
    await renderView(<SettingsView />)
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(10)
    expect(screen.getByText('Last record').closest('div')?.textContent).toContain('–')
  })

  it('lead to each section by a landmark with its title, and to a setting by its words', async () => {
    await renderView(<SettingsView />)
    const list = screen.getByRole('navigation', { name: 'Sections of the settings' })
    const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(
      within(list)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(titles)
    fireEvent.click(within(list).getByRole('button', { name: 'Storage' }))
    expect(document.activeElement?.textContent).toBe('Storage')
    expect(within(list).getByRole('button', { current: 'location' }).textContent).toBe('Storage')

    fireEvent.change(screen.getByRole('searchbox', { name: 'Find a setting' }), { target: { value: '超时' } })
    fireEvent.click(await screen.findByRole('button', { name: /^Default timeout/ }))
    expect(document.activeElement).toBe(screen.getByLabelText('Default timeout'))
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'zzz' } })
    expect(await screen.findByText('No setting has these words. Try fewer, or choose a section.')).toBeTruthy()
    expect(screen.getByRole('navigation', { name: 'Sections of the settings' })).toBeTruthy()
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' })
    expect(screen.getByRole('navigation', { name: 'Sections of the settings' })).toBeTruthy()
  })

  it('offer nothing to save before something changed', async () => {
    await renderView(<SettingsView />, { state: { assistant: MODEL } })
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' })
    expect(save.disabled).toBe(true)
    fireEvent.change(screen.getByDisplayValue('phi'), { target: { value: 'small' } })
    expect(save.disabled).toBe(false)
  })

  it('show at the input what is wrong with it, until it changes', async () => {
    const bridge = await renderView(<SettingsView />, { state: { assistant: MODEL } })
    const address = screen.getByLabelText('Base URL')
    fireEvent.change(address, { target: { value: 'nowhere' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(address.getAttribute('aria-invalid')).toBe('true'))
    expect(bridge.asked.map(({ name }) => name)).not.toContain('assistant.save')
    fireEvent.change(address, { target: { value: 'http://127.0.0.1:8080/v1' } })
    expect(address.getAttribute('aria-invalid')).not.toBe('true')
  })

  it('show that something is being checked', async () => {
    await renderView(<SettingsView />)
    const verify = screen.getByRole('button', { name: 'Verify the audit log' })
    fireEvent.click(verify)
    await waitFor(() => expect(verify.getAttribute('data-loading')).toBe('true'))
  })

  it('tell of a failure', async () => {
    await renderView(<SettingsView />, { answers: { 'audit.verify': refuse } })
    fireEvent.click(screen.getByRole('button', { name: 'Verify the audit log' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
  })
})
