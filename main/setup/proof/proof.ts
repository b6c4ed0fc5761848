import type { ClusterKind, ProofReport, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { buildArtifacts } from '../files/artifacts.ts'
import type { ClusterProgram } from './cluster-program.ts'
import { proveCluster } from './cluster-proof.ts'
import { PROBES, probesOf } from './proof-probes.ts'
import { ProofProgress } from './proof-progress.ts'
import { type ShadowBroker, ShadowBrokerError, startShadowBroker } from './shadow-broker.ts'

export interface ProofDeps {
  /** Full path of Mosquitto, or null. */
  readonly findProgram: () => Promise<string | null>
  /** Programs of a cluster's nodes, or null. */
  readonly findClusterProgram: (kind: ClusterKind) => Promise<ClusterProgram | null>
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
  if (plan.platform === 'cluster') return proveCluster(proofId, plan, material, signal, deps)
  const progress = new ProofProgress(proofId, ['starts', ...probesOf(plan, material)], deps.onProgress)
  if (plan.platform === 'builtin') return progress.skip(BUILT_IN)
  const program = await deps.findProgram()
  if (program === null) return progress.skip(NO_MOSQUITTO)
  const opened: { broker: ShadowBroker | null; log: string } = { broker: null, log: '' }
  try {
    await progress.timed('starts', async () => {
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
    if (broker === null) return progress.end('failed', opened.log)
    progress.change({ brokerVersion: broker.version })
    for (const name of probesOf(plan, material)) {
      if (signal.aborted) return progress.change({ outcome: 'cancelled' })
      await progress.timed(name, () => PROBES[name]({ plan, material, port: broker.port, now: deps.now() }))
    }
    return progress.end(progress.hasFailed ? 'failed' : 'proved', broker.log())
  } finally {
    await opened.broker?.stop()
  }
}

function brokerFiles(plan: SetupPlan, material: SetupMaterial) {
  return buildArtifacts(plan, material).files.filter(({ path }) => !path.startsWith('handover/'))
}

const NO_MOSQUITTO = {
  en: 'There is no Mosquitto on this computer, so the files were not tried here. Install it to have them proved, or test the broker once it runs.',
  zh: '本机上没有 Mosquitto，因此未在此验证这些文件。安装后即可验证，或等 Broker 运行后再测试。',
}

const BUILT_IN = {
  en: 'The built-in broker is proved by its own start: there are no files for Mosquitto to try.',
  zh: '内置 Broker 在启动时即得到验证：没有需要 Mosquitto 尝试的文件。',
}
