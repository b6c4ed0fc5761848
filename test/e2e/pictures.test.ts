import { expect } from '@playwright/test'
import { test } from './fixtures/waypost-app.ts'

/** The README's pictures, as the app really looks; copies stand in resources/screenshots. */
const PICTURES = [
  {
    language: 'en',
    args: [],
    env: {},
    words: { ask: 'Ask', message: 'Message', send: 'Send', proposal: 'Proposal', run: 'Run' },
    request: 'how much disk space is left?',
    result: 'Result',
  },
  {
    language: 'zh-CN',
    args: ['--lang=zh-CN'],
    env: { LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8' },
    words: { ask: '提问', message: '消息', send: '发送', proposal: '待确认命令', run: '执行' },
    request: '看一下磁盘还剩多少空间',
    result: '结果',
  },
] as const

for (const { language, args, env, words, request, result } of PICTURES) {
  test(`the picture of the console in ${language} shows a request, its command and the answer`, async ({ launch }) => {
    const { page } = await launch({ args: ['--demo', ...args], env })
    await expect(page.getByTestId('connection-switcher')).toHaveAttribute('data-state', 'connected')
    await expect(page.getByRole('button', { name: /demo-gateway-yard/ })).toBeVisible()
    await page.getByRole('radio', { name: words.ask, exact: true }).check()
    await page.getByRole('textbox', { name: words.message }).fill(request)
    await page.getByRole('button', { name: words.send }).click()
    await page
      .getByRole('region', { name: words.proposal })
      .getByRole('button', { name: words.run, exact: true })
      .click()
    await expect(page.getByRole('region', { name: result }).last()).toContainText('Filesystem')
    await page.screenshot({ path: `test-results/pictures/console-${language}.png` })
  })
}
