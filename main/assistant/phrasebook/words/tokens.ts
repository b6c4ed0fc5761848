import { VERSIONED_PROGRAMS } from '../data/service-names.ts'
import type { ConceptKind, SlotKind } from '../entry-types.ts'
import { findSlots } from '../slots/slots.ts'
import type { Lexicon } from './lexicon.ts'
import { CJK, isWordBoundary, type NormalisedText } from './normalise.ts'
import { inContext } from './word-roles.ts'

/** One part of the request: a concept, a slot, both, or neither (`unknown`). */
export interface Token {
  readonly start: number
  readonly end: number
  readonly surface: string
  readonly concept: string | null
  readonly kind: ConceptKind | 'slot' | 'unknown'
  readonly values: Readonly<Partial<Record<SlotKind, string>>>
  /** Share of the request's meaning: one per Chinese character, two per word or slot; none for free words. */
  readonly weight: number
  /** A name that no list knows; only good beside a word that says what it names. */
  readonly isGuess: boolean
  /** The name of one device: known, and answered for that device alone. */
  readonly isDevice?: boolean
  /** Found by a pattern that says its concept; what values it has belong to it. */
  readonly isPhrase?: boolean
  /** A service whose name means a thing too: 把蓝牙关了 may mean the radio. */
  readonly isThing?: boolean
}

/** Concept of a path that is a folder on every system, so that no word has to say so. */
export const KNOWN_FOLDER = 'known-folder'
/** Concept of an option, or of the name of one device: known, and in the way of a change. */
export const FLAG_CONCEPT = 'flag'
/** Concept of a path that names a file by its extension or by being well known. */
export const KNOWN_FILE = 'known-file'
/** Concept of a path that names an archive, which is looked into by its own program. */
export const ARCHIVE_FILE = 'archive-file'
const ARCHIVES = /\.(?:tar(?:\.(?:gz|xz|bz2|zst))?|tgz|txz|tbz2?|zip)$/iu
/** Concept of a path that names a device: opening one acts, so that it is looked at from outside. */
export const DEVICE_FILE = 'device-file'
const DEVICE_FILES = /^\/dev\/(?!(?:serial|disk|input|snd|dri|mapper|shm|bus|pts|net|block|char)(?:\/[a-z-]+)?\/?$)./u
const FILES =
  /\/(?:[^/]+\.[a-z0-9]{1,6}|hosts|hostname|fstab|passwd|group|syslog|messages|crontab|os-release|issue|profile|cpuinfo|meminfo|version)$/iu
const FOLDERS =
  /^(?:~|\.{1,2}|.*\/|\/.*\/[a-z0-9_-]+\.d|\/(?:home|opt|tmp|etc|var|usr|mnt|media|boot|root|srv|dev|proc|sys|run|lib)(?:\/[a-z]+\.d)?|\/home\/[^/]+|\/var\/(?:log|lib|www|tmp|cache|spool|backups)|\/usr\/(?:local|bin|lib|share|local\/bin|sbin|local\/lib)|\/etc\/(?:mosquitto|nginx|systemd|network|apt|ssh|ssl|default)|[A-Z]:\\(?:Users|Windows|ProgramData)?\\?)$/iu

/** 在不在, 忙不忙: the repeated part asks for a state and is no negation. */
const VERB_NOT_VERB = /(?<=(\p{Script=Han}))[不没]\1/gu

/** Options of a command line that someone typed as a request: `df -h`. */
const FLAG = /(?<=[a-z0-9] )--?[a-z][a-z0-9-]{0,20}(?![a-z0-9_.])/gu
/** 能上网不: the last character asks. */
const LAST_NOT = /[不否没](?=[?？!。.\s啊呀呢哦嘛哈哪咧]*$)/gu
/** One of several devices: answered for that device alone. */
const DEVICE_NUMBER =
  /(?:\d{1,4}|[一二三四五六七八九十]{1,4}) ?号(?:机器?|设备|树莓派|板子?|盒子?|主机|服务器|节点|网关|站点?)/gu
/** 服务器那边, 隔壁那台: another machine, which goes by no name. */
const ELSEWHERE =
  /(?:(?:隔壁|旁边|对面)的?)?(?:(?:\d{1,4}|[一二三四五六七八九十]{1,4}) ?号?|[东南西北前后左右上下里外中新老旧大小]{0,2})(?:线|产线|仓库|车库|水库|冷库|办公室|会议室|厂房|店|库|仓|楼|层|车间|门|间|室|房|机房|泵房|站|厂|栋|区|院|场|棚|大棚|炉|岗|柜|边|口)(?:那边|上面?|里面?|外面?)?的?那台(?:机器?|设备|树莓派|板子?|盒子?|主机|服务器|网关)?|(?:隔壁|旁边|对面|另外?一?)的?那?台(?:机器?|设备|树莓派|板子?|盒子?|主机|服务器|网关)?|(?:服务器|路由器|交换机|上位机|工控机|nas)(?:那边|那头|那里)|(?<=登[录陆]到?|连到?)(?:路由器|交换机|服务器)上?/gu
