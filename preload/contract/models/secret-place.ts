import type { AssistantSettings } from './assistant.ts'
import type { Profile } from './connection.ts'

/**
 * What would be another place for a password: where it is sent, whether others on the way can read it, by what the broker
 * proves that it is the right one, and behind which path it listens.
 */
export type PasswordMove = 'address' | 'encryption' | 'trust' | 'transport'

/** Why a password that is stored for one profile must not be sent to what the other describes; null where it may. */
export function passwordMove(storedFor: Profile, next: Profile): PasswordMove | null {
  if (hostOf(storedFor) !== hostOf(next) || storedFor.port !== next.port) return 'address'
  if (hasTls(storedFor) !== hasTls(next)) return 'encryption'
  if (hasTls(next) && trustOf(storedFor) !== trustOf(next)) return 'trust'
  return transportOf(storedFor) === transportOf(next) ? null : 'transport'
}

/** Whether a profile's password travels inside TLS. */
export function hasTls({ security }: Pick<Profile, 'security'>): boolean {
  return security === 'tls' || security === 'mtls'
}

/** Whether a key stored under some settings of the assistant must not be sent under others: to whom, through whom, trusting whom. */
export function isKeyElsewhere(storedFor: AssistantSettings, next: AssistantSettings): boolean {
  const placeOf = ({ baseUrl, network }: AssistantSettings) => [
    originOf(baseUrl),
    originOf(network?.proxyUrl ?? ''),
    pemOf(network?.ca ?? null),
  ]
  return !isSame(placeOf(storedFor), placeOf(next))
}

/** The same for the login of the proxy; an authority matters where the proxy itself speaks TLS. */
export function isProxyLoginElsewhere(storedFor: AssistantSettings, next: AssistantSettings): boolean {
  const placeOf = ({ network }: AssistantSettings) => {
    const proxy = originOf(network?.proxyUrl ?? '')
    return [proxy, proxy.startsWith('https:') ? pemOf(network?.ca ?? null) : '']
  }
  return !isSame(placeOf(storedFor), placeOf(next))
}

function hostOf({ host }: Profile): string {
  return host
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
}

function trustOf(profile: Profile): string {
  const { trust, ca, pinnedCertificate, serverName } = profile
  if (trust === 'pinned') return JSON.stringify([trust, pemOf(pinnedCertificate)])
  const name = serverName?.trim().toLowerCase() || hostOf(profile)
  return JSON.stringify([trust, trust === 'ca' ? pemOf(ca) : '', name])
}

function transportOf({ transport, path }: Profile): string {
  return transport === 'tcp' ? transport : `${transport}/${(path?.trim() ?? '').replace(/^\//, '')}`
}

/** A certificate is the same with other line ends and spaces around. */
function pemOf(pem: string | null): string {
  return pem?.replace(/\s+/g, '') ?? ''
}

/** Scheme, host and port; what is no address is a place of its own. */
function originOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.every((part, index) => part === other[index])
}
