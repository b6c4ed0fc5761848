import { NO_SERVICE } from './data/service-names.ts'
import type { SlotKind, Slots } from './entry-types.ts'
import type { Mood } from './requests/questions.ts'
import type { Rule } from './rules.ts'
import { DEVICE_FILE, type Token } from './words/tokens.ts'

/** A request as it is read: its tokens, its concepts, and all else that decides. */
export interface Reading extends Mood {
  readonly tokens: readonly Token[]
  /** Concepts of the tokens, and `question` where the whole asks. */
  readonly concepts: ReadonlySet<string>
  /** A misspelt word was read as another: good enough to read something, never to change it unasked. */
  readonly isCorrected: boolean
  /** Things may be left out: only to say which word is in the way. */
  readonly isLenient?: boolean
}

export interface Match {
  readonly rule: Rule
  /** Share of the request that the rule explains, 0 to 1. */
  readonly coverage: number
  /** For ranking: coverage, raised by how much the rule asks for. */
  readonly rank: number
  readonly slots: Slots
}

/** Slots that the same words give together: a duration, a count with its rows with a heading, a host with its port. */
const DERIVED: ReadonlySet<SlotKind> = new Set([
  'day',
  'minutes',
  'millis',
  'since',
  'until',
  'rows',
  'count',
  'port',
  'proto',
  'lasting',
  'file',
  'lineto',
  'to',
])
/** Words that carry no meaning where nothing is changed. */
const FREE_TO_READ: ReadonlySet<string> = new Set(['filler', 'ask', 'question'])

/** Words that carry no meaning beside a change: manners, how much of what is told, the "is" of a reason. */
const FREE_TO_CHANGE: ReadonlySet<string> = new Set(['courtesy', 'degree', 'question', 'modal'])

/** With a change nothing but courtesy goes without saying, and the "is" of its reason: a question leads to none. */
function isFree(token: Token, isChange: boolean): boolean {
  return isChange ? FREE_TO_CHANGE.has(token.concept ?? '') : FREE_TO_READ.has(token.kind)
}

const NAMING = new Set(['service', 'process', 'name', 'container', 'all-containers'])

/** Words between a name and what says that it is one: "the service called foo", 名为foo的进程. */
const LINKS = /^(?:the|with|name|named|called|叫|叫做|名为|名叫|的|名字|名称|for|of|里|里面|中|有没有|是否有)$/u

/** Names right beside a word such as "service". */
export function isNamed(token: Token, tokens: readonly Token[]): boolean {
  const isNaming = (step: number) => {
    let index = tokens.indexOf(token) + step
    while (LINKS.test(tokens[index]?.surface ?? '')) index += step
    return NAMING.has(tokens[index]?.concept ?? '')
  }
  return isNaming(-1) || isNaming(1)
}

/** Looks at a service, where what is asked says that the name is that of one. */
const OF_SERVICES: ReadonlySet<string> = new Set([
  'service-status',
  'service-logs',
  'service-errors',
  'service-since',
  'service-enabled',
  'log-search',
  'log-between',
  'errors-between',
])
/** In English any word may be unknown. */
const SAID_IN_CHINESE = /\p{Script=Han}/u
const ASKED_OF_SERVICES = /^(?:running|status|failed|log|error|autostart|uptime|boot-time)$/u

/** kiosk的日志, datalog 在运行吗: a look at the one thing that is named, which is neither a device nor a place. */
function isServiceAskedOf(token: Token, { intent }: Rule, tokens: readonly Token[]): boolean {
  return (
    OF_SERVICES.has(intent.id) &&
    !NO_SERVICE.test(token.surface) &&
    tokens.some(({ concept }) => ASKED_OF_SERVICES.test(concept ?? '')) &&
    tokens[tokens.indexOf(token) - 1]?.values.text === undefined &&
    tokens.every((other) => other === token || other.kind !== 'unknown') &&
    tokens.some(({ surface }) => SAID_IN_CHINESE.test(surface))
  )
}

