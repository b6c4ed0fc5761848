import { FILLER, linkInContext } from './links-in-context.ts'
import { speechInContext } from './speech-in-context.ts'
import type { Token } from './tokens.ts'

/** Words that let something be so from now on. */
export const LETTING =
  /^(?:加上|加到|加进|加入|放进|弄成|让|使|令|要|得|需要|我要|我想|想|想要|想让|希望|i want|i need|i'd like|want|need|make|let|have|make sure|ensure)$/u

/** "user pi", root的定时任务: whose it is. */
function isAccountName({ surface }: Token, tokens: readonly Token[], isOfUser: boolean): boolean {
  return /^(?:pi|root)$/u.test(surface) && (isOfUser || tokens.some(({ concept }) => concept === 'scheduled'))
}

/** "how many clients has the broker": what is connected to it, not whether it runs. */
function isBrokerOfClients({ values }: Token, tokens: readonly Token[]): boolean {
  const isOne = values.service === 'mosquitto' && tokens.every(({ concept }) => concept !== 'log')
  const isCounted = tokens.some(({ concept }) => /^(?:how-many|number|user)$/u.test(concept ?? ''))
  return (
    isOne && (tokens.some(isClient) || (isCounted && tokens.some(({ concept }) => /^connect/u.test(concept ?? ''))))
  )
}

const isClient = ({ surface }: Token) => /^(?:clients?|客户端)$/u.test(surface)

/** swap 有没有启用, spi打开没: asks whether something is on, where no service is named. */
function isAskedToBeOn({ concept, surface }: Token, tokens: readonly Token[], index: number): boolean {
  return (
    /^(?:start|open-verb)$/u.test(concept ?? '') &&
    /^(?:启用|开启|打开|开)$/u.test(surface) &&
    tokens.every(({ values }) => values.service === undefined && values.path === undefined) &&
    (/^(?:有没有|是否|是不是|有无|没有|没)$/u.test(
      tokens.slice(0, index).findLast((before) => !/^已经?$/u.test(before.surface))?.surface ?? '',
    ) ||
      /^(?:没|没有|了没|吗|不|过)$/u.test(tokens[index + 1]?.surface ?? ''))
  )
}

/** 蓝牙连了哪些设备: what is connected by it, not its service. */
function isOfBluetooth({ surface }: Token, tokens: readonly Token[]): boolean {
  const has = (concept: string) => tokens.some((token) => token.concept === concept)
  return /^(?:蓝牙|bluetooth)$/u.test(surface) && has('connected') && has('device')
}

/** 红外服务ir-bridge, 公司wifi Guest: a Chinese word says of what kind the thing is that a name stands beside. */
function isLabel({ kind, surface }: Token, tokens: readonly Token[], index: number): boolean {
  if (kind !== 'unknown' || !/^\p{Script=Han}{2,6}$/u.test(surface)) return false
  const [thing, name] = [tokens[index + 1], tokens[index + 2]]
  if (/^(?:service|container|process)$/u.test(thing?.concept ?? ''))
    return /^[a-z]/iu.test(name?.surface ?? '') && name?.values.service !== undefined
  return thing?.concept === 'wifi' && tokens.some(({ values }) => values.ssid !== undefined)
}

/** 172.16.1.20这个plc: says what the host beside it is. */
function isKindOfHost({ kind, surface }: Token, tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  // 到从站192.0.2.15: the word right before an address says whose it is.
  if (kind === 'unknown' && /^\p{Script=Han}{1,6}$/u.test(surface) && next?.values.host !== undefined) return true
  return (
    /^(?:plc|hmi|nvr|dvr|ipc|dtu|rtu|scada|cnc|mes)$/u.test(surface) &&
    tokens.some(({ values }) => values.host !== undefined)
  )
}

/** 让nginx自动重启: wants it so from now on, and does not tell that it is. */
function isWanted({ concept }: Token, before: readonly Token[]): boolean {
  return (
    concept === 'reboot-loop' &&
    before.some(({ surface }) => LETTING.test(surface) || surface === '把' || surface === '将')
  )
}

/** 哪些端口没开: asks for those that are not so. */
function isAskedNotSo({ concept }: Token, before: readonly Token[], after: readonly Token[]): boolean {
  return (
    concept === 'not-yet' &&
    before.some(({ surface }) => /^(?:哪些|哪个|哪几个|有哪些)$/u.test(surface)) &&
    after.some(({ kind }) => kind === 'action' || kind === 'modifier')
  )
}

const OF_USER = /^(?:user|account|用户|账户|账号)$/u
const HELLO = /^(?:在吗|在不在|在么|在)$/u
const OF_SCRIPT = /^(?:脚本|程序|script|python|python3)$/u
const MEAN = /^(?:平均|平均值|均值|average)$/u

/** What a thing, a state or a name is beside others; null where it stays what it is. */
export function thingInContext(tokens: readonly Token[], index: number): Token | null {
  const token = tokens[index] as Token
  const { surface } = token
  const before = tokens.slice(0, index)
  const after = tokens.slice(index + 1)
  const has = (concept: RegExp) => tokens.some((other) => concept.test(other.concept ?? ''))
  const hasValue = (kind: 'service' | 'host' | 'script') => tokens.some(({ values }) => values[kind] !== undefined)
  const next = after.find(({ kind }) => kind !== 'filler')
  const isOfUser = [tokens[index - 1], next].some((beside) => OF_USER.test(beside?.surface ?? ''))
  // 在吗，看下内存: says hello.
  if (index === 0 && HELLO.test(surface) && tokens.length > 2) return { ...token, ...FILLER }
  if (isAskedToBeOn(token, tokens, index)) return { ...token, concept: 'open', kind: 'modifier' }
  if (isLabel(token, tokens, index) || isKindOfHost(token, tokens, index))
    return { ...token, ...FILLER, isGuess: false, values: {} }
  if (OF_SCRIPT.test(surface) && hasValue('script')) return { ...token, ...FILLER, values: {} }
  // top process by memory: those that use most, and not the program.
  if (surface === 'top' && has(/^(?:cpu|memory|process)$/u))
    return { ...token, concept: 'most', kind: 'modifier', values: {} }
  const link = linkInContext(tokens, index)
  if (link !== null) return link
  if (isOfBluetooth(token, tokens)) return { ...token, concept: 'bluetooth-devices', kind: 'topic', values: {} }
  // i2c 地址 0x40 的芯片: of the bus, and neither of the network nor the processor.
  if (/^(?:地址|芯片|chip|address)$/u.test(surface) && has(/^i2c/u)) return { ...token, ...FILLER }
  // "services that aren't nginx": leaves one out.
  if (/^(?:is|are|was|were)n't$/u.test(surface) && /^(?:that|which|who)$/u.test(tokens[index - 1]?.surface ?? ''))
    return { ...token, concept: 'negation', kind: 'negation' }
  // docker有哪些容器: what they run in, which goes without saying.
  if (surface === 'docker' && has(/^(?:all-)?containers?$/u) && !has(/^service$/u))
    return { ...token, ...FILLER, values: {} }
  // ping 路由器: the gateway.
  if (/^(?:路由器|router)$/u.test(surface) && has(/^ping$/u))
    return { ...token, concept: 'route', kind: 'topic', weight: 2 }
  // 帮我对时: where nothing else is said, it is what is to be done.
  const isAlone = [...before, ...after].every(({ kind }) => kind === 'filler' || kind === 'context')
  if (/^(?:对时|校时)$/u.test(surface) && before.length > 0 && isAlone)
    return { ...token, concept: 'sync-now', kind: 'action' }
  // 谁能用sudo: not with its rights, but those themselves.
  if (surface === 'sudo' && index > 0 && after.length === 0)
    return { ...token, concept: null, kind: 'unknown', weight: 2 }
  // 比200M大: the size says it.
  if (surface === '比' && tokens[index + 1]?.values.size !== undefined) return { ...token, ...FILLER, isGuess: false }
  // 时间不准，同步下: the order after what is told.
  const isToldWrong =
    before.some(({ concept }) => concept === 'inaccurate') && after.every(({ kind }) => kind === 'filler')
  if (/^(?:同步|对时|校时)$/u.test(surface) && isToldWrong) return { ...token, concept: 'sync-now', kind: 'action' }
  // 把时间同步一下: handled, so that it is to be done.
  const isHandled = before.some((other) => /^(?:把|将|进行|进行一次|做|做一次|执行|立即|马上|来)$/u.test(other.surface))
  if (/^(?:时间|时钟)同步$/u.test(surface) && isHandled && !after.some(({ kind }) => kind === 'action'))
    return { ...token, concept: 'sync-now', kind: 'action' }
  // 重启nginx好吗: asks whether it is right to.
  if (/^(?:好吗|好不好)$/u.test(surface) && before.some(({ kind }) => kind === 'action'))
    return { ...token, concept: 'modal', kind: 'question' }
  const spoken = speechInContext(tokens, index)
  if (spoken !== null) return spoken
  if (MEAN.test(surface) && has(/^load$/u)) return { ...token, ...FILLER }
  // "user pi", root用户: a name, and neither the device nor its disk.
  if (isAccountName(token, tokens, isOfUser))
    return { ...token, concept: null, kind: 'slot', values: { account: surface }, weight: 2 }
  // Those of a broker: what is connected to it, and no device.
  if (isBrokerOfClients(token, tokens)) return { ...token, concept: 'broker', kind: 'topic', values: {} }
  if (isClient(token) && (hasValue('service') || has(/^broker$/u)))
    return { ...token, concept: 'connection', kind: 'topic', weight: 2 }
  if (isWanted(token, before)) return { ...token, concept: 'outside', kind: 'outside' }
  if (isAskedNotSo(token, before, after)) return { ...token, concept: 'negation', kind: 'negation' }
  return null
}
