import { mkdirSync } from 'node:fs'
import { setLook } from './fixtures/operator.ts'
import { test } from './fixtures/waypost-app.ts'
test('look', async ({ launch }) => {
  mkdirSync('/tmp/look-notify', { recursive: true })
  const { page } = await launch({ args: ['--demo'] })
  const req = (name: string, input: unknown) =>
    page.evaluate(([n, i]) => (globalThis as unknown as { waypost: { request(n: unknown, i: unknown): Promise<unknown> } }).waypost.request(n, i), [name, input] as const)
  await req('delivery.saveEmail', { isOn: true, host: '127.0.0.1', port: 9, security: 'starttls', user: 'ops@site.example', from: 'waypost@site.example', to: ['a@b.c'], minSeverity: 'warning', password: 'x' })
  await req('delivery.saveWebhook', { isOn: true, format: 'dingtalk', minSeverity: 'critical', url: 'http://127.0.0.1:9/x' })
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Send alerts by e-mail').scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Send a test' }).first().click()
  await page.getByRole('alert').first().waitFor()
  await page.screenshot({ path: '/tmp/look-notify/en-1.png' })
  await page.getByText('Post alerts to a webhook').evaluate((e) => e.scrollIntoView({ block: 'start' }))
  await page.screenshot({ path: '/tmp/look-notify/en-2.png' })
  await setLook(page, 'zh-CN', 'dark')
  await page.waitForTimeout(600)
  await page.screenshot({ path: '/tmp/look-notify/zh-2.png' })
  await page.getByText('用邮件发送告警').evaluate((e) => e.scrollIntoView({ block: 'start' }))
  await page.screenshot({ path: '/tmp/look-notify/zh-1.png' })
})
