import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type Locator, type Page } from '@playwright/test'
import { runScript, SetupError, say } from '../command-line.ts'

const STEP_TIMEOUT_MS = 20_000
const REQUEST = 'how hot is the CPU?'

/** Runs the main job of the demo once in the real window, by the controls of an operator, and prints each step. */
await runScript(async ([screenshot]) => {
  const { WAYPOST_ELECTRON: executablePath, WAYPOST_APP: project } = process.env
  if (!executablePath || !project || !screenshot) throw new SetupError('Start the demo with: npm run demo')
  const userData = mkdtempSync(path.join(tmpdir(), 'waypost-demo-'))
  const app = await _electron.launch({
    executablePath,
    chromiumSandbox: !process.env.WAYPOST_NO_SANDBOX,
    args: [project, '--demo', `--user-data-dir=${userData}`, '--lang=en-US'],
    env: { ...process.env, LANGUAGE: 'en_US' } as Record<string, string>,
  })
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(STEP_TIMEOUT_MS)
    await play(page)
    await page.screenshot({ path: screenshot })
    say(`Screenshot: ${screenshot}`)
    return 0
  } finally {
    await app.close()
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
})

async function play(page: Page): Promise<void> {
  await page.locator('[data-testid="connection-switcher"][data-state="connected"]').waitFor()
  say('1. Connected to the demo broker on loopback; three simulated devices report.')

  await page.getByRole('navigation').getByRole('button', { name: 'Console' }).click()
  // The demo chooses its first device by itself; a click on it in the list would take it out again.
  const chosen = page.getByRole('button', { name: /^Remove demo-/ })
  const device = (await chosen.getAttribute('aria-label'))?.slice('Remove '.length) ?? ''
  await page.getByRole('radio', { name: 'Ask', exact: true }).check()
  await page.getByRole('textbox', { name: 'Message' }).fill(REQUEST)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  say(`2. Asked ${device}: “${REQUEST}”`)

  const proposal = page.getByRole('region', { name: 'Proposal' }).last()
  say(`3. The offline phrasebook proposes: ${await textOf(proposal.locator('.cm-content'))}`)
  await proposal.getByRole('button', { name: 'Run', exact: true }).click()
  say('4. Approved, on record in the audit log, published over MQTT.')

  const result = page.getByRole('region', { name: 'Result' }).last()
  await result.getByText('Succeeded').first().waitFor()
  say(`5. The device answers: ${await textOf(result.locator('pre').first())}`)

  const audit = await auditOf(page)
  if (!audit.ok || audit.count < 3) throw new Error(`the audit log does not hold the run: ${JSON.stringify(audit)}`)
  say(`6. The audit chain is whole: ${audit.count} records.`)
}

async function textOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).trim()
}

function auditOf(page: Page): Promise<{ ok: boolean; count: number }> {
  return page.evaluate(async () => {
    const { waypost } = globalThis as unknown as {
      waypost: { request(name: string, input: unknown): Promise<{ value: { ok: boolean; count: number } }> }
    }
    return (await waypost.request('audit.verify', {})).value
  })
}
