import { GIVEN, MANNERS, SHOWN_WORDS, SPARED } from '../data/given-anyway.ts'
import type { PhrasebookAnswer, PhrasebookCommand } from '../entry-types.ts'
import type { Reading } from '../scoring.ts'
import { normalise } from '../words/normalise.ts'
import { COMPLAINTS } from '../words/word-roles.ts'
import { withPlaceBefore, withPlaceBehind } from './told-places.ts'

/** What is said beside a request: it holds for each command that is proposed for it, or the request is not answered. */
export type SideClause =
  | { readonly kind: 'given'; readonly things: readonly string[] }
  | { readonly kind: 'spared'; readonly deeds: readonly string[] }
  | { readonly kind: 'reason' }
  /** Says where the thing of the request lies, and is part of its path then. */
  | { readonly kind: 'place' }

export interface SidedRequest {
  readonly request: string
  readonly sides: readonly SideClause[]
}

/** More clauses beside a request than this are a text. */
const MAX_SIDES = 3

const manners = MANNERS.map(([id, words]) => [id, new RegExp(`^(?:${words})[吧哈啊呗]?$`, 'iu')] as const)
const shown = SHOWN_WORDS.map(([id, words]) => [id, new RegExp(words, 'giu')] as const)

/** What leads to things that go along with the one asked for; it stands behind a break or for itself. */
const LEAD =
  /[ ,，;；]{1,2}(?:并且?|同时)?请?(?:包括|包含|含有?|连同|以及|及其?|附带|附上|带上|显示|列出|标明|注明|给出)出?|[ ,，;；]{0,2}(?<![不未没别])(?:以及|及其|包括|包含|连同)|,? (?:including|along with|together with|as well as|and (?:also )?(?:show|include|list)|with)(?= )/giu
const FREE = /^(?:filler|context)$/u

/** 以及登录时间和来源地址: the concepts of the things; null where one of them is more than a thing. */
function thingsIn(text: string, read: (text: string) => Reading): readonly string[] | null {
  const things: string[] = []
  let rest = text
  for (const [id, words] of shown)
    rest = rest.replaceAll(words, () => {
      things.push(id)
      return ' '
    })
  for (const { kind, concept, values } of read(rest).tokens) {
    if (FREE.test(kind)) continue
    const isThing = (kind === 'topic' || kind === 'modifier') && Object.keys(values).length === 0
    if (!isThing || concept === null) return null
    things.push(concept)
  }
  return things.length > 0 ? things : null
}

/** 但不要删除它, 保留配置: the deeds that are not to be done; null where the clause forbids nothing, or names a thing of its own. */
function sparedIn({ tokens }: Reading): readonly string[] | null {
  const said = tokens.filter(
    ({ kind, concept, surface }) => !FREE.test(kind) || concept === 'keep' || surface === 'keep',
  )
  const deeds = said.flatMap(({ kind, concept }) => (kind === 'action' && concept !== null ? [concept] : []))
  const has = (concepts: RegExp) => said.some(({ concept }) => concepts.test(concept ?? ''))
  const times = said.filter(({ kind }) => kind === 'negation').length
  const isNegated = times === 1 && deeds.length > 0
  const isKept =
    said.some(({ concept, surface }) => concept === 'keep' || surface === 'keep') && deeds.length + times === 0
  const isPlain = said.every(
    ({ kind, concept, surface, values }) =>
      Object.keys(values).length === 0 &&
      (/^(?:action|negation|topic)$/u.test(kind) ||
        /^(?:config|keep|all)$/u.test(concept ?? '') ||
        /^(?:keep|anything|any)$/u.test(surface)),
  )
  if (!isPlain || isNegated === isKept) return null
  if (has(/^config$/u)) return ['config']
  // A connection that is ended is interrupted.
  if (has(/^(?:connection|login)$/u)) return ['interrupt']
  if (!isKept) return deeds
  return has(/^(?:files?|folder|log|log-file|container-image|volumes?)$/u) ? ['delete'] : null
}

const AT_ONCE = '(?:马上|一会儿?|等会儿?|等下|待会儿?|现在)?'
const REASON = new RegExp(
  `^(?:${[
    '(?:反正)?(?:也)?用不[上着到]了?',
    '没(?:什么)?用了?',
    '(?:我)?不需要了',
    '(?:已经)?没人用了?',
    `(?:我们?|咱们?)?${AT_ONCE}[要得](?:拔|断|停|换|关)(?:掉|走|下来)?(?:它?了|(?:电源?|网?线|板子?|卡|盘|电池|总闸)了?)`,
    `(?:我们?|咱们?)?${AT_ONCE}[要得](?:走|下班|出门|收工|搬走|搬家|撤)了?`,
    '太?(?:占地方|占空间|碍事|费电|耗电|费流量|占内存)了?',
    '我要[连接用]\\p{Script=Han}{1,4}(?<!网|无线|热点|设备)',
    '太(?:大|多|吵|卡|慢|满|乱|旧|老|烫|热)了',
    "(?:we|I) (?:no longer|do not|don't) (?:need|use) it",
    "(?:it is|it's|we are|I am|i'm) (?:no longer|not) (?:needed|used|using it)",
    '(?:nobody|no one) (?:uses|needs) it(?: any ?more)?',
  ].join('|')})[啊呀哈]{0,2}$`,
  'iu',
)
/** 等磁盘满了: when. 失败了: how it went. Neither says why. */
const NO_REASON = /[等当若后再前时]|一旦|直到|除非|要是|失败|成功|[出报]错/u
const CANNOT = /[连打进看收发]不[上开到了]|不通|不够|没反应/u

