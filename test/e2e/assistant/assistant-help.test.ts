import { expect, type Page } from '@playwright/test'
import { createAuthority } from '../../support/brokers/certificates.ts'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { startCompanyProxy, startTlsFront } from '../../support/company-network.ts'
import { startExecutor } from '../../support/devices/executor.ts'
import { llmAnswers } from '../../support/model/llm-answers.ts'
import { type LlmStub, startLlmStub } from '../../support/model/llm-stub.ts'
import { chooseDevice, connect, goTo, proposal, result, say, setUpModel } from '../fixtures/operator.ts'
import { test, type WaypostApp } from '../fixtures/waypost-app.ts'

const KEY = `sk-canary-${crypto.randomUUID()}`
const DEVICE = 'rpi_007'

interface Workplace {
  readonly page: Page
  readonly stub: LlmStub
}

/** A broker, a device that runs commands, a scripted model, and the app connected to all three. */
async function atWork(launch: () => Promise<WaypostApp>, work: (workplace: Workplace) => Promise<void>): Promise<void> {
  const broker = await startMosquitto({ mode: 'anonymous' })
  const stub = await startLlmStub({ models: ['stub-model'], key: KEY })
  const device = startExecutor({ id: DEVICE, host: broker.host, port: broker.port, heartbeatIntervalS: 1 })
  try {
    await device.ready
    const { page } = await launch()
    await setUpModel(page, stub.baseUrl, KEY)
    await connect(page, broker)
    await chooseDevice(page, DEVICE)
    await work({ page, stub })
  } finally {
    await device.stop()
    await stub.stop()
    await broker.stop()
  }
}

function chats(stub: LlmStub) {
  return stub.requests.filter(({ path }) => path.endsWith('/chat/completions'))
}

const command = (text: string, explanation = 'Reads it.') =>
  llmAnswers.valid({ kind: 'command', command: text, explanation, timeout_s: 20 })

