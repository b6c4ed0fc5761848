import { expect, it } from 'vitest'
import { diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import type { Fault } from '../../../../../main/broker/diagnosis/fault.ts'
import { error, fault, LOCAL } from './new-fault.ts'

const tls = (code: string, message: string): Partial<Fault> => ({
  stage: 'tls',
  isTls: true,
  error: error(code, message),
})
const unknownName = (host: string): Partial<Fault> => ({ stage: 'dns', host, error: error('ENOTFOUND', 'x') })

/** Failures of the kinds that are met in the field, with their cause. */
it.each<[title: string, change: Partial<Fault>, cause: string]>([
  ['a key of the broker that is too short', tls('UNSPECIFIED', 'EE certificate key too weak'), 'tls-weak'],
  ['a key of the authority that is too short', tls('UNSPECIFIED', 'CA certificate key too weak'), 'tls-weak'],
  ['an authority that is not loaded', tls('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate'), 'tls-unknown-ca'],
  ['TLS to a plain port', tls('ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number'), 'not-tls'],
  ['a clock that is behind', tls('CERT_NOT_YET_VALID', 'certificate is not yet valid'), 'tls-not-yet-valid'],
  ['parameters that are too short', tls('ERR_SSL_DH_KEY_TOO_SMALL', 'dh key too small'), 'tls-handshake'],
  ['a container of the add-on', unknownName('addon_core_mosquitto'), 'dns-container'],
  ['a container of Compose', unknownName('zigbee2mqtt_mqtt_1'), 'dns-container'],
  ['the host of a container', unknownName('gateway.docker.internal'), 'dns-docker-host'],
  ['a client id that is refused', { reasonCode: 2, protocolVersion: 4 }, 'client-id'],
])('%s', (_title, change, cause) => {
  const { failure } = diagnose(fault(change), LOCAL)
  expect(failure.cause).toBe(cause)
  expect(failure.message.en).not.toMatch(/\?\.|undefined/)
})
