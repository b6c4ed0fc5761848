import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { hasPasswords, hasTls } from '../plan/plan-traits.ts'
import { layoutOf, targetPath, WINDOWS_DATA } from './layout.ts'

/**
 * Text of mosquitto.conf, for 2.0 and 2.1 alike (mosquitto.conf(5)). One explicit listener: without one 2.0 serves this
 * computer only. Paths are absolute, as a Windows service has no useful working directory. The revocation list is read from
 * the start, empty at first, so that taking a device out changes no line.
 */
export function mosquittoConfig(plan: SetupPlan, hasRevocationList: boolean): string {
  const sections = [
    [`# Mosquitto for "${plan.name}", made by Waypost.`],
    storageLines(plan),
    limitLines(plan),
    listenerLines(plan, hasRevocationList),
    accessLines(plan),
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function storageLines({ platform }: SetupPlan): string[] {
  const common = ['persistence true', 'log_type error', 'log_type warning', 'log_type notice', 'log_type information']
  // Debian's own mosquitto.conf, which includes this file, sets both places; naming them twice stops the broker.
  if (platform === 'debian') return common
  const [data, ...destinations] =
    platform === 'windows'
      ? [`${WINDOWS_DATA}\\`, `log_dest file ${WINDOWS_DATA}\\mosquitto.log`]
      : ['/mosquitto/data/', 'log_dest stdout', 'log_dest file /mosquitto/log/mosquitto.log']
  return [...common, `persistence_location ${data}`, ...destinations, 'log_timestamp_format %Y-%m-%dT%H:%M:%S']
}

/** Answers and statuses of one device that may wait for the console at once. */
const QUEUED_A_DEVICE = 4
/** Unacknowledged messages a client: 20, as it is otherwise, make a run on 1,000 devices wait for 50 round trips. */
const IN_FLIGHT = 200

function limitLines({ tuning, devices }: SetupPlan): string[] {
  return [
    `persistent_client_expiration ${tuning.sessionExpiryDays}d`,
    `max_queued_messages ${Math.max(tuning.maxQueuedMessages, QUEUED_A_DEVICE * devices.length)}`,
    `max_inflight_messages ${IN_FLIGHT}`,
    `max_packet_size ${tuning.maxPacketBytes}`,
    `max_keepalive ${tuning.maxKeepaliveS}`,
  ]
}

function listenerLines(plan: SetupPlan, hasRevocationList: boolean): string[] {
  // A container has its own loopback: there the published port decides who reaches it.
  const bind = plan.isLoopbackOnly && plan.platform !== 'docker' ? ' 127.0.0.1' : ''
  return [
    `listener ${plan.port}${bind}`,
    `max_connections ${maxConnections(plan)}`,
    ...tlsLines(plan, hasRevocationList),
  ]
}

/** Leaves room for the console, and for devices that come back before their old connection has ended. */
function maxConnections({ tuning, devices, operators }: SetupPlan): number {
  if (tuning.maxConnections === null) return -1
  return Math.max(tuning.maxConnections, Math.ceil(devices.length * 1.1) + 2 * operators.length)
}

function tlsLines(plan: SetupPlan, hasRevocationList: boolean): string[] {
  if (!hasTls(plan)) return []
  const layout = layoutOf(plan.platform)
  const files = [
    `cafile ${targetPath(layout, 'certs/ca.crt')}`,
    `certfile ${targetPath(layout, 'certs/server.crt')}`,
    `keyfile ${targetPath(layout, 'certs/server.key')}`,
  ]
  if (plan.mode !== 'mtls') return files
  const list = hasRevocationList ? [`crlfile ${targetPath(layout, 'certs/crl.pem')}`] : []
  return [...files, ...list, 'require_certificate true', 'use_identity_as_username true']
}

function accessLines(plan: SetupPlan): string[] {
  // Named in every mode: with a listener its default is false, without one true.
  if (plan.mode === 'anonymous') return ['allow_anonymous true']
  const layout = layoutOf(plan.platform)
  return [
    'allow_anonymous false',
    ...(hasPasswords(plan) ? [`password_file ${targetPath(layout, 'passwd')}`] : []),
    `acl_file ${targetPath(layout, 'acl')}`,
  ]
}
