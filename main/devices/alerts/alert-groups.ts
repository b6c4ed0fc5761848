import type { Alert, AlertGroup } from '../../../preload/contract/models/devices/alert.ts'

/** Alerts of one rule whose times are no further apart than this have one cause, e.g. a network that went down. */
const GAP_MS = 60_000
const SHOWN_MAX = 3

/**
 * Groups alerts of one connection by their cause: the same rule and state, each raised within a minute of the one
 * before. Keeps the order of the first alert of each group. `tagsOf` gives the tags of an alert's device.
 */
export function groupAlerts(alerts: readonly Alert[], tagsOf: (alert: Alert) => readonly string[]): AlertGroup[] {
  const byCause = new Map<string, Alert[]>()
  for (const alert of alerts) {
    const cause = `${alert.ruleId}\n${alert.state}`
    const same = byCause.get(cause)
    if (same === undefined) byCause.set(cause, [alert])
    else same.push(alert)
  }
  const place = new Map(alerts.map(({ id }, index) => [id, index]))
  const groups = [...byCause.values()].flatMap((same) => chains(same)).map((chain) => groupOf(chain, place, tagsOf))
  return groups.sort((a, b) => a.place - b.place).map(({ group }) => group)
}

/** Splits alerts where more than the gap lies between two of them. */
function chains(alerts: readonly Alert[]): Alert[][] {
  const sorted = [...alerts].sort((a, b) => a.raisedAt - b.raisedAt)
  const made: Alert[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const alert of sorted) {
    if (alert.raisedAt - last > GAP_MS) made.push([])
    made.at(-1)?.push(alert)
    last = alert.raisedAt
  }
  return made
}

function groupOf(
  chain: readonly Alert[],
  place: ReadonlyMap<string, number>,
  tagsOf: (alert: Alert) => readonly string[],
): { readonly place: number; readonly group: AlertGroup } {
  const inOrder = [...chain].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  const [first] = inOrder
  if (first === undefined) throw new RangeError('a group has at least one alert')
  const group: AlertGroup = {
    ruleId: first.ruleId,
    state: first.state,
    from: chain[0]?.raisedAt ?? first.raisedAt,
    to: chain.at(-1)?.raisedAt ?? first.raisedAt,
    count: chain.length,
    commonTags: chain.length === 1 ? [] : commonTags(chain, tagsOf),
    first: inOrder.slice(0, SHOWN_MAX),
  }
  return { place: place.get(first.id) ?? 0, group }
}

function commonTags(chain: readonly Alert[], tagsOf: (alert: Alert) => readonly string[]): readonly string[] {
  let common: readonly string[] | null = null
  for (const alert of chain) {
    const tags = new Set(tagsOf(alert))
    common = common === null ? [...tags] : common.filter((tag) => tags.has(tag))
    if (common.length === 0) return []
  }
  return common ?? []
}
