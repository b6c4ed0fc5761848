import { writeFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { answerDialogs } from '../fixtures/set-up-wizard.ts'
import { test } from '../fixtures/waypost-app.ts'

const GOOD = {
  clientId: 'mqttx_1',
  name: 'Plant 1',
  protocol: 'mqtts',
  host: '192.0.2.20',
  port: 8883,
  ssl: true,
  ca: 'C:\\certs\\ca.crt',
  username: 'operator',
  password: 'canary-password',
  subscriptions: [{ topic: 'a' }],
}
const EXPORT = JSON.stringify([GOOD, { ...GOOD, name: 'Plant 3', host: '' }, { ...GOOD, name: 'Plant 4', port: '' }])

test('an import shows what was taken over, what not, and why, in both languages', async ({ launch }, testInfo) => {
  const file = testInfo.outputPath('export.json')
  for (const { args, start, action, words } of [
    {
      args: ['--lang=en-US'],
      start: /Connect to a broker/,
      action: 'Import…',
      words: [
        '1 connection was taken over. 2 were not.',
        'with its password',
        'load the CA',
        'It has no host.',
        'It has no port.',
      ],
    },
    {
      args: ['--lang=zh-CN'],
      start: /连接/,
      action: '导入…',
      words: ['已导入 1 个连接。', '2 个没有导入。', '含密码', '没有主机。', '没有端口。'],
    },
  ]) {
    const running = await launch({ args })
    const { page } = running
    writeFileSync(file, EXPORT)
    await answerDialogs(running, { folder: file, file })
    await page.getByRole('button', { name: start }).first().click()
    await page.getByRole('button', { name: action, exact: true }).click()
    const report = page.getByRole('dialog').filter({ hasText: 'Plant 3' }).last()
    for (const word of words) await expect(report).toContainText(word)
    await expect(report).not.toContainText('canary')
    await page.screenshot({ path: testInfo.outputPath(`report-${args[0]}.png`) })
    await report.getByRole('button').last().click()
    await expect(page.getByText('192.0.2.20:8883')).toBeVisible()
    await page.screenshot({ path: testInfo.outputPath(`after-${args[0]}.png`) })
    await running.quit()
  }
})
