import type { ProofProbe, ProofReport, SetupPlan } from '../../../preload/contract/models/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { buildArtifacts } from '../files/artifacts.ts'
import { type Finding, PROBES, probesOf } from './proof-probes.ts'
import { type ShadowBroker, ShadowBrokerError, startShadowBroker } from './shadow-broker.ts'

const LOG_LINES = 40

export interface ProofDeps {
  /** Full path of Mosquitto, or null. */
  readonly findProgram: () => Promise<string | null>
  readonly now: () => number
  readonly onProgress: (report: ProofReport) => void
}

/**
 * Starts a Mosquitto of this computer on the generated files and tries what must work and what must be refused. (Its
 * `--test-config` proves nothing: 2.1 accepts a certificate that cannot be loaded.) Never rejects for what it finds.
 */
export async function proveSetup(
  proofId: string,
  plan: SetupPlan,
  material: SetupMaterial,
  signal: AbortSignal,
  deps: ProofDeps,
): Promise<ProofReport> {
  const names = ['starts', ...probesOf(plan, material)] as const
  let report: ProofReport = {
    proofId,
    outcome: 'running',
    reason: null,
    brokerVersion: null,
    probes: names.map((name) => ({ name, state: 'waiting', ms: null, detail: null })),
    log: [],
  }
  const change = (changes: Partial<ProofReport>): ProofReport => {
    report = { ...report, ...changes }
    deps.onProgress(report)
    return report
  }
  const set = (name: ProofProbe['name'], changes: Partial<ProofProbe>) =>
    change({ probes: report.probes.map((probe) => (probe.name === name ? { ...probe, ...changes } : probe)) })
  const timed = async (name: ProofProbe['name'], run: () => Promise<Finding>): Promise<void> => {
    set(name, { state: 'running' })
    const startedAt = performance.now()
    const finding = await run()
    set(name, { ...finding, ms: Math.round(performance.now() - startedAt) })
  }

  if (plan.platform === 'builtin') return change({ outcome: 'skipped', reason: BUILT_IN, probes: [] })
  const program = await deps.findProgram()
  if (program === null) return change({ outcome: 'skipped', reason: NO_MOSQUITTO, probes: [] })
  const opened: { broker: ShadowBroker | null; log: string } = { broker: null, log: '' }
  try {
    await timed('starts', async () => {
      try {
        opened.broker = await startShadowBroker(program, brokerFiles(plan, material))
        const { version } = opened.broker
        return { state: 'ok', detail: { en: `Mosquitto ${version}`, zh: `Mosquitto ${version}` } }
      } catch (error) {
        if (!(error instanceof ShadowBrokerError)) throw error
        opened.log = error.log
        return { state: 'failed', detail: { en: error.message, zh: `未能启动：${error.message}` } }
      }
    })
    const { broker } = opened
    if (broker === null) return change({ outcome: 'failed', log: lastLines(opened.log) })
    change({ brokerVersion: broker.version })
    for (const name of probesOf(plan, material)) {
      if (name === 'starts') continue
      if (signal.aborted) return change({ outcome: 'cancelled' })
      await timed(name, () => PROBES[name]({ plan, material, port: broker.port, now: deps.now() }))
    }
    const hasFailed = report.probes.some(({ state }) => state === 'failed')
    return change({ outcome: hasFailed ? 'failed' : 'proved', log: hasFailed ? lastLines(broker.log()) : [] })
  } finally {
    await opened.broker?.stop()
  }
}

function brokerFiles(plan: SetupPlan, material: SetupMaterial) {
  return buildArtifacts(plan, material).files.filter(({ path }) => !path.startsWith('handover/'))
}

function lastLines(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-LOG_LINES)
}

const NO_MOSQUITTO = {
  en: 'There is no Mosquitto on this computer, so the files were not tried here. Install it to have them proved, or test the broker once it runs.',
  zh: '此计算机上没有 Mosquitto，因此未在此验证这些文件。安装后即可验证，或等 Broker 运行后再测试。',
}

const BUILT_IN = {
  en: 'The built-in broker is proved by its own start: there are no files for Mosquitto to try.',
  zh: '内置 Broker 在启动时即得到验证：没有需要 Mosquitto 尝试的文件。',
}
