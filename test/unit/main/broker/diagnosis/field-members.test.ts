import { expect, it } from 'vitest'
import { diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import type { Fault } from '../../../../../main/broker/diagnosis/fault.ts'
import { error, fault, LOCAL } from './new-fault.ts'

const tls = (code: string, message: string): Partial<Fault> => ({
  stage: 'tls',
  isTls: true,
  error: error(code, message),
})
/** Sent by the broker after the handshake, as with TLS 1.3. */
const alert = (number: number, words: string): Partial<Fault> => ({
  isTls: true,
  error: error(null, `SSL routines:ssl3_read_bytes:${words}:rec_layer_s3.c:916:SSL alert number ${number}`),
})
const unknownName = (host: string): Partial<Fault> => ({ stage: 'dns', host, error: error('ENOTFOUND', 'x') })

/** Failures of the kinds that are met in the field, with their cause. */
it.each<[title: string, change: Partial<Fault>, cause: string]>([
  ['a key of the broker that is too short', tls('UNSPECIFIED', 'EE certificate key too weak'), 'tls-weak'],
  ['a key of the authority that is too short', tls('UNSPECIFIED', 'CA certificate key too weak'), 'tls-weak'],
  ['an authority that is not loaded', tls('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate'), 'tls-unknown-ca'],
  ['TLS to a plain port', tls('ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number'), 'not-tls'],
  ['a clock that is behind', tls('CERT_NOT_YET_VALID', 'certificate is not yet valid'), 'tls-not-yet-valid'],
  ['parameters that are too short', tls('ERR_SSL_DH_KEY_TOO_SMALL', 'dh key too small'), 'tls-dh'],
  ['a container of the add-on', unknownName('addon_core_mosquitto'), 'dns-container'],
  ['a container of Compose', unknownName('zigbee2mqtt_mqtt_1'), 'dns-container'],
  ['the host of a container', unknownName('gateway.docker.internal'), 'dns-docker-host'],
  ['a service of Swarm', unknownName('tasks.mosquitto'), 'dns-container'],
  ['a container of OrbStack', unknownName('mosquitto.orb.local'), 'dns-container'],
  ['the host of Minikube', unknownName('host.minikube.internal'), 'dns-docker-host'],
  ['the host of Podman', unknownName('host.containers.internal'), 'dns-docker-host'],
  ['a name of a company that ends alike', unknownName('gateway.plant.internal'), 'dns'],
  [
    'a certificate in binary form',
    tls('ERR_OSSL_ASN1_WRONG_TAG', 'asn1 encoding routines::wrong tag'),
    'tls-file-unreadable',
  ],
  ['a system without the versions', tls('ERR_SSL_NO_PROTOCOLS_AVAILABLE', 'no protocols available'), 'tls-version'],
  ['a refusal by access', alert(49, 'tlsv1 alert access denied'), 'tls-client-rejected'],
  ['a signature that does not fit', alert(51, 'tlsv1 alert decrypt error'), 'tls-client-rejected'],
  ['a fault inside the broker', alert(80, 'tlsv1 alert internal error'), 'tls-broker-fault'],
  ['a protocol that is not offered', alert(120, 'tlsv1 alert no application protocol'), 'tls-alpn'],
  ['an alert without its number', tls('ERR_SSL_SSL/TLS_ALERT_ILLEGAL_PARAMETER', 'x'), 'tls-handshake'],
  ['a key that may not sign', tls('UNSPECIFIED', 'key usage does not include certificate signing'), 'tls-certificate'],
  [
    'an authority without its usage',
    tls('UNSPECIFIED', 'CA cert does not include key usage extension'),
    'tls-certificate',
  ],
  ['another authority of that name', tls('UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'x'), 'tls-unknown-ca'],
  [
    'a certificate that names another key of its issuer',
    tls('UNSPECIFIED', 'authority and subject key identifier mismatch'),
    'tls-unknown-ca',
  ],
  ['a list of revocations that is old', tls('CRL_HAS_EXPIRED', 'CRL has expired'), 'tls-certificate'],
  ['the usage of a key in BoringSSL', tls('x', 'OPENSSL_internal:KEY_USAGE_BIT_INCORRECT'), 'tls-certificate'],
  ['a topic that the broker calls invalid', { stage: 'open', reasonCode: 0x90 }, 'protocol-error'],
  ['an alias that the broker does not know', { stage: 'open', reasonCode: 0x94 }, 'protocol-error'],
  ['a payload that is not in its format', { stage: 'open', reasonCode: 0x99 }, 'protocol-error'],
  ['a name that its authority may not give', tls('UNSPECIFIED', 'permitted subtree violation'), 'tls-certificate'],
  [
    'an authority without its key identifier',
    tls('UNSPECIFIED', 'Missing Authority Key Identifier'),
    'tls-certificate',
  ],
  ['a signature by SHA-1', tls('ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED', 'x'), 'tls-weak'],
  ['a client id that is refused', { reasonCode: 2, protocolVersion: 4 }, 'client-id'],
])('%s', (_title, change, cause) => {
  const { failure } = diagnose(fault(change), LOCAL)
  expect(failure.cause).toBe(cause)
  expect(failure.message.en).not.toMatch(/\?\.|undefined/)
})
