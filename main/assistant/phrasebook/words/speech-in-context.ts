import { FILLER } from './links-in-context.ts'
import type { Token } from './tokens.ts'

const IS_IT = /^(?:是否|是不是|有没有|有无)$/u
const THINGS = /^(哪些|什么|几个)?(?:东西|玩意儿?|外设|芯片|模块)$/u
const ON_BUS = /^(?:i2c|usb|spi|onewire-sensors)$/u

/** What a word of speech is beside others: of what is connected, what is said before it, at which time; null where it stays what it is. */
export function speechInContext(tokens: readonly Token[], index: number): Token | null {
  const token = tokens[index] as Token
  const { surface } = token
  const has = (concept: RegExp) => tokens.some((other) => concept.test(other.concept ?? ''))
  const before = tokens[index - 1]?.surface ?? ''
  const next = tokens.slice(index + 1).find(({ kind }) => kind !== 'filler')
  // SPI是否已经启用: what asks is said before it.
  if (token.concept === 'hedge' && /^(?:已|已经|曾|曾经|被|已被)$/u.test(surface) && IS_IT.test(before))
    return { ...token, ...FILLER }
  // ssh登录失败: what logins go through.
  if (/^sshd?$/u.test(surface) && has(/^(?:failed-)?login$/u)) return { ...token, ...FILLER, values: {} }
  // 直接重启: at once.
  if (surface === '直接' && next?.kind === 'action') return { ...token, ...FILLER }
  // 没用的悬空镜像: said twice.
  if (surface === '没用' && has(/^unused-images$/u)) return { ...token, ...FILLER }
  // i2c上挂了几个东西: what is connected to it, and no failure.
  if (/^挂了$/u.test(surface) && has(ON_BUS) && (next?.kind === 'question' || THINGS.test(next?.surface ?? '')))
    return { ...token, concept: 'connected', kind: 'modifier' }
  const thing = has(ON_BUS) ? THINGS.exec(surface) : null
  if (thing !== null)
    return thing[1] === undefined
      ? { ...token, ...FILLER, isGuess: false }
      : { ...token, concept: 'question', kind: 'question', weight: 0, isGuess: false }
  // /var/log下谁最大: which of what lies there.
  if (surface === '谁' && next?.concept === 'biggest')
    return { ...token, concept: 'question', kind: 'question', weight: 0 }
  // 上次启动的日志: that of the time before.
  const isBefore = [surface, before].some((said) => /^上一?次/u.test(said))
  const isRun = token.concept === 'boot-time' || /^运行的?$/u.test(surface)
  if (isRun && isBefore && has(/^(?:error|inaccurate)$/u)) return { ...token, concept: 'previous-boot', kind: 'topic' }
  // 容器最近15分钟的输出: what it puts out is its log.
  if (
    surface === '输出' &&
    before === '的' &&
    (has(/^container$/u) || tokens.some(({ values }) => values.service !== undefined))
  )
    return { ...token, concept: 'log', kind: 'topic', weight: 2 }
  // 上次启动的日志 只看错误的: those of a log.
  if (surface === '错误的' && has(/^(?:system-|kernel-)?log$/u)) return { ...token, concept: 'error' }
  // 今晚10点定时重启: the time is told.
  const isTimed = tokens.some(({ values }) => values.clock !== undefined)
  if (surface === '定时' && isTimed) return { ...token, ...FILLER }
  // 凌晨3点自动重启: at a time that is told, it is an order.
  if (token.concept === 'reboot-loop' && isTimed) return { ...token, concept: 'restart', kind: 'action' }
  return null
}