/** Names that no list knows count only beside a word such as "service", or where their form is that of a unit. */
function slotValue(token: Token, kind: SlotKind, rule: Rule, tokens: readonly Token[]): string | undefined {
  const value = token.values[kind]
  if (value === undefined || !token.isGuess) return value
  const isUnit = isNamed(token, tokens) || /^[a-z0-9]+[-_@.][a-z0-9-_@.]+$/iu.test(value)
  return isUnit || isServiceAskedOf(token, rule, tokens) ? value : undefined
}

/** Tells whether a token may fill the slot: for a change, the name of a thing counts only beside the word "service". */
function isUsable(token: Token, kind: SlotKind, rule: Rule, tokens: readonly Token[]): boolean {
  if (slotValue(token, kind, rule, tokens) === undefined) return false
  // Opening a device file acts, so it is looked at by a rule that names it.
  const isOpened = token.concept === DEVICE_FILE && kind === 'path'
  if (isOpened && !rule.groups.some((group) => group.includes(DEVICE_FILE))) return false
  if (token.isThing !== true || rule.intent.expectedClass === 'read' || isNamed(token, tokens)) return true
  // A radio is not restarted and does not start with the device, its service does.
  return rule.groups.some((group) => group.includes('restart') || group.includes('autostart'))
}

/** Of a folder and something in it, both named, the inner one is meant. */
function withoutParents(
  candidates: readonly Token[],
  kind: SlotKind,
  used: Set<Token>,
  { intent, groups }: Rule,
): readonly Token[] {
  // 删掉/tmp/a.txt，再删/tmp: two things to be changed; only what is made is made in a folder.
  const isMade = groups.some((group) => group.includes('create') || group.includes('mkdir'))
  if (kind !== 'path' || (intent.expectedClass !== 'read' && !isMade)) return candidates
  return candidates.filter((candidate) => {
    const parent = `${candidate.values.path?.replace(/\/$/u, '')}/`
    const isParent = candidates.some((other) => other !== candidate && other.values.path?.startsWith(parent))
    if (isParent) used.add(candidate)
    return !isParent
  })
}

/** Two names leave open which is meant. */
function areDifferent(candidates: readonly Token[], kind: SlotKind): boolean {
  return new Set(candidates.map((candidate) => candidate.values[kind])).size > 1
}

function fillSlots(rule: Rule, reading: Reading): { slots: Slots; used: ReadonlySet<Token> } | null {
  const slots: Partial<Record<SlotKind, string>> = {}
  const used = new Set<Token>()
  for (const kind of [...rule.neededSlots, ...rule.usableSlots]) {
    if (slots[kind] !== undefined) continue
    const isNeeded = rule.neededSlots.includes(kind)
    const found = reading.tokens.filter((token) => isUsable(token, kind, rule, reading.tokens))
    const free = found.filter((token) => !used.has(token) || DERIVED.has(kind))
    const certain = free.filter((token) => !token.isGuess)
    const candidates = withoutParents(certain.length > 0 ? certain : free, kind, used, rule)
    // A guess never fills what the rule can do without.
    const token = candidates.find((candidate) => isNeeded || !candidate.isGuess)
    if (isNeeded && (token === undefined || areDifferent(candidates, kind))) return null
    // Of two interfaces all are shown, of one that one.
    const isOne = kind === 'interface' && !areDifferent(candidates, kind)
    // What a phrase that the rule asks for says with it: 昨晚谁重启的.
    const isOwn = rule.groups.some((group) => group.includes(token?.concept ?? '')) && token?.isPhrase === true
    const isValue = isNeeded || isOne || isOwn || token?.concept === null || token?.values.path !== undefined
    if (token === undefined || !isValue) continue
    const value = token.values[kind] ?? ''
    slots[kind] = value
    // The mosquitto broker: the same one, said twice.
    for (const same of candidates) if (same.values[kind] === value) used.add(same)
    used.add(token)
  }
  return { slots, used }
}

function isExplained(token: Token, rule: Rule, used: ReadonlySet<Token>): boolean {
  if (used.has(token)) return true
  const { concept, values } = token
  // eth7的默认路由: an interface that is named is left out by no command but those of the Wi-Fi, which have their own.
  if (values.interface !== undefined && !rule.usableSlots.has('interface') && !/^wl/u.test(values.interface))
    return false
  return concept !== null && (rule.optional.includes(concept) || rule.groups.some((group) => group.includes(concept)))
}

