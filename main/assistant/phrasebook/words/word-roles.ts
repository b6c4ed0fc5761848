import type { ConceptKind } from '../entry-types.ts'
import { fileInContext } from './files-in-context.ts'
import { FILLER } from './links-in-context.ts'
import { LETTING, thingInContext } from './things-in-context.ts'
import type { Token } from './tokens.ts'

const FREE: ReadonlySet<ConceptKind> = new Set(['ask', 'filler', 'question'])

const SERVICE_WORD = /^(?:服务|service|daemon)$/u
const LINK_WORD = /^(?:the|called|named|叫|叫做|名为|名叫|的)$/u
/** "the network service", "log service": what it is about, and no name. */
const NO_SERVICE_NAMES: ReadonlySet<string> = new Set(['network', 'service', 'process', 'log', 'port', 'container'])

/** camera服务, "the relay service": right beside the word for a service, a word of something else is its name. */
function asServiceName(token: Token, before: readonly Token[], after: readonly Token[]): Token | null {
  const { surface, kind, concept } = token
  const isWord = kind === 'topic' || kind === 'outside'
  if (!isWord || NO_SERVICE_NAMES.has(concept ?? '') || !/^[a-z][a-z0-9_.-]{1,40}$/u.test(surface)) return null
  const isBeside = (tokens: readonly Token[]) =>
    SERVICE_WORD.test(tokens.find((other) => !LINK_WORD.test(other.surface))?.surface ?? '')
  if (!isBeside(after) && !isBeside(before.toReversed())) return null
  return { ...token, concept: null, kind: 'slot', values: { service: surface }, weight: 2 }
}

const TRAILING_NOUNS = new Set(['设置', '设定'])
const LEADING_VERBS = new Set(['挂载', '配置', '连接', '连上', '接入', '同步'])

/** 配置nginx, not nginx配置: a verb where nothing that carries meaning goes before. */
function isLeadingSet(token: Token, before: readonly Token[]): boolean {
  return (
    LEADING_VERBS.has(token.surface) &&
    before.every(({ kind, surface }) => kind === 'filler' && !/[能可]/u.test(surface))
  )
}

/** 时区设置: a noun at the end, where nobody says 把. */
function isTrailingNoun(token: Token, before: readonly Token[], after: readonly Token[]): boolean {
  if (!TRAILING_NOUNS.has(token.surface) || before.some(({ surface }) => /[把将]/u.test(surface))) return false
  const isFree = ({ kind, concept }: Token) =>
    FREE.has(kind as ConceptKind) || /^(?:well|status|when)$/u.test(concept ?? '')
  return before.at(-1)?.kind === 'topic' && after.every(isFree)
}

/** "run df": the word only says that a command follows; "run /opt/x.sh" is an order. */
function isLeadingRun(token: Token, before: readonly Token[], after: readonly Token[]): boolean {
  return (
    token.surface === 'run' &&
    after[0]?.values.path === undefined &&
    before.every(({ kind }) => kind === 'filler' || kind === 'ask')
  )
}

/** 让nginx开机自启, "make nginx start at boot": to let something start with the device is to set it so. */
function isLetting(token: Token, after: readonly Token[]): boolean {
  return LETTING.test(token.surface) && after.some(({ concept }) => concept === 'autostart')
}

const ENDING =
  /^(?:取消|禁止|关闭|关掉|关|停用|停掉|停止|去掉|移除|cancel|turn off|switch off|stop|remove|deactivate)$/u

/** 不要取消开机自启: what is forbidden twice is not to be done. */
function isForbiddenOnce(tokens: readonly Token[]): boolean {
  const ends = ({ kind, surface, concept }: Token) =>
    kind === 'negation' || concept === 'disable' || ENDING.test(surface)
  return tokens.filter(ends).length === 1
}

const JOINING = /^(?:并|并且|同时|然后|再|and)$/u

/** 取消nginx的开机自启: to end that something starts with the device is to switch that off, and nothing else of it. */
function isEndingAutostart(token: Token, before: readonly Token[], after: readonly Token[]): boolean {
  // 停掉nginx并且禁止开机启动: what stands before the joining word ends something else.
  const joint = before.findLastIndex(({ surface }) => JOINING.test(surface))
  const next = after.findIndex(({ surface }) => JOINING.test(surface))
  // 禁用并停止nginx的自启: of two verbs side by side each does its own.
  const other = before[joint - 1]
  const isSecond = joint === before.length - 1 && (other?.concept === 'disable' || ENDING.test(other?.surface ?? ''))
  if (token.concept === 'stop' && isSecond) return false
  const own = [...before.slice(joint + 1), token, ...(next < 0 ? after : after.slice(0, next))]
  return ENDING.test(token.surface) && isForbiddenOnce(own) && hasAutostart(own)
}

