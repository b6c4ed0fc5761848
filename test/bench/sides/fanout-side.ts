import { randomUUID } from 'node:crypto'
import { CommandSigner } from '../../../main/agent/command-signer.ts'
import { type PrivateKey, readPrivateKey } from '../../../main/agent/keys.ts'
import { systemTimers } from '../../../main/shared/timers.ts'
import type { Run } from '../../../preload/contract/models/commands/command.ts'
import type { RolloutPlan } from '../../../preload/contract/models/commands/rollout.ts'
import { loadDeviceId } from '../../support/load/load-generator.ts'
import { order, tell } from './child.ts'
import { openConsole } from './fleet-console.ts'
import { Heart } from './heart.ts'
import { SITE } from './site.ts'

export interface FanoutOrder {
  readonly port: number
  readonly devices: number
  readonly rounds: number
  /** Null sends to all at once. */
  readonly plan: RolloutPlan | null
  /** Private key (PEM) of the operator and of all devices: commands and results are signed; null signs nothing. */
  readonly keyPem: string | null
}
/** Ms, a value for each round. */
export interface FanoutReport {
  readonly publishedMs: readonly number[]
  readonly viewMs: readonly number[]
  readonly lastResultMs: readonly number[]
  /** Longest time in which the event loop was blocked. */
  readonly blockedMs: readonly number[]
  /** Processor time of main, user and system, until the window has it all. */
  readonly processorMs: readonly number[]
}

const { port, devices: count, rounds, plan, keyPem } = order<FanoutOrder>()
const key = keyPem === null ? null : readPrivateKey(keyPem)
let onRuns: (runs: readonly Run[]) => void = () => {}
const site = await openConsole(
  port,
  (turns) => onRuns(turns.flatMap(({ run }) => run ?? [])),
  (runs) => onRuns(runs),
  key === null ? undefined : signerOf(key),
)
const ids = Array.from({ length: count }, (_, index) => loadDeviceId(index))
for (const id of ids) {
  const agent = { status: 'online', capabilities: ['exit', 'signed'], policy: { signed: 'required' } }
  if (key !== null) hear(id, 'status', agent)
  const challenge = { session: randomUUID(), challenge: randomUUID() }
  hear(id, 'heartbeat', { uptime: 10, ...(key !== null && challenge) })
}
const report = {
  publishedMs: [] as number[],
  viewMs: [] as number[],
  lastResultMs: [] as number[],
  blockedMs: [] as number[],
  processorMs: [] as number[],
}
for (let round = 0; round < rounds; round += 1) await run()
tell('report', report)
await site.close()
process.exit(0)

function hear(deviceId: string, kind: string, body: object): void {
  const payload = Buffer.from(JSON.stringify({ device_id: deviceId, ...body }))
  const message = { connectionId: SITE, topic: `device/${deviceId}/${kind}`, payload, isRetained: false }
  site.ingest.handle({ ...message, receivedAt: Date.now() })
}

/** Signs for every device, which is known by its heartbeat, and checks every result. */
function signerOf(own: PrivateKey): CommandSigner {
  return new CommandSigner({
    operators: { current: () => own },
    devices: { find: () => own.public },
    takesSigned: () => true,
    hello: () => Promise.reject(new Error('no device should be asked')),
    now: Date.now,
    after: systemTimers.after,
  })
}

async function run(): Promise<void> {
  const turn = site.type(ids, 'uptime')
  let resultAt = 0
  site.onResult(() => {
    resultAt = performance.now()
  })
  const heart = new Heart()
  const before = process.cpuUsage()
  const startedAt = performance.now()
  let publishedAt = 0
  const seen = new Promise<number>((resolve) => {
    onRuns = (runs) => {
      const states = runs.find(({ turnId }) => turnId === turn.id)?.states ?? { approved: count }
      const isOut = (states.approved ?? 0) + (states.queued ?? 0) === 0
      if (isOut && publishedAt === 0) publishedAt = performance.now()
      // The event of the last result may come before its callback here, and none comes after it.
      if (states.succeeded === count) resolve(performance.now())
    }
  })
  await site.commands.approvals.approve(turn.proposal?.id ?? '', turn.proposal?.confirmation ?? null, {
    plan,
    absent: null,
  })
  const seenAt = await seen
  heart.stop()
  const { user, system } = process.cpuUsage(before)
  report.processorMs.push((user + system) / 1_000)
  report.publishedMs.push(publishedAt - startedAt)
  report.lastResultMs.push(resultAt - startedAt)
  report.viewMs.push(seenAt - resultAt)
  report.blockedMs.push(heart.take())
}
