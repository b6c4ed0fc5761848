import { writeFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { setLook } from '../fixtures/operator.ts'
import { takePicture } from '../fixtures/pictures.ts'
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
  writeFileSync(file, EXPORT)
  const running = await launch()
  const { page } = running
  await answerDialogs(running, { folder: file, file })
  await page.getByRole('button', { name: 'Connect to a broker' }).first().click()
  await page.getByRole('button', { name: 'Import…', exact: true }).click()
  const report = page.getByRole('dialog').filter({ hasText: 'Plant 3' }).last()
  for (const words of [
    '1 connection was imported. 2 were not.',
    'with its password',
    'load the CA',
    'It has no host.',
    'It has no port.',
  ]) {
    await expect(report).toContainText(words)
  }
  await takePicture(page, 'import/report-en')

  await setLook(page, 'zh-CN', 'light')
  for (const words of ['已导入 1 个连接。', '2 个没有导入。', '含密码', '没有主机。', '没有端口。']) {
    await expect(report).toContainText(words)
  }
  await expect(report).not.toContainText('canary')
  await takePicture(page, 'import/report-zh')
  await report.getByRole('button', { name: '完成' }).click()
  await expect(page.getByText('192.0.2.20:8883')).toBeVisible()
})
