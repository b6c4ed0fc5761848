import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startMosquitto } from '../support/mosquitto.ts'
import { connect, expectConnected } from './operator.ts'
import { newUserData, test } from './waypost-app.ts'

/** Electron inside a D-Bus session of its own with an unlocked gnome-keyring, on a home folder that stays. */
function keyringLauncher(): { executablePath: string; env: Record<string, string> } {
  const home = mkdtempSync(join(tmpdir(), 'waypost-home-'))
  const runtime = join(home, 'run')
  mkdirSync(runtime, { mode: 0o700 })
  const executablePath = join(home, 'electron-with-keyring')
  const unlock = 'printf keyring-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
  writeFileSync(
    executablePath,
    `#!/bin/sh\nexec dbus-run-session -- sh -c '${unlock}; exec "$0" "$@"' "$WAYPOST_ELECTRON" "$@"\n`,
  )
  chmodSync(executablePath, 0o755)
  return { executablePath, env: { HOME: home, XDG_RUNTIME_DIR: runtime } }
}

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
    expect(ciphertexts.length).toBe(1)
    // Chromium's mark of a value encrypted with a key from the keyring, not with the built-in one.
    expect(ciphertexts.every((text) => text.startsWith('v11') && !text.includes(password))).toBe(true)

    const second = await launch(options)
    await expectConnected(second.page)
  } finally {
    await broker.stop()
  }
})
