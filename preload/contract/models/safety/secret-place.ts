import type { AssistantSettings } from '../assistant/assistant.ts'
import type { Profile } from '../broker/connection.ts'

/**
 * Differences that make another place for a password: the address, the encryption on the way, the proof of the broker's
 * identity, and the transport with its path.
 */
export type PasswordMove = 'address' | 'encryption' | 'trust' | 'transport'

/** Returns the difference that forbids sending a stored password to the place of the other profile; null if none. */
export function passwordMove(storedFor: Profile, next: Profile): PasswordMove | null {
  const [known, asked] = [placesOf(storedFor), placesOf(next)]
  if (asked.some(({ place }) => known.every((one) => one.place !== place))) return 'address'
  if (hasTls(storedFor) !== hasTls(next)) return 'encryption'
  const isTrusted = (place: Place) => known.some((one) => one.place === place.place && one.name === place.name)
  if (hasTls(next) && (trustOf(storedFor) !== trustOf(next) || !asked.every(isTrusted))) return 'trust'
  return transportOf(storedFor) === transportOf(next) ? null : 'transport'
}

/** True if the password of a profile is sent inside TLS. */
export function hasTls({ security }: Pick<Profile, 'security'>): boolean {
  return security === 'tls' || security === 'mtls'
}

/** True if a key stored under some settings must not be sent under others: another endpoint, proxy or authority. */
export function isKeyElsewhere(storedFor: AssistantSettings, next: AssistantSettings): boolean {
  const placeOf = ({ baseUrl, network }: AssistantSettings) => [
    originOf(baseUrl),
    originOf(network?.proxyUrl ?? ''),
    pemOf(network?.ca ?? null),
  ]
  return !isSame(placeOf(storedFor), placeOf(next))
}

/** True if the login of the proxy must not be sent; the authority matters only if the proxy itself speaks TLS. */
export function isProxyLoginElsewhere(storedFor: AssistantSettings, next: AssistantSettings): boolean {
  const placeOf = ({ network }: AssistantSettings) => {
    const proxy = originOf(network?.proxyUrl ?? '')
    return [proxy, proxy.startsWith('https:') ? pemOf(network?.ca ?? null) : '']
  }
  return !isSame(placeOf(storedFor), placeOf(next))
}

interface Place {
  /** Host and port. */
  readonly place: string
  /** Name expected in the certificate; empty where a pinned certificate is trusted by whatever name. */
  readonly name: string
}

/** Every address to which the password may be sent. */
function placesOf(profile: Profile): Place[] {
  return [profile, ...(profile.otherAddresses ?? [])].map((address) => {
    const host = plainHost(address.host)
    const name = profile.trust === 'pinned' ? '' : address.serverName?.trim().toLowerCase() || host
    return { place: `${host} ${address.port}`, name }
  })
}

function plainHost(host: string): string {
  return host
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
}

function trustOf(profile: Profile): string {
  const { trust, ca, pinnedCertificate } = profile
  if (trust === 'pinned') return JSON.stringify([trust, pemOf(pinnedCertificate)])
  return JSON.stringify([trust, trust === 'ca' ? pemOf(ca) : ''])
}

function transportOf({ transport, path, proxy }: Profile): string {
  const way = proxy == null ? '' : ` by ${proxy}`
  return transport === 'tcp' ? transport + way : `${transport}/${(path?.trim() ?? '').replace(/^\//, '')}${way}`
}

/** Removes white space, because a certificate is the same with other line ends. */
function pemOf(pem: string | null): string {
  return pem?.replace(/\s+/g, '') ?? ''
}

/** Returns scheme, host and port; an invalid address is its own place. */
function originOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.every((part, index) => part === other[index])
}
