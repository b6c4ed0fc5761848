import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { keyringLauncher } from './fixtures/keyring-launcher.ts'
import { goTo, setLook } from './fixtures/operator.ts'
import { takePicture } from './fixtures/pictures.ts'
import { newUserData, test, type WaypostApp } from './fixtures/waypost-app.ts'

const WITH_KEYRING = { args: ['--password-store=gnome-libsecret'] }
const headOf = (page: Page) => page.locator('section', { has: page.locator('#settings-audit') }).locator('code')

/** Answers the dialogs of main: yes to its question, and where to save. */
async function answerDialogs({ app }: WaypostApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}

async function picture(page: Page, name: string): Promise<void> {
  await page.locator('#settings-audit').scrollIntoViewIfNeeded()
  await takePicture(page, `audit/${name}`)
}

test('the key of the audit is kept in the keyring, proves the records elsewhere, and is named where it is missing', async ({
  launch,
}) => {
  const userData = newUserData()
  const options = { ...keyringLauncher(), ...WITH_KEYRING, userData }
  const first = await launch(options)
  await goTo(first.page, 'Settings')
  await expect(
    first.page.getByText(/^Sealed since record 1 \(.+\) with the key [0-9a-f]{16}: without it/),
  ).toBeVisible()
  const head = (await headOf(first.page).first().innerText()).trim()
  expect(head).toMatch(/^[0-9a-f]{64}$/)
  await first.page.getByRole('button', { name: 'Copy the hash' }).click()
  await expect(first.page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await first.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(head)

  const noted = first.page.getByRole('textbox', { name: 'A hash you noted earlier' })
  await noted.fill(head.toUpperCase())
  await first.page.getByRole('button', { name: 'Verify the audit log' }).click()
  await expect(first.page.getByText('The noted hash is in the chain')).toBeVisible()
  await noted.fill('f'.repeat(64))
  await first.page.getByRole('button', { name: 'Verify the audit log' }).click()
  await expect(first.page.getByText('The noted hash is not in the chain')).toBeVisible()
  await expect(first.page.getByText('The chain is complete.')).toBeVisible()

  const keyFile = join(mkdtempSync(join(tmpdir(), 'waypost-key-')), 'key.json')
  await answerDialogs(first, keyFile)
  await first.page.getByRole('button', { name: 'Save the key for a verifier' }).click()
  await expect(first.page.getByText(`Saved to ${keyFile}`)).toBeVisible()
  if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  await picture(first.page, 'kept')
  await first.quit()

  const folder = join(userData, 'audit')
  const { key } = JSON.parse(readFileSync(keyFile, 'utf8')) as { key: string }
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toContain(key)
  const tool = ['test/tools/audit-verify.ts', folder, '--key-file', keyFile]
  const verified = spawnSync(process.execPath, tool, { encoding: 'utf8' })
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, head, keyed: { ok: true, from: 1, proven: 1 } })

  // Another keyring: what the old one encrypted is there, and nobody reads it.
  const { env: _env, ...elsewhere } = options
  const second = await launch({ ...elsewhere, ...keyringLauncher() })
  await goTo(second.page, 'Settings')
  await expect(
    second.page.getByText(/is missing since .+, after record 1\. The chain is checked without it/),
  ).toBeVisible()
  await expect(second.page.getByText('The chain is complete.')).toBeVisible()
  await expect(second.page.getByText('Audit key missing')).toBeVisible()
  await setLook(second.page, 'zh-CN', 'light')
  await expect(second.page.getByText(/第 1 条记录之后缺失。审计链在没有密钥的情况下校验/)).toBeVisible()
  await picture(second.page, 'missing-zh')
  await setLook(second.page, 'en', 'light')
  await picture(second.page, 'missing')
  await second.page.getByRole('button', { name: 'Start a new key' }).click()
  await picture(second.page, 'asking')
  await second.page.getByRole('dialog').getByRole('button', { name: 'Start a new key' }).click()
  await expect(second.page.getByText(/^Sealed since record 2 /)).toBeVisible()
})

test('without a keyring the audit claims no key, in both languages', async ({ launch }) => {
  const first = await launch()
  await goTo(first.page, 'Settings')
  await expect(first.page.getByText('Not sealed: without a keyring no key can be kept.')).toBeVisible()
  await expect(first.page.getByRole('button', { name: 'Save the key for a verifier' })).toHaveCount(0)
  await picture(first.page, 'none')
  await setLook(first.page, 'zh-CN', 'dark')
  await expect(first.page.getByText('未签封：没有密钥环，无法保存密钥。')).toBeVisible()
  await picture(first.page, 'none-zh')
})
