import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { explainLog } from '../../../../../main/broker/log/explain-log.ts'
import { LogThreads } from '../../../../../main/broker/log/log-threads.ts'

const WORKER = new URL('../../../../../main/broker/log/log-worker.ts', import.meta.url)
const WELL = '1700000000: New connection from 192.0.2.7:50000 on port 1883.\n'
const REFUSED = '1700000001: Client <unknown> disconnected, not authorised.\n'
const LARGE = `${WELL.repeat(25_000)}${REFUSED}`

let folder = ''
let started: Worker[] = []
let threads = realThreads()
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-log-'))
  started = []
  threads = realThreads()
})
afterEach(async () => {
  await threads.dispose()
  rmSync(folder, { recursive: true, force: true })
})

function realThreads() {
  return threadsOf((data) => new Worker(WORKER, { workerData: data }))
}

function threadsOf(start: (data: unknown) => Worker) {
  return new LogThreads((order) => {
    const worker = start(order)
    started.push(worker)
    return worker
  })
}

/** Milliseconds of the processor that this thread used for a work. */
async function ownMs(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

describe('a log explained in a thread', () => {
  it('has the causes that it has without one, and costs main a fraction', async () => {
    const path = join(folder, 'mosquitto.log')
    writeFileSync(path, LARGE)
    const here = await ownMs(() => explainLog(LARGE))
    let found: unknown
    const there = await ownMs(async () => {
      found = await threads.open(path, () => undefined)
    })
    expect(found).toMatchObject({ findings: explainLog(LARGE), isShownCut: true })
    expect(there).toBeLessThan(here / 2)
  })

  it('is a text as well, unless that is short', async () => {
    expect((await threads.explain(LARGE)).map(({ cause }) => cause)).toEqual(['log-not-authorised'])
    expect(started).toHaveLength(1)
    expect((await threads.explain(REFUSED)).map(({ cause }) => cause)).toEqual(['log-not-authorised'])
    expect(started).toHaveLength(1)
  })

  it('leaves no thread behind', async () => {
    await threads.explain(LARGE)
    expect(started[0]?.threadId).toBe(-1)
  })

  it('is refused where the file cannot be read', async () => {
    await expect(threads.open(join(folder, 'none.log'), () => undefined)).rejects.toMatchObject({
      code: 'DISK_FAILED',
      data: { path: join(folder, 'none.log') },
    })
  })

  it('ends with the app, and with a thread that dies', async () => {
    const hanging = threadsOf(() => new Worker('for (;;);', { eval: true }))
    const waiting = hanging.explain(LARGE)
    const isRefused = expect(waiting).rejects.toThrow('ended')
    await hanging.dispose()
    await isRefused
    const dying = threadsOf(() => new Worker('process.exit(3)', { eval: true }))
    await expect(dying.explain(LARGE)).rejects.toThrow('ended with 3')
  })
})
