/**
 * True if Mosquitto finds a topic in a filter (`mosquitto_topic_matches_sub` of 2.0): a filter that begins with a wildcard
 * does not reach topics that begin with `$`.
 */
export function isTopicIn(filter: string, topic: string): boolean {
  if (filter === '' || topic === '' || filter.startsWith('$') !== topic.startsWith('$')) return false
  const [wanted, levels] = [filter.split('/'), topic.split('/')]
  for (const [index, level] of wanted.entries()) {
    if (level === '#') return index === wanted.length - 1
    const own = levels[index]
    if (own === undefined || (level !== '+' && level !== own)) return false
  }
  return wanted.length === levels.length
}

/**
 * True if the pattern of a rule covers a filter that is subscribed (`sub_acl_check` of 2.0). Other than topics, a filter
 * that begins with `$` is covered by `#`.
 */
export function isFilterIn(pattern: string, filter: string): boolean {
  if (pattern === '#') return true
  const [wide, narrow] = [withoutHash(pattern), withoutHash(filter)]
  if (narrow.isOpen && !wide.isOpen) return false
  if (wide.levels.length > narrow.levels.length) return false
  if (narrow.levels.length > wide.levels.length && !wide.isOpen) return false
  return wide.levels.every((level, index) => level === '+' || level === narrow.levels[index])
}

/** Takes the `#` at the end off. A lone `#` leaves one empty level, which a `+` covers. */
function withoutHash(filter: string): { readonly levels: readonly string[]; readonly isOpen: boolean } {
  if (filter === '#') return { levels: [''], isOpen: true }
  const isOpen = filter.endsWith('/#')
  return { levels: (isOpen ? filter.slice(0, -2) : filter).split('/'), isOpen }
}
