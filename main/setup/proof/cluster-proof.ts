import { setTimeout as wait } from 'node:timers/promises'
import type { ClusterKind, ProofReport, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { balancersOf } from '../plan/plan-traits.ts'
import { clusterProbesOf } from './cluster-probes.ts'
import { NodeStartError } from './node-process.ts'
import type { ProofDeps } from './proof.ts'
import { accessOf, type Finding, failed, ok, operatorOf, subscribe, withClient } from './proof-probes.ts'
import { ProofProgress } from './proof-progress.ts'
import { type ShadowCluster, startShadowCluster } from './shadow-cluster.ts'
import { proveSites } from './site-proof.ts'

/** A cluster takes clients only once its nodes have found each other. */
const TOGETHER_MS = 60_000
const AGAIN_MS = 500

/**
 * Starts every node of a cluster on this computer, on the generated files, and tries what must work, what must be refused, and
 * what becomes of it when a node dies. Never rejects for what it finds.
 */
export async function proveCluster(
  proofId: string,
  plan: SetupPlan,
  material: SetupMaterial,
  signal: AbortSignal,
  deps: ProofDeps,
): Promise<ProofReport> {
  const probes = clusterProbesOf(plan, material)
  const progress = new ProofProgress(proofId, ['starts', ...probes.map(([name]) => name)], deps.onProgress)
  const kind = plan.cluster ?? 'nats'
  if (kind === 'bridges') return proveSites(proofId, plan, material, signal, deps)
  const program = await deps.findClusterProgram(kind)
  if (program === null) return progress.skip(NOT_HERE[kind])
  const opened: { cluster: ShadowCluster | null; log: string } = { cluster: null, log: '' }
  const sceneOn = (cluster: ShadowCluster) => ({
    plan,
    material,
    cluster,
    port: cluster.ports[0] ?? 0,
    nodePorts: cluster.ports,
    ...(cluster.door === null ? {} : { nodeNames: cluster.ports.map(() => cluster.door ?? '') }),
    now: deps.now(),
  })
  try {
    await progress.timed('starts', async () => {
      try {
        opened.cluster = await startShadowCluster(program, plan, material, signal)
        return await together(sceneOn(opened.cluster), signal)
      } catch (error) {
        if (!(error instanceof NodeStartError)) throw error
        opened.log = error.log
        return failed(error.message, `未能启动：${error.message}`)
      }
    })
    const { cluster } = opened
    if (signal.aborted) return progress.change({ outcome: 'cancelled' })
    if (cluster === null || progress.hasFailed) return progress.end('failed', cluster?.log() ?? opened.log)
    progress.change({ brokerVersion: cluster.version })
    for (const [name, probe] of probes) {
      if (signal.aborted) return progress.change({ outcome: 'cancelled' })
      await progress.timed(name, () => probe(sceneOn(cluster)))
    }
    return progress.end(progress.hasFailed ? 'failed' : 'proved', cluster.log())
  } finally {
    await opened.cluster?.stop()
  }
}

/** Waits until each node lets the operator in and takes a subscription. */
async function together(
  scene: Parameters<typeof accessOf>[0] & { readonly cluster: ShadowCluster },
  signal: AbortSignal,
): Promise<Finding> {
  const from = performance.now()
  const { version, ports, door } = scene.cluster
  for (let node = 0; node < ports.length; ) {
    const access = accessOf(scene, operatorOf(scene), node)
    // Without its password nobody can look; each probe says so.
    if (access === null) break
    const finding = await withClient(access, async (client) => {
      await subscribe(client, 'test/#')
      return ok('', '')
    }).catch((error: unknown) => failed(String(error), String(error)))
    if (finding.state === 'ok') node += 1
    else if (signal.aborted || performance.now() - from > TOGETHER_MS) return finding
    else await wait(AGAIN_MS)
  }
  const isPassed = door === null && balancersOf(scene.plan).length > 0
  const through = door !== null ? [', through haproxy', '，经由 haproxy'] : isPassed ? NO_HAPROXY : ['', '']
  return ok(`${version}, ${ports.length} nodes${through[0]}`, `${version}，${ports.length} 个节点${through[1]}`)
}

const NO_HAPROXY = [
  '; there is no haproxy on this computer, so they were tried without it',
  '；本机上没有 haproxy，因此未经由它测试',
] as const

const NOT_HERE: Readonly<Record<Exclude<ClusterKind, 'bridges'>, LocalizedText>> = {
  nats: {
    en: 'There is no nats-server on this computer, so the files were not tried here. Install it to have them proved, or test the nodes once they run.',
    zh: '本机上没有 nats-server，因此未在此验证这些文件。安装后即可验证，或等各节点运行后再测试。',
  },
  emqx: {
    en: 'EMQX comes in containers alone, so these files were not run here, and not tried against a real EMQX at all: they are made by its documentation. Run the connection test once the nodes run.',
    zh: 'EMQX 仅以容器提供，因此这些文件没有在此运行，也从未在真实的 EMQX 上试过：它们按其文档生成。节点运行后请做连接测试。',
  },
  rabbitmq: {
    en: 'There is no rabbitmq-server on this computer, so the files were not tried here. Install it to have them proved, or test the nodes once they run.',
    zh: '本机上没有 rabbitmq-server，因此未在此验证这些文件。安装后即可验证，或等各节点运行后再测试。',
  },
}
