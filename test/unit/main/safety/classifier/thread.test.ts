import { type MessagePort, Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import type { ThreadData } from '../../../../../main/safety/classifier/classifier-messages.ts'
import { ClassifierThread } from '../../../../../main/safety/classifier/classifier-thread.ts'

const REAL = new URL('../../../../../main/safety/classifier/classifier-worker.ts', import.meta.url)
/** A thread that is ready, and then does with a request what the text says. */
const scripted = (onRequest: string): string => `
  const { parentPort, workerData: { port, marks } } = require('node:worker_threads')
  port.on('message', ({ id }) => { Atomics.store(marks, 0, id); Atomics.notify(marks, 0); ${onRequest} })
  parentPort.postMessage({ kind: 'ready', tableVersion: 'scripted' })
`
const HANGS = 'for (;;);'
const DIES = 'process.exit(3)'
/** Answers after four times the time for judging, in which it uses no processor, as on a machine that is busy with others. */
const WAITS = `
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
  port.postMessage({ id, found: { class: 'read', reasons: [], options: [], rules: [] } })
  Atomics.store(marks, 1, id)
  Atomics.notify(marks, 1)
`

let thread: ClassifierThread | undefined
const log: string[] = []
const waiting: (() => void)[] = []

/** A thread made from each source in turn; restarts wait in `waiting`. */
function threadOf(...sources: readonly (URL | string)[]): ClassifierThread {
  return threadUsing(undefined, ...sources)
}

/** The same, with what it is told of the processor time used. */
function threadUsing(usedMs: (() => number) | undefined, ...sources: readonly (URL | string)[]): ClassifierThread {
  const left = [...sources]
  log.length = 0
  waiting.length = 0
  thread = new ClassifierThread({
    start: (data: ThreadData, transfer: readonly MessagePort[]) => {
      const source = left.shift() ?? REAL
      const options = { workerData: data, transferList: [...transfer] }
      return typeof source === 'string' ? new Worker(source, { ...options, eval: true }) : new Worker(source, options)
    },
    after: (_ms, run) => {
      waiting.push(run)
      return () => undefined
    },
    log: { info: () => undefined, warn: (text) => log.push(text), error: (text) => log.push(text) },
    judgeMs: 100,
    ...(usedMs ? { usedMs } : {}),
  })
  return thread
}

afterEach(() => thread?.dispose())

describe('the classifier in its own thread', () => {
  it('judges as the classifier does', async () => {
    const real = threadOf(REAL)
    await real.ready()
    expect(real.classify('df -h', 'bash')).toMatchObject({ class: 'read' })
    expect(real.classify('rm -rf /', 'bash')).toMatchObject({ class: 'forbidden' })
    expect(real.classify('Get-Process', 'powershell').tableVersion).toMatch(/^[0-9a-f]{16}$/)
  })

  it('refuses what is asked before the thread has started, starts it, and judges then', async () => {
    const early = threadOf(REAL)
    expect(early.classify('df -h', 'bash')).toMatchObject({ class: 'refused', rules: ['judge.starting'] })
    await early.ready()
    expect(early.classify('df -h', 'bash')).toMatchObject({ class: 'read' })
  })

  it('refuses a command that takes too long, says so, and judges again after a restart', async () => {
    const hanging = threadOf(scripted(HANGS), REAL)
    await hanging.ready()
    const startedAt = performance.now()
    expect(hanging.classify('df -h', 'bash')).toMatchObject({ class: 'refused', rules: ['judge.time'] })
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    expect(hanging.classify('df -h', 'bash')).toMatchObject({ class: 'refused', rules: ['judge.restarting'] })
    expect(log).toContain('the classifier is started again')
    waiting.shift()?.()
    await expect.poll(() => hanging.classify('df -h', 'bash').class, { timeout: 20_000 }).toBe('read')
  })

  it('waits for a thread that gets no processor, because a busy machine makes no command expensive', async () => {
    const starved = threadUsing(() => 0, scripted(WAITS))
    await starved.ready()
    expect(starved.classify('df -h', 'bash')).toMatchObject({ class: 'read' })
    expect(log).toEqual([])
  })

  it('refuses a command whose thread stands still for longer than a busy machine explains', async () => {
    const still = threadUsing(() => 0, scripted('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'))
    await still.ready()
    expect(still.classify('df -h', 'bash')).toMatchObject({ class: 'refused', rules: ['judge.time'] })
  })

  it('refuses while a thread that died is started again', async () => {
    const dying = threadOf(scripted(DIES), REAL)
    await dying.ready()
    expect(dying.classify('df -h', 'bash').class).toBe('refused')
    await expect.poll(() => waiting.length, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(dying.classify('df -h', 'bash')).toMatchObject({ class: 'refused', rules: ['judge.restarting'] })
    waiting.pop()?.()
    await expect.poll(() => dying.classify('df -h', 'bash').class, { timeout: 20_000 }).toBe('read')
  })

  it('does not load where the thread cannot be started', async () => {
    await expect(threadOf('throw new Error("no tables")').ready()).rejects.toThrow('no tables')
  })
})