/** 内存不够了: tells what is wrong, and asks for nothing. What failed may be how the order went, unless that is softened: 重启一下 卡死了. */
function isComplaint({ tokens, isStatement, isNegated }: Reading, order: string): boolean {
  const isWrong = tokens.some(({ concept, surface }) => COMPLAINTS.has(concept ?? '') || CANNOT.test(surface))
  const isNamed = tokens.some(({ kind }) => kind === 'topic')
  return (
    isStatement &&
    !isNegated &&
    isWrong &&
    (/[下吧呗哈]$/u.test(order) || (isNamed && tokens.every(({ concept }) => concept !== 'failed'))) &&
    tokens.every(
      ({ kind, values }) => /^(?:filler|topic|modifier|context)$/u.test(kind) && Object.keys(values).length === 0,
    )
  )
}

/** A clause that may forbid something. */
const SPARES = /[不别勿]|避免|无需|保留|留着|\b(?:not|don't|without|never|keep)\b/u
const MARK = /[,，;；。]/u
/** What may stand between a request and what is said beside it. */
const BREAK = /[ ,，;；。]/u
/** The end of a clause that tells what is wrong. */
const MAY_COMPLAIN = /(?:[了卡慢满热烫坏死]|不上|不通|不够)[啊呀哈]?$/u

function sideOf(
  request: string,
  typed: string,
  clause: string,
  isMarked: boolean,
  read: (text: string) => Reading,
): SidedRequest | null {
  const placed = withPlaceBehind(request, typed)
  if (placed !== null) return { request: placed, sides: [{ kind: 'place' }] }
  // Behind another mark stands something else.
  if (MARK.test(clause)) return null
  const manner = manners.find(([, words]) => words.test(clause))?.[0]
  if (manner !== undefined) return { request, sides: [{ kind: 'given', things: [manner] }] }
  const deeds = isMarked && SPARES.test(clause) ? sparedIn(read(clause)) : null
  if (deeds !== null) return { request, sides: [{ kind: 'spared', deeds }] }
  const isReason =
    REASON.test(clause) || (MAY_COMPLAIN.test(clause) && !NO_REASON.test(clause) && isComplaint(read(clause), request))
  return isReason ? { request, sides: [{ kind: 'reason' }] } : null
}

function lastSide(text: string, read: (text: string) => Reading): SidedRequest | null {
  const { original, folded } = normalise(text)
  for (const { index, 0: lead } of folded.matchAll(LEAD)) {
    const things = index === 0 ? null : thingsIn(folded.slice(index + lead.length), read)
    if (things !== null) return { request: original.slice(0, index), sides: [{ kind: 'given', things }] }
  }
  for (let at = folded.length - 1; at > 0; at--) {
    if (!BREAK.test(folded[at] ?? '')) continue
    const request = original.slice(0, at).replace(/(?<![ ,，;；。])[ ,，;；。]+$/u, '')
    const side =
      request === ''
        ? null
        : sideOf(request, original.slice(at + 1).trim(), folded.slice(at + 1).trim(), folded[at] !== ' ', read)
    if (side !== null) return side
  }
  return null
}

/** Takes what is said beside a request off it, the last first; null where nothing is. */
export function sidedRequest(text: string, read: (text: string) => Reading): SidedRequest | null {
  const trimmed = (part: string) => part.trim().replace(/(?<![。.!！])[。.!！]+$/u, '')
  const before = withPlaceBefore(text)
  let sided: SidedRequest = { request: trimmed(before ?? text), sides: before === null ? [] : [{ kind: 'place' }] }
  while (sided.sides.length < MAX_SIDES) {
    const next = lastSide(sided.request, read)
    if (next === null) break
    sided = { request: trimmed(next.request), sides: [...sided.sides, ...next.sides] }
  }
  return sided.sides.length === 0 ? null : sided
}

const sets = (lines: readonly (readonly [intents: string, things: string])[]) =>
  lines.map(([intents, things]) => [new Set(intents.split('|')), new Set(things.split(' '))] as const)
const [given, spared] = [sets(GIVEN), sets(SPARED)]
const has = (lines: ReturnType<typeof sets>, intent: string, thing: string) =>
  lines.some(([intents, things]) => intents.has(intent) && things.has(thing))

function holdsFor({ intent, expectedClass }: PhrasebookCommand, side: SideClause): boolean {
  if (side.kind === 'given') return side.things.every((thing) => has(given, intent, thing))
  return side.kind !== 'spared' || expectedClass === 'read' || side.deeds.every((deed) => has(spared, intent, deed))
}

/** The answer to a request without its side clauses, where all of them hold for it; null elsewhere. */
export function answerBeside(
  { sides }: SidedRequest,
  answer: PhrasebookAnswer,
  reading: Reading,
): PhrasebookAnswer | null {
  if (answer.decision === 'decline') return sides.every(({ kind }) => kind === 'place') ? answer : null
  const commands = answer.decision === 'propose' ? [answer.command] : answer.options
  // A reason is told for what is to be done; beside a question it is a complaint.
  const isOrder =
    !reading.isQuestion && (answer.decision === 'choose' ? reading.tokens : []).some(({ kind }) => kind === 'action')
  const isReasoned = isOrder || commands.some(({ expectedClass }) => expectedClass !== 'read')
  // b.log 别删: asks for nothing.
  const isAsked = isReasoned || reading.tokens.some(({ kind }) => kind !== 'slot' && kind !== 'filler')
  const isHeld = sides.every(
    (side) =>
      (side.kind !== 'reason' || isReasoned) &&
      (side.kind !== 'spared' || isAsked) &&
      commands.every((command) => holdsFor(command, side)),
  )
  return isHeld ? answer : null
}
