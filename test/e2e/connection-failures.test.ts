import { expect } from '@playwright/test'
import { createAuthority } from '../support/certificates.ts'
import { startMosquitto } from '../support/mosquitto.ts'
import { expectConnected, fillConnection } from './operator.ts'
import { test } from './waypost-app.ts'

test('a wrong password is named as such, nothing is retried, and the right one connects', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'password', users: { operator: 'right-password' } })
  try {
    const { page } = await launch()
    await fillConnection(page, { ...broker, username: 'operator', password: 'wrong-password' })
    await page.getByRole('button', { name: 'Test connection' }).click()
    await expect(page.getByRole('region', { name: 'Connection test' })).toContainText(/user name or( the)? password/i)
    await page.getByRole('button', { name: 'Save and connect' }).click()
    await expect(page.getByTestId('connection-switcher')).toHaveAttribute('data-state', 'stopped')
    await expect(page.getByRole('alert')).toContainText(/user name or( the)? password/i)
    await page.getByRole('alert').getByRole('button', { name: 'Edit profile' }).click()
    await page.getByLabel(/^Password( \*)?$/).fill('right-password')
    await page.getByRole('button', { name: 'Save and connect' }).click()
    await expectConnected(page)
  } finally {
    await broker.stop()
  }
})

test('a broker whose certificate another CA signed is not trusted, and the CA is named as the cause', async ({
  launch,
}) => {
  const broker = await startMosquitto({ mode: 'tls', users: { operator: 'right-password' } })
  const other = await createAuthority()
  try {
    const { page } = await launch()
    await fillConnection(page, { ...broker, ca: other.ca, username: 'operator', password: 'right-password' })
    await page.getByRole('button', { name: 'Test connection' }).click()
    await expect(page.getByRole('region', { name: 'Connection test' })).toContainText(/CA/)
    expect(broker.log()).not.toContain('operator')
  } finally {
    await broker.stop()
  }
})
