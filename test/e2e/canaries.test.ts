import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { startMosquitto } from '../support/brokers/mosquitto.ts'
import { observe } from '../support/brokers/mqtt-observer.ts'
import { llmAnswers } from '../support/model/llm-answers.ts'
import { startLlmStub } from '../support/model/llm-stub.ts'
import { chooseDevice, connect, goTo, proposal, result, say } from './fixtures/operator.ts'
import { test } from './fixtures/waypost-app.ts'

const nonce = (): string => crypto.randomUUID().replaceAll('-', '')
const BROKER_PASSWORD = `Canary0${nonce()}`
const MODEL_KEY = `sk-Canary1${nonce()}`
const TYPED_TOKEN = `ghp_Canary2${nonce()}`
const PRINTED_PASSWORD = `Canary3${nonce()}`
const PRINTED_KEY = `Canary4${nonce()}Canary4${nonce()}`
const MAIL_PASSWORD = `Canary5${nonce()}`
const HOOK_KEY = `Canary6${nonce()}`
const CANARIES = [BROKER_PASSWORD, MODEL_KEY, TYPED_TOKEN, PRINTED_PASSWORD, PRINTED_KEY, MAIL_PASSWORD, HOOK_KEY]

/** Every spelling in which a secret would still be one. */
const spellings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1),
]
const leaksOf = (text: string): string[] =>
  CANARIES.filter((canary) => spellings(canary).some((form) => text.includes(form)))

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
}

/** Answers the next save dialog with a path. */
async function saveTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
}

async function setUpModel(page: Page, baseUrl: string): Promise<void> {
  await goTo(page, 'Settings')
  await page.getByText('Language model', { exact: true }).click()
  await page.getByLabel('Base URL').fill(baseUrl)
  await page.getByRole('combobox', { name: /^Model( \*)?$/ }).fill('stub-model')
  await page.getByRole('textbox', { name: 'API key' }).fill(MODEL_KEY)
  await page.getByRole('region', { name: 'Assistant' }).getByRole('button', { name: 'Save' }).click()
}

/** Stores the secrets of both ways of messages about alerts, and looks at what the window learns of them. */
async function setUpMessages(page: Page): Promise<void> {
  const learnt = await page.evaluate(
    async ([password, key]) => {
      const { waypost } = globalThis as unknown as {
        waypost: { request(name: string, input: unknown): Promise<unknown> }
      }
      const mail = { isOn: true, host: '127.0.0.1', port: 9, security: 'tls', minSeverity: 'info' }
      const people = { user: 'ops', from: 'a@site.example', to: ['b@site.example'] }
      const hook = { isOn: true, format: 'json', minSeverity: 'info', authorization: `Bearer ${key}` }
      return JSON.stringify([
        await waypost.request('delivery.saveEmail', { ...mail, ...people, password }),
        await waypost.request('delivery.saveWebhook', { ...hook, url: `http://127.0.0.1:9/hook?key=${key}` }),
        await waypost.request('delivery.testWebhook', { ...hook, url: `http://127.0.0.1:9/hook?key=${key}` }),
        await waypost.request('delivery.view', {}),
      ])
    },
    [MAIL_PASSWORD, HOOK_KEY],
  )
  expect(learnt).toContain('DELIVERY_UNREACHABLE')
  expect(leaksOf(learnt)).toEqual([])
}

test('no secret gets into a prompt, the log, the clipboard, the audit or an export', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'password', users: { operator: BROKER_PASSWORD } })
  const stub = await startLlmStub({ models: ['stub-model'], key: MODEL_KEY })
  const access = { host: broker.host, port: broker.port, username: 'operator', password: BROKER_PASSWORD }
  const device = await observe({ ...access, filter: 'device/rpi_c01/command' })
  const exports = mkdtempSync(join(tmpdir(), 'waypost-canary-'))
  try {
    await device.publish('device/rpi_c01/heartbeat', { device_id: 'rpi_c01', timestamp: Date.now() / 1000 })
    const { app, page, userData, quit } = await launch({ args: ['--verbose'] })
    await connect(page, access)
    await setUpModel(page, stub.baseUrl)
    await setUpMessages(page)
    await device.publish('device/rpi_c01/heartbeat', { device_id: 'rpi_c01', timestamp: Date.now() / 1000 })
    await chooseDevice(page, 'rpi_c01')
    await say(page, 'Command', `echo token=${TYPED_TOKEN}`)
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    const { json } = await device.waitFor(() => true)
    const output = [
      `mqtt password=${PRINTED_PASSWORD}`,
      `broker login operator:${BROKER_PASSWORD}`,
      `as base64 ${Buffer.from(BROKER_PASSWORD).toString('base64')}`,
      `url mqtt://operator:${encodeURIComponent(BROKER_PASSWORD)}@broker/`,
      `-----BEGIN PRIVATE KEY-----\n${PRINTED_KEY}\n-----END PRIVATE KEY-----`,
      'last line',
    ].join('\n')
    const answer = { device_id: 'rpi_c01', command_id: json?.command_id, success: true, output }
    await device.publish('device/rpi_c01/result', { ...answer, timestamp: Date.now() / 1000 })
    await expect(result(page)).toContainText('last line')

    await result(page).getByRole('button', { name: 'Copy output' }).click()
    await expect(result(page).getByRole('button', { name: 'Copied' })).toBeVisible()
    const clipboard = await app.evaluate(({ clipboard: system }) => system.readText())
    expect(clipboard).toContain('last line')
    expect(leaksOf(clipboard), 'clipboard').toEqual([])

    stub.script(llmAnswers.valid({ kind: 'command', command: 'uptime', explanation: 'x', timeout_s: 30 }))
    await say(page, 'Ask', `why does the login fail with password=${PRINTED_PASSWORD}?`)
    await expect(proposal(page)).toContainText('uptime')
    const prompt = stub.requests.map(({ rawBody }) => rawBody).join('\n')
    expect(prompt).toContain('last line')
    expect(leaksOf(prompt), 'prompt').toEqual([])

    await goTo(page, 'Settings')
    for (const [label, file] of [
      ['Table (CSV)', 'audit.csv'],
      ['Records (JSON)', 'audit.json'],
      ['Report for printing', 'audit.html'],
    ] as const) {
      await saveTo(app, join(exports, file))
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('menuitem', { name: label }).click()
      await expect(page.getByText(file)).toBeVisible()
      const text = readFileSync(join(exports, file), 'utf8')
      expect(text).toContain('rpi_c01')
      expect(leaksOf(text), file).toEqual([])
    }
    await page.getByRole('button', { name: 'Verify the audit log' }).click()
    await expect(page.getByText('The chain is complete.')).toBeVisible()
    await quit()

    const written = filesBelow(userData).filter((file) => /[\\/](?:logs|audit)[\\/]|settings\.json$/.test(file))
    expect(written.length).toBeGreaterThan(1)
    for (const file of written) expect(leaksOf(readFileSync(file, 'utf8')), file).toEqual([])
    // The stored secrets themselves lie nowhere in the clear.
    const stored = [MODEL_KEY]
    const everywhere = filesBelow(userData).filter((file) =>
      stored.some((secret) => readFileSync(file).includes(secret)),
    )
    expect(everywhere).toEqual([])
  } finally {
    await device.stop()
    await stub.stop()
    await broker.stop()
  }
})
