import type { Token } from '../words/tokens.ts'
import { COMPLAINTS } from '../words/word-roles.ts'

const POLITE = /\b(?:can|could|would|will) (?:you|u)\b|\bplease\b|\bpls\b|请|帮|麻烦/u
/** "would a restart help", "does it need a reboot": the verb comes first, and nobody is asked for a favour. */
const VERB_FIRST =
  /^(?:(?:hey|hi|hello|so|and|but|ok|please)[ ,]+)?(?:do(?! (?:an?|the)\b)|does|did|would|will|should|shall|has|have|had|is|are|was|were|could|can|may|might|must|am)\b(?! (?:you|u)\b(?! (?:like|want|recommend|suggest|think|ever|really)))/u
/** Asks how something is done, or for the words to type: an explanation is wanted, not the deed. */
const HOW_TO =
  /怎么|怎样|咋|如何|\bhow (?:to|do|does|can|could|should|would|might)\b|\b(?:way|steps?|when|where|whether) to\b/u
const COMMAND_WORD = /命令|指令|\bcommands? (?:to|for|that)\b|\b(?:the|which|what) command\b/u
/** Ties an action to something that may come. */
const CONDITION = /\b(?:if|when|whenever|unless|once|while|in case|as soon as|every time)\b/u
const CONDITION_FIRST = /^(?:if|whenever|unless|once|as soon as|when(?! (?:was|were|did|is|are|has|have|does|do)\b))\b/u
/** 挂了就重启: the action depends on what stands before. */
const THEN = /[就则再才]$/u
/** An order names the plain verb. */
const NO_ORDER = /^(?!bring|fire|spin).*(?:(?<!th)ing|ed)$/u
/** 重启了, 重启中 say what happened, unless someone is asked: 把nginx重启了. */
const DONE = /^[了过中]/u
const ASKED = /把|将|给|帮|请|麻烦|拜托|劳|吧|它/u
/** Stands before an order that follows what was told. */
const ORDER_AFTER = /[,;.，；。] ?(?:(?:so|and|please|pls|just|go ahead and|can you|could you) ){0,3}$/u
/** Asks what a thing is good for, not how it does. */
const MEANING =
  /\bwhat (?:does|do) [\w.-]+ (?:do|mean)\b|\bwhat (?:is|are) [\w.-]+ (?:used )?for\b|^what(?:'s| is| are) an? [\w-]+\??$|怎么接|怎么工作|如何工作|怎么实现|怎么计算|是干什么|是干嘛|干嘛用|是做什么|有什么用|什么用途|什么作用|什么原理|为什么要|什么意思|含义|(?:多少度?|几度|多高|多大)才?会/u
/** "how does X work": asks for the principle. */
const HOW = /\bhow (?:do|does) /u

/** nginx该重启了吧: asks whether it is time. */
const IS_IT_TIME =
  /该(?!设备|机|服务|板|树莓|节点|主机|网关|进程|容器|程序|文件|目录|盒)[^,，。]{1,12}了?(?:吧|吗|么|没|不)[?？。]?$/u
/** 我要重启nginx了: tells what one is about to do. */
const ANNOUNCED = /^(?:我们?|俺|咱们?)(?:现在|马上)?(?:要|准备|打算|去)[^,，。]+了[。!！]?$/u

/** nginx先停了: told to be done at once, where nothing says that it was. */
const AT_ONCE = /(?:先|先给我|给我|直接|赶紧|赶快) ?$/u
const ENDS = /^掉?了?(?:吧|先)?[。!！]?$/u
const TELLS = /[已刚昨又被会谁为]|自己|什么/u

/** /tmp/a.txt删了: a file never goes by itself, where a service may have stopped. */
function isUrged(folded: string, tokens: readonly Token[], { start, end, concept }: Token): boolean {
  if (!ENDS.test(folded.slice(end)) || TELLS.test(folded)) return false
  const object = tokens.findLast(
    (token) => token.end <= start && token.kind !== 'filler' && token.concept !== 'folder' && token.concept !== 'file',
  )
  return (
    AT_ONCE.test(folded.slice(0, start)) ||
    (concept === 'delete' && object === tokens[0] && (object?.values.path ?? '/') !== '/')
  )
}

export interface Mood {
  /** Asks for a state; never taken for a change. */
  readonly isQuestion: boolean
  /** Says no; never taken for a change. */
  readonly isNegated: boolean
  /** Tells how things are, asking for nothing: a complaint, where what it tells is no good. */
  readonly isStatement: boolean
  /** Talks about an action or a meaning without asking for anything now: no task for the device. */
  readonly isTalk: boolean
  /** Tells how an action went; never taken for a change. */
  readonly isOutcome: boolean
}

function asksHow(folded: string): boolean {
  const at = folded.search(HOW)
  return at >= 0 && /\bwork\b/u.test(folded.slice(at))
}

/** Tells whether a request orders, asks, forbids or only talks. */
export function readMood(folded: string, tokens: readonly Token[]): Mood {
  const has = (concept: string) => tokens.some((token) => token.concept === concept)
  // To connect is to look whether it can be done; everything else that acts leaves something changed.
  const actions = tokens.filter(({ kind, concept }) => kind === 'action' && concept !== 'connect')
  const asking = tokens.filter(({ kind, concept }) => kind === 'question' && concept !== 'hedge')
  // "mosquitto is down, restart it": what is told first is the reason of the order.
  const order = actions.find(({ start }) => ORDER_AFTER.test(folded.slice(0, start)))
  const isReason = order !== undefined && asking.every(({ start }) => start < order.start)
  const isFavour = asksFavour(folded, tokens, actions)
  const isAsked = asking.some((token) => !isFavour && (!isReason || token === tokens[0] || !IS.test(token.surface)))
  const isTold =
    !isAsked &&
    !ASKED.test(folded) &&
    actions.some((action) => DONE.test(folded.slice(action.end)) && !isUrged(folded, tokens, action))
  const isNegated = tokens.some(({ kind }) => kind === 'negation')
  // 为什么会重启: what happened, and no doubt whether.
  const isWhy = tokens.some(({ concept }) => concept === 'why')
  const isHedged = tokens.some(({ concept, surface }) => concept === 'hedge' && !(isWhy && surface === '会'))
  const isAboutAction =
    isHedged ||
    (has('modal') && !isFavour) ||
    isTold ||
    COMMAND_WORD.test(folded) ||
    IS_IT_TIME.test(folded) ||
    ANNOUNCED.test(folded) ||
    CONDITION_FIRST.test(folded) ||
    (has('how-long') && !has('not-yet') && !isNegated)
  // "is it slow, reboot it?": neither is answered without the other.
  const isBoth = isReason && isAsked
  const isTalk = actions.some(({ start, end }) => {
    const before = folded.slice(0, start)
    return (
      isAboutAction || isBoth || HOW_TO.test(before) || CONDITION.test(folded.slice(end)) || THEN.test(before.trimEnd())
    )
  })
  // 谁新建用户bob: who did it, or who does.
  const [first, second] = tokens
  const isWho =
    actions.length > 0 &&
    !isFavour &&
    (first?.surface === '谁' || (first?.surface === 'who' && second?.kind === 'action'))
  const isQuestion =
    isAsked ||
    isWho ||
    actions.some(({ surface, isPhrase }) => isPhrase !== true && NO_ORDER.test(surface)) ||
    VERB_FIRST.test(folded) ||
    (/(?:[?]|吗[。!]?)\s*$/u.test(folded) && !POLITE.test(folded))
  const isStatement = actions.length === 0 && isStated(folded, tokens)
  const isOutcome = actions.some(({ end }) => endsInComplaint(folded, tokens, end))
  return { isQuestion, isNegated, isStatement, isTalk: isTalk || MEANING.test(folded) || asksHow(folded), isOutcome }
}

const CAN_HELP = /(?:能|可以|能否|可否|方便).{0,2}(?:帮|替|麻烦)/u
const ASKS = /帮我|帮忙|替我|麻烦|劳驾|请(?!问)/u
const IS_ALL_RIGHT = /(?:可以|好|行|成)(?:吗|么|不)[?。!]?$/u

/** 能帮我…吗, 麻烦…可以吗: asks for the deed in the form of a question. */
function isFavour(folded: string): boolean {
  if (CAN_HELP.test(folded)) return true
  const asked = folded.search(ASKS)
  return asked >= 0 && IS_ALL_RIGHT.test(folded.slice(asked))
}

/** Tells whether someone is asked to do the action; what is looked at before it, or is done already, is asked about. */
function asksFavour(folded: string, tokens: readonly Token[], actions: readonly Token[]): boolean {
  const [first] = actions
  if (first === undefined || !isFavour(folded)) return false
  if (!/[把将]/u.test(folded) && actions.some(({ end }) => DONE.test(folded.slice(end)))) return false
  const isInTheWay = ({ kind, concept, start, end }: Token) =>
    kind === 'ask' || (kind === 'question' && concept !== 'modal' && (start < first.start || end < folded.length - 1))
  return !tokens.some(isInTheWay)
}

/** 重启nginx失败了: what went wrong behind an action, in the same part, is how it went and no reason for it. */
function endsInComplaint(folded: string, tokens: readonly Token[], from: number): boolean {
  const length = folded.slice(from).search(/[,;，；。]/u)
  const until = length < 0 ? folded.length : from + length
  const last = tokens.findLast(({ start, kind }) => start >= from && start < until && kind !== 'filler')
  return COMPLAINTS.has(last?.concept ?? '')
}

const IS = /^(?:is|are|was|were)(?:n't)?$/u

/** "the disk is full": the verb stands behind what it tells about, and nobody is asked to look. */
function isStated(folded: string, tokens: readonly Token[]): boolean {
  if (VERB_FIRST.test(folded) || /[?？]\s*$/u.test(folded)) return false
  return tokens.every(({ kind, concept, surface, start }, index) => {
    // "It keeps dropping, have a look": what is asked comes after.
    if (kind === 'ask' && concept !== 'all') return /[,;.，；。!！]/u.test(folded.slice(0, start))
    return kind !== 'question' || concept === 'hedge' || (index > 0 && IS.test(surface))
  })
}
