// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { OperatorKeyView, SigningView } from '../../../../preload/contract/models/safety/signing.ts'
import { SigningSection } from '../../../../renderer/features/settings/signing/signing-section.tsx'
import { switchLanguage } from '../../../../renderer/lib/i18n/i18n.ts'
import { type Answers, refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'

const PASSPHRASE = 'a long passphrase'
const ANNA: OperatorKeyView = {
  id: 'a'.repeat(32),
  name: 'Anna',
  madeAt: 1_900_000_000_000,
  revokedAt: null,
  isCurrent: true,
  isAtHand: true,
}
const BEN: OperatorKeyView = { ...ANNA, id: 'b'.repeat(32), name: 'Ben', isCurrent: false }

/** Main, as far as keys go: what is asked changes what is shown. */
function keysOf(...initial: readonly OperatorKeyView[]): Answers {
  let keys = [...initial]
  const view = (): SigningView => ({
    keys,
    isSigning: keys.some(({ isCurrent }) => isCurrent),
    isForgetful: false,
  })
  const add = (name: string): SigningView => {
    const made = { ...BEN, id: 'c'.repeat(32), name, isCurrent: true }
    keys = [...keys.map((key) => ({ ...key, isCurrent: false })), made]
    return view()
  }
  return {
    'signing.view': view,
    'signing.make': ({ name }) => add(name),
    'signing.load': ({ name, passphrase }) => {
      if (passphrase !== PASSPHRASE) throw new AppError('OPERATOR_KEY_UNUSABLE', { reason: 'passphrase' })
      return add(name)
    },
    'signing.use': ({ id }) => {
      keys = keys.map((key) => ({ ...key, isCurrent: key.id === id }))
      return view()
    },
    'signing.revoke': ({ id }) => {
      keys = keys.map((key) =>
        key.id === id ? { ...key, isCurrent: false, isAtHand: false, revokedAt: 1_900_000_100_000 } : key,
      )
      return view()
    },
    'signing.savePublic': () => ({ path: '/home/anna/waypost-operator-anna.pub' }),
    'signing.savePrivate': () => ({ path: '/home/anna/anna.key' }),
    'signing.saveDeviceKeys': () => ({ path: '/home/anna/devices.json' }),
    'signing.saveAgent': () => null,
  }
}

const show = (answers: Answers) => renderView(<SigningSection />, { answers })
const press = (name: string, within_: HTMLElement = document.body) =>
  fireEvent.click(within(within_).getByRole('button', { name }))
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const keyOf = (name: string) => screen.findByRole('region', { name })
const isDisabled = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled

describe('the keys of the operator in the settings', () => {
  it('are none at first, and one that is made signs from then on', async () => {
    const bridge = await show(keysOf())
    expect(await screen.findByText(/No key is in use/)).toBeTruthy()
    expect(isDisabled('Make a key')).toBe(true)
    type('Name of a new key', '  Anna  ')
    press('Make a key')
    expect((await keyOf('Anna')).textContent).toContain('in use')
    expect(screen.getByText(/Commands are signed with the key in use/)).toBeTruthy()
    expect(bridge.asked.at(-1)).toEqual({ name: 'signing.make', input: { name: 'Anna' } })
  })

  it('are saved for devices without a passphrase, and with their private half only under a long one', async () => {
    const bridge = await show(keysOf(ANNA))
    const anna = await keyOf('Anna')
    press('Save for devices…', anna)
    expect(await screen.findByText('Saved as /home/anna/waypost-operator-anna.pub')).toBeTruthy()
    expect(isDisabled('Save with passphrase…')).toBe(true)
    type("Passphrase of the key's file", 'short')
    expect(isDisabled('Save with passphrase…')).toBe(true)
    type("Passphrase of the key's file", PASSPHRASE)
    press('Save with passphrase…', anna)
    expect(await screen.findByText('Saved as /home/anna/anna.key')).toBeTruthy()
    expect(bridge.asked.at(-1)).toEqual({
      name: 'signing.savePrivate',
      input: { id: ANNA.id, passphrase: PASSPHRASE },
    })
    press('Save the public keys of devices…')
    expect(await screen.findByText('Saved as /home/anna/devices.json')).toBeTruthy()
  })

  it('are loaded from a file; a wrong passphrase is told, and the field is emptied after the right one', async () => {
    await show(keysOf())
    await screen.findByText(/No key is in use/)
    type('Name of a new key', 'Anna')
    expect(isDisabled('Load from a file…')).toBe(true)
    type("Passphrase of the key's file", 'not the right one')
    press('Load from a file…')
    expect(await screen.findByText('This is no key of an operator, or the passphrase is wrong')).toBeTruthy()
    type("Passphrase of the key's file", PASSPHRASE)
    press('Load from a file…')
    expect(await keyOf('Anna')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>("Passphrase of the key's file").value).toBe('')
  })

  it('are rotated: a new one is made, the old one is used again or removed for good', async () => {
    await show(keysOf(ANNA))
    const anna = await keyOf('Anna')
    type('Name of a new key', 'Anna 2030')
    press('Make a key')
    await keyOf('Anna 2030')
    expect(anna.textContent).toContain('kept')
    press('Use this key', anna)
    await waitFor(() => expect(anna.textContent).toContain('in use'))
    const second = await keyOf('Anna 2030')
    press('Use this key', second)
    await waitFor(() => expect(second.textContent).toContain('in use'))
    press('Remove', anna)
    await waitFor(() => expect(anna.textContent).toContain('removed'))
    expect(within(anna).queryByRole('button')).toBeNull()
    expect(screen.getByText(/Commands are signed with the key in use/)).toBeTruthy()
    press('Remove', second)
    expect(await screen.findByText(/No key is in use/)).toBeTruthy()
    await act(() => switchLanguage('zh-CN'))
    expect(document.body.textContent).not.toContain('No key is in use')
  })

  it('stay as they are where a dialog is cancelled, and where main fails', async () => {
    const bridge = await show({ ...keysOf(ANNA), 'signing.revoke': () => null, 'signing.savePublic': () => refuse() })
    const anna = await keyOf('Anna')
    press('Remove', anna)
    await waitFor(() => expect(bridge.asked.at(-1)?.name).toBe('signing.revoke'))
    press('Save the agent…')
    await waitFor(() => expect(bridge.asked.at(-1)?.name).toBe('signing.saveAgent'))
    expect(anna.textContent).toContain('in use')
    expect(screen.queryByText(/^Saved as/)).toBeNull()
    press('Save for devices…', anna)
    expect(await screen.findByRole('alert')).toBeTruthy()
  })
})
