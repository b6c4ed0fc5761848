import type { ProofReport, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import type { ProofDeps } from './proof.ts'
import { failed, ok } from './proof-probes.ts'
import { ProofProgress } from './proof-progress.ts'
import { ShadowBrokerError } from './shadow-broker.ts'
import { type ShadowSites, startShadowSites } from './shadow-sites.ts'
import { bridgesStand, siteProbesOf } from './site-probes.ts'

/** More brokers than that are not started here: the first sites stand for the others. */
const MOST_SITES = 4

/**
 * Starts the centre and its sites on this computer, on the generated files, and tries what must work, what must be refused, and
 * that nothing comes twice. Never rejects for what it finds.
 */
export async function proveSites(
  proofId: string,
  whole: SetupPlan,
  material: SetupMaterial,
  signal: AbortSignal,
  deps: ProofDeps,
): Promise<ProofReport> {
  const plan = { ...whole, hosts: whole.hosts.slice(0, MOST_SITES + 1) }
  const probes = siteProbesOf({ plan }, material)
  const progress = new ProofProgress(proofId, ['starts', ...probes.map(([name]) => name)], deps.onProgress)
  const program = await deps.findProgram()
  if (program === null) return progress.skip(NO_MOSQUITTO)
  const opened: { sites: ShadowSites | null; log: string } = { sites: null, log: '' }
  const sceneOn = (sites: ShadowSites) => ({ plan, material, sites, port: sites.ports[0] ?? 0, now: deps.now() })
  try {
    await progress.timed('starts', async () => {
      try {
        const sites = await startShadowSites(program, plan, material)
        opened.sites = sites
        const finding = await bridgesStand(sceneOn(sites), () => signal.aborted)
        if (finding.state !== 'ok') return finding
        const count = plan.hosts.length - 1
        return ok(`Mosquitto ${sites.version}, ${count} bridged`, `Mosquitto ${sites.version}，已桥接 ${count} 个站点`)
      } catch (error) {
        if (!(error instanceof ShadowBrokerError)) throw error
        opened.log = error.log
        return failed(error.message, `未能启动：${error.message}`)
      }
    })
    const { sites } = opened
    if (signal.aborted) return progress.change({ outcome: 'cancelled' })
    if (sites === null || progress.hasFailed) return progress.end('failed', sites?.log() ?? opened.log)
    progress.change({ brokerVersion: sites.version })
    for (const [name, probe] of probes) {
      if (signal.aborted) return progress.change({ outcome: 'cancelled' })
      await progress.timed(name, () => probe(sceneOn(sites)))
    }
    return progress.end(progress.hasFailed ? 'failed' : 'proved', sites.log())
  } finally {
    await opened.sites?.stop()
  }
}

const NO_MOSQUITTO = {
  en: 'There is no Mosquitto on this computer, so the files were not tried here. Install it to have them proved, or test the brokers once they run.',
  zh: '本机上没有 Mosquitto，因此未在此验证这些文件。安装后即可验证，或等各 Broker 运行后再测试。',
}
