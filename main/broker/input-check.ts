import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { ConnectionFailure, ConnectionTest } from '../../preload/contract/models/connection.ts'
import { errorCode } from './diagnosis/detail.ts'
import { describe } from './diagnosis/diagnose.ts'
import type { INPUT_CAUSES } from './diagnosis/input-causes.ts'
import { faultAt } from './session-fault.ts'
import { type ConnectionTarget, hostOf } from './target.ts'

/** A value of the form that cannot work, found before anything is sent. */
export interface InputProblem {
  readonly failure: ConnectionFailure
  readonly field: NonNullable<ConnectionTest['field']>
}

type InputCause = keyof typeof INPUT_CAUSES
type Finding = readonly [InputCause, InputProblem['field'], unknown?] | null

/** Checks host, port, user name and every PEM of a target; null when all of them can work. */
export function checkInput(target: ConnectionTarget, now: number): InputProblem | null {
  const finding = checkAddress(target) ?? checkLogin(target) ?? checkTls(target, now)
  if (finding === null) return null
  const [cause, field, error] = finding
  const { failure } = describe(cause, faultAt('input', target, error ?? null), { now: new Date(now), addresses: [] })
  return { failure: { ...failure, detail: error === undefined ? '' : failure.detail }, field }
}

/** Every certificate of a PEM text, in order; throws on the first that does not parse. */
function parseCertificates(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END [^-]*-----/g) ?? []
  return blocks.map((block) => new X509Certificate(block))
}

function checkAddress(target: ConnectionTarget): Finding {
  const host = hostOf(target)
  if (host === '') return ['input-host-empty', 'host']
  if (host.includes('://') || /[/?@]/.test(host)) return ['input-host-scheme', 'host']
  // Letters of any script: an internationalised name is resolved in its ASCII form by the resolver.
  if (isIP(host) === 0 && !/^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*\.?$/u.test(host)) return ['input-host-invalid', 'host']
  const { port } = target.profile
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? null : ['input-port', 'port']
}

function checkLogin({ profile, secrets }: ConnectionTarget): Finding {
  const needsName = profile.security === 'password' || (profile.security === 'tls' && secrets.password !== null)
  return needsName && (profile.username ?? '') === '' ? ['input-username', 'username'] : null
}

function checkTls(target: ConnectionTarget, now: number): Finding {
  const { security, ca } = target.profile
  if (security !== 'tls' && security !== 'mtls') return null
  const caFinding = ca === null ? null : checkCa(ca, now)
  return caFinding ?? (security === 'mtls' ? checkClient(target, now) : null)
}

function checkCa(pem: string, now: number): Finding {
  if (!pem.includes('CERTIFICATE-----') && /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem))
    return ['input-ca-is-key', 'ca']
  const certificates = tryTo(() => parseCertificates(pem))
  if (certificates instanceof Error) return ['input-ca-not-pem', 'ca', certificates]
  if (certificates.length === 0) return ['input-ca-not-pem', 'ca']
  return certificates.some((certificate) => isValidAt(certificate, now)) ? null : ['input-ca-expired', 'ca']
}

function checkClient({ profile, secrets }: ConnectionTarget, now: number): Finding {
  const pem = profile.clientCertificate ?? ''
  if (pem.trim() === '') return ['input-certificate-missing', 'clientCertificate']
  const certificates = tryTo(() => parseCertificates(pem))
  if (certificates instanceof Error) return ['input-certificate-not-pem', 'clientCertificate', certificates]
  const leaf = certificates[0]
  if (leaf === undefined) return ['input-certificate-not-pem', 'clientCertificate']
  if (!isValidAt(leaf, now)) return ['input-certificate-expired', 'clientCertificate']
  const keyPem = secrets.clientKey ?? ''
  if (keyPem.trim() === '') return ['input-key-missing', 'clientKey']
  const key = readKey(keyPem, secrets.passphrase)
  if (Array.isArray(key)) return [key[0], key[1], key[2]]
  return leaf.checkPrivateKey(key) ? null : ['input-key-mismatch', 'clientKey']
}

function readKey(pem: string, passphrase: string | null): KeyObject | [InputCause, InputProblem['field'], unknown?] {
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) return ['input-key-not-pem', 'clientKey']
  const isEncrypted = /BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem)
  if (isEncrypted && (passphrase ?? '') === '') return ['input-passphrase-missing', 'passphrase']
  const key = tryTo(() => createPrivateKey({ key: pem, ...(passphrase === null ? {} : { passphrase }) }))
  if (!(key instanceof Error)) return key
  if (errorCode(key) === 'ERR_MISSING_PASSPHRASE') return ['input-passphrase-missing', 'passphrase']
  return isEncrypted ? ['input-passphrase-wrong', 'passphrase', key] : ['input-key-not-pem', 'clientKey', key]
}

function isValidAt(certificate: X509Certificate, now: number): boolean {
  return Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo)
}

function tryTo<T>(run: () => T): T | Error {
  try {
    return run()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