const FORBIDDING = /^(?:别|不要|不用|不让|不许|勿|禁止|don't|do not)$/u
const isForbidding = (tokens: readonly Token[]) => tokens.some(({ surface }) => FORBIDDING.test(surface))
const hasAutostart = (tokens: readonly Token[]) => tokens.some(({ concept }) => concept === 'autostart')

/** 别让nginx开机自启: to forbid that is to switch it off, where nothing else is said. */
function isForbiddenAutostart(token: Token, tokens: readonly Token[]): boolean {
  return (
    FORBIDDING.test(token.surface) &&
    hasAutostart(tokens) &&
    isForbiddenOnce(tokens) &&
    tokens.filter(({ surface }) => FORBIDDING.test(surface)).length === 1 &&
    tokens.every(({ kind, surface }) => kind !== 'action' || LETTING.test(surface) || surface === 'start')
  )
}

const STATES: ReadonlySet<string> = new Set(['running', 'connected', 'installed', 'open', 'powered'])

/** 没有在运行的容器: those that are not so, where 没有 is no question. */
function isNotSo(token: Token, after: readonly Token[]): boolean {
  const [state, ...rest] = after
  return (
    token.concept === 'not-yet' &&
    after.at(-1)?.surface !== '吗' &&
    STATES.has(state?.concept ?? '') &&
    (/的$/u.test(state?.surface ?? '') || rest[0]?.surface === '的' || rest[0]?.kind === 'topic')
  )
}

/** "how much space does docker take": its containers and images do. */
function isContainers(token: Token, tokens: readonly Token[]): boolean {
  return (
    token.surface === 'docker' &&
    tokens.some(({ concept }) => /^(?:size|space|disk|space-hog)$/u.test(concept ?? '')) &&
    !tokens.some(({ concept, values }) => concept === 'log' || values.path !== undefined)
  )
}

const GOING_ON = /^(?:持续|连续|不间断|不停|不断|不停地|一直|实时|实时的|constantly|continuously)$/u
const LIVE = /^实时/u

/** 持续看温度, 实时日志: to go on looking, where one look is all that a command here takes. 一直很慢 tells how it is. */
function isToGoOn({ surface }: Token, before: readonly Token[], after: readonly Token[]): boolean {
  if (!GOING_ON.test(surface)) return false
  // 为什么一直显示无网络: how it is, and no look that goes on.
  if (before.some(({ concept }) => concept === 'why')) return false
  if (after.some(({ concept }) => COMPLAINTS.has(concept ?? ''))) return false
  const [next] = after
  return LIVE.test(surface)
    ? after.some(({ concept }) => /^(?:log|system-log|kernel-log|journal)$/u.test(concept ?? ''))
    : next?.kind === 'ask' || next?.concept === 'ping'
}

/** 5V 电压: the supply is watched and not measured here. 线程数: those of a processor only where it is named. */
function isElsewhere({ surface }: Token, tokens: readonly Token[]): boolean {
  const has = (concept: RegExp) => tokens.some((other) => concept.test(other.concept ?? ''))
  return (surface === '5v' && has(/^voltage$/u)) || (/^线程数?$/u.test(surface) && !has(/^(?:cpu|system|device)$/u))
}

const OF_SPACE = /^(?:memory|disk|space|swap|cpu|cpu-usage|inodes|system-wide|load|file-system|partition)$/u

/** 空闲的端口, 没用的容器: those that nobody uses, which no list here holds. */
function isUnused({ surface }: Token, tokens: readonly Token[], after: readonly Token[]): boolean {
  if (/^没用$/u.test(surface)) return after[0]?.surface === '的'
  if (!/^(?:空闲|空余|富余|盈余)$/u.test(surface)) return false
  return !tokens.some(({ concept, values }) => OF_SPACE.test(concept ?? '') || values.path !== undefined)
}

/** "get htop installed": to get it so is to install it. */
function isGettingInstalled(token: Token, before: readonly Token[]): boolean {
  return (
    token.surface === 'installed' &&
    before.length > 0 &&
    before.some(({ surface }) => /^(?:get|i need|need|i want|want)$/u.test(surface))
  )
}

const isHandled = ({ surface }: Token) => surface === '把' || surface === '将'
const TRYING = /^(?:看看|试试|看下|看一下|试一下|试试看)$/u
/** What the storage card has, and a device that is slow has not. */
const SPACE = /^(?:full|free|space|usage|total)$/u
/** Concepts that say what is wrong; 怎么 before one asks why. */
export const COMPLAINTS: ReadonlySet<string> = new Set([
  'failed',
  'slow',
  'hot',
  'offline',
  'no-network',
  'inaccurate',
  'full',
])

/** The token as its neighbours make it: the same word may be a verb, a noun or a name. */
export function inContext(tokens: readonly Token[], index: number): Token {
  const token = tokens[index] as Token
  if (token.isPhrase === true) return token
  const before = tokens.slice(0, index)
  const after = tokens.slice(index + 1)
  if ((LETTING.test(token.surface) || token.concept === 'start') && isForbidding(before) && hasAutostart(after))
    return { ...token, ...FILLER }
  const isOrderNotTo = /^(?:don't|do not) start$/u.test(token.surface) && before.every(({ kind }) => kind === 'filler')
  if (isOrderNotTo && hasAutostart(after)) return { ...token, concept: 'disable', kind: 'action' }
  if (isLetting(token, after)) return { ...token, concept: 'set', kind: 'action' }
  const next = after.find(({ kind }) => kind !== 'filler')
  const thing = fileInContext(tokens, index) ?? thingInContext(tokens, index)
  if (thing !== null) return thing
  // /home 还能存多少: what is left there, and not what it takes.
  if (/^还?能[存装放]/u.test(token.surface) && tokens.some(({ values }) => values.path !== undefined))
    return { ...token, concept: 'free', kind: 'modifier' }
  if (isElsewhere(token, tokens)) return { ...token, concept: null, kind: 'unknown', weight: 2 }
  if (isUnused(token, tokens, after)) return { ...token, concept: 'outside', kind: 'outside' }
  if (isToGoOn(token, before, after)) return { ...token, concept: 'over-time', kind: 'outside' }
  if (isContainers(token, tokens)) return { ...token, concept: 'container', kind: 'topic', values: {} }
  // "two hours off": by how much the clock is wrong.
  if (token.surface === 'off' && before.at(-1)?.values.minutes !== undefined)
    return { ...token, concept: 'inaccurate', kind: 'modifier' }
  // What sudo did, not with its rights.
  if (token.surface === 'sudo' && next?.concept === 'log')
    return { ...token, concept: null, kind: 'slot', values: { text: 'sudo' }, weight: 2 }
  if (isNotSo(token, after)) return { ...token, concept: 'negation', kind: 'negation' }
  if (isEndingAutostart(token, before, after)) return { ...token, concept: 'disable', kind: 'action' }
  if (isForbiddenAutostart(token, tokens)) return { ...token, concept: 'disable', kind: 'action' }
  if (isGettingInstalled(token, before)) return { ...token, surface: 'install', concept: 'install', kind: 'action' }
  if (
    /^(?:get|i need|need|i want|want)$/u.test(token.surface) &&
    after.some((other) => isGettingInstalled(other, [token]))
  )
    return { ...token, ...FILLER }
  // "who is connected to 1883" asks for connections, not for people.
  if (token.surface === 'who is connected' && after.some(({ values }) => values.port !== undefined))
    return { ...token, concept: 'connection', kind: 'topic' }
  if (token.surface === '卡' && SPACE.test(next?.concept ?? '')) return { ...token, concept: 'disk', kind: 'topic' }
  if (token.surface === '怎么' && next?.concept !== 'full' && COMPLAINTS.has(next?.concept ?? ''))
    return { ...token, concept: 'why' }
  // "nginx is stopped, start it", nginx停了，启动它: what is told before the order.
  // mosquitto停了: told of a service and nothing else, so that it is looked at and not stopped.
  const isAlone = before.every(({ values }) => values.service !== undefined)
  const isStopped = /^停[止掉]?$/u.test(token.surface) && after.length === 1 && after[0]?.surface === '了'
  if (isStopped && isAlone && before.length === 1) return { ...token, concept: 'failed', kind: 'modifier' }
  const isTold = token.concept === 'stop' && /^(?:stopped|停|停止|停掉|关|关掉)$/u.test(token.surface)
  if (isTold && before.length > 0 && /^(?:start|restart)$/u.test(next?.concept ?? '') && !before.some(isHandled))
    return { ...token, concept: 'failed', kind: 'modifier' }
  const isFavour =
    /^(?:能|可以|能够|方便)$/u.test(token.surface) && /^(?:帮|替|麻烦|劳烦)/u.test(after[0]?.surface ?? '')
  if (isFavour) return { ...token, ...FILLER }
  // 重启一下看看: to see whether it helps.
  const isTrying = TRYING.test(token.surface) && after.every(({ kind }) => kind === 'filler')
  if (isTrying && before.some(({ kind }) => kind === 'action')) return { ...token, ...FILLER }
  if (isLeadingRun(token, before, after)) return { ...token, ...FILLER }
  const isRun = token.surface === 'run' && after[0]?.values.path !== undefined
  if (isRun) return { ...token, concept: 'start', kind: 'action' }
  // "processes over 80 %": a limit that no command here holds; "80 % full" says how full it is.
  const isLimit =
    /^\d{1,3}%$/u.test(token.surface) &&
    before.at(-1)?.concept === 'big' &&
    tokens.some(({ concept }) => concept === 'process')
  if (isLimit) return { ...token, concept: null, kind: 'unknown', weight: 2, isGuess: true }
  const named = asServiceName(token, before, after)
  if (named !== null) return named
  if (isTrailingNoun(token, before, after)) return { ...token, concept: 'info', kind: 'modifier' }
  // 运行mosquitto: with a service right after it the state becomes an order.
  const beside = tokens[index + 1]?.values
  const isStart = token.surface === '运行' && (beside?.service ?? beside?.path ?? beside?.script) !== undefined
  if (isStart && before.every(({ kind }) => kind === 'filler')) return { ...token, concept: 'start', kind: 'action' }
  return isLeadingSet(token, before) ? { ...token, concept: 'set', kind: 'action' } : token
}
