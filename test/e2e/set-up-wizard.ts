import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { ToolFile } from '../support/generated-broker.ts'
import type { WaypostApp } from './waypost-app.ts'

/** What the system's dialogs answer from now on. */
export async function answerDialogs(
  { app }: WaypostApp,
  answers: { readonly folder: string; readonly file: string },
): Promise<void> {
  await app.evaluate(({ dialog }, { folder, file }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder], bookmarks: [] })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: file, bookmark: '' })
    // The second button: yes.
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
  }, answers)
}

export const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click()

export const heading = (page: Page, name: string) => expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()

export async function addTag(page: Page, field: string, value: string): Promise<void> {
  const input = page.getByRole('combobox', { name: field })
  await input.fill(value)
  await input.press('Enter')
}

/** Saves the CA's private key, where the window insists because its secret store forgets. */
export async function saveCaKey(page: Page, passphrase = 'correct horse battery'): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
  await page.getByRole('button', { name: 'Save the key…' }).click()
  await expect(page.getByText(/^Saved: /).first()).toBeVisible()
}

/** The broker's files as the guide says to place them. */
export function debianFiles(folder: string): ToolFile[] {
  const guide = readFileSync(join(folder, 'install.sh'), 'utf8')
  return [...guide.matchAll(/^install .* -o (\S+) .* -m (\d+) (\S+) (\S+)$/gm)].map(
    ([, owner = '', mode = '', path = '', target = '']) => ({ owner, mode, path, target }),
  )
}
