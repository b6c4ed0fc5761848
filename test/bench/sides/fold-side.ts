import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { keyedAnswer } from '../../../main/commands/folding/fold-keys.ts'
import { MaskThread } from '../../../main/commands/folding/mask-thread.ts'
import type { CommandRecord, Run, Turn } from '../../../preload/contract/models/commands/command.ts'
import { loadDeviceId } from '../../support/load/load-generator.ts'
import { order, tell } from './child.ts'
import { openConsole } from './fleet-console.ts'
import { Heart } from './heart.ts'
import { quietLog, SITE } from './site.ts'

export interface FoldOrder {
  readonly port: number
  readonly devices: number
  readonly rounds: number
}
/** A value for each round. */
export interface FoldReport {
  readonly viewMs: readonly number[]
  readonly blockedMs: readonly number[]
  readonly foldingMs: readonly number[]
  readonly similarMs: readonly number[]
  readonly sentKb: readonly number[]
  readonly heldMib: number
}

/** The window asks no more often. */
const ASK_EVERY_MS = 300
const MASK_WORKER = new URL('../../../main/commands/folding/mask-worker.ts', import.meta.url)

const { port, devices: count, rounds } = order<FoldOrder>()
let onSent: (sent: readonly (Turn | Run)[], runs: readonly Run[]) => void = () => {}
const site = await openConsole(
  port,
  (turns) =>
    onSent(
      turns,
      turns.flatMap(({ run }) => run ?? []),
    ),
  (runs) => onSent(runs, runs),
)
const ids = Array.from({ length: count }, (_, index) => loadDeviceId(index))
for (const id of ids) {
  const payload = Buffer.from(JSON.stringify({ device_id: id, uptime: 10 }))
  const message = { connectionId: SITE, topic: `device/${id}/heartbeat`, payload, isRetained: false }
  site.ingest.handle({ ...message, receivedAt: Date.now() })
}
const report = {
  viewMs: [] as number[],
  blockedMs: [] as number[],
  foldingMs: [] as number[],
  similarMs: [] as number[],
  sentKb: [] as number[],
}
const heldBefore = heldMib()
for (let round = 0; round < rounds; round += 1) await run()
const held = heldMib() - heldBefore
const masks = new MaskThread({ start: () => new Worker(MASK_WORKER), nextTurn: () => wait(0), log: quietLog })
for (let round = 0; round < rounds + 1; round += 1) await regroup(round)
await masks.dispose()
tell('report', { ...report, heldMib: held } satisfies FoldReport)
await site.close()
process.exit(0)

async function run(): Promise<void> {
  const turn = site.type(ids, 'uptime')
  let sentChars = 0
  let resultAt = 0
  let results = 0
  site.onResult(() => {
    resultAt = performance.now()
    results++
  })
  const heart = new Heart()
  const ended = new Promise<void>((resolve) => {
    onSent = (sent, runs) => {
      sentChars += JSON.stringify(sent).length
      if (runs.find(({ turnId }) => turnId === turn.id)?.states?.succeeded === count) resolve()
    }
  })
  await site.commands.approvals.approve(turn.proposal?.id ?? '', turn.proposal?.confirmation ?? null)
  const answers = site.commands.folding
  const asking = (async () => {
    while (results < count) {
      await answers.fold(turn.id, 'exact')
      await wait(ASK_EVERY_MS)
    }
  })()
  await ended
  const whole = heart.take()
  const { counts } = await answers.fold(turn.id, 'exact')
  if (counts.devices !== count || counts.waiting > 0) throw new Error('not all answers were folded')
  report.viewMs.push(performance.now() - resultAt)
  await asking
  await answers.fold(turn.id, 'similar')
  await answers.values(turn.id)
  await answers.search([turn.id], 'no such text')
  await site.commands.assistance.explanations.summarise(turn.id)
  const folding = heart.take()
  report.foldingMs.push(folding)
  report.blockedMs.push(Math.max(whole, folding))
  report.sentKb.push(sentChars / 1024)
  heart.stop()
}

/** Makes keys of answers of which no two are the same; the first round only starts the thread. */
async function regroup(round: number): Promise<void> {
  const chars = count === 1_000 ? 4_096 : 1_024
  const answers = ids.map((deviceId, index) => keyedAnswer(answered(deviceId, outputOf(index + round * count, chars))))
  const startedAt = performance.now()
  await masks.keysOf(answers)
  if (round > 0) report.similarMs.push(performance.now() - startedAt)
}

function outputOf(seed: number, chars: number): string {
  const line = (row: number) =>
    `Nov 29 06:${10 + (row % 50)}:51 gw sshd[${812 + seed}]: session ${seed + row} of root from 10.0.0.${row % 250}, ${40 + (seed % 9)}.${row % 10} °C, up ${seed % 99} days\n`
  let text = ''
  for (let row = 0; text.length < chars; row++) text += line(row)
  // As it comes out of a database: one piece.
  return Buffer.from(text.slice(0, chars)).toString()
}

function answered(deviceId: string, stdout: string): CommandRecord {
  const none = { marks: [], sentAt: 0, finishedAt: 0, durationMs: 0, stderr: '', exitCode: 0, reason: null }
  const size = { outputBytes: stdout.length, shownBytes: stdout.length }
  return { ...none, ...size, commandId: deviceId, runId: 'run', deviceId, state: 'succeeded', stdout }
}

function heldMib(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}
