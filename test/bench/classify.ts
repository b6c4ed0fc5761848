import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Classifier } from '../../main/safety/classifier/classifier.ts'
import type { Shell } from '../../preload/contract/models/safety/safety.ts'
import { type Case, casesOf, corporaOf, isBelow } from '../unit/main/safety/classifier/corpus.ts'
import { atLeast, atMost, type Benchmark, median, type Row } from './report.ts'

const ROUNDS = 7
const LINES = 20_000
const RANDOM_INPUTS = 100_000
const tool = fileURLToPath(new URL('../tools/classify.ts', import.meta.url))

const READS = corporaOf('reads-')
const HOSTILE = [
  'change',
  'unknown',
  'destructive',
  'forbidden',
  'windows',
  'tricks-linux',
  'tricks-windows',
  'findings',
  ...corporaOf('attacks-'),
]
const CORPUS = [...READS, 'destructive', 'forbidden'].flatMap((name) => casesOf(name))

/** Commands of 4 KB of nested substitutions, closed and unclosed. */
const NESTED = [
  'echo $('.repeat(500) + 'ls'.concat(')'.repeat(500)),
  '$('.repeat(2000),
  `sh -c '${'$(ls '.repeat(800)}'`,
]

/** Measures the classifier on a command and on the worst nesting, and the rate of the headless tool, start included. */
export const classify: Benchmark = {
  name: 'classify',
  run: async () => [...bar(), ...inProcess(), worstOfRandom(), await throughTool()],
}

/** Counts reads that are classed as reads, and hostile commands that are not below their class. */
function bar(): Row[] {
  const classifier = new Classifier()
  const classOf = ({ command, shell }: Case) => classifier.classify(command, shell).class
  const rows = READS.map((name) => {
    const cases = casesOf(name)
    const read = cases.filter((row) => classOf(row) === 'read').length
    return atLeast(`read ${name}`, read / cases.length, 0.97, 'of 1', `${read} of ${cases.length} everyday reads`)
  })
  const hostile = HOSTILE.flatMap((name) => casesOf(name))
  const below = hostile.filter((row) => isBelow(row, classOf(row))).length
  const detail = `${hostile.length - below} of ${hostile.length} at their class or above`
  return [...rows, atMost('hostile below their class', below, 0, 'commands', detail)]
}

const ALPHABET = [
  'a',
  ' ',
  '\n',
  '.',
  '/',
  '-',
  '=',
  '$',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '|',
  '&',
  ';',
  '<',
  '>',
  '"',
  "'",
  '`',
  '%',
  '^',
  '*',
  '?',
  ',',
  '@',
  ':',
  '\\',
]
const WORDS = [
  'cmd /c ',
  'sh -c ',
  'git log ',
  'sed ',
  'awk ',
  'find . -exec ',
  'xargs ',
  'sudo ',
  'env ',
  'select @{',
  'for %i in ',
  'docker run ',
  'eval ',
  'if ',
  'a.a',
  '%a%',
  'set a=',
  'rm ',
  '$(',
  '<<a\n',
]

/** Finds the slowest of many inputs that a seeded generator makes by repeating and mixing slow pieces. */
function worstOfRandom(): Row {
  const classifier = new Classifier()
  let seed = 1
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const pieces = [...ALPHABET, ...WORDS]
  const shells: readonly Shell[] = ['bash', 'powershell', 'cmd']
  let slowest = { ms: 0, text: '' }
  for (let i = 0; i < RANDOM_INPUTS; i++) {
    const length = i % 50 === 0 ? 4096 : 10 + random(300)
    const own = Array.from({ length: 1 + random(6) }, () => pieces[random(pieces.length)] ?? 'a')
    let text = ''
    while (text.length < length) text += own[random(3) === 0 ? random(own.length) : text.length % own.length] ?? 'a'
    const ms = timeOf(() => classifier.classify(text.slice(0, 4096), shells[i % 3] ?? 'bash'))
    if (ms > slowest.ms) slowest = { ms, text: text.slice(0, 40) }
  }
  const detail = `of ${RANDOM_INPUTS} random and hostile inputs; it begins with ${JSON.stringify(slowest.text)}`
  return atMost('classify worst', slowest.ms, 250, 'ms', detail)
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
    atMost('classify p95', median(p95s), 0.3, 'ms a command', detail),
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