const DEVICE_NAME =
  /^(?:rpi|raspi|pi|dev|device|node|edge|gw|gateway|box|board|host|unit|agent|server|srv|pc|kiosk|plc|hmi|site)[-_]?(?:[a-z]+[-_])?\d{1,5}$/iu

const FREE: ReadonlySet<ConceptKind> = new Set(['ask', 'filler', 'question'])

interface Span {
  readonly start: number
  readonly end: number
}

function weigh(surface: string): number {
  const characters = [...surface].filter((character) => CJK.test(character)).length
  const words = surface.match(/[a-z0-9_$]+/gu)?.length ?? 0
  return Math.max(1, characters + 2 * words)
}

/** "python 版本" is 版本 beside Latin letters, which many set apart by a space. */
function withoutScriptSpaces(text: string): string {
  if (!text.includes(' ') || !CJK.test(text)) return text
  return text.replace(/(?<=\p{Script=Han}) (?=[a-z0-9])|(?<=[a-z0-9]) (?=\p{Script=Han})/gu, '')
}

/** Cost of a character that no form explains, against one for each form: fewer and longer forms win. */
const UNKNOWN_COST = 4
const SINGLE_COST = 1.5

/** Cuts the text into forms of the lexicon so that least is left over, then so that the forms are longest. */
function matchForms(folded: string, taken: readonly Span[], lexicon: Lexicon): readonly Span[] {
  const blocked = new Set(
    taken.flatMap(({ start, end }) => Array.from({ length: end - start }, (_one, at) => start + at)),
  )
  const edges = new Set(taken.flatMap(({ start, end }) => [start, end]))
  const isEdge = (position: number) => edges.has(position) || isWordBoundary(folded, position)
  const costs: number[] = new Array(folded.length + 1).fill(0)
  const lengths: number[] = new Array(folded.length + 1).fill(0)
  for (let start = folded.length - 1; start >= 0; start--) {
    const isFree = blocked.has(start) || folded[start] === ' '
    costs[start] = (costs[start + 1] ?? 0) + (isFree ? 0 : UNKNOWN_COST)
    if (isFree || !isEdge(start)) continue
    const limit = Math.min(folded.length, start + lexicon.longestForm + 1)
    for (let end = start + 1; end <= limit && !blocked.has(end - 1); end++) {
      if (!isEdge(end)) continue
      const surface = withoutScriptSpaces(folded.slice(start, end))
      if (lexicon.form(surface) === undefined && !lexicon.isProgram(surface)) continue
      const length = end - start
      const cost = (costs[end] ?? 0) + (length === 1 ? SINGLE_COST : 1 - 0.01 * length * length)
      if (cost > (costs[start] ?? 0)) continue
      costs[start] = cost
      lengths[start] = end - start
    }
  }
  const spans: Span[] = []
  for (let position = 0; position < folded.length; position += Math.max(1, lengths[position] ?? 0)) {
    const length = lengths[position] ?? 0
    if (length > 0) spans.push({ start: position, end: position + length })
  }
  return spans
}

function formToken(span: Span, surface: string, lexicon: Lexicon): Token {
  const form = lexicon.form(surface)
  const unit = lexicon.unit(surface)
  const program = VERSIONED_PROGRAMS[surface]
  const kind = form?.kind ?? 'unknown'
  return {
    ...span,
    surface,
    concept: form?.concept ?? null,
    kind: form === undefined ? 'slot' : kind,
    values: {
      ...(lexicon.isProgram(surface) ? { process: surface } : {}),
      ...(unit === undefined ? {} : { service: unit }),
      ...(program === undefined ? {} : { program }),
    },
    weight: FREE.has(kind as ConceptKind) || kind === 'context' ? 0 : weigh(surface),
    isGuess: false,
    ...(lexicon.isThing(surface) ? { isThing: true } : {}),
  }
}

/** eth1, enp3s0, wlx00c0ca: as the kernel and systemd name network interfaces. */
const INTERFACE_NAME =
  /^(?:(?:eth|wlan|usb|wwan|ppp|br|can|bond|tun|tap|wg|docker)\d{1,2}|(?:en|wl)(?:[ops]\d[0-9a-z]{0,10}|x[0-9a-f]{6,12}))$/iu

