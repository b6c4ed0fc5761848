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

/** Fills the form of the first start, which the console shows; leaves it open. */
export async function fillConnection(page: Page, access: BrokerAccess, name = 'Workshop'): Promise<void> {
  await goTo(page, 'Console')
  await page
    .getByRole('button', { name: /Connect to a broker/ })
    .first()
    .click()
  await page.getByLabel(/^Name( \*)?$/).fill(name)
  await page.getByLabel(/^Host( \*)?$/).fill(access.host)
  await page.getByText(modeOf(access), { exact: true }).click()
  await page.getByLabel(/^Port( \*)?$/).fill(String(access.port))
  if (access.username !== undefined) await page.getByLabel(/^User name( \*)?$/).fill(access.username)
  if (access.password !== undefined) await page.getByLabel(/^Password( \*)?$/).fill(access.password)
  if (access.ca !== undefined) await page.getByLabel(/^CA certificate( \*)?$/).fill(access.ca)
}

function modeOf(access: BrokerAccess): string {
  if (access.ca !== undefined) return 'TLS'
  return access.username === undefined ? 'Anonymous' : 'Login'
}

/** From the first start to a connection that stands. */
export async function connect(page: Page, access: BrokerAccess, name = 'Workshop'): Promise<void> {
  await fillConnection(page, access, name)
  await page.getByRole('button', { name: 'Save and connect' }).click()
  await expectConnected(page)
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

export async function goTo(page: Page, view: 'Console' | 'Devices' | 'Settings'): Promise<void> {
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
