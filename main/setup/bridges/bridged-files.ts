import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { SetupMaterial } from '../certificates/material.ts'
import { OPERATOR_RULES } from '../files/acl-file.ts'
import { brokerFiles } from '../files/broker-files.ts'
import type { GeneratedFile } from '../files/generated-file.ts'
import { siteAccount, sitesOf } from '../plan/plan-traits.ts'
import { devicesOfSite, SITE_BRIDGE_TARGET, siteBridge } from './site-bridge.ts'
import { BRIDGES_READ, siteAccess } from './site-topics.ts'

/** Builds the files of the Mosquitto at an index: the centre is the first, and each other one a site with its bridge. */
export function bridgedFiles(plan: SetupPlan, material: SetupMaterial, index: number): GeneratedFile[] {
  const host = plan.hosts[index] ?? ''
  const own = { ...material, server: material.nodes.get(host) ?? null }
  return index === 0 ? centreFiles(plan, own) : siteFiles(plan, host, own)
}

/** The plan as that of one Mosquitto on Debian. */
function single(plan: SetupPlan, host: string, devices: readonly string[]): SetupPlan {
  return { ...plan, platform: 'debian', hosts: [host], devices, isLoopbackOnly: false }
}

function centreFiles(plan: SetupPlan, material: SetupMaterial): GeneratedFile[] {
  const sites = sitesOf(plan)
  const accounts = [...plan.operators, ...sites.map(siteAccount)]
  const hashes = new Map(material.hashes)
  for (const site of sites) hashes.set(siteAccount(site), material.bridges.get(siteAccount(site))?.hash ?? '')
  // All devices count for its limits, though none of them connects here.
  return brokerFiles(
    single(plan, plan.hosts[0] ?? '', plan.devices),
    { ...material, hashes },
    { accounts, acl: centreAcl(plan) },
  )
}

/** Text of the centre's ACL file: people as on any broker, and each site with its own devices alone. */
function centreAcl(plan: SetupPlan): string {
  const { operators } = plan
  const lines = [
    '# Operators send commands, read every device, and see whether the bridges stand.',
    ...operators.flatMap((name) => [`user ${name}`, ...OPERATOR_RULES, BRIDGES_READ, '']),
    '# A site speaks for its own devices and hears what is for them.',
    ...sitesOf(plan).flatMap((site) => [
      `user ${siteAccount(site)}`,
      ...siteAccess(site, devicesOfSite(plan, site)),
      '',
    ]),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function siteFiles(plan: SetupPlan, site: string, material: SetupMaterial): GeneratedFile[] {
  const password = material.bridges.get(siteAccount(site))?.password ?? ''
  return [
    ...brokerFiles(single(plan, site, devicesOfSite(plan, site)), material),
    {
      path: 'etc/mosquitto/conf.d/waypost-centre.conf',
      target: SITE_BRIDGE_TARGET,
      mode: 0o600,
      owner: 'mosquitto',
      why: {
        en: 'The bridge to the centre: which topics go down and which go up, and the login of this site there.',
        zh: '到中心的桥接：哪些主题下行、哪些上行，以及本站点在中心的登录。',
      },
      isSecret: true,
      text: siteBridge(plan, site, password),
    },
  ]
}
