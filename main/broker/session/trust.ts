import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import tls from 'node:tls'
import type { Profile } from '../../../preload/contract/models/broker/connection.ts'

const LINUX_BUNDLE = '/etc/ssl/certs/ca-certificates.crt'

/**
 * Authorities that the operating system trusts, in PEM; null where they cannot be had. Node gives them from 22.15 on,
 * Electron 33 does not.
 */
export function systemAuthorities(): readonly string[] | null {
  const fromRuntime = 'getCACertificates' in tls ? tls.getCACertificates('system') : []
  if (fromRuntime.length > 0) return fromRuntime
  if (process.platform !== 'linux') return null
  try {
    return [readFileSync(LINUX_BUNDLE, 'utf8')]
  } catch {
    return null
  }
}

/** SHA-256 fingerprint of the first certificate of a PEM text, as `AB:CD:…`; null when it does not parse. */
export function fingerprintOf(pem: string): string | null {
  try {
    return new X509Certificate(pem).fingerprint256
  } catch {
    return null
  }
}

/** Subjects of the certificates in a PEM text, for people; null when there is none that parses. */
export function subjectsOf(pem: string): string | null {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*(?:-----END CERTIFICATE-----)?/g) ?? []
  try {
    const subjects = blocks.slice(0, 3).map((block) => new X509Certificate(block).subject.replaceAll('\n', ', '))
    return subjects.length === 0 ? null : subjects.join('; ')
  } catch {
    return null
  }
}

/** TLS options that say whom to trust; verification is on in each of them. `name` is expected in the certificate. */
export function trustOptions(profile: Profile, name: string): tls.ConnectionOptions {
  if (profile.trust === 'pinned') return pinnedOptions(profile.pinnedCertificate ?? '')
  const authorities = profile.trust === 'system' ? systemAuthorities() : profile.ca
  return {
    rejectUnauthorized: true,
    checkServerIdentity: (_host, certificate) => tls.checkServerIdentity(name, certificate),
    ...(authorities === null ? {} : { ca: [authorities].flat() }),
  }
}

/** Only that one certificate, by whatever name it was reached; a leaf alone is a chain here. */
function pinnedOptions(pem: string): tls.ConnectionOptions {
  const pinned = fingerprintOf(pem)
  return {
    rejectUnauthorized: true,
    ca: [pem],
    allowPartialTrustChain: true,
    checkServerIdentity: (_host, certificate) => {
      if (pinned !== null && certificate.fingerprint256 === pinned) return undefined
      return Object.assign(new Error('the certificate is not the pinned one'), {
        code: 'ERR_WAYPOST_PIN_MISMATCH',
        cert: certificate,
      })
    },
  }
}
