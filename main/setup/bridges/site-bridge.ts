import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { hasTls, siteAccount, siteOfDevice, sitesOf } from '../plan/plan-traits.ts'
import type { Bridge } from './bridge-rules.ts'
import { bridgeTopic, deviceRules, HELLO_RULE } from './site-topics.ts'

export const SITE_BRIDGE_TARGET = '/etc/mosquitto/conf.d/waypost-centre.conf'
const CA = '/etc/mosquitto/certs/ca.crt'

/** Devices of a site. */
export function devicesOfSite(plan: SetupPlan, site: string): readonly string[] {
  return plan.devices.filter((device) => siteOfDevice(plan, device) === site)
}

/**
 * Text of the configuration by which a site's Mosquitto is bridged to the centre (mosquitto.conf(5), "Configuring Bridges"). It
 * keeps its session, so that answers given while the line was down arrive later; commands are not kept. Over MQTT 5 the
 * expiry of a message goes along.
 */
export function siteBridge(plan: SetupPlan, site: string, password: string): string {
  const centre = plan.hosts[0] ?? ''
  const rules = [...devicesOfSite(plan, site).flatMap(deviceRules), HELLO_RULE]
  const lines = [
    `# At ${site}: carries the topics of its devices to ${centre} ("${plan.name}"). Made by Waypost.`,
    'connection waypost-centre',
    `address ${centre}:${plan.port}`,
    ...(hasTls(plan) ? [`bridge_cafile ${CA}`] : []),
    `remote_username ${siteAccount(site)}`,
    `remote_password ${password}`,
    `remote_clientid waypost-${siteAccount(site)}`,
    `local_clientid waypost-centre-of-${site}`,
    'bridge_protocol_version mqttv50',
    'cleansession false',
    'try_private true',
    'keepalive_interval 30',
    'restart_timeout 2 30',
    'notifications true',
    `notification_topic ${bridgeTopic(site)}`,
    ...rules.map(({ filter, direction, qos }) => `topic ${filter} ${direction} ${qos}`),
  ]
  return `${lines.join('\n')}\n`
}

/** The bridges of a plan, whose lines are alike for every device. */
export function bridgesOf(plan: SetupPlan): readonly Bridge[] {
  return sitesOf(plan).map((site) => ({
    name: 'waypost-centre',
    on: site.toLowerCase(),
    to: (plan.hosts[0] ?? '').toLowerCase(),
    isPrivate: true,
    rules: [...deviceRules('+'), HELLO_RULE],
  }))
}
