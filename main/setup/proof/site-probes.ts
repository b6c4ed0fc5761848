import type { ProofProbeName } from '../../../preload/contract/models/broker/setup.ts'
import type { ProbeSession } from '../../broker/session/probe-session.ts'
import { devicesOfSite } from '../bridges/site-bridge.ts'
import { bridgeTopic } from '../bridges/site-topics.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { hasTls, siteAccount, sitesOf } from '../plan/plan-traits.ts'
import type { ProbeAccess } from './probe-access.ts'
import {
  accessOf,
  type Finding,
  failed,
  ok,
  operatorOf,
  PROBES,
  type Probe,
  type ProofScene,
  publish,
  serverOf,
  silent,
  skipped,
  subscribe,
  unknownPassword,
  withClient,
} from './proof-probes.ts'
import type { ShadowSites } from './shadow-sites.ts'

/** A scene on the centre, beside which the sites run. */
export type SitesScene = ProofScene & { readonly sites: ShadowSites }

const WAIT_MS = 5_000
/** Messages there and back after the first: an echo of any of them would be counted. */
const ROUNDS = 10
const FROM_DEVICE = ['status', 'heartbeat', 'data', 'result', 'ack', 'output'] as const

const SITE_PROBES = {
  'operator-connects': (scene: SitesScene) => atEveryBroker(scene, PROBES['operator-connects']),
  'command-arrives': commandsArrive,
  'reports-arrive': reportsArrive,
  'no-echo': noEcho,
  health: (scene: SitesScene) => PROBES.health(scene),
  names: (scene: SitesScene) => atEveryBroker(scene, PROBES.names),
  'anonymous-refused': (scene: SitesScene) => atEveryBroker(scene, PROBES['anonymous-refused']),
  'wrong-password-refused': (scene: SitesScene) => atEveryBroker(scene, PROBES['wrong-password-refused']),
  'plain-refused': (scene: SitesScene) => atEveryBroker(scene, PROBES['plain-refused']),
  'foreign-topic-refused': foreignTopics,
  'taken-out-refused': (scene: SitesScene) => atEveryBroker(scene, PROBES['taken-out-refused']),
} as const satisfies Partial<Record<ProofProbeName, (scene: SitesScene) => Promise<Finding>>>

/** The probes of bridged sites in their order. */
export function siteProbesOf(
  { plan }: Pick<ProofScene, 'plan'>,
  { takenOut }: Pick<SetupMaterial, 'takenOut'>,
): readonly (readonly [keyof typeof SITE_PROBES, (scene: SitesScene) => Promise<Finding>])[] {
  const isLeftOut: Partial<Record<keyof typeof SITE_PROBES, boolean>> = {
    names: !hasTls(plan),
    'plain-refused': !hasTls(plan),
    'taken-out-refused': takenOut.size === 0,
  }
  const all = Object.keys(SITE_PROBES) as (keyof typeof SITE_PROBES)[]
  return all.filter((name) => isLeftOut[name] !== true).map((name) => [name, SITE_PROBES[name]])
}

/** The broker at an index as one of its own. */
function brokerScene({ plan, material, sites, now }: SitesScene, index: number): ProofScene {
  const host = plan.hosts[index] ?? ''
  const devices = index === 0 ? [] : devicesOfSite(plan, host)
  return {
    plan: { ...plan, platform: 'debian', hosts: [host], devices },
    material: { ...material, server: material.nodes.get(host) ?? null },
    port: sites.ports[index] ?? 0,
    now,
  }
}

async function atEveryBroker(scene: SitesScene, probe: Probe): Promise<Finding> {
  const { hosts } = scene.plan
  let last: Finding = ok('', '')
  for (const [index, host] of hosts.entries()) {
    const finding = await probe(brokerScene(scene, index))
    if (finding.state === 'failed') {
      return failed(`${host}: ${finding.detail?.en}`, `${host}：${finding.detail?.zh}`)
    }
    if (finding.state === 'skipped') return finding
    last = finding
  }
  return { ...last, detail: { en: hosts.join(', '), zh: hosts.join('、') } }
}

/** A site with one of its devices, and how both are reached. */
interface Outpost {
  readonly site: string
  readonly device: string
  readonly at: ProofScene
  readonly access: ProbeAccess | null
}

function outposts(scene: SitesScene): readonly Outpost[] {
  return sitesOf(scene.plan).flatMap((site, index) => {
    const [device] = devicesOfSite(scene.plan, site)
    if (device === undefined) return []
    const at = brokerScene(scene, index + 1)
    return [{ site, device, at, access: accessOf(at, device) }]
  })
}

const NO_DEVICE = skipped('The set-up has no device yet.', '本搭建方案尚无设备。')

/** Runs with people at the centre and a device of each site; fails as one of them does. */
async function fromEachSite(
  scene: SitesScene,
  run: (people: ProbeSession, device: ProbeSession, outpost: Outpost) => Promise<Finding>,
): Promise<Finding> {
  const all = outposts(scene)
  if (all.length === 0) return NO_DEVICE
  const operator = accessOf(scene, operatorOf(scene))
  if (operator === null) return unknownPassword(operatorOf(scene))
  return withClient(operator, async (people) => {
    for (const outpost of all) {
      const { access, device, site } = outpost
      if (access === null) return unknownPassword(device)
      const finding = await withClient(access, (client) => run(people, client, outpost))
      if (finding.state !== 'ok') return failed(`${site}: ${finding.detail?.en}`, `${site}：${finding.detail?.zh}`)
    }
    const names = all.map(({ site }) => site)
    return ok(names.join(', '), names.join('、'))
  })
}

