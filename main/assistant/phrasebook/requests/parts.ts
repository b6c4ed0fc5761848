import type { PhrasebookAnswer } from '../entry-types.ts'
import { carriesMeaning, type Reading } from '../scoring.ts'
import { findSlots } from '../slots/slots.ts'
import { normalise } from '../words/normalise.ts'
import type { Token } from '../words/tokens.ts'
import { COMPLAINTS } from '../words/word-roles.ts'
import { clausesOf, insteadOf } from './clauses.ts'

/** Reads and answers a part of a request like a request of its own. */
export interface PartReader {
  readonly read: (text: string) => Reading
  readonly answer: (reading: Reading) => PhrasebookAnswer
}

/** One that is longer has no parts that are looked at, because each of them is read in several ways. */
export const MAX_PARTED_CHARS = 200

/** A request of more parts than this is a text. */
export const MAX_CLAUSES = 6
/** Ties one part to the other, so that neither is wanted alone. */
export const CONDITION =
  /如果|假如|要是|万一|的话|的时候|一旦|除非|否则|不然|只要|\b(?:if|when|whenever|unless|once|until|otherwise|in case)\b/iu
/** What is asked of a service that another part names. */
export const OF_SERVICE = /^(?:log|error|status|well|running|service|version|port|config|autostart)$/u
const isSaid = ({ kind }: Token) => kind !== 'filler'

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

/** 别重启 先看看为什么卡: a space between Chinese words parts them where no mark does. */
const HAN_SPACE = /(?<=\p{Script=Han}) (?=\p{Script=Han})| (?=[只就看])/u
const partsOf = (text: string): readonly string[] => {
  const marked = partsBetweenMarks(text)
  return marked.length === 1 ? text.split(HAN_SPACE) : marked
}

/** A complaint goes before what is to be looked at: the one clause that asks to read something is answered. */
function answerClause(text: string, reader: PartReader): PhrasebookAnswer | null {
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
    token.kind === 'modifier'
      ? token.concept === 'whole' || (token.concept === 'past-day' && index > at)
      : carriesMeaning(token)
  const isCut = readings.some(({ tokens }, index) => index !== at && tokens.some((token) => isSaidOfIt(token, index)))
  return isLeft || isCut ? null : answer
}

/** "don't restart nginx, just show its status": looks at what the other part forbids to change. */
function answerInstead(text: string, reader: PartReader): PhrasebookAnswer | null {
  const clauses = partsOf(text)
  if (clauses.length !== 2 || /每/u.test(text)) return null
  for (const [wanted = '', forbidden = ''] of [clauses, clauses.toReversed()]) {
    const reading = reader.read(wanted)
    const instead = insteadOf(wanted) ?? (isLook(reading) ? wanted : null)
    const kept = reader.read(forbidden)
    const object = forbiddenObject(kept)
    // 不要重启，每小时一次: how often is said of what is wanted.
    const isTimed = kept.tokens.some(({ values }) => values.schedule !== undefined)
    if (instead === null || object === null || isTimed) continue
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

const NAMES_KIND = /^(?:container|service|process|ping)$/u

const NOW = /^(?:现在|目前|如今|眼下|这会儿?|is it still|does it still)/iu

/** 装了 redis 现在还在跑吗: without a mark between both. */
const NOW_WITHIN = / ?(?=现在|目前|如今)/u

/** 上周装了redis，现在还在跑吗: what was done then only says what is asked about now. */
function answerNow(text: string, reader: PartReader): PhrasebookAnswer | null {
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

/** nodered怎么老崩 看下日志: what is asked of the one thing that another part names, where that wants nothing changed. */
function answerNamed(text: string, reader: PartReader): PhrasebookAnswer | null {
  const [told = '', asked = '', ...others] = partsOf(text)
  if (asked === '' || others.length > 0 || CONDITION.test(text)) return null
  const [about, look] = [reader.read(told), reader.read(asked)]
  const [name, ...names] = about.tokens.filter(({ values, isGuess }) => values.service !== undefined && !isGuess)
  const sides = look.tokens.filter(({ kind }) => kind !== 'filler' && kind !== 'ask' && kind !== 'question')
  const isAsked = look.tokens.some(({ kind }) => kind === 'topic' || kind === 'ask')
  const isOfThing = isAsked && sides.length > 0 && sides.every(({ concept }) => OF_SERVICE.test(concept ?? ''))
  // What else is said of it is what is wrong, and neither where nor when.
  const isUsed = about.tokens.every(
    (token) =>
      token === name ||
      (token.kind === 'topic'
        ? NAMES_KIND.test(token.concept ?? '')
        : token.kind !== 'outside' &&
          (token.kind === 'negation' || COMPLAINTS.has(token.concept ?? '') || !carriesMeaning(token))),
  )
  if (name === undefined || names.length > 0 || !isOfThing || !isUsed || isOrder(about)) return null
  const kind = about.tokens.some(({ concept }) => concept === 'container') ? '容器 ' : ''
  const answer = reader.answer(reader.read(`${kind}${name.surface} ${asked}`))
  return answer.decision === 'propose' && answer.command.expectedClass === 'read' ? answer : null
}

/** What a part that forbids one change names beside it; null where it does more. */
function forbiddenObject({ tokens }: Reading): string | null {
  const said = tokens.filter(isSaid)
  const [no, change, ...objects] = said
  if (no?.kind !== 'negation' || change?.kind !== 'action') return null
  // 不要重启每小时一次: forbids how often, and not the thing.
  if (objects.some(({ values }) => values.schedule !== undefined)) return null
  if (objects.some(({ kind }) => kind !== 'slot' && kind !== 'context' && kind !== 'topic')) return null
  return objects.map(({ surface }) => surface).join(' ')
}

/** The answer to the one part of a request that asks for something, where the others only say why, what not or of what. */
export function answerPart(text: string, reader: PartReader): PhrasebookAnswer | null {
  return (
    answerClause(text, reader) ?? answerInstead(text, reader) ?? answerNow(text, reader) ?? answerNamed(text, reader)
  )
}
