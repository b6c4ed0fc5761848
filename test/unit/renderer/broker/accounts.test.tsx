// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import type {
  AccountClient,
  AccountsReview,
  AccountsSnapshot,
  AccountsView,
} from '../../../../preload/contract/models/broker/accounts.ts'
import { AccountsSection } from '../../../../renderer/features/broker/accounts/accounts-section.tsx'
import { connection } from '../support/connection.ts'
import { type Answers, refuse } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'

const client = (username: string, change: Partial<AccountClient> = {}): AccountClient => ({
  username,
  clientId: '',
  textName: '',
  textDescription: '',
  isDisabled: false,
  roles: [],
  groups: [],
  ...change,
})
const SNAPSHOT: AccountsSnapshot = {
  defaults: { publishClientSend: false, publishClientReceive: true, subscribe: false, unsubscribe: true },
  anonymousGroup: '',
  clients: [
    client('admin', { roles: [{ name: 'admin', priority: -1 }] }),
    client('rpi_001', { isDisabled: true, groups: [{ name: 'sensors', priority: 4 }] }),
  ],
  groups: [
    { name: 'sensors', textName: 'All sensors', textDescription: '', roles: [{ name: 'sensor', priority: -1 }] },
  ],
  roles: [
    { name: 'admin', textName: '', textDescription: '', acls: [] },
    {
      name: 'sensor',
      textName: '',
      textDescription: '',
      acls: [{ type: 'publishClientSend', topic: 'device/+/status', priority: 3, isAllowed: true }],
    },
  ],
}
const READY: Extract<AccountsView, { state: 'ready' }> = {
  state: 'ready',
  snapshot: SNAPSHOT,
  ownNames: ['admin'],
  undos: [],
}
const REVIEW: AccountsReview = {
  id: 'review-1',
  kind: 'set-password',
  name: 'rpi_001',
  commands: ['{"command":"setClientPassword","username":"rpi_001","password":"••••••••"}'],
  passwordsFor: ['rpi_001'],
  warnings: ['password-not-undone'],
}

const show = (answers: Answers) => renderView(<AccountsSection />, { state: { connection: connection() }, answers })
const showView = (view: AccountsView, answers: Answers = {}) => show({ 'accounts.read': () => view, ...answers })

describe('the accounts of a broker', () => {
  it('show that the broker is being asked', async () => {
    await show({})
    expect(screen.getByRole('status', { name: 'Asking the broker for its accounts' })).toBeTruthy()
  })

  it('say how to get the plugin where there is none', async () => {
    await showView({ state: 'absent' })
    expect(await screen.findByText(/mosquitto_ctrl dynsec init/)).toBeTruthy()
    expect(screen.getByText(/mosquitto_dynamic_security.so/)).toBeTruthy()
  })

  it.each([
    [{ state: 'forbidden' }, "This account may not see the broker's accounts"],
    [{ state: 'unreadable' }, 'The answer is not one of the plugin'],
    [{ state: 'not-connected' }, 'There is no connection to a broker'],
  ] as const)('say what is wrong where the state is %j', async (view, title) => {
    await showView(view)
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
  })

  it('can be asked for again after a failure', async () => {
    let isBroken = true
    await show({ 'accounts.read': () => (isBroken ? refuse() : READY) })
    await screen.findByRole('heading', { name: 'The accounts could not be read' })
    isBroken = false
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
    expect(await screen.findByRole('region', { name: 'Accounts' })).toBeTruthy()
  })

  it('list who may connect, and offer nothing that would lock the console out', async () => {
    await showView(READY)
    const rows = (await screen.findAllByRole('row')).slice(1)
    expect(rows.map((row) => row.textContent)).toEqual([
      'admin · this consoleadmin–enabled',
      'rpi_001–sensors (priority 4)disabled',
    ])
    expect(screen.getByRole('button', { name: 'Delete admin' }).hasAttribute('disabled')).toBe(true)
    expect(screen.getByRole('button', { name: 'Enable rpi_001' }).hasAttribute('disabled')).toBe(false)
  })

  it('are as many as the first fifty, and found by a search', async () => {
    const clients = Array.from({ length: 1_000 }, (_, index) => client(`device-${index}`))
    await showView({ ...READY, snapshot: { ...SNAPSHOT, clients } })
    expect((await screen.findAllByRole('row')).length).toBe(51)
    expect(screen.getByText(/The first 50 of 1,000/)).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: 'Search' }), { target: { value: 'device-999' } })
    await waitFor(() => expect(screen.getAllByRole('row').length).toBe(2))
  })

  it('show a name with invisible characters as what it is', async () => {
    await showView({ ...READY, snapshot: { ...SNAPSHOT, clients: [client('ad\u202Emin')] } })
    expect(await screen.findByText('ad\uFFFDmin')).toBeTruthy()
    expect(screen.getByText(/The account of this console is not among these/)).toBeTruthy()
  })

  it('list groups with their accounts, and roles with their rules in words', async () => {
    await showView(READY)
    fireEvent.click(await screen.findByRole('radio', { name: 'Groups' }))
    expect(screen.getAllByRole('row')[1]?.textContent).toBe('sensorsAll sensorssensor1')
    fireEvent.click(screen.getByRole('radio', { name: 'Roles' }))
    expect(screen.getByText('allow · publish · device/+/status (priority 3)')).toBeTruthy()
  })
})