test('a proposal appears while it is written, and the sent question can be looked at', async ({ launch }) => {
  await atWork(launch, async ({ page, stub }) => {
    const explanation = 'Shows the kernel and its release, which tells how old the system is. '.repeat(4)
    stub.script(llmAnswers.slow(40, { kind: 'command', command: 'uname -sr', explanation, timeout_s: 20 }))
    await say(page, 'Ask', 'which kernel is this?')
    const draft = page.getByRole('region', { name: 'Being written' })
    await expect(draft).toContainText('uname -sr')
    // What is not complete and judged offers nothing to run.
    await expect(draft.getByRole('button')).toHaveCount(0)
    await expect(proposal(page)).toContainText('uname -sr')
    await expect(draft).toHaveCount(0)
    await expect(page.getByText(/stub-model · 127\.0\.0\.1:\d+ · 100 \+ 20 tokens/)).toBeVisible()
    await page.getByRole('button', { name: 'What was sent' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('Request: which kernel is this?')
    await expect(dialog).toContainText(new URL(stub.baseUrl).host)
    await expect(dialog).not.toContainText(KEY)
  })
})

test('Explain tells what each part does; Fix it sends the error once', async ({ launch }) => {
  await atWork(launch, async ({ page, stub }) => {
    const parts = [
      { part: 'cat', meaning: 'prints a file' },
      { part: '/nowhere/a', meaning: 'which is not there' },
    ]
    stub.script(command('cat /nowhere/a'), llmAnswers.valid({ summary: 'Prints a file.', parts }), command('ls /'))
    await say(page, 'Ask', 'show me file a')
    await proposal(page).getByRole('button', { name: 'Explain' }).click()
    const explanation = page.getByRole('region', { name: 'Explanation' })
    await expect(explanation).toContainText('prints a file')
    await expect(explanation).toContainText('which is not there')
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
    await expect(result(page)).toContainText('Failed')
    await page.getByRole('button', { name: 'Fix it' }).click()
    await expect(proposal(page)).toContainText('ls /')
    await expect(proposal(page)).toContainText('From device output')
    await expect(page.getByRole('button', { name: 'Fix it' })).toHaveCount(0)
    const bodies = chats(stub).map(({ rawBody }) => rawBody)
    expect(bodies).toHaveLength(3)
    expect(bodies[2]?.split('No such file or directory')).toHaveLength(2)
  })
})

test('failures are told in words, and the phrasebook answers instead', async ({ launch }) => {
  await atWork(launch, async ({ page, stub }) => {
    const failures = [
      [llmAnswers.rateLimited(), 'takes no more requests now'],
      [llmAnswers.modelUnknown(), 'does not know the model'],
      [llmAnswers.broken(), 'the provider has a fault of its own'],
      [llmAnswers.prose(), 'could not be read'],
      [llmAnswers.truncated(), 'it was cut off before its end'],
      [llmAnswers.dropped(), 'the connection broke off'],
    ] as const
    for (const [answer, words] of failures) {
      stub.script(answer)
      await say(page, 'Ask', 'show memory')
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
    }
    expect(chats(stub)).toHaveLength(failures.length)
    await page.getByRole('button', { name: 'Use the phrasebook instead' }).last().click()
    await expect(proposal(page)).toContainText('free -h')
    await expect(proposal(page)).toContainText('Offline phrasebook')
    expect(chats(stub)).toHaveLength(failures.length)
  })
})

test('a silent model is given up at the timeout, and a stream can be stopped in its middle', async ({ launch }) => {
  await atWork(launch, async ({ page, stub }) => {
    stub.script(llmAnswers.slow(100, { kind: 'command', command: `echo ${'a'.repeat(400)}`, explanation: null }))
    await say(page, 'Ask', 'say a')
    await expect(page.getByRole('region', { name: 'Being written' })).toContainText('echo aa')
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect(page.getByText('The question was cancelled')).toBeVisible()
    expect(await stub.requests.at(-1)?.closed).toBe(true)
    await goTo(page, 'Settings')
    await page.getByLabel('Timeout of a request (seconds)').fill('5')
    await page.getByRole('region', { name: 'Assistant' }).getByRole('button', { name: 'Save' }).click()
    await goTo(page, 'Console')
    await chooseDevice(page, DEVICE)
    stub.script(llmAnswers.hang())
    await say(page, 'Ask', 'show memory')
    await expect(page.getByRole('alert').filter({ hasText: 'took too long' })).toBeVisible({ timeout: 15_000 })
    expect(await stub.requests.at(-1)?.closed).toBe(true)
    expect(chats(stub)).toHaveLength(2)
  })
})

async function investigate(page: Page, question: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Investigate' })).toHaveCount(0)
  await goTo(page, 'Settings')
  await page.getByRole('switch', { name: 'Offer investigations' }).check({ force: true })
  await page.getByRole('region', { name: 'Assistant' }).getByRole('button', { name: 'Save' }).click()
  await goTo(page, 'Console')
  await chooseDevice(page, DEVICE)
  await page.getByRole('textbox', { name: 'Message' }).fill(question)
  await page.getByRole('button', { name: 'Investigate' }).click()
}

async function runEach(page: Page, ...commands: readonly string[]): Promise<void> {
  for (const text of commands) {
    await expect(proposal(page)).toContainText(text)
    await proposal(page).getByRole('button', { name: 'Run', exact: true }).click()
  }
}

test('an investigation of a model that calls tools goes through the approval and ends with a finding', async ({
  launch,
}) => {
  await atWork(launch, async ({ page, stub }) => {
    const propose = (text: string) => llmAnswers.calls(['propose_read', { command: text, reason: `shows ${text}` }])
    stub.script(
      llmAnswers.calls(['device_facts'], ['readings'], ['past_commands'], ['broker_log_findings']),
      propose('uname -s'),
      propose('reboot'),
      propose('uptime'),
      llmAnswers.text('It runs Linux and is idle.'),
    )
    await investigate(page, 'is it overloaded?')
    await runEach(page, 'uname -s', 'uptime')
    await expect(page.getByText('It runs Linux and is idle.')).toBeVisible()
    await expect(page.getByText('· Finding')).toBeVisible()
    expect(chats(stub)).toHaveLength(5)
    expect(chats(stub)[3]?.rawBody).toContain('Not proposed')
    expect(chats(stub)[4]?.rawBody).toContain('Linux')
  })
})

test('an investigation of a model without tools is asked step by step', async ({ launch }) => {
  await atWork(launch, async ({ page, stub }) => {
    const finding = { kind: 'answer', command: null, explanation: 'It runs Linux and is idle.', timeout_s: null }
    stub.script(llmAnswers.noTools(), command('uname -s'), command('uptime'), llmAnswers.valid(finding))
    await investigate(page, 'is it overloaded?')
    await runEach(page, 'uname -s', 'uptime')
    await expect(page.getByText('It runs Linux and is idle.')).toBeVisible()
    await expect(page.getByText('· Finding')).toBeVisible()
    expect(chats(stub)).toHaveLength(4)
    expect(chats(stub)[3]?.rawBody).toContain('Linux')
  })
})

test('a model behind an authority and a proxy of the company is reached; without them the test says why', async ({
  launch,
}) => {
  const authority = await createAuthority()
  const stub = await startLlmStub({ models: ['stub-model'] })
  const certificate = await authority.issueServer({ hosts: ['127.0.0.1', 'models.example'] })
  const front = await startTlsFront(certificate, Number(new URL(stub.baseUrl).port))
  const proxy = await startCompanyProxy(front.port)
  try {
    const { page } = await launch()
    const section = page.getByRole('region', { name: 'Assistant' })
    await setUpModel(page, `https://127.0.0.1:${front.port}/v1`)
    await section.getByRole('button', { name: 'Test' }).click()
    await expect(section.getByText('the certificate cannot be verified')).toBeVisible()
    expect(stub.requests).toEqual([])
    stub.script(command('uptime'))
    await section.getByRole('button', { name: 'Company network' }).click()
    await section.getByLabel('Certificate authority').fill(authority.ca)
    await section.getByRole('button', { name: 'Test' }).click()
    await expect(section.getByText('It answers in the strictest form')).toBeVisible()
    expect(stub.requests.map(({ path }) => path)).toEqual(['/v1/models', '/v1/chat/completions'])
    stub.script(command('uptime'))
    await page.getByLabel('Base URL').fill('https://models.example/v1')
    await section.getByLabel('HTTP proxy').fill(proxy.url)
    await section.getByRole('button', { name: 'Test' }).click()
    await expect(section.getByText('It answers in the strictest form')).toBeVisible()
    expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set(['models.example:443']))
  } finally {
    await proxy.stop()
    await front.stop()
    await stub.stop()
  }
})
