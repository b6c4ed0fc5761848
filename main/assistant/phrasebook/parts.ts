import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { clausesOf, insteadOf } from './clauses.ts'
import type { PhrasebookAnswer, PhrasebookCommand } from './entry-types.ts'
import { normalise } from './normalise.ts'
import { carriesMeaning, type Reading } from './scoring.ts'
import { findSlots } from './slots.ts'
import type { Token } from './tokens.ts'

/** Reads and answers a part of a request like a request of its own. */
export interface PartReader {
  readonly read: (text: string) => Reading
  readonly answer: (reading: Reading) => PhrasebookAnswer
}

/** A request of more parts than this is a text. */
const MAX_CLAUSES = 6
/** One that is longer has no parts that are looked at, because each of them is read in several ways. */
export const MAX_PARTED_CHARS = 200
/** More requests at once than this are not offered beside each other. */
const MAX_REQUESTS = 4

const WHICH_FIRST: LocalizedText = {
  en: 'These are several requests, and one command is proposed at a time. Which one first?',
  zh: '这里有几个请求，一次只提出一条命令。先做哪一个？',
}

const SEVERAL: PhrasebookAnswer = { decision: 'decline', reason: 'several' }

/** A clause that wants something changed: answering another one would leave out half of the request. */
function isOrder({ tokens, isNegated, isQuestion, isTalk }: Reading): boolean {
  return !isNegated && !isQuestion && !isTalk && tokens.some(({ kind }) => kind === 'action')
}

/** 下载完就重启: an order for later is one all the same. */
function isTied({ tokens }: Reading): boolean {
  return tokens.some(({ kind }, at) => kind === 'action' && /[就则才]$/u.test(tokens[at - 1]?.surface ?? ''))
}

/** 再重启: what is to be done next. */
const SEQUEL = /^(?:再|然后|接着|随后|之后再|and then|then)/iu

const partsBetweenMarks = (text: string): readonly string[] => {
  const normalised = normalise(text)
  return clausesOf(normalised, findSlots(normalised))
}

/** A complaint goes before what is to be looked at: the one clause that asks to read something is answered. */
export function answerClause(text: string, reader: PartReader): PhrasebookAnswer | null {
  const clauses = partsBetweenMarks(text)
  if (clauses.length < 2 || clauses.length > MAX_CLAUSES) return null
  const readings = clauses.map(reader.read)
  const isConditional =
    CONDITION.test(text) && readings.some(({ tokens }) => tokens.some(({ kind }) => kind === 'action'))
  if (isConditional || readings.some(isOrder) || readings.some(isTied) || clauses.some((clause) => SEQUEL.test(clause)))
    return null
  const answers = readings.map(reader.answer)
  const [at = -1, ...others] = answers.flatMap(({ decision }, index) => (decision === 'propose' ? [index] : []))
  const answer = answers[at]
  if (answer?.decision !== 'propose' || others.length > 0 || answer.command.expectedClass !== 'read') return null
  const isLeft = readings.some(({ tokens }) =>
    tokens.some(({ kind, concept }) => kind === 'outside' && concept !== 'what-to-do'),
  )
  // What another clause names or forbids is part of the request; how things are there is its reason.
  // A time behind the question narrows it, one before it tells when something went wrong.
  const isSaidOfIt = (token: Token, index: number) =>
    token.kind === 'modifier' ? token.concept === 'past-day' && index > at : carriesMeaning(token)
  const isCut = readings.some(({ tokens }, index) => index !== at && tokens.some((token) => isSaidOfIt(token, index)))
  return isLeft || isCut ? null : answer
}

/** "don't restart nginx, just show its status": looks at what the other part forbids to change. */
export function answerInstead(text: string, reader: PartReader): PhrasebookAnswer | null {
  const clauses = partsBetweenMarks(text)
  if (clauses.length !== 2 || /每/u.test(text)) return null
  for (const [wanted = '', forbidden = ''] of [clauses, clauses.toReversed()]) {
    const reading = reader.read(wanted)
    const instead = insteadOf(wanted) ?? (isLook(reading) ? wanted : null)
    const object = forbiddenObject(reader.read(forbidden))
    if (instead === null || object === null) continue
    const isOfObject = reading.tokens.every(({ kind, concept }) => kind !== 'topic' || OF_SERVICE.test(concept ?? ''))
    for (const way of isOfObject ? [`${instead} ${object}`] : [`${instead} ${object}`, instead]) {
      const answer = reader.answer(reader.read(way))
      if (answer.decision === 'propose' && answer.command.expectedClass === 'read') return answer
    }
  }
  return null
}

