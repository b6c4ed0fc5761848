import type { PeerCertificate } from 'node:tls'
import type { PeerCertificateView } from '../../../preload/contract/models/broker/connection.ts'

/** Facts of a peer's certificate for the words of a diagnosis; null when there is none. */
export function factsOfCertificate(certificate: PeerCertificate): PeerCertificateView | null {
  if (Object.keys(certificate).length === 0) return null
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    names: certificate.subjectaltname ?? '',
    validFrom: certificate.valid_from,
    validTo: certificate.valid_to,
    fingerprint256: certificate.fingerprint256,
    pem: pemOf(certificate.raw),
  }
}

/** A failed host-name check carries the certificate that it looked at. */
export function peerFactsOf(error: unknown): PeerCertificateView | null {
  if (!(error instanceof Error) || !('cert' in error)) return null
  const { cert } = error
  return isCertificate(cert) ? factsOfCertificate(cert) : null
}

function pemOf(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function isCertificate(value: unknown): value is PeerCertificate {
  return typeof value === 'object' && value !== null && 'fingerprint256' in value && 'valid_from' in value
}

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  if (name === undefined) return ''
  return Object.entries(name)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(', ')
}
