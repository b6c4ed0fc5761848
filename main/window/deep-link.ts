import type { NavigationRequest } from '../../preload/contract/events.ts'
import { isListedId, SAVED_FILTERS } from '../../preload/contract/models/limits.ts'

export const LINK_SCHEME = 'waypost'

const LINK_MAX_CHARS = 2_000
/** Controls, and characters that hide or reorder what is shown. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u

/**
 * Reads `waypost://device/ID` and `waypost://devices?filter=…`. Anybody can make such a link, so it does no more than lead
 * somewhere; null for everything else. Without the schemas of the contract, because it is loaded before the window opens.
 */
export function readDeepLink(link: string): NavigationRequest | null {
  if (link.length > LINK_MAX_CHARS || !URL.canParse(link)) return null
  const url = new URL(link)
  const { protocol, username, password, port, hash, host } = url
  if (protocol !== `${LINK_SCHEME}:` || username !== '' || password !== '' || port !== '' || hash !== '') return null
  if (host === 'device') return deviceLink(url)
  return host === 'devices' ? devicesLink(url) : null
}

/** Returns the first link of a command line, as the system hands it to a second start; null if there is none. */
export function linkIn(commandLine: readonly string[]): string | null {
  return commandLine.slice(1).find((part) => part.toLowerCase().startsWith(`${LINK_SCHEME}:`)) ?? null
}

function deviceLink({ pathname, search }: URL): NavigationRequest | null {
  const parts = /^\/([^/]+)\/?$/u.exec(pathname)
  if (parts === null || search !== '') return null
  const id = decoded(parts[1] ?? '')
  if (id === null || UNSEEN.test(id) || !isListedId(id)) return null
  return { to: 'devices', deviceId: id }
}

function devicesLink({ pathname, searchParams }: URL): NavigationRequest | null {
  if (pathname !== '' && pathname !== '/') return null
  const names = [...searchParams.keys()]
  if (names.length === 0) return { to: 'devices' }
  const filter = searchParams.get('filter') ?? ''
  if (names.length > 1 || names[0] !== 'filter' || UNSEEN.test(filter) || filter.includes('\ufffd')) return null
  return filter.length <= SAVED_FILTERS.maxChars ? { to: 'devices', text: filter } : null
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
