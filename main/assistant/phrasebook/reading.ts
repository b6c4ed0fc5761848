import { readMood } from './requests/questions.ts'
import type { Reading } from './scoring.ts'
import { parseNumber } from './slots/numbers.ts'
import type { NormalisedText } from './words/normalise.ts'
import type { Token } from './words/tokens.ts'

/** 有没有/etc/motd, "is there a file /etc/motd": stands beside what may be there, with nothing but what it is between. */
const IS_THERE = /^(?:有没有|有无|是否有|是否存在|有不有|is there|are there)$/u
const WHAT_IT_IS: ReadonlySet<string> = new Set(['file', 'files', 'folder', 'name'])
/** 在不在: whether it exists, said behind its name. */
const WHETHER_THERE = /在不在|还在[吗么不没]|在[吗么]/u

/** The names of the devices asked say nothing new; one that is also a word or a service means that: a device may be called nginx. */
export function withoutTargets(reading: Reading, names: readonly string[]): Reading {
  const isTarget = ({ surface, kind, isDevice, values }: Token) =>
    (isDevice === true || kind === 'unknown' || values.host !== undefined) &&
    names.some((name) => isNameOf(surface, name))
  if (!reading.tokens.some(isTarget)) return reading
  const tokens = reading.tokens.map((token) =>
    isTarget(token)
      ? { ...token, concept: 'courtesy', kind: 'filler' as const, values: {}, weight: 0, isDevice: false }
      : token,
  )
  return { ...reading, tokens }
}

/** True for the name itself, and for its number: 3号机 is `gw-003` and 仓库三号机. */
function isNameOf(surface: string, name: string): boolean {
  if (surface.toLowerCase() === name.toLowerCase()) return true
  const number = /^(.{1,4}?) ?号/u.exec(surface)?.[1]
  const own = name.match(/\d+|[一二三四五六七八九十]{1,4}(?= ?号)/gu)?.at(-1)
  return number !== undefined && own !== undefined && parseNumber(number) === parseNumber(own)
}

/** 功耗: what is left of a Chinese word beside a form of one character is said back with it. */
export function wholeWord(name: Token | undefined, tokens: readonly Token[]): string {
  if (name === undefined) return ''
  const isRest = (other: Token | undefined) =>
    other?.kind !== 'filler' && /^\p{Script=Han}$/u.test(other?.surface ?? '')
  const at = tokens.indexOf(name)
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  const start = isRest(before) && before?.end === name.start ? before.surface : ''
  const end = isRest(after) && after?.start === name.end ? after.surface : ''
  return /^\p{Script=Han}/u.test(name.surface) ? `${start}${name.surface}${end}` : name.surface
}

/** A device that the request names and that is not asked. */
export function otherDevice({ tokens }: Reading): string | null {
  return tokens.find(({ isDevice }) => isDevice === true)?.surface ?? null
}

/** 加两个用户 alice bob: one command is for one of them. */
export function namesSeveralUsers({ tokens, concepts, isQuestion }: Reading): boolean {
  const isOfUsers = concepts.has('users') || concepts.has('account')
  const isName = ({ values, isGuess }: Token) =>
    values.account !== undefined || (isGuess && values.service !== undefined)
  const isBeside = (at: number) =>
    tokens.slice(at + 1, at + 3).find(({ surface }) => !/^(?:和|与|及|and)$/u.test(surface))
  return (
    isOfUsers && !isQuestion && tokens.some((token, at) => isName(token) && [isBeside(at) ?? []].flat().some(isName))
  )
}

/** Tells whether the request asks if a path exists: the words for it are all that stands beside the path. */
function asksForBeing(tokens: readonly Token[]): boolean {
  const said = tokens.filter(({ kind, concept }) => kind !== 'filler' && !WHAT_IT_IS.has(concept ?? ''))
  const [first, second, ...rest] = said.filter(({ kind }) => kind !== 'ask')
  if (first === undefined || second === undefined || rest.length > 0) return false
  const [path, question] = first.values.path === undefined ? [second, first] : [first, second]
  return path.values.path !== undefined && IS_THERE.test(question.surface)
}

/** What a request says, with its mood and what it asks of something's being there. */
export function readingOf({ folded }: NormalisedText, tokens: readonly Token[], isCorrected: boolean): Reading {
  const mood = readMood(folded, tokens)
  const concepts = new Set(tokens.flatMap(({ concept }) => (concept === null ? [] : [concept])))
  if (mood.isQuestion) concepts.add('question')
  else concepts.delete('question')
  if (mood.isStatement) concepts.add('statement')
  // "is /dev/ttyUSB0 there": what asks and what says there stand around its name.
  const isAround = concepts.has('question') && /^(?:there|present)$/u.test(tokens.at(-1)?.surface ?? '')
  if (isAround || WHETHER_THERE.test(folded) || asksForBeing(tokens)) concepts.add('exists')
  return { tokens, concepts, isCorrected, ...mood }
}