/** Modifiers that ask for a state, as most requests do: the answer tells it. Others say which, when or how many. */
const SAYS_LITTLE: ReadonlySet<string> = new Set([
  'connected',
  'doing',
  'enough',
  'flag',
  'free',
  'full',
  'high',
  'info',
  'inside',
  'lines',
  'open',
  'powered',
  'running',
  'signal',
  'statement',
  'status',
  'total',
  'usage',
  'well',
])

/**
 * Tells of a word that a rule cannot use whether the request would lose its meaning without it: a value, a name or a
 * number. Only courtesy, what asks, and states that every answer tells go without saying.
 */
export function carriesMeaning(token: Token): boolean {
  if (token.kind === 'slot') return Object.keys(token.values).length > 0
  if (token.kind === 'negation') return true
  // 还剩多少: what is left is another figure than what is there.
  if (token.concept === 'free' && /剩|能[存装放]/u.test(token.surface)) return true
  if (/^(?:when|how-many|how-long)$/u.test(token.concept ?? '')) return true
  if (token.kind === 'modifier') return !SAYS_LITTLE.has(token.concept ?? '')
  // 北门的温度, "free memory of nas": a word that no list knows may be a place, a name or a verb.
  return token.kind === 'unknown' && /[\p{L}\d]/u.test(token.surface)
}

/** 给所有设备升级: the request goes to the devices chosen, which are not all. */
function isForAll(tokens: readonly Token[]): boolean {
  const isAll = ({ concept, surface }: Token) => concept === 'all' || /(?:\ball|全部)$/u.test(surface)
  return tokens.some((token, at) => isAll(token) && tokens[at + 1]?.concept === 'device')
}

/** A thing that the request names and the rule cannot use: "the log of the last boot" is not when it booted. */
function isDropped(token: Token, reading: Reading): boolean {
  return token.kind === 'topic' && token.weight > 0 && reading.isLenient !== true
}

/** Applies one rule; null where it does not fit. A rule that changes something has to explain every word. */
export function applyRule(rule: Rule, reading: Reading): Match | null {
  if (reading.isTalk) return null
  const { tokens, concepts } = reading
  if (rule.groups.some((group) => !group.some((concept) => concepts.has(concept)))) return null
  for (const veto of rule.vetoes) if (concepts.has(veto)) return null
  for (const veto of rule.vetoSlots) {
    if (tokens.some((token) => token.values[veto] !== undefined && !token.isGuess)) return null
  }
  // What only goes along with a change is offered for the same words.
  const isChange = rule.intent.expectedClass !== 'read' || rule.isCompanion
  if (isChange && (reading.isQuestion || reading.isNegated || reading.isOutcome || isForAll(tokens))) return null
  const filled = fillSlots(rule, reading)
  if (filled === null) return null

  let total = 0
  let explained = 0
  for (const token of tokens) {
    const isKnown = isExplained(token, rule, filled.used)
    if (!isKnown && carriesMeaning(token)) return null
    if (!isKnown && isDropped(token, reading)) return null
    if (!isKnown && (token.kind === 'action' || token.kind === 'outside' || token.kind === 'negation')) return null
    if (
      !isKnown &&
      (isChange || rule.isOnlyOffered) &&
      !isFree(token, isChange) &&
      (token.kind !== 'context' || rule.isOnlyOffered)
    )
      return null
    // The first word of an order is its verb: one that nothing explains is an order that is not known.
    total += token.weight * (token === tokens[0] && token.kind === 'unknown' && !isKnown ? 2 : 1)
    if (isKnown) explained += token.weight
    else if (token.kind === 'modifier') explained += token.weight / 2
  }
  const isOnlyOffered = rule.isOnlyOffered || (isChange && reading.isCorrected)
  const coverage = isOnlyOffered ? (explained === total ? 0.6 : 0) : total === 0 ? 0.9 : explained / total
  const demands = rule.groups.length + rule.neededSlots.length
  return { rule, coverage, rank: coverage * rule.weight * (1 + 0.06 * demands), slots: filled.slots }
}
