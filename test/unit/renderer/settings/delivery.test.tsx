// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { ChannelStatus, DeliveryView } from '../../../../preload/contract/models/app/delivery.ts'
import { DeliveryNotice } from '../../../../renderer/features/alerts/delivery-notice.tsx'
import { DeliverySection } from '../../../../renderer/features/settings/delivery/delivery-section.tsx'
import { OFF } from '../../../support/delivery/samples.ts'
import { renderView } from '../support/render-view.tsx'

const QUIET: ChannelStatus = {
  lastSentAt: null,
  waiting: [],
  retryAt: null,
  unsent: [],
  failure: null,
  isStopped: false,
}
const VIEW: DeliveryView = {
  ...OFF,
  hasPassword: false,
  hasAddress: false,
  hasAuthorization: false,
  status: { email: QUIET, webhook: QUIET },
}
const EMAIL = { ...OFF.email, isOn: true, host: 'mail.example', user: 'ops', from: 'a@b.c', to: ['d@e.f'] }
const REFUSED = { code: 'DELIVERY_LOGIN_REFUSED', data: { host: 'mail.example', status: 535 }, at: 1000 } as const

const section = (view: DeliveryView, answers = {}) =>
  renderView(<DeliverySection />, { answers: { 'delivery.view': () => view, ...answers } })
const input = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const type = (label: string, value: string) => fireEvent.change(input(label), { target: { value } })

describe('messages about alerts in the settings', () => {
  it('are off, and ask for nothing before they are turned on', async () => {
    await section(VIEW)
    const on = await screen.findByRole<HTMLInputElement>('switch', { name: 'Send alerts by e-mail' })
    expect(on.checked).toBe(false)
    expect(screen.queryByLabelText('Mail server (SMTP)')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Send a test' })).toBeNull()
  })

  it('say where they go, and show at each input what is wrong', async () => {
    const bridge = await section(VIEW)
    fireEvent.click(await screen.findByRole('switch', { name: 'Send alerts by e-mail' }))
    type('Mail server (SMTP)', 'smtp.example.com')
    expect(screen.getByText(/leave this computer, to smtp\.example\.com/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Send a test' }))
    await waitFor(() => expect(input('From').getAttribute('aria-invalid')).toBe('true'))
    expect(input('To').getAttribute('aria-invalid')).toBe('true')
    expect(bridge.asked.map(({ name }) => name)).not.toContain('delivery.testEmail')
  })

  it('are tested as typed, and tell why a test failed', async () => {
    const bridge = await section(
      { ...VIEW, email: EMAIL, hasPassword: true },
      {
        'delivery.testEmail': () => {
          throw new AppError('DELIVERY_LOGIN_REFUSED', { host: 'mail.example' })
        },
      },
    )
    await screen.findByLabelText('Password')
    type('To', 'x@y.z, v@w.u')
    fireEvent.click(screen.getByRole('button', { name: 'Send a test' }))
    expect(within(await screen.findByRole('alert')).getByText(/refused the login/)).toBeTruthy()
    expect(bridge.asked.at(-1)).toMatchObject({ input: { to: ['x@y.z', 'v@w.u'] } })
    expect(bridge.asked.at(-1)?.input).not.toHaveProperty('password')
  })

  it('say that a stored password goes to no other server', async () => {
    await section({ ...VIEW, email: EMAIL, hasPassword: true })
    await screen.findByLabelText('Password')
    type('Mail server (SMTP)', 'other.example')
    expect(screen.getByText(/belongs to another server/)).toBeTruthy()
    fireEvent.click(screen.getByText('TLS (465)'))
    expect(input('Port').value).toBe('465')
  })

  it('say what waits and what was not sent', async () => {
    const message = (en: string, at: number) => ({ title: { en, zh: en }, at })
    const email = {
      ...QUIET,
      waiting: [message('a: offline', 1000)],
      unsent: [message('b: offline', 1), message('c', 2)],
    }
    await section({ ...VIEW, email: EMAIL, hasPassword: true, status: { email, webhook: QUIET } })
    const waiting = await screen.findByRole('button', { name: '1 message waits to be sent' })
    fireEvent.click(waiting)
    expect(waiting.getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByText(/^a: offline/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '2 messages were not sent' }))
    expect(screen.getByText(/^b: offline/)).toBeTruthy()
  })

  it('end with an alert unless that is switched off', async () => {
    const bridge = await section(VIEW)
    const ends = screen.getByRole<HTMLInputElement>('switch', { name: /^Also tell when an alert is resolved/ })
    expect(ends.checked).toBe(true)
    fireEvent.click(ends)
    await waitFor(() =>
      expect(bridge.asked).toContainEqual({ name: 'settings.update', input: { tellsAlertEnds: false } }),
    )
  })

  it('keep the address of a webhook unseen, and name its host', async () => {
    await section({ ...VIEW, webhook: { ...OFF.webhook, isOn: true, host: 'hooks.example' }, hasAddress: true })
    expect((await screen.findByLabelText<HTMLInputElement>('Address')).placeholder).toBe('stored, at hooks.example')
    type('Address', 'http://10.0.0.5/hook')
    expect(screen.getByText(/not encrypted/)).toBeTruthy()
  })
})

describe('messages that do not arrive', () => {
  it('are told of beside the alerts with cause and next step', async () => {
    const status = { email: { ...QUIET, failure: REFUSED, isStopped: true }, webhook: { ...QUIET, failure: REFUSED } }
    await renderView(<DeliveryNotice />, { answers: { 'delivery.view': () => ({ ...VIEW, email: EMAIL, status }) } })
    expect(await screen.findByText('Alerts do not go out by e-mail')).toBeTruthy()
    expect(screen.getByText(/refused the login.*Answer: 535.*app password/)).toBeTruthy()
    expect(screen.queryByText('Alerts do not reach the webhook')).toBeNull()
  })
})
