import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import type { PhrasebookAnswer, PhrasebookCommand } from '../entry-types.ts'
import type { Reading } from '../scoring.ts'
import { normalise } from '../words/normalise.ts'
import type { Token } from '../words/tokens.ts'
import { CONDITION, MAX_CLAUSES, OF_SERVICE, type PartReader } from './parts.ts'

/** More requests at once than this are not offered beside each other. */
const MAX_REQUESTS = 4

const WHICH_FIRST: LocalizedText = {
  en: 'These are several requests, and one command is proposed at a time. Which one first?',
  zh: '这里有几个请求，一次只提出一条命令。先做哪一个？',
}

const SEVERAL: PhrasebookAnswer = { decision: 'decline', reason: 'several' }

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
  'block-devices',
  'container-usage',
  'listening-programs',
  'name-and-address',
  'program-usage',
  'service-disable-now',
  'system-info',
  'time-sync-status',
  'uptime',
])
const MARK = /[、,，;；。!！?？&]/u
/** 再 before what is done next. After 了 it says when: nginx挂了再重启. 再次, 再说 and 再见 are other words. */
const THEN = /(?<![了好完后])再(?![次说见试看])/gu

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
    const isSpaced = gap.includes(' ') && /\p{Script=Han}$/u.test(text.slice(0, position).trimEnd())
    // Beside a Latin word a space is the habit of typing.
    const isAsked = /^\p{L}/u.test(token.surface) && ASKED.test(text.slice(0, position))
    const isParted = isSpaced && (isAsked || (isApart && /^\p{Script=Han}/u.test(token.surface)))
    const isBreak = isParted || MARK.test(gap)
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
  if (understood.length < commands.length || options.length > MAX_REQUESTS) return SEVERAL
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
