import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { domainToASCII } from 'node:url'
import type { ProofProbeName, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { certifiedForNode, hasTls } from '../plan/plan-traits.ts'
import {
  accessOf,
  deviceOf,
  type Finding,
  failed,
  ok,
  operatorOf,
  PROBES,
  type ProofScene,
  publish,
  silent,
  skipped,
  subscribe,
  unknownPassword,
  withClient,
  wordsOf,
} from './proof-probes.ts'
import type { ShadowCluster } from './shadow-cluster.ts'

const WAIT_MS = 5_000
/** What was refused without a word would have come by then. */
const SILENCE_MS = 1_000
/** NATS elects another leader for 4 to 10 s. */
const FAIL_OVER_MS = 45_000
const AGAIN_MS = 500

/** A scene on a cluster that can lose a node. */
export type ClusterScene = ProofScene & { readonly cluster: ShadowCluster }

type ClusterProbe = (scene: ClusterScene) => Promise<Finding>

const CLUSTER_PROBES = {
  'operator-connects': everyNode,
  'command-arrives': PROBES['command-arrives'],
  'reports-arrive': PROBES['reports-arrive'],
  names: everyName,
  'anonymous-refused': PROBES['anonymous-refused'],
  'wrong-password-refused': PROBES['wrong-password-refused'],
  'plain-refused': PROBES['plain-refused'],
  'foreign-topic-refused': foreignTopic,
  'taken-out-refused': PROBES['taken-out-refused'],
  'survives-node': survivesNode,
} as const satisfies Partial<Record<ProofProbeName, ClusterProbe>>

/** The probes of a cluster in their order; the last one takes a node away. */
export function clusterProbesOf(
  plan: Pick<SetupPlan, 'mode'>,
  { takenOut }: Pick<SetupMaterial, 'takenOut'>,
): readonly (readonly [keyof typeof CLUSTER_PROBES, ClusterProbe])[] {
  const isLeftOut: Partial<Record<keyof typeof CLUSTER_PROBES, boolean>> = {
    names: !hasTls(plan),
    'plain-refused': !hasTls(plan),
    'taken-out-refused': takenOut.size === 0,
  }
  const all = Object.keys(CLUSTER_PROBES) as (keyof typeof CLUSTER_PROBES)[]
  return all.filter((name) => isLeftOut[name] !== true).map((name) => [name, CLUSTER_PROBES[name]])
}

async function everyNode(scene: ClusterScene): Promise<Finding> {
  const hosts = scene.nodeNames ?? scene.plan.hosts
  for (const [index, host] of hosts.entries()) {
    const access = accessOf(scene, operatorOf(scene), index)
    if (access === null) return unknownPassword(operatorOf(scene))
    const finding = await withClient(access, async () => ok(host, host))
    if (finding.state !== 'ok') return failed(`${host}: ${finding.detail?.en}`, `${host}：${finding.detail?.zh}`)
  }
  const names = [...new Set(hosts)]
  return ok(names.join(', '), names.join('、'))
}

async function everyName({ plan, material }: ClusterScene): Promise<Finding> {
  const wrong = plan.hosts.filter((host) => {
    const certificate = material.nodes.get(host)?.certificate
    if (certificate === undefined) return true
    const read = new X509Certificate(certificate)
    const holds = (name: string) => (isIP(name) === 0 ? read.checkHost(domainToASCII(name)) : read.checkIP(name))
    return certifiedForNode(plan, host).some((name) => holds(name) === undefined)
  })
  if (wrong.length === 0) return ok(plan.hosts.join(', '), plan.hosts.join('、'))
  return failed(`not in its certificate: ${wrong.join(', ')}`, `其证书中缺少：${wrong.join('、')}`)
}

/**
 * MQTT 3.1.1 has no word for a refused publish: RabbitMQ hangs up, NATS says nothing. What must not arrive is listened for
 * by those who would get it.
 */
async function foreignTopic(scene: ClusterScene): Promise<Finding> {
  const { devices } = scene.plan
  const [operator, device] = [accessOf(scene, operatorOf(scene)), accessOf(scene, deviceOf(scene))]
  if (devices.length === 0) return skipped('The set-up has no device yet.', '本搭建方案尚无设备。')
  if (operator === null || device === null) return unknownPassword(deviceOf(scene))
  const own = `device/${deviceOf(scene)}/command`
  const foreign = `device/${devices[1] ?? 'waypost-probe-other'}/status`
  return withClient(operator, (people) =>
    withClient(device, async (receiver) => {
      await subscribe(people, 'device/+/status')
      await subscribe(receiver, own)
      for (const topic of [foreign, own]) {
        // The outcome says nothing; some end the connection.
        await withClient(device, async (sender) => {
          await publish(sender, topic).catch(() => null)
          return ok(topic, topic)
        })
        const came = await (topic === own ? receiver : people).message(topic, SILENCE_MS)
        if (came !== null) return failed(`a device may publish to ${topic}`, `设备可以发布到 ${topic}`)
      }
      return ok('nothing arrives', '没有消息送达')
    }),
  )
}

/** Ends the first node, and tries the others until a command gets through. */
async function survivesNode(scene: ClusterScene): Promise<Finding> {
  const { hosts, devices } = scene.plan
  const last = hosts.length - 1
  const [operator, device] = [accessOf(scene, operatorOf(scene), 1), accessOf(scene, deviceOf(scene), last)]
  if (devices.length === 0) return skipped('The set-up has no device yet.', '本搭建方案尚无设备。')
  if (operator === null || device === null) return unknownPassword(deviceOf(scene))
  await scene.cluster.kill(0)
  const from = performance.now()
  const topic = `device/${deviceOf(scene)}/command`
  for (;;) {
    const finding = await withClient(device, (receiver) =>
      withClient(operator, async (sender) => {
        await subscribe(receiver, topic)
        await publish(sender, topic)
        return (await receiver.message(topic, WAIT_MS)) === null ? silent(topic) : ok(topic, topic)
      }),
    ).catch((error: unknown) => failed(wordsOf(error), wordsOf(error)))
    const seconds = Math.round((performance.now() - from) / 100) / 10
    if (finding.state === 'ok') {
      return ok(
        `a command got through ${seconds} s after the first node was ended`,
        `第一个节点结束 ${seconds} 秒后命令送达`,
      )
    }
    if (performance.now() - from > FAIL_OVER_MS) return finding
    await wait(AGAIN_MS)
  }
}
