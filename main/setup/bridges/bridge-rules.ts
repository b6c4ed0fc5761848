/** A `topic` line of a bridge (mosquitto.conf(5)). */
export interface BridgeRule {
  readonly filter: string
  readonly direction: 'in' | 'out' | 'both'
  readonly qos: 0 | 1 | 2
  /** Stands before the filter at this broker, and at the other one. */
  readonly localPrefix: string
  readonly remotePrefix: string
}

/** A `connection` of a broker to another one. */
export interface Bridge {
  /** As the configuration names it. */
  readonly name: string
  /** The broker whose configuration it is in, and the one that it connects to, by their hosts. */
  readonly on: string
  readonly to: string
  /** `try_private`: the other broker is told that this is a bridge, and sends nothing back to it. */
  readonly isPrivate: boolean
  readonly rules: readonly BridgeRule[]
}

/** A line that could not be read, from 1. */
export interface UnreadLine {
  readonly line: number
  readonly text: string
}

/** More lines than any hand-written bridge has. */
const MOST_RULES = 2_000

/** Reads the bridges of a mosquitto.conf that lies at the broker `on`; other lines are passed over. Secrets are not kept. */
export function readBridges(text: string, on: string): { bridges: readonly Bridge[]; unread: readonly UnreadLine[] } {
  const bridges: { name: string; to: string; isPrivate: boolean; rules: BridgeRule[] }[] = []
  const unread: UnreadLine[] = []
  let rules = 0
  for (const [index, raw] of text.split('\n').entries()) {
    const words = raw.trim().split(/\s+/)
    const [key = '', ...values] = words
    const now = bridges.at(-1)
    if (key === 'connection' && values[0] !== undefined) {
      bridges.push({ name: values[0], to: '', isPrivate: true, rules: [] })
    } else if (now === undefined) continue
    else if ((key === 'address' || key === 'addresses') && values[0] !== undefined) now.to = hostOf(values[0])
    else if (key === 'try_private') now.isPrivate = values[0] !== 'false'
    else if (key === 'topic') {
      const rule = ruleOf(values)
      rules += 1
      if (rule === null || rules > MOST_RULES) unread.push({ line: index + 1, text: raw.trim() })
      else now.rules.push(rule)
    }
  }
  return { bridges: bridges.map((bridge) => ({ ...bridge, on: on.toLowerCase() })), unread }
}

/** Two quotation marks stand for nothing there. */
function ruleOf([
  filter = '',
  direction = 'out',
  qos = '0',
  local = '',
  remote = '',
]: readonly string[]): BridgeRule | null {
  if (direction !== 'in' && direction !== 'out' && direction !== 'both') return null
  if (qos !== '0' && qos !== '1' && qos !== '2') return null
  const plain = (text: string): string => (text === '""' ? '' : text)
  const prefixes = { localPrefix: plain(local), remotePrefix: plain(remote) }
  // Without a filter the prefixes are whole topics.
  if (plain(filter) === '' && (prefixes.localPrefix === '' || prefixes.remotePrefix === '')) return null
  return { filter: plain(filter), direction, qos: Number(qos) as 0 | 1 | 2, ...prefixes }
}

function hostOf(address: string): string {
  const colon = address.lastIndexOf(':')
  return (colon > 0 ? address.slice(0, colon) : address).toLowerCase()
}
