import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { ConnectionFailure, ConnectionTest } from '../../../preload/contract/models/broker/connection.ts'
import { withoutStrays } from '../../../preload/contract/models/broker/stray-characters.ts'
import { errorCode } from '../diagnosis/detail.ts'
import { describe } from '../diagnosis/diagnose.ts'
import type { INPUT_CAUSES } from '../diagnosis/input-causes.ts'
import { faultAt } from '../session/session-fault.ts'
import { type ConnectionTarget, hostOf, isWebSocketTarget, pathOf, targetsOf } from '../session/target.ts'
import { fingerprintOf, systemAuthorities } from '../session/trust.ts'

/** A value of the form that cannot work, found before anything is sent. */
export interface InputProblem {
  readonly failure: ConnectionFailure
  readonly field: NonNullable<ConnectionTest['field']>
}

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

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

/** The same for each address of a target. */
export function checkAddresses(target: ConnectionTarget, now: number): InputProblem | null {
  for (const one of targetsOf(target)) {
    const problem = checkInput(one, now)
    if (problem !== null) return one === target ? problem : { ...problem, field: 'otherAddresses' }
  }
  return null
}

/** Every certificate of a PEM text, in order; throws on the first that does not parse. */
function parseCertificates(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]*(?:-----END [^-]*-----)?/g) ?? []
  return blocks.map((block) => new X509Certificate(block))
}

function checkAddress(target: ConnectionTarget): Finding {
  const host = hostOf(target)
  if (host === '') return ['input-host-empty', 'host']
  if (!isHost(host) && isHost(withoutStrays(host))) return ['input-host-stray', 'host']
  if (host.includes('://') || /[/?@]/.test(host)) return ['input-host-scheme', 'host']
  if (!isHost(host)) return ['input-host-invalid', 'host']
  if (isIP(host) === 6 && /^fe[89ab][\da-f]:[^%]*$/i.test(host)) return ['input-host-zone', 'host']
  const { port } = target.profile
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return ['input-port', 'port']
  return isWebSocketTarget(target) && !/^\/[!-~]*$/.test(pathOf(target)) ? ['input-path', 'path'] : null
}

/** Letters of any script: an internationalised name is resolved in its ASCII form by the resolver. */
function isHost(host: string): boolean {
  if (isIP(host.replace(/^\[(.*)\]$/, '$1')) !== 0) return true
  // Numbers alone are an address, and here one that is not whole: resolvers make another machine's of 192.168.1.
  if (/^(?:\d+\.)*\d+\.?$/.test(host)) return false
  return /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*\.?$/u.test(host)
}

function checkLogin({ profile, secrets, lostSecrets = [] }: ConnectionTarget): Finding {
  if (profile.security === 'anonymous') return null
  if (lostSecrets.includes('password')) return ['input-password-lost', 'password']
  if (/\p{Cc}/u.test(profile.username ?? '')) return ['input-username-invalid', 'username']
  const needsName = profile.security === 'password' || secrets.password !== null
  return needsName && (profile.username ?? '') === '' ? ['input-username', 'username'] : null
}

function checkTls(target: ConnectionTarget, now: number): Finding {
  const { security } = target.profile
  if (security !== 'tls' && security !== 'mtls') return null
  return checkTrust(target, now) ?? (security === 'mtls' ? checkClient(target, now) : null)
}

function checkTrust({ profile }: ConnectionTarget, now: number): Finding {
  if (profile.trust === 'system') return systemAuthorities() === null ? ['input-system-store', 'trust'] : null
  if (profile.trust === 'ca') return profile.ca === null ? null : checkCa(profile.ca, now)
  const isPinned = fingerprintOf(profile.pinnedCertificate ?? '') !== null
  return isPinned ? null : ['input-pin-missing', 'pinnedCertificate']
}

function checkCa(pem: string, now: number): Finding {
  if (pem.trim() === '') return ['input-ca-empty', 'ca']
  if (isBinary(pem)) return ['input-ca-is-der', 'ca']
  if (!pem.includes('CERTIFICATE-----') && PRIVATE_KEY.test(pem)) return ['input-ca-is-key', 'ca']
  const certificates = tryTo(() => parseCertificates(pem))
  if (certificates instanceof Error) return ['input-ca-not-pem', 'ca', certificates]
  if (certificates.length === 0) return ['input-ca-not-pem', 'ca']
  return certificates.some((certificate) => isValidAt(certificate, now)) ? null : ['input-ca-expired', 'ca']
}

function checkClient({ profile, secrets }: ConnectionTarget, now: number): Finding {
  const leaf = readLeaf(profile.clientCertificate ?? '')
  if (!(leaf instanceof X509Certificate)) return leaf
  if (!isValidAt(leaf, now)) return ['input-certificate-expired', 'clientCertificate']
  const keyPem = secrets.clientKey ?? ''
  if (keyPem.trim() === '') return ['input-key-missing', 'clientKey']
  const key = readKey(keyPem, secrets.passphrase)
  if (Array.isArray(key)) return [key[0], key[1], key[2]]
  return leaf.checkPrivateKey(key) ? null : ['input-key-mismatch', 'clientKey']
}

function readLeaf(pem: string): X509Certificate | Finding {
  if (pem.trim() === '') return ['input-certificate-missing', 'clientCertificate']
  if (isBinary(pem)) return ['input-certificate-is-der', 'clientCertificate']
  if (!pem.includes('CERTIFICATE-----') && PRIVATE_KEY.test(pem))
    return ['input-certificate-is-key', 'clientCertificate']
  const certificates = tryTo(() => parseCertificates(pem))
  if (certificates instanceof Error) return ['input-certificate-not-pem', 'clientCertificate', certificates]
  return certificates[0] ?? ['input-certificate-not-pem', 'clientCertificate']
}

function readKey(pem: string, passphrase: string | null): KeyObject | [InputCause, InputProblem['field'], unknown?] {
  if (isBinary(pem)) return ['input-key-is-der', 'clientKey']
  if (!PRIVATE_KEY.test(pem))
    return [pem.includes('-----BEGIN CERT') ? 'input-key-is-certificate' : 'input-key-not-pem', 'clientKey']
  const isEncrypted = /BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem)
  if (isEncrypted && (passphrase ?? '') === '') return ['input-passphrase-missing', 'passphrase']
  const key = tryTo(() => createPrivateKey({ key: pem, ...(passphrase === null ? {} : { passphrase }) }))
  if (!(key instanceof Error)) return key
  if (errorCode(key) === 'ERR_MISSING_PASSPHRASE') return ['input-passphrase-missing', 'passphrase']
  return isEncrypted ? ['input-passphrase-wrong', 'passphrase', key] : ['input-key-not-pem', 'clientKey', key]
}

/** DER begins with a SEQUENCE of long length (X.690, 8.1.3); as text its second byte is no ASCII. */
function isBinary(text: string): boolean {
  return /^0[\u0080-\u00ff\ufffd]/.test(text)
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
