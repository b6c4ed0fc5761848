import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { resultsFolder } from '../support/run/vitest-suite.ts'
import { test } from './fixtures/waypost-app.ts'

/** The README's pictures, as the app really looks; copies stand in resources/screenshots. */
const PICTURES = [
  {
    language: 'en',
    args: [],
    env: {},
    words: {
      connect: /Connect to a broker/,
      host: /^Host/,
      port: /^Port/,
      next: /^Next/,
      anonymous: 'Anonymous',
      passed: /Every stage passed/,
      close: 'Close',
      discard: 'Discard',
      setup: 'Set up a broker',
      name: /^Name/,
      security: 'Who may connect, and how?',
      leave: 'Leave',
      console: 'Console',
      demo: /Try the demo/,
      ask: 'Ask',
      message: 'Message',
      send: 'Send',
      proposal: 'Proposal',
      run: 'Run',
      result: 'Result',
      devices: 'Devices',
      online: 'Online',
    },
    site: 'Workshop',
    request: 'how much disk space is left?',
  },
  {
    language: 'zh-CN',
    args: ['--lang=zh-CN'],
    env: { LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8' },
    words: {
      connect: /连接 Broker/,
      host: /^主机/,
      port: /^端口/,
      next: /^下一步/,
      anonymous: '匿名',
      passed: /所有步骤均已通过/,
      close: '关闭',
      discard: '放弃',
      setup: '搭建 Broker',
      name: /^名称/,
      security: '谁可以连接，如何连接？',
      leave: '离开',
      console: '控制台',
      demo: /体验演示/,
      ask: '提问',
      message: '消息',
      send: '发送',
      proposal: '提案',
      run: '执行',
      result: '结果',
      devices: '设备',
      online: '在线',
    },
    site: '一号车间',
    request: '看一下磁盘还剩多少空间',
  },
] as const

type Words = (typeof PICTURES)[number]['words']

async function passTheTest(page: Page, words: Words, broker: { host: string; port: number }): Promise<void> {
  await page.getByRole('button', { name: words.connect }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel(words.host).fill(broker.host)
  await form.getByLabel(words.port).fill(String(broker.port))
  await form.getByRole('button', { name: words.next }).click()
  await form.getByText(words.anonymous, { exact: true }).click()
  await form.getByRole('button', { name: words.next }).click()
  await expect(form.getByText(words.passed)).toBeVisible()
}

async function run(page: Page, words: Words, request: string): Promise<void> {
  await expect(page.getByRole('button', { name: /demo-gateway-yard/ })).toBeVisible()
  await page.getByRole('radio', { name: words.ask, exact: true }).check()
  await page.getByRole('textbox', { name: words.message }).fill(request)
  await page.getByRole('button', { name: words.send }).click()
  await page.getByRole('region', { name: words.proposal }).getByRole('button', { name: words.run, exact: true }).click()
  await expect(page.getByRole('region', { name: words.result }).last()).toContainText('Filesystem')
}

for (const { language, args, env, words, site, request } of PICTURES) {
  test(`the pictures in ${language} show a passed test, the set-up, an answered request and the devices`, async ({
    launch,
  }) => {
    const broker = await startMosquitto({ mode: 'anonymous' })
    try {
      const { app, page } = await launch({ args: ['--force-prefers-reduced-motion', ...args], env })
      const picture = (name: string) =>
        page.screenshot({ path: join(resultsFolder, 'pictures', `${name}-${language}.png`) })
      const navigation = page.getByRole('navigation')
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))

      await passTheTest(page, words, broker)
      await picture('test')
      await page.getByRole('dialog').getByRole('button', { name: words.close, exact: true }).click()
      await page.getByRole('button', { name: words.discard, exact: true }).click()

      await page.getByRole('button', { name: words.setup }).first().click()
      await page.getByLabel(words.name).fill(site)
      await page.getByRole('button', { name: words.next }).click()
      await expect(page.getByRole('heading', { name: words.security })).toBeVisible()
      await picture('setup')
      await page.getByRole('button', { name: words.leave, exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: words.leave, exact: true }).click()

      await navigation.getByRole('button', { name: words.console }).click()
      await page.getByRole('button', { name: words.demo }).first().click()
      await expect(page.getByTestId('connection-switcher')).toHaveAttribute('data-state', 'connected')
      await run(page, words, request)
      await expect(page.getByRole('main').getByText(words.online, { exact: true })).toBeVisible()
      await picture('console')
      await navigation.getByRole('button', { name: words.devices, exact: true }).click()
      await expect(page.getByRole('grid').getByText('demo-sensor-greenhouse')).toBeVisible()
      await picture('devices')
    } finally {
      await broker.stop()
    }
  })
}
