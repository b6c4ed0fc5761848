import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { keyringLauncher } from './fixtures/keyring-launcher.ts'
import { connect, expectConnected } from './fixtures/operator.ts'
import { newUserData, test } from './fixtures/waypost-app.ts'

test('with a real keyring the password survives a restart, encrypted', async ({ launch }) => {
  const password = `keyring-canary-${crypto.randomUUID()}`
  const broker = await startMosquitto({ mode: 'password', users: { operator: password } })
  const userData = newUserData()
  const options = { ...keyringLauncher(), userData, args: ['--password-store=gnome-libsecret'] }
  try {
    const first = await launch(options)
    await connect(first.page, { ...broker, username: 'operator', password })
    await expect(first.page.getByText(/this run only/)).toHaveCount(0)
    await first.quit()

    const stored = JSON.parse(readFileSync(join(userData, 'secrets.json'), 'utf8')) as {
      backend: string
      entries: Record<string, string>
    }
    expect(stored.backend).toBe('gnome_libsecret')
    const ciphertexts = Object.values(stored.entries).map((entry) => Buffer.from(entry, 'base64').toString('latin1'))
    // The password, and the key of the audit.
    expect(ciphertexts.length).toBe(2)
    // Chromium's mark of a value encrypted with a key from the keyring, not with the built-in one.
    expect(ciphertexts.every((text) => text.startsWith('v11') && !text.includes(password))).toBe(true)

    const second = await launch(options)
    await expectConnected(second.page)
  } finally {
    await broker.stop()
  }
})