/** 看看有哪些包可以升: asks to look, and for nothing else. */
function isLook({ tokens, isQuestion }: Reading): boolean {
  const isOrdered = tokens.some(({ kind }) => kind === 'action')
  const asksWhich = tokens.every(({ kind, surface }) => kind !== 'question' || /[哪几]|什么|多少|how/u.test(surface))
  return tokens.find(isSaid)?.kind === 'ask' && (!isQuestion || (asksWhich && !isOrdered))
}

const NOW = /^(?:现在|目前|如今|眼下|这会儿?|is it still|does it still)/iu

/** 装了 redis 现在还在跑吗: without a mark between both. */
const NOW_WITHIN = / ?(?=现在|目前|如今)/u

/** 上周装了redis，现在还在跑吗: what was done then only says what is asked about now. */
export function answerNow(text: string, reader: PartReader): PhrasebookAnswer | null {
  const marked = partsBetweenMarks(text)
  const [then = '', now = '', ...others] = marked.length === 1 ? text.split(NOW_WITHIN) : marked
  if (!NOW.test(now) || others.length > 0) return null
  const past = reader.read(then)
  const names = past.tokens.filter(({ values, isGuess }) => values.service !== undefined && !isGuess)
  const isPast = past.tokens.some(({ concept }) => concept === 'past-day') || /[了过]|刚|之前/u.test(then)
  const isAlone = past.tokens.every(
    (token) => names.includes(token) || token.kind === 'filler' || token.kind === 'action' || token.kind === 'modifier',
  )
  if (!isPast || !isAlone || names.length !== 1 || past.isNegated) return null
  const reading = reader.read(`${names[0]?.surface} ${now}`)
  const answer = reader.answer(reading)
  return reading.isQuestion && answer.decision === 'propose' && answer.command.expectedClass === 'read' ? answer : null
}

/** What a part that forbids one change names beside it; null where it does more. */
function forbiddenObject({ tokens }: Reading): string | null {
  const said = tokens.filter(isSaid)
  const [no, change, ...objects] = said
  if (no?.kind !== 'negation' || change?.kind !== 'action') return null
  if (objects.some(({ kind }) => kind !== 'slot' && kind !== 'context' && kind !== 'topic')) return null
  return objects.map(({ surface }) => surface).join(' ')
}

/** Stands between two requests, or between two things of one. */
const JOINING =
  /^(?:和|与|跟|及|以及|还有|并|并且|然后|同时|顺便|顺手|再|另外|也|and|and then|then|plus|also|after that|as well as)$/u
/** 装了吗 什么版本: the first part is over where it has asked. */
const ASKED = /(?:[吗么没呢]|版本|型号|多少|怎么样|咋样|几度|多大|多高)$/u
/** Adds a second thing, and nothing else. */
const ADDING = /^(?:和|及|以及|and)$/u
/** 和usb有关的, 时间和硬件时间一致吗: 和 leads to what the first thing has to do with. */
const COMPARED = /有关|相关|一致|一样|相同|同步/u
/** Commands whose output holds what is said beside their own subject. */
const ANSWERS_BOTH: ReadonlySet<string> = new Set([
  'container-usage',
  'program-usage',
  'system-info',
  'time-sync-status',
  'uptime',
])
const MARK = /[、,，;；。!！?？&]/u
/** 再 before what is done next. After 了 it says when: nginx挂了再重启. 再次, 再说 and 再见 are other words. */
const THEN = /(?<![了好完后])再(?![次说见试看])/gu
/** Ties one part to the other, so that neither is wanted alone. */
const CONDITION =
  /如果|假如|要是|万一|的话|的时候|一旦|除非|否则|不然|只要|\b(?:if|when|whenever|unless|once|until|otherwise|in case)\b/iu
/** What is asked of a service that another part names. */
const OF_SERVICE = /^(?:log|error|status|well|running|service|version|port|config|autostart)$/u