describe('a change to accounts', () => {
  it('is shown word for word, with a password that is shown once, before it is sent', async () => {
    const bridge = await showView(READY, { 'accounts.review': () => REVIEW, 'accounts.apply': () => READY })
    fireEvent.click(await screen.findByRole('button', { name: 'New password for rpi_001' }))
    expect((await screen.findByTestId('accounts-commands')).textContent).toBe(REVIEW.commands[0])
    const { value } = screen.getByRole<HTMLInputElement>('textbox', { name: 'Password of rpi_001' })
    expect(value.length).toBeGreaterThan(16)
    expect(screen.getByText(/The old password cannot be brought back/)).toBeTruthy()
    expect(bridge.asked.some(({ name }) => name === 'accounts.apply')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(screen.queryByTestId('accounts-commands')).toBeNull())
    expect(bridge.asked.find(({ name }) => name === 'accounts.apply')?.input).toEqual({
      reviewId: 'review-1',
      passwords: [{ username: 'rpi_001', password: value }],
    })
    expect(document.body.innerHTML).not.toContain(value)
  })

  it('is refused in plain words where it would lock the operator out', async () => {
    await showView(READY, {
      'accounts.review': () => {
        throw new AppError('ACCOUNTS_LOCK_OUT', { reason: 'own-control' })
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Enable rpi_001' }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('This would lock you out')
    expect(alert.textContent).toContain('your own account would lose $CONTROL/dynamic-security')
  })

  it('that failed leads to the list as it is now', async () => {
    const bridge = await showView(READY, {
      'accounts.review': () => ({ ...REVIEW, passwordsFor: [] }),
      'accounts.apply': () => {
        throw new AppError('ACCOUNTS_REFUSED', { command: 'setClientPassword', reason: 'client-not-found' })
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'New password for rpi_001' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Send' }))
    expect((await screen.findByRole('alert')).textContent).toContain('there is no such account')
    await waitFor(() => expect(bridge.asked.filter(({ name }) => name === 'accounts.read').length).toBe(2))
  })

  it('is offered to be taken back by its name', async () => {
    const undos = [{ id: 'undo-1', at: 1, kind: 'delete-client', name: 'rpi_001' }] as const
    const bridge = await showView({ ...READY, undos }, { 'accounts.review': () => ({ ...REVIEW, kind: 'undo' }) })
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: Delete account rpi_001' }))
    expect(await screen.findByRole('dialog', { name: 'Take back a change' })).toBeTruthy()
    expect(bridge.asked.at(-1)?.input).toEqual({ change: { kind: 'undo', undoId: 'undo-1' } })
  })

  it('to a role is typed rule by rule', async () => {
    const bridge = await showView(READY, {
      'accounts.review': () => ({ ...REVIEW, kind: 'create-role', passwordsFor: [] }),
    })
    fireEvent.click(await screen.findByRole('radio', { name: 'Roles' }))
    fireEvent.click(screen.getByRole('button', { name: 'Add a role' }))
    const form = within(await screen.findByRole('dialog', { name: 'Add a role' }))
    fireEvent.change(form.getByRole('textbox', { name: 'Role' }), { target: { value: 'meter' } })
    fireEvent.click(form.getByRole('button', { name: 'Add a rule' }))
    expect(form.getByRole('button', { name: 'Review…' }).hasAttribute('disabled')).toBe(true)
    fireEvent.change(form.getByRole('textbox', { name: 'Topic filter' }), { target: { value: 'meter/#' } })
    fireEvent.click(form.getByRole('button', { name: 'Review…' }))
    await screen.findByTestId('accounts-commands')
    expect(bridge.asked.at(-1)?.input).toEqual({
      change: {
        kind: 'create-role',
        name: 'meter',
        textName: '',
        textDescription: '',
        acls: [{ type: 'publishClientSend', topic: 'meter/#', priority: 0, isAllowed: true }],
      },
    })
  })
})

describe('access of an account', () => {
  it('is answered with the rule that decides it', async () => {
    await showView(READY, {
      'accounts.may': () => ({
        isAllowed: false,
        because: {
          kind: 'rule',
          role: 'sensor',
          group: 'sensors',
          acl: { type: 'publishClientSend', topic: 'device/#', priority: 0, isAllowed: false },
        },
      }),
    })
    fireEvent.click(await screen.findByRole('radio', { name: 'Check access' }))
    fireEvent.change(screen.getByRole('textbox', { name: 'Topic or filter' }), { target: { value: 'device/a/status' } })
    fireEvent.click(screen.getByRole('button', { name: 'Check' }))
    expect(
      await screen.findByText('Denied. The rule “publish · device/#” of role sensor, by group sensors, decides.'),
    ).toBeTruthy()
  })
})