function unknownToken(span: Span, text: NormalisedText): Token {
  const typed = text.original.slice(span.start, span.end)
  if (/^\d{1,3}%$/u.test(typed)) {
    return { ...span, surface: typed, concept: 'usage', kind: 'modifier', values: {}, weight: 0, isGuess: false }
  }
  if (INTERFACE_NAME.test(typed)) {
    return {
      ...span,
      surface: typed,
      concept: 'interface',
      kind: 'topic',
      values: { interface: typed.toLowerCase() },
      weight: 2,
      isGuess: false,
    }
  }
  const isDevice = DEVICE_NAME.test(typed)
  const isName = !isDevice && /^[A-Za-z][A-Za-z0-9_.@-]{1,63}$/u.test(typed)
  return {
    ...span,
    surface: typed,
    concept: isDevice ? FLAG_CONCEPT : null,
    kind: isDevice ? 'modifier' : 'unknown',
    values: isName ? { service: typed, process: typed } : {},
    weight: isDevice ? 0 : Math.max(2, weigh(typed.toLowerCase())),
    isGuess: !isDevice,
    ...(isDevice ? { isDevice } : {}),
  }
}

function pathConcept(path: string | undefined): string | null {
  if (path === undefined) return null
  if (DEVICE_FILES.test(path)) return DEVICE_FILE
  if (ARCHIVES.test(path)) return ARCHIVE_FILE
  return FOLDERS.test(path) ? KNOWN_FOLDER : FILES.test(path) ? KNOWN_FILE : null
}

function spansOf(text: string, patterns: readonly RegExp[]): readonly Span[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
  )
}

/** Cuts a request into tokens in reading order; white space and punctuation are left out. */
export function tokenise(text: NormalisedText, lexicon: Lexicon): readonly Token[] {
  const slots = findSlots(text)
  const isFree = ({ start }: Span) => slots.every((slot) => start < slot.start || start >= slot.end)
  // --failed says what it means.
  const isWord = ({ start }: Span) =>
    lexicon.form(text.folded.slice(start).match(/^--([a-z]{4,})/u)?.[1] ?? '') !== undefined
  const flags = spansOf(text.folded, [FLAG]).filter((span) => isFree(span) && !isWord(span))
  const numbered = spansOf(text.folded, [DEVICE_NUMBER, ELSEWHERE]).filter(isFree)
  const taken = [...slots, ...flags, ...numbered]
  // 有没有问题 is a form of its own; 没有 in it is no repetition.
  const longForms = matchForms(text.folded, taken, lexicon).filter(({ start, end }) => end - start > 2)
  const repeated = spansOf(text.folded, [VERB_NOT_VERB, LAST_NOT]).filter(
    (span) => isFree(span) && !longForms.some((form) => form.start <= span.start && form.end >= span.end),
  )
  const forms = matchForms(text.folded, [...taken, ...repeated], lexicon)
  const tokens: Token[] = slots.map((span) => ({
    ...span,
    surface: text.original.slice(span.start, span.end),
    concept: span.concept ?? pathConcept(span.values.path),
    kind: lexicon.kindOf(span.concept ?? '') ?? 'slot',
    ...(span.concept === undefined ? {} : { isPhrase: true }),
    weight: lexicon.kindOf(span.concept ?? '') === 'filler' ? 0 : 2,
    isGuess: false,
  }))
  for (const span of repeated) {
    const surface = text.folded.slice(span.start, span.end)
    tokens.push({ ...span, surface, concept: 'question', kind: 'question', values: {}, weight: 0, isGuess: false })
  }
  for (const span of [...flags, ...numbered]) {
    const surface = text.folded.slice(span.start, span.end)
    const isDevice = numbered.includes(span)
    const flag = { concept: FLAG_CONCEPT, kind: 'modifier', values: {}, weight: 0, isGuess: false } as const
    tokens.push({ ...span, surface, ...flag, isDevice })
  }
  for (const span of forms) {
    tokens.push(formToken(span, withoutScriptSpaces(text.folded.slice(span.start, span.end)), lexicon))
  }
  tokens.sort((left, right) => left.start - right.start)

  const result: Token[] = []
  let position = 0
  const addUnknown = (end: number) => {
    for (const match of text.folded
      .slice(position, end)
      .matchAll(/[a-z0-9_$%][a-z0-9_.@$%-]*|\p{Script=Han}+|[^\s\p{P}]/gu)) {
      const start = position + match.index
      const span = { start, end: start + match[0].replace(/(?<![.-])[.-]+$/u, '').length }
      result.push(unknownToken(span, text))
    }
  }
  for (const token of tokens) {
    addUnknown(token.start)
    result.push(token)
    position = token.end
  }
  addUnknown(text.folded.length)
  return result.map((_token, index) => inContext(result, index))
}