const isSaid = ({ kind }: Token) => kind !== 'filler'
const isThing = ({ kind }: Token) => kind === 'topic' || kind === 'slot' || kind === 'unknown'
/** Kinds of words that ask for nothing by themselves. */
const FREE: ReadonlySet<Token['kind']> = new Set(['filler', 'ask', 'question', 'context'])
/** 什么版本: asks for one side of a thing that another part names. */
const saysWhich = ({ kind, concept }: Token) =>
  kind === 'modifier' && /^(?:version|size|contents|config|status|usage)$/u.test(concept ?? '')
const isVerb = ({ kind }: Token) => kind === 'action' || kind === 'ask'

const isPart = (token: Token) => isThing(token) || saysWhich(token)

/** Tells whether a word joins two things: the answer to one of them may look like the answer to both. */
export function joinsThings({ tokens }: Reading, intent: string): boolean {
  const isAbout = tokens.some(({ surface }) => COMPARED.test(surface))
  return (
    !isAbout &&
    !ANSWERS_BOTH.has(intent) &&
    tokens.some(
      ({ surface }, at) =>
        ADDING.test(surface) && tokens.slice(0, at).some(isThing) && tokens.slice(at + 1).some(isPart),
    )
  )
}

/** Tokens of each part of a request that joins several; the joining words stay out. */
function segmentsOf(text: string, tokens: readonly Token[], isApart: boolean): readonly (readonly Token[])[] {
  const segments: Token[][] = [[]]
  let position = 0
  for (const token of tokens) {
    const gap = text.slice(position, token.start)
    const isBetween = /\p{Script=Han}$/u.test(text.slice(0, position).trimEnd()) && /^[\p{L}]/u.test(token.surface)
    const isSpaced = gap.includes(' ') && isBetween
    const isAsked =
      isSpaced && ((isApart && /^\p{Script=Han}/u.test(token.surface)) || ASKED.test(text.slice(0, position)))
    const isBreak = isAsked || MARK.test(gap)
    position = token.end
    const isJoining = JOINING.test(token.surface)
    if (isBreak || isJoining) segments.push([])
    if (!isJoining) segments.at(-1)?.push(token)
  }
  return segments.filter((segment) => segment.some((token) => !FREE.has(token.kind)))
}

/** 谁跑的: asks who or what does what another part says. */
const asksWho = (tokens: readonly Token[]) => {
  const things = tokens.filter(isThing)
  const isPerson = things.length > 0 && things.every(({ concept }) => concept === 'user')
  return isPerson && tokens.some(({ concept }) => concept === 'running')
}

/** A part that says to restart, and not what. */
const isBareRestart = (tokens: readonly Token[]) =>
  tokens.every(({ kind, concept }) => kind === 'filler' || concept === 'restart' || concept === 'reboot')

/**
 * The ways to read part `at` as a request of its own, fullest first: with the verb of the first part, with what stands
 * behind the last one, and with the name that another part gives.
 */
function waysToSay(text: string, segments: readonly (readonly Token[])[], at: number): readonly string[] {
  const slice = (from: Token | undefined, to: Token | undefined) =>
    from === undefined || to === undefined ? '' : text.slice(from.start, to.end)
  const whole = (tokens: readonly Token[]) => slice(tokens[0], tokens.at(-1))
  const own = segments[at] ?? []
  const first = segments[0] ?? []
  const last = segments.at(-1) ?? []
  const ownThing = own.findIndex(isThing)
  const hasVerb = own.slice(0, ownThing < 0 ? own.length : ownThing).some(isVerb)
  const verbs = first.slice(0, Math.max(0, first.findIndex(isThing)))
  const ends = last.some(isThing) ? last.slice(last.findIndex(isThing) + 1) : []
  const head = at > 0 && !hasVerb ? whole(verbs) : ''
  const tail = at < segments.length - 1 ? whole(ends) : ''
  const isName = ({ values }: Token) =>
    values.service !== undefined || values.process !== undefined || values.package !== undefined
  const isNamed = own.some(isName)
  const isOfService = own.some(({ concept }) => OF_SERVICE.test(concept ?? '')) || !own.some(isThing)
  const others = segments.flat()
  const named = others.findIndex(isName)
  const isOfContainer = [others[named - 1], others[named + 1]].some((token) => token?.concept === 'container')
  const isMissing = named >= 0 && !isNamed && isOfService
  const name = isMissing ? `${isOfContainer ? '容器 ' : ''}${whole(others.slice(named, named + 1))}` : ''
  // 更新系统然后重启: the device, where nothing else in the request could be restarted.
  const device = isBareRestart(own) && named < 0 && !/[;；&|]/u.test(text) ? '设备' : ''
  // What is to be done to the things is never left away.
  const isOrdered = (tokens: readonly Token[]) => tokens.some(({ kind }) => kind === 'action')
  const choices = (part: string, isKept = false) => (part === '' ? [''] : isKept ? [part] : [part, ''])
  return choices(head, isOrdered(verbs)).flatMap((verb) =>
    choices(name, own.some(isThing)).flatMap((object) =>
      choices(tail, isOrdered(ends) && !own.some(isVerb)).map((end) =>
        [verb, whole(own), object, end, device].filter((part) => part !== '').join(' '),
      ),
    ),
  )
}

