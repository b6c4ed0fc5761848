import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from '@playwright/test'

/** Poll interval; Playwright's own waiting polls after 100 and 500 ms only. */
const POLL_MS = 5

/** An Electron app with its first screen. */
export interface TimedWindow {
  /** Ms from spawn until its elements were on the page. */
  readonly readyMs: number
  readonly pid: number
  readonly page: Page
  close(): Promise<void>
}

/** Starts an app on a fresh data folder and waits over the DevTools protocol until all of `firstScreen` is visible. */
export async function openTimedWindow(
  executable: string,
  appFolder: string,
  env: Readonly<Record<string, string>>,
  firstScreen: readonly string[] = ['nav'],
): Promise<TimedWindow> {
  const userData = mkdtempSync(join(tmpdir(), 'waypost-bench-'))
  const startedAt = performance.now()
  const args = ['--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${userData}`, appFolder]
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } })
  const browser = await chromium.connectOverCDP(await debuggerUrl(child))
  const context = browser.contexts()[0]
  if (!context || child.pid === undefined) throw new Error('the app opened no window')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForFunction(areVisible, firstScreen, { polling: POLL_MS })
  const readyMs = performance.now() - startedAt
  return { readyMs, pid: child.pid, page, close: () => close(browser, child, userData) }
}

/** Runs in the page. */
function areVisible(selectors: readonly string[]): boolean {
  const { document } = globalThis as unknown as { document: PageDocument }
  return selectors.every((selector) => document.querySelector(selector)?.checkVisibility())
}

interface PageDocument {
  querySelector(selector: string): { checkVisibility(): boolean } | null
}

async function debuggerUrl(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('stderr is not piped')
  for await (const line of createInterface({ input: child.stderr })) {
    const url = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (url) {
      child.stderr.resume()
      return url
    }
  }
  throw new Error('the app ended before it opened a window')
}

async function close(browser: Browser, child: ChildProcess, userData: string): Promise<void> {
  const hasEnded = once(child, 'exit')
  await browser.close().catch(() => undefined)
  child.kill()
  await hasEnded
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
}
