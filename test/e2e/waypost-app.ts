import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

/** A running Waypost: the real app in the real Electron, on its own data folder. */
export interface WaypostApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Quits as the operator would and waits for the end of the process. */
  quit(): Promise<void>
}

interface LaunchOptions {
  /** An earlier run's data folder, for a restart. */
  readonly userData?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Another program that ends up as Electron, e.g. one that opens a keyring first. */
  readonly executablePath?: string
}

interface Fixtures {
  /** Starts Waypost, in English unless `args` say otherwise; what is still open at the end of the test is closed. */
  launch(options?: LaunchOptions): Promise<WaypostApp>
}

/** An action on a control that does not come to answer fails by itself, before the test's own time is up. */
const ACTION_TIMEOUT_MS = 10_000

export const test = base.extend<Fixtures>({
  // biome wants no empty pattern, Playwright needs a destructured first argument.
  launch: async ({ screenshot: _screenshot }, use, testInfo) => {
    const started: WaypostApp[] = []
    await use(async (options = {}) => {
      const waypost = await start(options)
      started.push(waypost)
      return waypost
    })
    for (const waypost of started) {
      if (testInfo.status !== testInfo.expectedStatus) await keepEvidence(waypost, testInfo.outputPath('main.log'))
      await waypost.quit()
    }
  },
})

/** A fresh data folder. */
export function newUserData(): string {
  return mkdtempSync(join(tmpdir(), 'waypost-e2e-'))
}

async function start(options: LaunchOptions): Promise<WaypostApp> {
  const executablePath = options.executablePath ?? process.env.WAYPOST_ELECTRON
  const project = process.env.WAYPOST_APP
  if (!executablePath || !project) throw new Error('Start the end-to-end tests with: npm run e2e')
  const userData = options.userData ?? newUserData()
  const app = await _electron.launch({
    executablePath,
    // Playwright adds --no-sandbox by itself unless it is told not to.
    chromiumSandbox: !process.env.WAYPOST_NO_SANDBOX,
    args: [project, `--user-data-dir=${userData}`, '--lang=en-US', ...(options.args ?? [])],
    env: { ...cleanEnvironment(), LANGUAGE: 'en_US', ...options.env },
  })
  const page = await app.firstWindow()
  page.setDefaultTimeout(ACTION_TIMEOUT_MS)
  await page.getByRole('navigation').first().waitFor()
  let isClosed = false
  app.on('close', () => {
    isClosed = true
  })
  return {
    app,
    page,
    userData,
    quit: async () => {
      if (!isClosed) await app.close()
    },
  }
}

function cleanEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

async function keepEvidence(waypost: WaypostApp, file: string): Promise<void> {
  await waypost.page.screenshot({ path: file.replace(/main\.log$/, 'window.png') }).catch(() => undefined)
  const log = join(waypost.userData, 'logs', 'main.log')
  if (existsSync(log)) appendFileSync(file, readFileSync(log))
}