/**
 * Several requests in one: all of them are offered where each is understood, and where only some are, none is, because
 * the others would be dropped. Null where it is one request.
 */
export function answerSeveral(text: string, reader: PartReader): PhrasebookAnswer | null {
  // 看下状态，再重启: one after the other, where 再 alone would make the second depend on the first.
  const joined = text.replace(THEN, ',')
  const { original, folded } = normalise(joined)
  const whole = reader.read(joined)
  if (whole.isNegated || whole.isTalk || whole.isCorrected || CONDITION.test(folded)) return null
  const marked = segmentsOf(original, whole.tokens, false)
  // 几代树莓派 内存多大: two questions with nothing but a space between them.
  const isSpaced = marked.length < 2
  const segments = isSpaced ? segmentsOf(original, whole.tokens, true) : marked
  if (segments.length < 2 || segments.length > MAX_CLAUSES) return null
  // 测试 10.0.0.9 的 80、443 端口: the second port is of the same host, which no part of its own says.
  const isOfHost = segments.map((segment) => segment.some(({ values }) => values.host !== undefined))
  const isPort = (segment: readonly Token[]) => segment.some(({ values }) => values.port !== undefined)
  if (isOfHost.includes(true) && segments.some((segment, at) => !isOfHost[at] && isPort(segment))) return null
  const isOrdered = whole.tokens.some(({ kind }) => kind === 'action')
  const commands = segments.map((segment, at) => {
    const command = commandOf(waysToSay(original, segments, at), reader)
    // 复制到/mnt和/opt: what is to be done to both is not to look at the second.
    const isBare = segment.every((token) => token.kind === 'slot' || token.kind === 'filler')
    const isUnclear = command?.expectedClass === 'read' ? isBare : isElsewhere(segment, whole.tokens)
    return isOrdered && isUnclear ? null : command
  })
  const understood = commands.filter((command) => command !== null)
  const isReboot = (at: number) => commands[at]?.intent === 'reboot' && isBareRestart(segments[at] ?? [])
  if (commands.every((command, at) => command === null || isReboot(at))) return null
  const isLook =
    understood.length === commands.length && understood.every(({ expectedClass }) => expectedClass === 'read')
  const options = [...new Map(understood.map((command) => [command.command, command])).values()]
  const kinds = new Set(options.map(({ intent }) => intent))
  const isOne = kinds.size < options.length || options.length < 2 || segments.some((segment) => !segment.some(isThing))
  if ((isSpaced && (!isLook || isOne)) || segments.slice(1).some(asksWho)) return null
  if (understood.length < commands.length || options.length > MAX_REQUESTS) {
    return SEVERAL
  }
  const [only, ...others] = options
  if (only !== undefined && others.length === 0)
    return only.expectedClass === 'read' ? { decision: 'propose', score: 1, command: only } : SEVERAL
  return { decision: 'choose', question: WHICH_FIRST, options }
}

/** 删除/opt下的a.txt和b.txt: a bare name beside a place lies where that is, or where the command runs. */
function isElsewhere(segment: readonly Token[], all: readonly Token[]): boolean {
  const isBareName = ({ values }: Token) => /^[^/~]+$/u.test(values.path ?? '')
  return segment.some(isBareName) && all.some(({ values }) => values.path?.includes('/') === true)
}

function commandOf(ways: readonly string[], reader: PartReader): PhrasebookCommand | null {
  for (const way of ways) {
    const answer = reader.answer(reader.read(way))
    if (answer.decision === 'propose') return answer.command
  }
  return null
}
