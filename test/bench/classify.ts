import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Classifier } from '../../main/safety/classifier.ts'
import type { Shell } from '../../preload/contract/models/safety.ts'
import { CMD_READS } from '../unit/main/safety/classifier/corpus-cmd-reads.ts'
import { DESTRUCTIVE } from '../unit/main/safety/classifier/corpus-destructive.ts'
import { ORDINARY_READS } from '../unit/main/safety/classifier/corpus-fleet-reads.ts'
import { FORBIDDEN } from '../unit/main/safety/classifier/corpus-forbidden.ts'
import { POWERSHELL_READS } from '../unit/main/safety/classifier/corpus-powershell-reads.ts'
import { atMost, type Benchmark, median, type Row } from './report.ts'

const ROUNDS = 7
const LINES = 20_000
const tool = fileURLToPath(new URL('../tools/classify.ts', import.meta.url))

const of = (shell: Shell, commands: readonly string[]): { shell: Shell; command: string }[] =>
  commands.map((command) => ({ shell, command }))
const CORPUS = [
  ...of('bash', [...ORDINARY_READS, ...DESTRUCTIVE, ...FORBIDDEN]),
  ...of('powershell', POWERSHELL_READS),
  ...of('cmd', CMD_READS),
]

/** Commands of 4 KB that are nothing but nested substitutions, closed and unclosed. */
const NESTED = [
  'echo $('.repeat(500) + 'ls'.concat(')'.repeat(500)),
  '$('.repeat(2000),
  `sh -c '${'$(ls '.repeat(800)}'`,
]

/** Time of the classifier on a command, on the worst nesting, and the rate of the headless tool, start included. */
export const classify: Benchmark = {
  name: 'classify',
  run: async () => [...inProcess(), await throughTool()],
}

function inProcess(): Row[] {
  const classifier = new Classifier()
  for (let round = 0; round < 3; round++) for (const { command, shell } of CORPUS) classifier.classify(command, shell)
  const p95s: number[] = []
  const worst: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const times = CORPUS.map(({ command, shell }) => timeOf(() => classifier.classify(command, shell))).sort(
      (a, b) => a - b,
    )
    p95s.push(times[Math.floor(times.length * 0.95)] ?? Number.NaN)
    worst.push(Math.max(...NESTED.map((command) => timeOf(() => classifier.classify(command.slice(0, 4096), 'bash')))))
  }
  const detail = `medians of ${ROUNDS} rounds over ${CORPUS.length} commands, after warm-up`
  return [
    atMost('classify p95', median(p95s), 1, 'ms a command', detail),
    atMost('classify 4 KB nested', median(worst), 20, 'ms', `the slowest of ${NESTED.length} kinds, ${detail}`),
  ]
}

async function throughTool(): Promise<Row> {
  const child = spawn(process.execPath, [tool, '--stdin'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdout.resume()
  const startedAt = performance.now()
  for (let id = 0; id < LINES; id++) {
    const line = `${JSON.stringify({ id, ...CORPUS[id % CORPUS.length] })}\n`
    if (!child.stdin.write(line)) await once(child.stdin, 'drain')
  }
  child.stdin.end()
  await once(child, 'close')
  const seconds = (performance.now() - startedAt) / 1000
  const detail = `${LINES} lines in ${seconds.toFixed(1)} s, start of the process included: ${Math.round(LINES / seconds)} lines/s`
  return atMost('classify tool', (seconds / LINES) * 1000, 1, 'ms a line (1,000 lines/s)', detail)
}

function timeOf(run: () => void): number {
  const startedAt = performance.now()
  run()
  return performance.now() - startedAt
}
