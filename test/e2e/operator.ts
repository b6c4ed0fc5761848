import { expect, type Locator, type Page } from '@playwright/test'

/** What an operator types into the connection form. */
export interface BrokerAccess {
  readonly host: string
  readonly port: number
  readonly username?: string
  readonly password?: string
  /** CA certificate in PEM; its presence chooses TLS. */
  readonly ca?: string
}

/** Walks the wizard of the first start, which the console shows, up to its test, which begins to run; leaves it there. */
export async function fillConnection(page: Page, access: BrokerAccess): Promise<void> {
  await goTo(page, 'Console')
  await page
    .getByRole('button', { name: /Connect to a broker/ })
    .first()
    .click()
  await page.getByLabel(/^Host( \*)?$/).fill(access.host)
  await page.getByLabel(/^Port( \*)?$/).fill(String(access.port))
  await nextStep(page)
  await page.getByText(modeOf(access), { exact: true }).click()
  if (access.username !== undefined) await page.getByLabel(/^User name( \*)?$/).fill(access.username)
  if (access.password !== undefined) await page.getByLabel(/^Password( \*)?$/).fill(access.password)
  if (access.ca !== undefined) await page.getByLabel(/^CA certificate( \*)?$/).fill(access.ca)
  await nextStep(page)
}

/** The wizard's way forward, also past a test that failed. */
export async function nextStep(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Next( anyway)?$/ }).click()
}

/** From the wizard's test to its end. */
export async function saveAndConnect(page: Page, name = 'Workshop'): Promise<void> {
  await nextStep(page)
  await page.getByLabel(/^Name( \*)?$/).fill(name)
  await page.getByRole('button', { name: 'Save and connect' }).click()
}

function modeOf(access: BrokerAccess): string {
  if (access.ca !== undefined) return 'TLS'
  return access.username === undefined ? 'Anonymous' : 'Login'
}

/** From the first start to a connection that stands. */
export async function connect(page: Page, access: BrokerAccess, name = 'Workshop'): Promise<void> {
  await fillConnection(page, access)
  await saveAndConnect(page, name)
  await expectConnected(page)
}

/** Opens the form of a saved connection. */
export async function editConnection(page: Page, name = 'Workshop'): Promise<void> {
  await page.getByTestId('connection-switcher').click()
  await page.getByRole('menuitem', { name: 'Manage connections' }).click()
  await page.getByRole('button', { name: `Edit ${name}` }).click()
}

export async function expectConnected(page: Page): Promise<void> {
  await expect(page.getByTestId('connection-switcher')).toHaveAttribute('data-state', 'connected')
}

/** Opens the console and chooses a device once it has reported. */
export async function chooseDevice(page: Page, deviceId: string): Promise<void> {
  await goTo(page, 'Console')
  await page.getByRole('combobox', { name: 'Device' }).click()
  await page.getByRole('option', { name: new RegExp(deviceId) }).click()
}

export async function goTo(page: Page, view: 'Console' | 'Devices' | 'Broker' | 'Settings'): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: view }).click()
}

/** Writes into the composer and sends. `Command` types a command, `Ask` asks in words. */
export async function say(page: Page, mode: 'Ask' | 'Command', text: string): Promise<void> {
  await page.getByRole('radio', { name: mode, exact: true }).check()
  await page.getByRole('textbox', { name: 'Message' }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
}

/** The newest proposal card. */
export function proposal(page: Page): Locator {
  return page.getByRole('region', { name: 'Proposal' }).last()
}

/** The newest result. */
export function result(page: Page): Locator {
  return page.getByRole('region', { name: 'Result' }).last()
}

/** Chooses a model at `baseUrl` in the settings and saves; `key` is typed where one is given. */
export async function setUpModel(page: Page, baseUrl: string, key: string | null = null): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByText('Language model', { exact: true }).click()
  await page.getByLabel('Base URL').fill(baseUrl)
  await page.getByRole('combobox', { name: /^Model( \*)?$/ }).fill('stub-model')
  if (key !== null) await page.getByRole('textbox', { name: 'API key' }).fill(key)
  await page.getByRole('region', { name: 'Assistant' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText("The assistant's settings are saved.")).toBeVisible()
}

/** Asks main for other settings, as the menus do. */
export function setLook(page: Page, language: 'en' | 'zh-CN', theme: 'light' | 'dark'): Promise<unknown> {
  return page.evaluate(
    (change) => {
      const { waypost } = globalThis as unknown as {
        waypost: { request(name: string, input: unknown): Promise<unknown> }
      }
      return waypost.request('settings.update', change)
    },
    { language, theme },
  )
}

/** Sets what the chosen device runs, on the card of a command that is then turned down. */
export async function setLinux(page: Page): Promise<void> {
  await say(page, 'Command', 'uptime')
  await proposal(page).getByRole('button', { name: 'It runs Linux' }).click()
  await expect(proposal(page).getByText('Nobody set what')).toBeHidden()
  await proposal(page).getByRole('button', { name: 'Reject' }).click()
}
