import { X509Certificate } from 'node:crypto'
import type { ConnectionTarget } from '../session/target.ts'

/**
 * Names by which a broker may know the console: its user name, and the common name of its certificate, which Mosquitto takes
 * with `use_identity_as_username`. Empty for a console without either.
 */
export function ownNamesOf({ profile }: ConnectionTarget): readonly string[] {
  const username = profile.security === 'anonymous' ? null : profile.username
  const names = [username, profile.clientCertificate === null ? null : commonName(profile.clientCertificate)]
  return [...new Set(names.filter((name) => name !== null && name !== ''))] as readonly string[]
}

function commonName(pem: string): string | null {
  try {
    const { subject } = new X509Certificate(pem).toLegacyObject()
    const { CN: name } = subject as { readonly CN?: string | readonly string[] }
    return typeof name === 'string' ? name : (name?.[0] ?? null)
  } catch {
    // No certificate: the connection says so.
    return null
  }
}
