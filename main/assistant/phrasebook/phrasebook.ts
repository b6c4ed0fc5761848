import type { PhrasebookSnippet } from '../../../preload/contract/models/assistant/phrasebook.ts'
import type {
  DeviceSystem,
  Intent,
  PhrasebookAnswer,
  PhrasebookCommand,
  PhrasebookExample,
  Slots,
} from './entry-types.ts'
import { INTENTS } from './intents.ts'
import { namesSeveralUsers, otherDevice, readingOf, wholeWord, withoutTargets } from './reading.ts'
import { render } from './render.ts'
import { asksTwice } from './requests/clauses.ts'
import { openQuestion } from './requests/open-questions.ts'
import { answerPart, MAX_PARTED_CHARS, type PartReader } from './requests/parts.ts'
import { answerSeveral, joinsThings } from './requests/several.ts'
import { answerBeside, type SidedRequest, sidedRequest } from './requests/side-clauses.ts'
import { asksForPassword, needsTerminal, type TerminalNeed } from './requests/terminal.ts'
import { parseRules, type Rule, RuleIndex } from './rules.ts'
import { applyRule, carriesMeaning, type Match, type Reading } from './scoring.ts'
import { isTakeable, isWithoutFolder } from './slots/file-places.ts'
import { isWindows } from './slots/shell-quoting.ts'
import { type Snippet, SnippetSearch } from './snippet-search.ts'
import { correctSpelling } from './words/corrections.ts'
import { Lexicon } from './words/lexicon.ts'
import { CJK, normalise } from './words/normalise.ts'
import { type Token, tokenise } from './words/tokens.ts'

/** Coverage from which a reading is proposed, and from which it is at least offered. */
const PROPOSE = 0.66
const OFFER = 0.55
/** A second intent this close in rank is offered beside the first. */
const CLOSE = 0.97

type Declined = Extract<PhrasebookAnswer, { decision: 'decline' }>

/** The offline phrasebook: same words, same command. Throws `PhrasebookDataError` where its data is wrong. */
export class Phrasebook {
  readonly #lexicon = new Lexicon()
  readonly #rules: readonly Rule[]
  readonly #ruleIndex: RuleIndex
  readonly #intents: readonly Intent[]

  #snippets: SnippetSearch | null = null
  /** By system and text: found once, as the catalogue never changes. */
  readonly #snippetCommands = new Map<string, PhrasebookCommand | null>()

  constructor(intents: readonly Intent[] = INTENTS) {
    this.#intents = intents
    this.#rules = intents.flatMap((intent) => parseRules(intent, this.#lexicon))
    this.#ruleIndex = new RuleIndex(this.#rules)
  }

