import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from '../fixtures/desktop-app.ts'
import { startWithDevtools } from '../fixtures/devtools-app.ts'
import { goTo } from '../fixtures/operator.ts'

const program = process.env.WAYPOST_PACKAGED ?? ''

test('the packaged app is known to the desktop by its desktop file, starts with the session, and takes links', async ({
  desktop,
}) => {
  const config = mkdtempSync(join(tmpdir(), 'waypost-config-'))
  const autostart = join(config, 'autostart', 'waypost.desktop')
  const env = { ...desktop.env, XDG_CONFIG_HOME: config }
  const app = await startWithDevtools({ command: [program, '--demo'], env })
  try {
    const page = await app.page()
    await expect.poll(() => desktop.badges()[0]?.app).toBe('application://waypost.desktop')
    // The demo has a device that is too hot.
    await expect.poll(() => desktop.notified()[0]?.desktopEntry).toBe('waypost')

    await goTo(page, 'Settings')
    const atLogin = page.getByRole('switch', { name: 'Open when you log in to this computer' })
    await atLogin.check()
    await expect.poll(() => existsSync(autostart)).toBe(true)
    expect(readFileSync(autostart, 'utf8')).toContain(`\nExec="${program}"\n`)
    await expect(atLogin).toBeEnabled()
    await atLogin.uncheck()
    await expect.poll(() => existsSync(autostart)).toBe(false)

    const noSandbox = process.env.WAYPOST_NO_SANDBOX ? ['--no-sandbox'] : []
    const second = spawn(
      program,
      [...noSandbox, `--user-data-dir=${app.userData}`, 'waypost://device/demo-pi-kitchen'],
      {
        stdio: 'ignore',
        env: { ...process.env, ...env },
      },
    )
    expect(await once(second, 'exit')).toEqual([0, null])
    await expect(page.getByRole('complementary', { name: 'Device demo-pi-kitchen' })).toBeVisible()
  } finally {
    await app.stop()
  }
})