function commandsArrive(scene: SitesScene): Promise<Finding> {
  return fromEachSite(scene, async (people, client, { device }) => {
    const topic = `device/${device}/command`
    await subscribe(client, topic)
    await publish(people, topic)
    return (await client.message(topic, WAIT_MS)) === null ? silent(topic) : ok(topic, topic)
  })
}

function reportsArrive(scene: SitesScene): Promise<Finding> {
  return fromEachSite(scene, async (people, client, { device }) => {
    for (const leaf of FROM_DEVICE) {
      const topic = `device/${device}/${leaf}`
      await subscribe(people, `device/+/${leaf}`)
      await publish(client, topic)
      if ((await people.message(topic, WAIT_MS)) === null) return silent(topic)
    }
    return ok('', '')
  })
}

/**
 * Sends commands down and answers up, one after the other, and counts at the centre, at the site and at another site: an echo
 * of any message but the last would have come before the next one.
 */
async function noEcho(scene: SitesScene): Promise<Finding> {
  const all = outposts(scene)
  const [first] = all
  const operator = accessOf(scene, operatorOf(scene))
  if (first === undefined) return NO_DEVICE
  if (operator === null || first.access === null) return unknownPassword(first.device)
  const filters = FROM_DEVICE.map((leaf) => `device/+/${leaf}`)
  const command = `device/${first.device}/command`
  const topics = FROM_DEVICE.map((leaf) => `device/${first.device}/${leaf}`)
  const listening = scene.plan.hosts.flatMap((host, index) => {
    const access = accessOf(brokerScene(scene, index), operatorOf(scene))
    return access === null ? [] : [{ host, access }]
  })
  const listenAll = async (
    rest: typeof listening,
    open: readonly { readonly host: string; readonly client: ProbeSession }[],
  ): Promise<Finding> => {
    const [next, ...others] = rest
    if (next !== undefined) {
      return withClient(next.access, async (client) => {
        for (const filter of filters) await subscribe(client, filter)
        return listenAll(others, [...open, { host: next.host, client }])
      })
    }
    return withClient(first.access ?? operator, async (device) => {
      const centre = open[0]?.client
      if (centre === undefined) return unknownPassword(operatorOf(scene))
      await subscribe(device, command)
      // Retained statuses came with the subscriptions.
      const before = new Map(open.map(({ host, client }) => [host, topics.map((topic) => client.count(topic))]))
      for (let round = 1; round <= ROUNDS; round += 1) {
        await publish(centre, command)
        if (!(await device.counted(command, round, WAIT_MS))) return silent(command)
        for (const [at, topic] of topics.entries()) {
          const already = before.get(scene.plan.hosts[0] ?? '')?.[at] ?? 0
          await publish(device, topic)
          if (!(await centre.counted(topic, already + round, WAIT_MS))) return silent(topic)
        }
      }
      if (device.count(command) !== ROUNDS) return tooMany(command, first.site)
      for (const { host, client } of open) {
        const expected = host === first.site || host === scene.plan.hosts[0] ? ROUNDS : 0
        const wrong = topics.find((topic, at) => client.count(topic) - (before.get(host)?.[at] ?? 0) !== expected)
        if (wrong !== undefined) return tooMany(wrong, host)
      }
      const count = ROUNDS * (topics.length + 1)
      return ok(`${count} messages, each once where it belongs`, `${count} 条消息，各在应到之处出现一次`)
    })
  }
  return listenAll(listening, [])
}

function tooMany(topic: string, host: string): Finding {
  return failed(`${topic} came more or less than once at ${host}`, `${topic} 在 ${host} 上出现的次数不是一次`)
}

/** A device is held to its own topics, and the login of a site to those of its devices. */
async function foreignTopics(scene: SitesScene): Promise<Finding> {
  const all = outposts(scene)
  for (const { at, site } of all) {
    const finding = await PROBES['foreign-topic-refused'](at)
    if (finding.state !== 'ok') return failed(`${site}: ${finding.detail?.en}`, `${site}：${finding.detail?.zh}`)
  }
  const [site = ''] = sitesOf(scene.plan)
  const foreign = scene.plan.devices.find((device) => !devicesOfSite(scene.plan, site).includes(device))
  const login = scene.material.bridges.get(siteAccount(site))
  if (login === undefined) return unknownPassword(siteAccount(site))
  const access = { ...serverOf(scene), username: siteAccount(site), password: login.password }
  const topics = [
    `device/${foreign ?? 'waypost-probe-other'}/status`,
    `device/${foreign ?? 'waypost-probe-other'}/command`,
    bridgeTopic('waypost-probe-other'),
  ]
  return withClient(access, async (client) => {
    for (const topic of topics) {
      if ((await publish(client, topic)) === null) {
        return failed(`the login of ${site} may publish to ${topic}`, `${site} 的登录可以发布到 ${topic}`)
      }
    }
    return ok('refused with 0x87', '已拒绝（0x87）')
  })
}

/** Waits until each site's bridge says that it stands, and what is for its device gets through. */
export async function bridgesStand(scene: SitesScene, isOff: () => boolean): Promise<Finding> {
  const operator = accessOf(scene, operatorOf(scene))
  // Without its password nobody can look; each probe says so.
  if (operator === null) return ok('', '')
  return withClient(operator, async (people) => {
    for (const site of sitesOf(scene.plan)) {
      const topic = bridgeTopic(site)
      await subscribe(people, topic)
      const stands = async (): Promise<boolean> => {
        for (let count = 1; count <= ROUNDS && !isOff(); count += 1) {
          if (!(await people.counted(topic, count, 2 * WAIT_MS))) return false
          if ((await people.message(topic, 0))?.toString() === '1') return true
        }
        return false
      }
      if (!(await stands())) {
        return failed(`the bridge of ${site} does not stand`, `${site} 的桥接未建立`)
      }
    }
    return ok('', '')
  })
}
