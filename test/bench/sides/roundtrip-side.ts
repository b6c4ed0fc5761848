import { loadDeviceId } from '../../support/load/load-generator.ts'
import type { RoundtripOrder } from './bare-roundtrip-side.ts'
import { order, serveTurns } from './child.ts'
import { openConsole } from './fleet-console.ts'
import { SITE } from './site.ts'

/** Ms of each command of a turn; `audit` is part of `total`. */
export interface RoundtripReport {
  readonly total: readonly number[]
  readonly audit: readonly number[]
}

const DEVICE = loadDeviceId(1)

const { port, commandsATurn } = order<RoundtripOrder>()
const site = await openConsole(port, () => {})
const message = { connectionId: SITE, topic: `device/${DEVICE}/heartbeat`, isRetained: false, receivedAt: Date.now() }
site.ingest.handle({ ...message, payload: Buffer.from(JSON.stringify({ device_id: DEVICE, uptime: 10 })) })

serveTurns(async (): Promise<RoundtripReport> => {
  const total: number[] = []
  const audit: number[] = []
  for (let index = 0; index < commandsATurn; index += 1) {
    const turn = site.type([DEVICE], 'uptime')
    const answered = new Promise<void>((resolve) => site.onResult(() => resolve()))
    const startedAt = performance.now()
    await site.commands.approvals.approve(turn.proposal?.id ?? '', null)
    await answered
    total.push(performance.now() - startedAt)
    audit.push(site.timing.auditMs)
  }
  return { total, audit }
}, site.close)
