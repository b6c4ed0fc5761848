import type { Bridge } from './bridge-rules.ts'

/** A way on which a message comes back to the broker that it started from. */
export interface Echo {
  /** `ring` goes on for ever; `not-private` comes back once, over the bridge that took it away. */
  readonly kind: 'ring' | 'not-private'
  /** Topic filter of what comes back, at the first broker. */
  readonly filter: string
  /** Brokers on the way, the first one again at the end. */
  readonly brokers: readonly string[]
  /** Names of the bridges, one a step. */
  readonly bridges: readonly string[]
}

/** One direction of a topic line: what fits `filter` at `from` is sent to `to`, with another beginning. */
interface Edge {
  readonly bridge: Bridge
  readonly from: string
  readonly to: string
  readonly filter: readonly string[]
  readonly fromPrefix: string
  readonly toPrefix: string
  /** The line's own filter, between the prefixes. */
  readonly own: string
}

/** A message passes more brokers than that nowhere. */
const LONGEST = 8
/** Steps of the search, so that a hostile configuration ends it. */
const MOST_STEPS = 200_000
/** More than anybody reads. */
const MOST_ECHOES = 20

/**
 * Finds every way on which bridges carry a message back to the broker that it started from, where it is taken up again. A
 * broker sends nothing back over the bridge that brought it, unless `try_private` is false.
 */
export function findEchoes(bridges: readonly Bridge[]): readonly Echo[] {
  const edges = bridges.flatMap(edgesOf)
  const byBroker = new Map<string, Edge[]>()
  for (const edge of edges) byBroker.set(edge.from, [...(byBroker.get(edge.from) ?? []), edge])
  const found = new Map<string, Echo>()
  let steps = 0
  const follow = (way: readonly Edge[], topics: readonly string[]): void => {
    const [first, last] = [way[0], way.at(-1)]
    if (first === undefined || last === undefined) return
    if (last.to === first.from) {
      const again = intersection(topics, first.filter)
      if (again !== null) note(found, way, again)
      return
    }
    if (way.length >= LONGEST) return
    for (const next of byBroker.get(last.to) ?? []) {
      steps += 1
      if (steps > MOST_STEPS || found.size >= MOST_ECHOES) return
      if (next.bridge === last.bridge && next.bridge.isPrivate) continue
      const isBack = next.to !== first.from && way.some(({ from }) => from === next.to)
      if (isBack) continue
      const passed = intersection(topics, next.filter)
      if (passed !== null) follow([...way, next], carried(passed, next))
    }
  }
  for (const edge of edges) follow([edge], carried(edge.filter, edge))
  return [...found.values()]
}

/** The same ring is found from each of its brokers. */
function note(found: Map<string, Echo>, way: readonly Edge[], topics: readonly string[]): void {
  const names = way.map(({ bridge }) => `${bridge.on} ${bridge.name}`)
  const key = [...new Set(names)].sort().join('\n')
  if (found.has(key)) return
  const isOwn = new Set(way.map(({ bridge }) => bridge)).size === 1
  found.set(key, {
    kind: isOwn ? 'not-private' : 'ring',
    filter: topics.join('/'),
    brokers: [...way.map(({ from }) => from), way[0]?.from ?? ''],
    bridges: way.map(({ bridge }) => bridge.name),
  })
}

function edgesOf(bridge: Bridge): Edge[] {
  return bridge.rules.flatMap(({ filter, direction, localPrefix, remotePrefix }) => {
    const edge = (from: string, to: string, fromPrefix: string, toPrefix: string): Edge => ({
      ...{ bridge, from, to, fromPrefix, toPrefix, own: filter },
      filter: `${fromPrefix}${filter}`.split('/'),
    })
    return [
      ...(direction === 'in' ? [] : [edge(bridge.on, bridge.to, localPrefix, remotePrefix)]),
      ...(direction === 'out' ? [] : [edge(bridge.to, bridge.on, remotePrefix, localPrefix)]),
    ]
  })
}

/** What topics are called at the other end. Where a prefix ends within a level, all that the line can carry. */
function carried(topics: readonly string[], { fromPrefix, toPrefix, own }: Edge): readonly string[] {
  if (fromPrefix === toPrefix) return topics
  const isWhole = [fromPrefix, toPrefix].every((prefix) => prefix === '' || prefix.endsWith('/'))
  if (!isWhole) return `${toPrefix}${own}`.split('/')
  const left = fromPrefix === '' ? topics : topics.slice(fromPrefix.split('/').length - 1)
  return [...(toPrefix === '' ? [] : toPrefix.slice(0, -1).split('/')), ...left]
}

/** Topics that fit both filters, as a filter; null where none does. */
function intersection(one: readonly string[], other: readonly string[]): readonly string[] | null {
  const both: string[] = []
  for (let level = 0; ; level += 1) {
    const [first, second] = [one[level], other[level]]
    // `a/#` takes `a` too.
    if (first === '#') return [...both, ...other.slice(level)]
    if (second === '#') return [...both, ...one.slice(level)]
    if (first === undefined || second === undefined) return first === second ? both : null
    if (first !== '+' && second !== '+' && first !== second) return null
    both.push(first === '+' ? second : first)
  }
}
