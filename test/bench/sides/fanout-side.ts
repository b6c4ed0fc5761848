import type { Run } from '../../../preload/contract/models/command.ts'
import type { RolloutPlan } from '../../../preload/contract/models/rollout.ts'
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
}
/** Ms, a value for each round. */
export interface FanoutReport {
  readonly publishedMs: readonly number[]
  readonly viewMs: readonly number[]
  readonly lastResultMs: readonly number[]
  /** Longest time in which the event loop was blocked. */
  readonly blockedMs: readonly number[]
}

const { port, devices: count, rounds, plan } = order<FanoutOrder>()
let onRuns: (runs: readonly Run[]) => void = () => {}
const site = await openConsole(
  port,
  (turns) => onRuns(turns.flatMap(({ run }) => run ?? [])),
  (runs) => onRuns(runs),
)
const ids = Array.from({ length: count }, (_, index) => loadDeviceId(index))
for (const id of ids) {
  const payload = Buffer.from(JSON.stringify({ device_id: id, uptime: 10 }))
  const message = { connectionId: SITE, topic: `device/${id}/heartbeat`, payload, isRetained: false }
  site.ingest.handle({ ...message, receivedAt: Date.now() })
}
const report = {
  publishedMs: [] as number[],
  viewMs: [] as number[],
  lastResultMs: [] as number[],
  blockedMs: [] as number[],
}
for (let round = 0; round < rounds; round += 1) await run()
tell('report', report)
await site.close()
process.exit(0)

async function run(): Promise<void> {
  const turn = site.type(ids, 'uptime')
  let resultAt = 0
  site.onResult(() => {
    resultAt = performance.now()
  })
  const heart = new Heart()
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
  report.publishedMs.push(publishedAt - startedAt)
  report.lastResultMs.push(resultAt - startedAt)
  report.viewMs.push(seenAt - resultAt)
  report.blockedMs.push(heart.longest)
}
