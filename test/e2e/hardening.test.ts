import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startWaypost, test, type WaypostApp } from './fixtures/waypost-app.ts'

// One start for all that look at the same window, because a start costs more than a look.
test.describe('the window', () => {
  let waypost: WaypostApp
  test.beforeAll(async () => {
    waypost = await startWaypost()
  })
  test.afterAll(() => waypost.quit())

  test('the page has no Node, no way out of its origin and only the bridge', async () => {
    const { page, app } = waypost
    expect(new URL(page.url()).href).toMatch(/^app:\/\/waypost\//)
    const seen = await page.evaluate(() => {
      const scope = globalThis as unknown as Record<string, unknown>
      return {
        globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => scope[name]),
        bridge: Object.keys(scope.waypost as object),
      }
    })
    expect(seen).toEqual({ globals: [], bridge: ['request', 'subscribe'] })
    const preferences = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
        return { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag }
      }),
    )
    expect(preferences).toEqual([
      { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
    ])
  })

  test('the page runs inside the operating system sandbox', async () => {
    const { app } = waypost
    const pid = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    )
    const flags = await app.evaluate(() => process.argv.filter((argument) => argument === '--no-sandbox'))
    const isExpected = process.env.WAYPOST_NO_SANDBOX === undefined
    expect(flags.length === 0).toBe(isExpected)
    // proc(5): 2 is SECCOMP_MODE_FILTER, which Chromium sets only on a sandboxed process.
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    expect(/^Seccomp:\s+2$/m.test(status)).toBe(isExpected)
  })

  test('no file of the app can be read by another account of the computer', async () => {
    const { userData, page } = waypost
    await expect(page.getByTestId('connection-switcher')).toBeVisible()
    const ours = readdirSync(userData, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(history\.db|[\w-]+\.json$|(logs|audit)\/)/.test(name),
    )
    expect(ours).toEqual(expect.arrayContaining(['history.db', 'history.db-wal', 'settings.json']))
    const open = ours.filter((name) => (statSync(join(userData, name)).mode & 0o077) !== 0)
    expect(open).toEqual([])
  })

  test('the window breaks no rule of its own policy', async () => {
    const { page } = waypost
    const violations: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text())
    })
    await page.reload()
    await page.getByRole('navigation').first().waitFor()
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(violations).toEqual([])
  })

  test('the page cannot fetch, run inline script, navigate, open a window or get a permission', async () => {
    const { page, app } = waypost
    const attempts = await page.evaluate(async () => {
      const { document, fetch, Notification, navigator, open } = globalThis as unknown as {
        document: { createElement(name: string): { textContent: string }; body: { append(node: unknown): void } }
        fetch(url: string): Promise<unknown>
        Notification: { requestPermission(): Promise<string> }
        navigator: { permissions: { query(descriptor: { name: string }): Promise<{ state: string }> } }
        open(url: string): unknown
        isInjected?: boolean
      }
      const script = document.createElement('script')
      script.textContent = 'globalThis.isInjected = true'
      document.body.append(script)
      const fetched = await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      )
      return {
        fetched,
        isInjected: (globalThis as unknown as { isInjected?: boolean }).isInjected ?? false,
        notification: await Notification.requestPermission(),
        geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
        opened: open('https://example.com/') !== null,
      }
    })
    expect(attempts).toEqual({
      fetched: 'refused',
      isInjected: false,
      notification: 'denied',
      geolocation: 'denied',
      opened: false,
    })
    // Asked in main: Playwright itself waits for the navigation, which never comes.
    const afterNavigation = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (!contents) throw new Error('no window')
      const isTried = new Promise<void>((resolve) => contents.once('will-frame-navigate', () => resolve()))
      await contents.mainFrame.executeJavaScript('void (location.href = "https://example.com/")')
      await isTried
      const hasRail = await contents.mainFrame.executeJavaScript('document.querySelector("nav") !== null')
      return { hasRail, url: contents.getURL(), windows: BrowserWindow.getAllWindows().length }
    })
    expect(afterNavigation).toEqual({ hasRail: true, url: expect.stringMatching(/^app:\/\/waypost\//), windows: 1 })
  })
})

test('the environment of the app has nothing that reroutes or traces prompts', async ({ launch }) => {
  const { app } = await launch({
    env: { OPENAI_BASE_URL: 'http://127.0.0.1:9', LANGSMITH_TRACING: 'true', LANGCHAIN_API_KEY: 'x' },
  })
  const names = await app.evaluate(() => Object.keys(process.env))
  expect(names.filter((name) => /^(OPENAI|LANGSMITH|LANGCHAIN)_/.test(name))).toEqual([])
})

test('a second start shows the window that is there instead of opening another', async ({ launch }) => {
  const { app, userData } = await launch()
  const isAsked = app.evaluate(
    ({ app: electronApp }) =>
      new Promise<boolean>((resolve) => electronApp.once('second-instance', () => resolve(true))),
  )
  const { spawn } = await import('node:child_process')
  const noSandbox = process.env.WAYPOST_NO_SANDBOX ? ['--no-sandbox'] : []
  const args = [...noSandbox, process.env.WAYPOST_APP ?? '', `--user-data-dir=${userData}`]
  const second = spawn(process.env.WAYPOST_ELECTRON ?? '', args, { stdio: 'ignore' })
  expect(await isAsked).toBe(true)
  second.kill()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
