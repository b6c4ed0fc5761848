import { isIPv4 } from 'node:net'

/**
 * The network that answers for what an address does: an IPv4 address itself, also inside IPv6 (`::ffff:192.0.2.1`), or the
 * first 64 bits of an IPv6 address, which one computer may fill as it likes.
 */
export function loginNetwork(address: string): string {
  if (isIPv4(address)) return address
  const groups = groupsOf(address.split('%', 1)[0] ?? '')
  if (groups === null) return address
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.')
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** The eight groups of an IPv6 address; null for what is none. The URL parser writes every spelling in one way. */
function groupsOf(address: string): readonly number[] | null {
  const url = `http://[${address}]`
  if (!URL.canParse(url)) return null
  const [before = '', after] = new URL(url).hostname.slice(1, -1).split('::')
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const [head, tail] = [read(before), read(after ?? '')]
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}
