import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { hostsForDevice } from '../plan/plan-traits.ts'

const CERTIFICATES = '/etc/mosquitto/certs'
export const BRIDGE_TARGETS = {
  config: '/etc/mosquitto/conf.d/waypost-bridge.conf',
  passwd: '/etc/mosquitto/waypost-bridge.passwd',
  acl: '/etc/mosquitto/waypost-bridge.acl',
  ca: `${CERTIFICATES}/waypost-ca.crt`,
  certificate: `${CERTIFICATES}/waypost-client.crt`,
  key: `${CERTIFICATES}/waypost-client.key`,
} as const

/** Port on the device's own loopback, to which an executor without TLS connects. */
export const BRIDGE_PORT = 1883

const TO_DEVICE = ['command', 'cancel', 'hello'] as const
const HELLO_TO_ALL = 'device/all/hello'
const FROM_DEVICE = ['result', 'status', 'heartbeat', 'data', 'ack', 'output'] as const

/**
 * Text of the Mosquitto configuration for a device whose executor has no TLS: it listens on the device's loopback and
 * carries the device's own topics to the broker. Nothing is kept while the line is down, so that no command comes late.
 * Loopback is shared by every program of the device, so only the executor's login is let in.
 */
export function bridgeConfig(plan: SetupPlan, deviceId: string, password: string | null): string {
  const login =
    plan.mode === 'mtls'
      ? [`bridge_certfile ${BRIDGE_TARGETS.certificate}`, `bridge_keyfile ${BRIDGE_TARGETS.key}`]
      : [`remote_username ${deviceId}`, `remote_password ${password ?? ''}`]
  const topics = [
    ...TO_DEVICE.map((leaf) => `topic device/${deviceId}/${leaf} in 0`),
    `topic ${HELLO_TO_ALL} in 0`,
    ...FROM_DEVICE.map((leaf) => `topic device/${deviceId}/${leaf} out 0`),
  ]
  const lines = [
    `# On the device ${deviceId}: carries its topics to "${plan.name}" over TLS. Made by Waypost.`,
    `listener ${BRIDGE_PORT} 127.0.0.1`,
    'allow_anonymous false',
    `password_file ${BRIDGE_TARGETS.passwd}`,
    `acl_file ${BRIDGE_TARGETS.acl}`,
    '',
    'connection waypost',
    ...addressLines(plan, deviceId),
    `bridge_cafile ${BRIDGE_TARGETS.ca}`,
    ...login,
    `remote_clientid waypost-bridge-${deviceId}`,
    `local_clientid waypost-local-${deviceId}`,
    'bridge_protocol_version mqttv311',
    'cleansession true',
    'keepalive_interval 30',
    'restart_timeout 2 30',
    'try_private false',
    'notifications false',
    ...topics,
  ]
  return `${lines.join('\n')}\n`
}

/** A cluster's nodes, each device beginning with another one; it stays where it got through (mosquitto.conf(5)). */
function addressLines(plan: SetupPlan, deviceId: string): string[] {
  const addresses = hostsForDevice(plan, plan.devices.indexOf(deviceId)).map((host) => `${host}:${plan.port}`)
  return addresses.length === 1 ? [`address ${addresses[0]}`] : [`addresses ${addresses.join(' ')}`, 'round_robin true']
}

/** Text of the bridge's ACL: the executor, whose local user name is the device id, hears commands and answers, no more. */
export function bridgeAcl(deviceId: string): string {
  const lines = [
    `user ${deviceId}`,
    ...TO_DEVICE.map((leaf) => `topic read device/${deviceId}/${leaf}`),
    `topic read ${HELLO_TO_ALL}`,
    ...FROM_DEVICE.map((leaf) => `topic write device/${deviceId}/${leaf}`),
  ]
  return `${lines.join('\n')}\n`
}
