import { expect } from '@playwright/test'
import { lookAt } from './fixtures/looks.ts'
import { expectConnected, goTo, proposal, result, say } from './fixtures/operator.ts'
import { addTag, heading, next } from './fixtures/set-up-wizard.ts'
import { test } from './fixtures/waypost-app.ts'

test('every screen is without a fault for axe in both languages and themes, and is photographed', async ({
  launch,
}) => {
  test.setTimeout(400_000)
  const waypost = await launch({ args: ['--force-prefers-reduced-motion'] })
  const { page } = waypost
  const look = (screen: string) => lookAt(waypost, screen)

  await test.step('the start', async () => {
    await expect(page.getByRole('heading', { name: 'Welcome to Waypost' })).toBeVisible()
    await look('start')
  })

  await test.step('the connection form and its failed test', async () => {
    await page
      .getByRole('button', { name: /Connect to a broker/ })
      .first()
      .click()
    await page.getByLabel(/^Host( \*)?$/).fill('127.0.0.1')
    await page.getByLabel(/^Port( \*)?$/).fill('1')
    await look('connect-where')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('TLS + certificate', { exact: true }).click()
    await look('connect-security')
    await page.getByText('Anonymous', { exact: true }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'More in the guide' }).waitFor()
    await look('connect-test-failed')
    await page.getByRole('button', { name: 'More in the guide' }).click()
    await page.getByRole('dialog', { name: 'Guide' }).getByRole('article').waitFor()
    await look('guide')
    await page.getByRole('textbox', { name: 'Search the guide' }).fill('password')
    await page.getByRole('button', { name: /^Login refused/ }).waitFor()
    await look('guide-search')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Connect to a broker' }).getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Discard' }).click()
  })

  await test.step('the set-up wizard', async () => {
    await page.getByRole('button', { name: 'Set up a broker' }).click()
    await page.getByLabel(/^Name/).fill('Workshop')
    await look('setup-platform')
    await next(page)
    await look('setup-security')
    await next(page)
    await addTag(page, 'Names and addresses', 'localhost')
    await look('setup-names')
    await next(page)
    await page.getByRole('textbox', { name: 'Password' }).fill('the right password')
    await addTag(page, 'Devices', 'rpi_001')
    await look('setup-accounts')
    await next(page)
    await look('setup-limits')
    await next(page)
    await heading(page, 'Read and save the files')
    await look('setup-files')
    await page.getByRole('button', { name: 'Leave' }).click()
    await page.getByRole('dialog').waitFor()
    await look('setup-leave')
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
    await goTo(page, 'Console')
  })

  await test.step('the console', async () => {
    await page.getByRole('button', { name: /Try the demo/ }).click()
    await expectConnected(page)
    await expect(page.getByRole('heading', { name: 'Ask a device' })).toBeVisible()
    await look('console-empty')
    await page.getByRole('combobox', { name: 'Device' }).click()
    await page.getByRole('option', { name: /demo-gateway-yard/ }).waitFor()
    await look('console-picker')
    await page.keyboard.press('Escape')
    await say(page, 'Ask', 'how much disk space is left?')
    await look('console-proposal')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('Filesystem')
    await look('console-result')
    await say(page, 'Command', 'rm -rf /var/log/old')
    await proposal(page).getByRole('textbox', { name: 'Type the device id to confirm' }).waitFor()
    await look('console-destructive')
    await proposal(page).getByRole('button', { name: 'Reject' }).click()
    await say(page, 'Ask', 'sing me a song')
    await page.getByRole('button', { name: 'Type it as a command' }).waitFor()
    await look('console-not-understood')
    await page.getByRole('button', { name: 'Quick actions' }).click()
    await page.getByRole('combobox', { name: 'What do you want to know?' }).waitFor()
    await look('console-quick-actions')
    await page.keyboard.press('Escape')
  })

  await test.step('the devices', async () => {
    await goTo(page, 'Devices')
    const grid = page.getByRole('grid', { name: 'Devices' })
    await expect(grid.getByText('demo-gateway-yard')).toBeVisible()
    await look('devices')
    await page.getByRole('button', { name: 'How to filter' }).click()
    await look('devices-filter-help')
    await page.keyboard.press('Escape')
    const filter = page.getByRole('combobox', { name: 'Filter devices' })
    await filter.fill('colour:red')
    await page.getByText(/Known words: status/).waitFor()
    await look('devices-filter-mistake')
    await filter.fill('')
    await grid.getByText('demo-gateway-yard').click()
    for (const tab of ['Overview', 'Charts', 'Commands', 'Messages', 'Record']) {
      await page.getByRole('tab', { name: tab }).click()
      await look(`device-${tab.toLowerCase()}`)
    }
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    for (const box of await grid.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: 'Ask or run on 3 devices' }).waitFor()
    await look('devices-chosen')
    await page.getByRole('button', { name: 'Ask or run on 3 devices' }).click()
    await say(page, 'Command', 'uptime')
    await look('console-many')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('3 differ')
    await look('console-many-results')
  })

  await test.step('history and alerts', async () => {
    await goTo(page, 'History')
    const list = page.getByRole('table', { name: 'Exchanges' })
    await list.getByText('uptime').first().waitFor()
    await look('history')
    await list.getByText('uptime').first().click()
    await page.getByRole('dialog', { name: 'As it was' }).waitFor()
    await look('history-detail')
    await page.keyboard.press('Escape')
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Alerts/ })
      .click()
    await look('alerts')
    await page.getByRole('tab', { name: 'Rules' }).click()
    await page.getByRole('button', { name: 'New rule' }).waitFor()
    await look('alert-rules')
    await page.getByRole('button', { name: 'New rule' }).click()
    await page.getByRole('dialog').waitFor()
    await look('alert-rule')
    await page.keyboard.press('Escape')
  })

  await test.step('broker, settings, connections and palette', async () => {
    await goTo(page, 'Broker')
    for (const [tab, name] of [
      ['Health', 'health'],
      ['Test a topic', 'tester'],
      ['Accounts', 'accounts'],
      ['Certificates', 'certificates'],
      ['Log', 'log'],
      ['Built-in broker', 'built-in'],
    ] as const) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await look(`broker-${name}`)
    }
    await goTo(page, 'Settings')
    await page.getByRole('region', { name: 'Assistant' }).waitFor()
    await look('settings')
    await page.getByText('Language model', { exact: true }).click()
    await page.getByRole('region', { name: 'About', exact: true }).scrollIntoViewIfNeeded()
    await look('settings-end')
    await page.getByTestId('connection-switcher').click()
    await look('connection-menu')
    await page.getByRole('menuitem', { name: 'Manage connections' }).click()
    await look('connections')
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog').waitFor()
    await look('palette')
    await page.keyboard.press('Escape')
  })
})
