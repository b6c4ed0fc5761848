import { expect } from '@playwright/test'
import { takePicture } from '../fixtures/pictures.ts'
import { test } from '../fixtures/waypost-app.ts'

const LANGUAGES = [
  {
    language: 'en',
    args: [],
    env: {},
    words: {
      device: 'Device',
      clear: 'Clear',
      name: 'Greenhouse sensors',
      message: 'Message',
      send: 'Send',
      proposal: 'Proposal',
      run: 'Run',
      result: 'Result',
      ways: 'Next steps',
      command: 'Type it as a command',
      phrases: 'All phrases',
    },
    unknown: 'make the memory shine',
    near: 'show memory usage',
    why: 'why is the disk full',
    verdict: /is 9\d % full\. The largest folder is \/usr/,
    bare: 'reboot',
    question: 'Restart the whole device, or a service on it?',
    choice: /^Reboot the device/,
  },
  {
    language: 'zh-CN',
    args: ['--lang=zh-CN'],
    env: { LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8' },
    words: {
      device: '设备',
      clear: '清除',
      name: '温室传感器',
      message: '消息',
      send: '发送',
      proposal: '提案',
      run: '执行',
      result: '结果',
      ways: '下一步',
      command: '作为命令输入',
      phrases: '查看全部短语',
    },
    unknown: '给内存抛光打蜡',
    near: '查看内存',
    why: '磁盘为什么满了',
    verdict: /已用 9\d%。占用最多的目录是 \/usr/,
    bare: '重启',
    question: '要重启整台设备，还是其中的某个服务？',
    choice: /^重启设备/,
  },
] as const

for (const { language, args, env, words, unknown, near, why, verdict, bare, question, choice } of LANGUAGES) {
  test(`a technician gets on from what is not understood, and a verdict to a complaint, in ${language}`, async ({
    launch,
  }) => {
    const { page } = await launch({ args: ['--demo', ...args], env })
    const message = page.getByRole('textbox', { name: words.message })
    const ask = async (text: string) => {
      await message.fill(text)
      await page.getByRole('button', { name: words.send }).click()
    }
    await expect(page.getByTestId('connection-switcher')).toHaveAttribute('data-state', 'connected')
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    // The demo comes with a device chosen.
    await page.getByRole('button', { name: words.clear, exact: true }).click()
    await page.getByRole('combobox', { name: words.device }).click()
    await page.getByRole('option', { name: new RegExp(words.name) }).click()
    await page.keyboard.press('Escape')

    await ask(unknown)
    const ways = page.getByRole('group', { name: words.ways })
    await expect(ways.getByRole('button')).toHaveCount(6)
    await takePicture(page, `technician/not-understood-${language}`)
    await ways.getByRole('button', { name: words.command }).click()
    await expect(message).toHaveValue(unknown)
    await message.fill('')
    await page.getByRole('button', { name: words.phrases }).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await ways.getByRole('button', { name: near, exact: true }).click()
    await expect(page.getByRole('region', { name: words.proposal })).toContainText('free -h')
    await page.keyboard.press('Escape')

    await page.getByRole('radio').first().check()
    await ask(bare)
    await expect(page.getByText(question)).toBeVisible()
    await expect(page.getByRole('button', { name: choice })).toBeVisible()
    await takePicture(page, `technician/service-or-device-${language}`)

    await ask(why)
    const proposal = page.getByRole('region', { name: words.proposal }).last()
    await expect(proposal).toContainText('df -P')
    await takePicture(page, `technician/check-proposed-${language}`)
    await proposal.getByRole('button', { name: words.run, exact: true }).click()
    await expect(page.getByRole('region', { name: words.result }).last()).toContainText(verdict)
    await takePicture(page, `technician/check-verdict-${language}`)
  })
}
