import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import type { ProofProbeName, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { ProbeSession } from '../../broker/session/probe-session.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { hasPasswords, hasTls } from '../plan/plan-traits.ts'
import { plainReason } from './plain-reason.ts'
import { openProbe, type ProbeAccess } from './probe-access.ts'

/** The result of a probe. */
export interface Finding {
  readonly state: 'ok' | 'failed' | 'skipped'
  readonly detail: LocalizedText | null
}

export interface ProofScene {
  readonly plan: SetupPlan
  readonly material: SetupMaterial
  readonly port: number
  /** Ports of a cluster's nodes, in the order of its hosts: people connect to the first one, devices to the last. */
  readonly nodePorts?: readonly number[]
  /** Names that a client asks the nodes for, where these are not their own: haproxy has one for all. */
  readonly nodeNames?: readonly string[]
  readonly now: number
}

export const ok = (en: string, zh: string): Finding => ({ state: 'ok', detail: { en, zh } })
export const failed = (en: string, zh: string): Finding => ({ state: 'failed', detail: { en, zh } })
export const skipped = (en: string, zh: string): Finding => ({ state: 'skipped', detail: { en, zh } })

export type Probe = (scene: ProofScene) => Promise<Finding>

const WAIT_MS = 5_000

/** Lists the probes of a mode on Mosquitto in the order in which they run; `starts` comes before them. */
export function probesOf(
  { mode }: Pick<SetupPlan, 'mode'>,
  { ledger, takenOut }: Pick<SetupMaterial, 'ledger' | 'takenOut'>,
): readonly (keyof typeof PROBES)[] {
  const hasTakenOut = mode === 'mtls' ? ledger.revoked.length > 0 : takenOut.size > 0
  const hasAccounts = mode !== 'anonymous'
  const isTls = hasTls({ mode })
  return [
    'operator-connects',
    'command-arrives',
    'reports-arrive',
    'health',
    ...(isTls ? (['names'] as const) : []),
    ...(hasAccounts ? (['anonymous-refused'] as const) : []),
    ...(hasPasswords({ mode }) ? (['wrong-password-refused'] as const) : []),
    ...(isTls ? (['plain-refused'] as const) : []),
    ...(hasAccounts ? (['foreign-topic-refused'] as const) : []),
    ...(mode === 'mtls' ? (['foreign-certificate-refused'] as const) : []),
    ...(hasAccounts && hasTakenOut ? (['taken-out-refused'] as const) : []),
  ]
}

export const PROBES: Readonly<Record<Exclude<ProofProbeName, 'starts' | 'survives-node' | 'no-echo'>, Probe>> = {
  'operator-connects': async (scene) => {
    const access = accessOf(scene, operatorOf(scene))
    if (access === null) return unknownPassword(operatorOf(scene))
    return withClient(access, async () => ok('accepted', '已接受'))
  },
  'command-arrives': async (scene) => {
    const [operator, device] = [accessOf(scene, operatorOf(scene)), accessOf(scene, deviceOf(scene))]
    if (scene.plan.devices.length === 0) return testTopic(operator)
    if (operator === null || device === null) return unknownPassword(deviceOf(scene))
    const topic = `device/${deviceOf(scene)}/command`
    return withClient(device, (receiver) =>
      withClient(operator, async (sender) => {
        await subscribe(receiver, topic)
        const refusal = await publish(sender, topic)
        if (refusal !== null) return denied(topic, refusal)
        return (await receiver.message(topic, WAIT_MS)) === null ? silent(topic) : ok(topic, topic)
      }),
    )
  },
  'reports-arrive': async (scene) => {
    const [operator, device] = [accessOf(scene, operatorOf(scene)), accessOf(scene, deviceOf(scene))]
    if (scene.plan.devices.length === 0) return skipped('The set-up has no device yet.', '本搭建方案尚无设备。')
    if (operator === null || device === null) return unknownPassword(deviceOf(scene))
    return withClient(operator, (receiver) =>
      withClient(device, async (sender) => {
        for (const leaf of ['status', 'heartbeat', 'data', 'result']) {
          const topic = `device/${deviceOf(scene)}/${leaf}`
          await subscribe(receiver, `device/+/${leaf}`)
          const refusal = await publish(sender, topic)
          if (refusal !== null) return denied(topic, refusal)
          if ((await receiver.message(topic, WAIT_MS)) === null) return silent(topic)
        }
        return ok('status, heartbeat, data, result', 'status、heartbeat、data、result')
      }),
    )
  },
  health: async (scene) => {
    const access = accessOf(scene, operatorOf(scene))
    if (access === null) return unknownPassword(operatorOf(scene))
    return withClient(access, async (client) => {
      const startedAt = performance.now()
      await subscribe(client, 'test/#')
      await publish(client, 'test/waypost')
      if ((await client.message('test/waypost', WAIT_MS)) === null) return silent('test/waypost')
      const roundTrip = `${(performance.now() - startedAt).toFixed(1)} ms`
      await subscribe(client, '$SYS/broker/version')
      const version = await client.message('$SYS/broker/version', WAIT_MS)
      return version === null
        ? silent('$SYS/broker/version')
        : ok(`${version}, ${roundTrip}`, `${version}，${roundTrip}`)
    })
  },
  names: async ({ plan, material }) => {
    const certificate = new X509Certificate(material.server?.certificate ?? '')
    const missing = plan.hosts.filter((host) =>
      isIP(host) === 0
        ? certificate.checkHost(domainToASCII(host)) === undefined
        : certificate.checkIP(host) === undefined,
    )
    if (missing.length === 0) return ok(plan.hosts.join(', '), plan.hosts.join('、'))
    return failed(`not in the certificate: ${missing.join(', ')}`, `证书中缺少：${missing.join('、')}`)
  },
  'anonymous-refused': (scene) => mustBeRefused({ ...serverOf(scene) }),
  'wrong-password-refused': (scene) =>
    mustBeRefused({ ...serverOf(scene), username: operatorOf(scene), password: `not-${crypto.randomUUID()}` }),
  // Over plain text the real password is not sent, not even to be refused.
  'plain-refused': (scene) =>
    mustBeRefused({
      port: serverOf(scene).port,
      protocolVersion: versionOf(scene),
      username: operatorOf(scene),
      password: 'plain',
    }),
  'foreign-topic-refused': async (scene) => {
    const { devices } = scene.plan
    const device = accessOf(scene, deviceOf(scene))
    if (devices.length === 0) return skipped('The set-up has no device yet.', '本搭建方案尚无设备。')
    if (device === null) return unknownPassword(deviceOf(scene))
    return withClient(device, async (client) => {
      for (const topic of [
        `device/${devices[1] ?? 'waypost-probe-other'}/status`,
        `device/${deviceOf(scene)}/command`,
      ]) {
        if ((await publish(client, topic)) === null) {
          return failed(`a device may publish to ${topic}`, `设备可以发布到 ${topic}`)
        }
      }
      return ok('refused with 0x87', '已拒绝（0x87）')
    })
  },
  'foreign-certificate-refused': async (scene) => {
    const { createAuthority, issueClient } = await import('../../shared/certificates/issuer.ts')
    const stranger = await createAuthority('Another', 'ecdsa', scene.now)
    const { certificate, key } = await issueClient(stranger, operatorOf(scene), 'ecdsa', scene.now)
    return mustBeRefused({ ...serverOf(scene), cert: certificate, key })
  },
  'taken-out-refused': (scene) => (scene.plan.mode === 'mtls' ? revokedIsRefused(scene) : takenOutIsRefused(scene)),
}

/** The key of a certificate in the field is not here: one with its serial, of the same authority, stands for it. */
async function revokedIsRefused(scene: ProofScene): Promise<Finding> {
  const { ca, ledger } = scene.material
  const last = ledger.revoked.at(-1)
  if (last === undefined || ca === null || ca.key === null) {
    return skipped("The authority's private key is not here.", '证书颁发机构的私钥不在此处。')
  }
  const { issueClient } = await import('../../shared/certificates/issuer.ts')
  const signer = { certificate: ca.certificate, key: ca.key }
  const { certificate, key } = await issueClient(signer, last.account, 'ecdsa', scene.now, last.serial)
  return mustBeRefused({ ...serverOf(scene), cert: certificate, key })
}

async function takenOutIsRefused(scene: ProofScene): Promise<Finding> {
  const known = [...scene.material.takenOut].find(([, password]) => password !== null)
  const [username, password] = known ?? []
  if (username === undefined || password === undefined || password === null) {
    return skipped('The password of what was taken out is not known any more.', '已不再知道被移除账户的密码。')
  }
  return mustBeRefused({ ...serverOf(scene), username, password })
}

export function operatorOf({ plan }: ProofScene): string {
  return plan.operators[0] ?? 'operator'
}

export function deviceOf({ plan }: ProofScene): string {
  return plan.devices[0] ?? 'waypost-probe-device'
}

/** A cluster's clients speak MQTT 3.1.1, which all of its kinds do. */
function versionOf({ nodePorts }: ProofScene): 4 | 5 {
  return nodePorts === undefined ? 5 : 4
}

/** How the broker is reached, or the node of a cluster at an index. */
export function serverOf(scene: ProofScene, node = 0): ProbeAccess {
  const { plan, material, nodePorts } = scene
  const way = { port: nodePorts?.[node] ?? scene.port, protocolVersion: versionOf(scene) }
  if (!hasTls(plan) || material.ca === null) return way
  const host = scene.nodeNames?.[node] ?? plan.hosts[node] ?? ''
  return { ...way, ca: material.ca.certificate, serverName: domainToASCII(host) || host }
}

/** Finds how an account connects, to a node of a cluster too; null when its password is not known in this run. */
export function accessOf(scene: ProofScene, account: string, node: number | null = null): ProbeAccess | null {
  const { nodePorts, plan } = scene
  const usual = nodePorts !== undefined && plan.devices.includes(account) ? nodePorts.length - 1 : 0
  const server = serverOf(scene, node ?? usual)
  if (hasPasswords(scene.plan)) {
    const password = scene.material.passwords.get(account)
    return password === undefined ? null : { ...server, username: account, password }
  }
  const client = scene.material.clients.get(account)
  return client === undefined ? server : { ...server, cert: client.certificate, key: client.key }
}

export async function withClient(
  access: ProbeAccess,
  use: (client: ProbeSession) => Promise<Finding>,
): Promise<Finding> {
  let client: ProbeSession
  try {
    client = await openProbe(access)
  } catch (error) {
    const words = wordsOf(error)
    return failed(`could not connect: ${words}`, `无法连接：${words}`)
  }
  try {
    return await use(client)
  } finally {
    await client.close()
  }
}

/** A refused subscription shows in that nothing comes. */
export async function subscribe(client: ProbeSession, filter: string): Promise<void> {
  await client.whileOpen((session) => session.subscribe([filter]))
}

/** Returns the reason code of a refusal, or null. */
export async function publish(client: ProbeSession, topic: string): Promise<number | null> {
  const outcome = await client.whileOpen((session) => session.publish(topic, '{}'))
  if (outcome.kind === 'refused') return outcome.reasonCode
  return outcome.kind === 'acknowledged' || outcome.kind === 'no-subscriber' ? null : 0x80
}

async function mustBeRefused(access: ProbeAccess): Promise<Finding> {
  try {
    const client = await openProbe(access)
    await client.close()
    return failed('it was let in', '竟被接受')
  } catch (error) {
    const words = wordsOf(error)
    return ok(`refused: ${words}`, `已拒绝：${words}`)
  }
}

async function testTopic(operator: ProbeAccess | null): Promise<Finding> {
  if (operator === null) return unknownPassword('operator')
  return withClient(operator, async (client) => {
    await subscribe(client, 'test/#')
    await publish(client, 'test/topic')
    return (await client.message('test/topic', WAIT_MS)) === null
      ? silent('test/topic')
      : ok('test/topic', 'test/topic')
  })
}

export function wordsOf(error: unknown): string {
  return plainReason(error instanceof Error ? error.message : String(error)).slice(0, 200)
}

function denied(topic: string, code: number): Finding {
  const reason = `0x${code.toString(16)}`
  return failed(`refused on ${topic} (${reason})`, `${topic} 被拒绝（${reason}）`)
}

export function silent(topic: string): Finding {
  return failed(`nothing came on ${topic}`, `${topic} 上没有收到消息`)
}

export function unknownPassword(account: string): Finding {
  return skipped(
    `The password of ${account} is not known any more; type a new one to prove this.`,
    `已不再知道 ${account} 的密码；请输入新密码以验证此项。`,
  )
}
