import type { ProfileFileFormat } from '../../../../preload/contract/models/broker/connection.ts'
import { envFile } from '../../../shared/env-file.ts'
import { type ConnectionTarget, hostOf, isTlsTarget } from '../../session/target.ts'

const HEARTBEAT_S = 30

interface WriteOptions {
  /** Leaves the password out of formats that have one. */
  readonly hasPassword: boolean
  /** For the executor's configuration. */
  readonly deviceId: string
}

/** A profile as the text of a file. The format `waypost` never holds a secret. */
export function writeProfile(target: ConnectionTarget, format: ProfileFileFormat, options: WriteOptions): string {
  if (format === 'waypost') return json({ waypostProfile: target.profile })
  const { profile, secrets } = target
  const isTls = isTlsTarget(target)
  const username = profile.security === 'anonymous' ? '' : (profile.username ?? '')
  const password = options.hasPassword && username !== '' ? (secrets.password ?? '') : ''
  if (format === 'env') {
    return envFile({
      MQTT_HOST: hostOf(target),
      MQTT_PORT: String(profile.port),
      MQTT_USERNAME: username,
      MQTT_PASSWORD: password,
      ...(isTls ? { MQTT_TLS: 'true' } : {}),
    })
  }
  return json({
    device_id: options.deviceId,
    mqtt_host: hostOf(target),
    mqtt_port: profile.port,
    mqtt_username: username,
    mqtt_password: password,
    heartbeat_interval: HEARTBEAT_S,
    ...(isTls ? { mqtt_tls: true } : {}),
  })
}

/** The usual name of such a file. */
export function profileFileName(name: string, format: ProfileFileFormat): string {
  if (format === 'env') return '.env'
  if (format === 'executor') return 'rpi_executor_config.json'
  return `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|(?<![-.])[-.]+$/g, '') || 'connection'}.waypost.json`
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
