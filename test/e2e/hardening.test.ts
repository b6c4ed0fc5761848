import { expect } from '@playwright/test'
import { test } from './waypost-app.ts'

test('the page has no Node, no way out of its origin and only the bridge', async ({ launch }) => {
  const { page, app } = await launch()
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

test('the page cannot fetch, run inline script, navigate, open a window or get a permission', async ({ launch }) => {
  const { page, app } = await launch()
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
  await page.evaluate(() => {
    const { location } = globalThis as unknown as { location: { href: string } }
    location.href = 'https://example.com/'
  })
  await expect(page.getByRole('navigation').first()).toBeVisible()
  expect(page.url()).toMatch(/^app:\/\/waypost\//)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the window breaks no rule of its own policy', async ({ launch }) => {
  const { page } = await launch()
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