  /**
   * Reads a request; proposes one command, offers up to three, or declines. `names` are the ids and names of the devices
   * that it goes to: they may stand in it, those of others may not.
   */
  answer(text: string, system: DeviceSystem, names: readonly string[] = []): PhrasebookAnswer {
    const terminal = needsTerminal(normalise(text))
    if (terminal !== null) return this.#withoutTerminal(terminal, system)
    const reading = withoutTargets(this.#read(text), names)
    const other = otherDevice(reading)
    if (other !== null) return { decision: 'decline', reason: 'other-machine', word: other }
    const reader: PartReader = {
      read: (part) => withoutTargets(this.#read(part), names),
      answer: (part) => this.#answerReading(part, system),
    }
    const sided = text.length > MAX_PARTED_CHARS ? null : sidedRequest(text, reader.read)
    const beside = (request: SidedRequest) =>
      answerBeside(request, this.answer(request.request, system, names), reader.read(request.request))
    // Where a file lies is part of its path.
    if (sided?.sides.some(({ kind }) => kind === 'place') === true)
      return beside(sided) ?? { decision: 'decline', reason: 'not-understood' }
    const whole = this.#answerReading(reading, system)
    // A part that says in which order is no request of its own.
    const isParted = text.length <= MAX_PARTED_CHARS && !SORTING.test(text)
    if (whole.decision === 'propose') {
      const isTwo = joinsThings(reading, whole.command.intent) || asksTwice(text)
      const both = isParted && isTwo ? answerSeveral(text, reader) : null
      return both?.decision === 'choose' ? both : whole
    }
    const part = isParted ? answerPart(text, reader) : null
    if (part !== null) return part
    if (whole.decision !== 'decline' || whole.reason !== 'not-understood') return whole
    const held = sided === null ? null : beside(sided)
    if (held !== null) return held
    const several = isParted ? answerSeveral(text, reader) : null
    if (several !== null && several.decision !== 'decline') return several
    if (asksForPassword(normalise(text))) return this.#withoutTerminal({ word: 'passwd', instead: null }, system)
    const why = this.#whyNot(reading, system)
    return why.reason === 'not-understood' && several !== null ? several : why
  }

  /** What shows the same once is named only where it is a look that is understood: `watch reboot` leads to nothing. */
  #withoutTerminal({ word, instead }: TerminalNeed, system: DeviceSystem): Declined {
    const once = instead === null ? null : this.#answerReading(this.#read(instead.en), system)
    const isLook = once?.decision === 'propose' && once.command.expectedClass === 'read'
    return { decision: 'decline', reason: 'terminal', word, ...(instead === null || !isLook ? {} : { instead }) }
  }

  /** Not understood, or understood but for what cannot be done here. */
  #whyNot(reading: Reading, system: DeviceSystem): Declined {
    const isJoining =
      reading.concepts.has('wifi') || reading.concepts.has('connect') || reading.concepts.has('connected')
    if (isJoining && reading.tokens.some(({ surface }) => PASSWORD.test(surface))) {
      return { decision: 'decline', reason: 'password' }
    }
    if (reading.concepts.has('untouched') && ['delete', 'tidy'].some((concept) => reading.concepts.has(concept)))
      return { decision: 'decline', reason: 'too-wide' }
    if (namesSeveralUsers(reading)) return { decision: 'decline', reason: 'several' }
    if (reading.concepts.has('user-password')) return this.#withoutTerminal({ word: 'passwd', instead: null }, system)
    if (
      reading.tokens.some(({ concept }) => concept === 'fix-address' || concept === 'static-ip') &&
      !reading.isQuestion
    ) {
      return { decision: 'decline', reason: 'static-ip' }
    }
    const isUnderstoodWithout = (word: Token | undefined) => {
      const tokens = reading.tokens.filter((token) => token !== word)
      return (
        word !== undefined &&
        this.#answerReading({ ...reading, tokens, isLenient: true }, system).decision !== 'decline'
      )
    }
    const host = reading.tokens.find(({ values }) => values.host !== undefined)
    if (isUnderstoodWithout(host)) return { decision: 'decline', reason: 'other-machine', word: host?.surface ?? '' }
    const name = reading.tokens.find((token) => token.kind === 'unknown' && carriesMeaning(token))
    return isUnderstoodWithout(name)
      ? { decision: 'decline', reason: 'unknown-word', word: wholeWord(name, reading.tokens) }
      : { decision: 'decline', reason: 'not-understood' }
  }

