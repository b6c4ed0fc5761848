import { X509Certificate } from 'node:crypto'
import type { Profile, ProfileSecret, SecurityMode } from '../../../preload/contract/models/broker/connection.ts'

/** A profile with its secrets in clear, as read from the secret store for one connection or one test. Never logged. */
export interface ConnectionTarget {
  readonly profile: Profile
  readonly secrets: Readonly<Record<ProfileSecret, string | null>>
  /** Secrets that an earlier run kept in memory alone; without them nothing is tried. */
  readonly lostSecrets?: readonly ProfileSecret[]
}

/** True for TLS with passwords, and with client certificates. */
export function isTlsMode(mode: SecurityMode): boolean {
  return mode === 'tls' || mode === 'mtls'
}

/** True when the profile speaks TLS. */
export function isTlsTarget(target: ConnectionTarget): boolean {
  return isTlsMode(target.profile.security)
}

/** True when a user name or a client certificate is shown to the broker. */
export function hasLogin({ profile: { security, username } }: ConnectionTarget): boolean {
  return security !== 'anonymous' && (username !== null || security === 'mtls')
}

/** True when MQTT runs inside a WebSocket. */
export function isWebSocketTarget(target: ConnectionTarget): boolean {
  return target.profile.transport === 'websocket'
}

/** The host as the resolver wants it: an IPv6 address loses the brackets it has in a URL. */
export function hostOf(target: ConnectionTarget): string {
  return target.profile.host.trim().replace(/^\[(.*)\]$/, '$1')
}

/** `host:port` for people, IPv6 in brackets. */
export function addressOf(target: ConnectionTarget): string {
  return hostAndPort(hostOf(target), target.profile.port)
}

export function hostAndPort(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** The target at each of its addresses, in the order in which they are tried. */
export function targetsOf(target: ConnectionTarget): readonly ConnectionTarget[] {
  const { otherAddresses = [], ...profile } = target.profile
  return [target, ...otherAddresses.map((address) => ({ ...target, profile: { ...profile, ...address } }))]
}

/** Path of the WebSocket, with its leading slash. */
export function pathOf({ profile }: ConnectionTarget): string {
  const path = profile.path?.trim() ?? ''
  return path.startsWith('/') ? path : `/${path}`
}

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
