import type { Token } from './tokens.ts'

/** Verbs of two places: the one that is named last is where it goes, or what it is compared with. */
const OF_TWO = /^(?:copy|move|rename|backup|pack|unpack|link-to|compare|sync-to|mount|mount-it)$/u
const LIVE = /^(?:实时|实时的|跟踪|跟踪一下|跟踪下|追踪|追踪一下|持续|一直)$/u
const OF_LOGS = /^(?:log|system-log|kernel-log|journal|log-file)$/u

const has = (tokens: readonly Token[], concept: RegExp) => tokens.some((token) => concept.test(token.concept ?? ''))
const isPlace = ({ values }: Token) => values.path !== undefined && values.url === undefined

const isTwice = (tokens: readonly Token[]) =>
  tokens.some(({ values }) => values.second !== undefined) || tokens.filter(isPlace).length === 2

/** The second of two places that one verb takes; where three are named, none is. */
function isSecondPlace(token: Token, tokens: readonly Token[]): boolean {
  if (!isPlace(token) || tokens.some(({ values }) => values.second !== undefined || values.remote !== undefined))
    return false
  const places = tokens.filter(isPlace)
  const isOfTwo = has(tokens, OF_TWO) || tokens.some(({ surface }) => /^(?:同步|sync)$/u.test(surface))
  return places.length === 2 && places[1] === token && places[0]?.values.path !== token.values.path && isOfTwo
}

/** What a word is beside a file, a drive, an image of a container or a log that is followed; null where it stays what it is. */
export function fileInContext(tokens: readonly Token[], index: number): Token | null {
  const token = tokens[index] as Token
  const { surface, concept, values } = token
  if (isSecondPlace(token, tokens)) {
    return { ...token, concept: null, values: { second: values.path ?? '' } }
  }
  // 卸载/mnt/usb: what is mounted, and no program.
  if (concept === 'uninstall' && tokens.some((other) => /^\/(?:mnt|media|dev|srv)\//u.test(other.values.path ?? '')))
    return { ...token, concept: 'unmount' }
  // 清理docker: what it has left over, and not its service.
  if (surface === 'docker' && has(tokens, /^(?:tidy|how-to-free)$/u) && !tokens.some(isPlace))
    return { ...token, concept: 'build-cache', kind: 'topic', values: {} }
  if (LIVE.test(surface) && has(tokens, OF_LOGS) && !tokens.some((other) => other.values.host !== undefined))
    return { ...token, concept: 'follow', kind: 'outside' }
  // 同步 /opt/data 到 /mnt/backup: folders, and not the clock.
  if (/^(?:同步|同步一下|sync)$/u.test(surface) && tokens.filter(isPlace).length > 0 && isTwice(tokens))
    return { ...token, concept: 'sync-to', kind: 'action' }
  // 把日志只保留最近7天: the rest is to go.
  if (
    concept === 'keep' &&
    /^只/u.test(surface) &&
    has(tokens, OF_LOGS) &&
    !has(tokens, /^(?:delete|tidy|shrink-to|empty-out)$/u)
  )
    return { ...token, concept: 'shrink-to', kind: 'action' }
  // 给/opt/run.sh 755权限: what it is to have.
  if (index === 0 && surface === '给' && tokens.some((other) => other.values.mode !== undefined))
    return { ...token, concept: 'set', kind: 'action' }
  return null
}
