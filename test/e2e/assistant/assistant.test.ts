import { expect } from '@playwright/test'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startExecutor } from '../../support/devices/executor.ts'
import { llmAnswers } from '../../support/model/llm-answers.ts'
import { startLlmStub } from '../../support/model/llm-stub.ts'
import { chooseDevice, connect, proposal, result, say, setUpModel } from '../fixtures/operator.ts'
import { test } from '../fixtures/waypost-app.ts'

const KEY = `sk-canary-${crypto.randomUUID()}`

test('a model writes the command; the key stays out of the page and only the model is asked', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const stub = await startLlmStub({ models: ['stub-model'], key: KEY })
  const device = startExecutor({ id: 'rpi_003', host: broker.host, port: broker.port, heartbeatIntervalS: 1 })
  try {
    await device.ready
    const { page } = await launch()
    await setUpModel(page, stub.baseUrl, KEY)
    expect(await page.content()).not.toContain(KEY)
    await connect(page, broker)
    await chooseDevice(page, 'rpi_003')
    stub.script(llmAnswers.fenced('uname -s'))
    await say(page, 'Ask', 'which kernel is this?')
    await expect(proposal(page)).toContainText('uname -s')
    await expect(proposal(page)).toContainText('stub-model')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('Linux')
    const chats = stub.requests.filter(({ path }) => path.endsWith('/chat/completions'))
    expect(chats).toHaveLength(1)
    expect(chats[0]?.rawBody).not.toContain(KEY)
  } finally {
    await device.stop()
    await stub.stop()
    await broker.stop()
  }
})

test('a question to a model can be cancelled, and a refused key is named', async ({ launch }) => {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const stub = await startLlmStub({ models: ['stub-model'] })
  const device = startExecutor({ id: 'rpi_004', host: broker.host, port: broker.port, heartbeatIntervalS: 1 })
  try {
    await device.ready
    const { page } = await launch()
    await setUpModel(page, stub.baseUrl, KEY)
    await connect(page, broker)
    await chooseDevice(page, 'rpi_004')
    stub.script(llmAnswers.hang())
    await say(page, 'Ask', 'which kernel is this?')
    await stub.waitForRequest(1)
    await page.getByRole('button', { name: 'Cancel' }).last().click()
    await expect(page.getByText(/cancelled/i).last()).toBeVisible()
    stub.script(llmAnswers.keyRefused())
    await say(page, 'Ask', 'and the version?')
    await expect(page.getByText(/key/i).last()).toBeVisible()
  } finally {
    await device.stop()
    await stub.stop()
    await broker.stop()
  }
})
