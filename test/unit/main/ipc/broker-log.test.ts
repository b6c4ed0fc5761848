import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LogThreads } from '../../../../main/broker/log/log-threads.ts'
import { brokerLogHandlers } from '../../../../main/ipc/handlers/broker/broker-log.ts'
import type { LogReading } from '../../../../preload/contract/models/broker/connection.ts'

let folder = ''
let chosen: string | null = null
let told: LogReading[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-log-'))
  chosen = join(folder, 'mosquitto.log')
  told = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const WORKER = new URL('../../../../main/broker/log/log-worker.ts', import.meta.url)
const logs = new LogThreads((order) => new Worker(WORKER, { workerData: order }))
const handlers = () =>
  brokerLogHandlers({ dialogs: { openFile: async () => chosen }, logs, onReading: (reading) => told.push(reading) })

it('explains a log larger than a request may be, shows its end, and tells when it is read', async () => {
  const well = '1700000000: New connection from 192.0.2.7:50000 on port 1883.\n'
  writeFileSync(chosen ?? '', `${well.repeat(65_000)}1700000001: Client <unknown> disconnected, not authorised.\n`)
  const opened = await handlers()['broker.openLog']({})
  expect(opened?.findings.map(({ cause }) => cause)).toEqual(['log-not-authorised'])
  expect(opened).toMatchObject({ name: 'mosquitto.log', isCut: true, isShownCut: true })
  expect(opened?.text.length).toBeLessThan(250_000)
  expect(opened?.text).toMatch(/^1700000000: New/)
  expect(told.at(-1)?.read).toBe(told.at(-1)?.total)
})

it('takes a cancelled dialog for an answer, and says so where the file cannot be read', async () => {
  await expect(handlers()['broker.openLog']({})).rejects.toMatchObject({ code: 'DISK_FAILED' })
  chosen = null
  expect(await handlers()['broker.openLog']({})).toBeNull()
})
