import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { History } from '../../main/commands/history/history.ts'
import { HistoryIndex } from '../../main/commands/history/history-index.ts'
import { openDatabase } from '../../main/platform/database/database.ts'
import { atMost, type Benchmark, median, percentile, type Row, shown } from './report.ts'

const RUNS = 100_000
const ROUNDS = 7
const DAY_MS = 86_400_000
const START = Date.UTC(2026, 0, 1)
/** As the index waits for quiet and counts its retries. */
const TICK_MS = 1_000

/** Words that every run has, some have, and few have; in both languages, with keys and without. */
const FILTERS = [
  '',
  'filesystem',
  '温度',
  '度',
  'temp',
  'bookworm nginx',
  'nginx 温度',
  '"load average"',
  'device:gw-17',
  'outcome:failed',
  'class:destructive -source:typed',
  'operator:ada after:2026-02-01 before:2026-02-08 disk',
  '-"nginx" filesystem',
  'nothing-has-this',
]

const TASKS = [
  [
    'how much disk space is left?',
    'df -h',
    'Filesystem Size Used Avail Use% Mounted on\n/dev/root 29G 4.1G 24G 15% /\n',
  ],
  ['看一下温度是多少', 'vcgencmd measure_temp', "temp=47.8'C 温度正常\nFilesystem check ok\n"],
  ['uptime', 'uptime', ' 10:14:02 up 12 days, 3:04, 1 user, load average: 0.02, 0.05, 0.01\nfilesystem ok\n'],
  ['restart the web server', 'systemctl restart nginx', 'nginx restarted on bookworm, filesystem clean\n'],
] as const

/** Measures searches in the history of 100,000 runs in a real file, and the work of its index. */
export const search: Benchmark = {
  name: 'search',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-search-'))
    const database = openDatabase(join(folder, 'history.db'))
    try {
      fill(database)
      const { index, rows } = await indexed(database)
      const history = new History({
        database,
        index,
        turns: { get: refuse, view: refuse },
        connections: () => [{ id: 'site-a', name: 'North plant' }],
        now: () => START + RUNS * 60_000,
      })
      return [...searches(history), ...rows]
    } finally {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function refuse(): never {
  throw new Error('no exchange is opened here')
}

function searches(history: History): Row[] {
  const slowest = FILTERS.map((filter) => {
    const times: number[] = []
    const processor: number[] = []
    let total = 0
    for (let round = 0; round < ROUNDS; round++) {
      // Another filter in between, because the matches of the last one are kept.
      history.query('class:forbidden', 0, 1)
      const [startedAt, used] = [performance.now(), process.cpuUsage()]
      total = history.query(filter, 0, 100).total
      times.push(performance.now() - startedAt)
      const { user, system } = process.cpuUsage(used)
      processor.push((user + system) / 1000)
    }
    return { filter, total, ms: median(times), processorMs: median(processor) }
  }).sort((a, b) => b.ms - a.ms)
  const [first] = slowest
  const words = slowest.map(({ filter, total, ms }) => `${JSON.stringify(filter)} ${ms.toFixed(0)} ms (${total})`)
  const processorMs = Math.max(...slowest.map((one) => one.processorMs))
  const detail = `the slowest of ${FILTERS.length} filters over ${RUNS} runs, median of ${ROUNDS}; processor time at most ${processorMs.toFixed(0)} ms: ${words.join(', ')}`
  return [atMost('search', first?.ms ?? Number.NaN, 150, 'ms', detail)]
}

/** Takes all runs over by the index as the app does it, without its pauses. */
async function indexed(
  database: DatabaseSyncInstance,
): Promise<{ readonly index: HistoryIndex; readonly rows: readonly Row[] }> {
  const due: (() => void)[] = []
  let now = START
  const index = new HistoryIndex({
    database,
    flush: () => undefined,
    onOutputsDropped: () => undefined,
    operator: () => 'Ada',
    outputLimitBytes: () => Number.MAX_SAFE_INTEGER,
    now: () => now,
    after: (_delayMs, run) => {
      due.push(run)
      return () => undefined
    },
    log: { info: () => undefined, warn: () => undefined, error: (...told) => console.error(...told) },
  })
  index.start()
  const slices: number[] = []
  const startedAt = performance.now()
  for (let run = due.shift(); run !== undefined; run = due.shift()) {
    now += TICK_MS
    const at = performance.now()
    run()
    slices.push(performance.now() - at)
    if (slices.length % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const totalMs = performance.now() - startedAt
  const detail = `of ${slices.length} slices; p99 ${percentile(slices, 99).toFixed(1)} ms, ${(totalMs / RUNS).toFixed(2)} ms a run with its output`
  return { index, rows: [shown('search index slice', percentile(slices, 100), 'ms longest', detail)] }
}

/** Fills the tables of an earlier version; the triggers note all of it as changed. */
function fill(database: DatabaseSyncInstance): void {
  const turn = database.prepare('INSERT INTO turns VALUES (?, ?, ?, ?)')
  const run = database.prepare('INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const command = database.prepare('INSERT INTO commands VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const output = database.prepare('INSERT INTO outputs VALUES (?, ?, ?, ?)')
  database.exec('BEGIN')
  for (let n = 0; n < RUNS; n++) {
    const at = START + n * 60_000
    const id = (kind: string) => `${kind}-${n}`
    const [text, sent, answer] = TASKS[n % TASKS.length] ?? TASKS[0]
    const deviceId = `gw-${n % 997}`
    const state = n % 50 === 0 ? 'failed' : 'succeeded'
    const source = { kind: n % 3 === 0 ? 'typed' : 'phrasebook', name: '' }
    const classification = { class: n % 40 === 3 ? 'destructive' : 'read', reasons: [] }
    const proposal = {
      id: id('p'),
      command: sent,
      deviceIds: [deviceId],
      timeoutS: 30,
      source,
      classification,
      warnings: [],
      isSendable: true,
      explanation: null,
    }
    const body = {
      id: id('t'),
      connectionId: 'site-a',
      createdAt: at,
      mode: 'ask',
      deviceIds: [deviceId],
      text,
      isFromDeviceOutput: false,
      isThinking: false,
      answer: null,
      proposal,
      decision: 'approved',
      failure: null,
    }
    turn.run(id('t'), 'site-a', at, JSON.stringify({ turn: body, optionExplanations: [], proposedCommand: sent }))
    const ran = {
      id: id('r'),
      turnId: id('t'),
      connectionId: 'site-a',
      approvalId: id('a'),
      command: sent,
      timeoutS: 30,
      approvedBy: n % 5 === 0 ? 'Ada' : 'Li',
      approvedAt: at,
    }
    run.run(id('r'), id('t'), 'site-a', id('a'), at, at + DAY_MS, '', JSON.stringify(ran))
    command.run(id('c'), id('r'), 'site-a', deviceId, state, at, at, '{}')
    // Serial numbers and addresses are words that no other output has.
    const stdout = Buffer.from(
      `${answer}serial ${(n * 7_919).toString(36)} 10.0.${n % 251}.${n % 241} build ${n.toString(16)}\n`,
    )
    output.run(id('c'), stdout, Buffer.alloc(0), stdout.length)
  }
  database.exec('COMMIT')
}
