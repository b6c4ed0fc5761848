import type { Token } from './tokens.ts'

/** What a word becomes that says nothing. */
export const FILLER = { concept: 'courtesy', kind: 'filler', weight: 0 } as const

const NETWORKS = /^(?:wifi|network|internet)$/u

/** What a word of the network is beside others: a test, a link, a page; null where it stays what it is. */
export function linkInContext(tokens: readonly Token[], index: number): Token | null {
  const token = tokens[index] as Token
  const { surface } = token
  const before = tokens.slice(0, index)
  const after = tokens.slice(index + 1)
  const has = (concept: RegExp) => tokens.some((other) => concept.test(other.concept ?? ''))
  const hasValue = (kind: 'host') => tokens.some(({ values }) => values[kind] !== undefined)
  const next = after.find(({ kind }) => kind !== 'filler')
  // 到192.168.1.1丢包吗: lost on the way to a host, which a ping counts.
  const isLoss = token.concept === 'traffic' && /[丢掉遗]|loss|lost|losing/u.test(surface)
  if (isLoss && (hasValue('host') || has(/^route$/u))) return { ...token, concept: 'ping', kind: 'topic' }
  // 关五分钟再开: what ends the time that is named.
  const isAfter = tokens[index - 1]?.surface === '再' && before.some(({ values }) => values.delay !== undefined)
  if (/^(?:开|打开|开启|启用|连|连上|接上|恢复|start)$/u.test(surface) && isAfter)
    return { ...token, ...FILLER, isGuess: false }
  // DNS 是 8.8.8.8 吗, 网关是 192.168.1.1 吗: what the setting is said to be, and no host to be asked.
  const isSaid =
    /^(?:是|是不是|是否|is)$/u.test(tokens[index - 1]?.surface ?? '') && /^\d[\d.]+$/u.test(token.values.host ?? '')
  if (isSaid && has(/^(?:dns|route)$/u) && !has(/^(?:resolve|ping|trace|port)$/u))
    return { ...token, ...FILLER, values: {} }
  // 连 Office 这个 wifi: to connect to it.
  if (surface === '连' && after.slice(0, 2).some(({ values }) => values.ssid !== undefined))
    return { ...token, concept: 'connect', kind: 'action', isGuess: false, values: {} }
  // 跑一下 traceroute: does what is named.
  if (
    /^(?:跑一下|跑下|跑个|跑一跑|跑)$/u.test(surface) &&
    /^(?:trace|ping|iperf|port|resolve)$/u.test(next?.concept ?? '')
  )
    return { ...token, ...FILLER }
  // https://… 打得开吗: the page, and not whether its machine answers.
  const isOfPage = tokens.some(({ values }) => values.url !== undefined)
  if (isOfPage && /^(?:打得开|访问|打开|访问到|能打开|能访问)$/u.test(surface))
    return { ...token, concept: 'web-page', kind: 'topic' }
  // 10.1.1.1 modbus 口: the port that is named.
  if (surface === '口' && tokens[index - 1]?.values.port !== undefined) return { ...token, ...FILLER, isGuess: false }
  // 有哪些连线: the connections, and no test of one.
  if (surface === '连线' && has(/^(?:question|how-many|list|number|all)$/u) && !hasValue('host'))
    return { ...token, concept: 'connection', kind: 'topic' }
  // broker 的版本: of the program that it is.
  if (token.values.service === 'mosquitto' && has(/^version$/u))
    return { ...token, values: { ...token.values, process: 'mosquitto' } }
  // wifi老连不上: where no address is named, the network is what fails.
  if (surface === '连不上' && has(NETWORKS) && !hasValue('host')) return { ...token, concept: 'offline', kind: 'topic' }
  return null
}