  #answerReading(reading: Reading, system: DeviceSystem): PhrasebookAnswer {
    const matches = this.#bestMatches(reading)
    const best = matches[0]
    if (best === undefined || best.coverage < OFFER) return { decision: 'decline', reason: 'not-understood' }
    const rivals = matches.filter((match) => match.coverage >= OFFER && match.rank >= best.rank * CLOSE)
    if (best.coverage >= PROPOSE && rivals.length === 1) {
      const command = render(best.rule.intent, best.slots, system)
      if (command === null) return declinedFor(best.slots, system)
      return { decision: 'propose', score: best.coverage, command }
    }
    const offered = best.coverage >= PROPOSE ? rivals : matches.filter((match) => match.coverage >= OFFER)
    const options = offered.flatMap((match) => render(match.rule.intent, match.slots, system) ?? []).slice(0, 3)
    if (options.length === 0) return declinedFor(best.slots, system)
    return { decision: 'choose', question: openQuestion(reading.concepts), options }
  }

  /** The `count` examples nearest to the text, each of another intent, for few-shot prompts; commands for `system`. */
  nearestExamples(text: string, system: DeviceSystem, count: number): readonly PhrasebookExample[] {
    const result: PhrasebookExample[] = []
    const seen = new Set<string>()
    for (const snippet of [...this.#search(text), ...this.#usualSnippets()]) {
      if (result.length >= count) break
      if (seen.has(snippet.intent.id)) continue
      seen.add(snippet.intent.id)
      const command = this.#commandOf(snippet, system)
      if (command !== null) result.push({ text: snippet.text, intent: command.intent, command: command.command })
    }
    return result
  }

  /** Snippets that fit the text, each of another intent, best first; the usual ones where there is no text. */
  snippets(text: string, system: DeviceSystem, limit: number): readonly PhrasebookSnippet[] {
    const found = text.trim() === '' ? this.#usualSnippets() : this.#search(text)
    const result: PhrasebookSnippet[] = []
    for (const snippet of found) {
      if (result.length >= limit) break
      if (this.#commandOf(snippet, system) === null) continue
      const { id, title, examples } = snippet.intent
      const isChinese = CJK.test(snippet.text)
      const en = isChinese ? (examples.en[0] ?? snippet.text) : snippet.text
      const zh = isChinese ? snippet.text : (examples.zh[0] ?? snippet.text)
      result.push({ intent: id, title, text: { en, zh } })
    }
    return result
  }

  /** What the rules make of the text comes first, also beside words that nobody knows. The index is built when it is first needed. */
  #search(text: string): readonly Snippet[] {
    this.#snippets ??= new SnippetSearch(this.#intents, meaningsOf(this.#rules))
    const request = sidedRequest(text, (part) => this.#read(part))?.request ?? text
    const reading = this.#read(request)
    const tokens = reading.tokens.filter(({ kind }) => kind !== 'unknown')
    const isWhole = tokens.length === reading.tokens.length
    const matches = this.#bestMatches(isWhole ? reading : { ...reading, tokens, isLenient: true })
    const understood = matches.filter(({ coverage }) => coverage >= OFFER).map(({ rule }) => rule.intent)
    return this.#snippets.search(request, conceptsOf(reading), understood)
  }

  #read(text: string): Reading {
    const normalised = normalise(text)
    const tokens = tokenise(normalised, this.#lexicon)
    const corrected = correctSpelling(normalised, tokens, this.#lexicon)
    if (corrected === null) return readingOf(normalised, tokens, false)
    return readingOf(corrected, tokenise(corrected, this.#lexicon), true)
  }

  /** Lists what operators look at most, for a request that resembles nothing. */
  #usualSnippets(): readonly Snippet[] {
    return this.#intents
      .filter((intent) => intent.isQuickAction === true)
      .flatMap((intent) => intent.examples.en.slice(0, 1).map((text) => ({ intent, text })))
  }

  #commandOf({ intent, text }: Snippet, system: DeviceSystem): PhrasebookCommand | null {
    const key = `${system} ${text}`
    const known = this.#snippetCommands.get(key)
    if (known !== undefined) return known
    const answer = this.answer(text, system)
    const command = answer.decision === 'propose' && answer.command.intent === intent.id ? answer.command : null
    this.#snippetCommands.set(key, command)
    return command
  }

  /** The best rule of each intent, best first; ties keep the order of the data. */
  #bestMatches(reading: Reading): readonly Match[] {
    const best = new Map<string, Match>()
    for (const rule of this.#ruleIndex.candidates(reading.concepts)) {
      const match = applyRule(rule, reading)
      if (match === null) continue
      const other = best.get(rule.intent.id)
      if (other === undefined || match.rank > other.rank) best.set(rule.intent.id, match)
    }
    const matches = [...best.values()].sort((left, right) => right.rank - left.rank)
    return matches.some(({ rule }) => !rule.isCompanion) ? matches : []
  }
}

/** The concepts that the rules of each intent ask for, once for each rule. */
function meaningsOf(rules: readonly Rule[]): ReadonlyMap<Intent, readonly string[]> {
  const meanings = new Map<Intent, string[]>()
  for (const { intent, groups } of rules) {
    const meaning = meanings.get(intent)
    if (meaning === undefined) meanings.set(intent, groups.flat())
    else meaning.push(...groups.flat())
  }
  return meanings
}

/** The concepts that say what a request is about. */
function conceptsOf({ tokens }: Reading): readonly string[] {
  const concepts = tokens.flatMap(({ concept, kind }) =>
    concept === null || kind === 'filler' || kind === 'ask' || kind === 'context' ? [] : [concept],
  )
  return [...new Set(concepts)]
}

/** Nothing for this system, a folder of the system and a pattern, which are not taken away on a word, or a name without its folder. */
function declinedFor(slots: Slots, system: DeviceSystem): Declined {
  const { path, file } = slots
  if (isWindows(system)) return { decision: 'decline', reason: 'not-on-this-system' }
  if (isWithoutFolder(slots)) return { decision: 'decline', reason: 'no-folder', word: path ?? '' }
  const isWide = path === undefined ? file?.includes('*') === true : !isTakeable(path)
  return { decision: 'decline', reason: isWide ? 'too-wide' : 'not-on-this-system' }
}

const PASSWORD = /^(?:passwords?|passwd|密码|口令)$/u
/** 按时间排序, "sorted by time": the order of what is listed, wherever it stands. */
const SORTING = /按[^,，。;；]{1,12}排|排序|排列|排个序|倒序|升序|降序|\b(?:sort|sorted|order|ordered) by\b/iu
