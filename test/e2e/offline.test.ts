import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { projectFolder } from '../support/project-paths.ts'
import { goTo } from './fixtures/operator.ts'
import { newUserData, test, type WaypostApp } from './fixtures/waypost-app.ts'

const CHROMIUM_EVENTS = ['TCP_CONNECT', 'TCP_CONNECT_ATTEMPT', 'UDP_CONNECT', 'HOST_RESOLVER_MANAGER_REQUEST']

/** The app with both of its network stacks watched: Node's in main, Chromium's in all of its processes. */
async function launchWatched(launch: (options: object) => Promise<WaypostApp>) {
  const userData = newUserData()
  const nodeLog = join(userData, 'node-network.log')
  const chromiumLog = join(userData, 'chromium-network.json')
  const trap = join(projectFolder, 'test/support/network-trap.cjs')
  // Playwright takes NODE_OPTIONS away from what it starts.
  const executablePath = join(userData, 'electron-watched')
  writeFileSync(executablePath, `#!/bin/sh\nexport NODE_OPTIONS='--require ${trap}'\nexec "$WAYPOST_ELECTRON" "$@"\n`, {
    mode: 0o755,
  })
  const waypost = await launch({
    userData,
    executablePath,
    args: [`--log-net-log=${chromiumLog}`],
    env: { WAYPOST_NETWORK_LOG: nodeLog },
  })
  const attempts = () => {
    const lines = readFileSync(nodeLog, 'utf8').split('\n').filter(Boolean)
    expect(lines).toContain('watching')
    return { node: lines.filter((line) => line !== 'watching'), chromium: chromiumAttempts(chromiumLog) }
  }
  return { ...waypost, attempts }
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: unknown }[]
}

/** What Chromium looked up or connected to. The file is complete once the app has quit. */
function chromiumAttempts(file: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog
  const watched = CHROMIUM_EVENTS.map((name) => constants.logEventTypes[name])
  expect(watched).not.toContain(undefined)
  return events
    .filter(({ type, params }) => watched.includes(type) && params !== undefined)
    .map(({ params }) => JSON.stringify(params))
}

test('the app without a connection and a model starts no network at all', async ({ launch }) => {
  const { page, quit, attempts } = await launchWatched(launch)
  for (const view of ['Devices', 'Settings', 'Console'] as const) await goTo(page, view)
  await page.keyboard.press('Control+K')
  await quit()
  expect(attempts()).toEqual({ node: [], chromium: [] })
})

test('the watch sees a request of either network stack', async ({ launch }) => {
  const { app, quit, attempts } = await launchWatched(launch)
  await app.evaluate(async ({ net }) => {
    await fetch('http://127.0.0.1:9999/').catch(() => undefined)
    await net.fetch('http://127.0.0.1:9999/').catch(() => undefined)
  })
  await quit()
  const { node, chromium } = attempts()
  expect(node.join()).toContain('127.0.0.1:9999')
  expect(chromium.join()).toContain('127.0.0.1')
})
