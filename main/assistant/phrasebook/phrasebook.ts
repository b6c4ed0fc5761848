import type {
  DeviceSystem,
  Intent,
  PhrasebookAnswer,
  PhrasebookCommand,
  PhrasebookExample,
  SlotKind,
  Slots,
} from './entry-types.ts'
import { INTENTS } from './intents.ts'
import { Lexicon } from './lexicon.ts'
import { normalise } from './normalise.ts'
import { readQuestion } from './questions.ts'
import { parseRule, type Rule } from './rules.ts'
import { applyRule, type Match, type Reading } from './scoring.ts'
import { fillTemplate } from './shell-quoting.ts'
import { tokenise } from './tokens.ts'

/** Coverage from which a reading is proposed, and from which it is at least offered. */
const PROPOSE = 0.66
const OFFER = 0.5
/** A second intent this close in rank is offered beside the first. */
const CLOSE = 0.97

/** The offline phrasebook: same words, same command. Throws `PhrasebookDataError` where its data is wrong. */
export class Phrasebook {
  readonly #lexicon = new Lexicon()
  readonly #rules: readonly Rule[]
  readonly #intents: readonly Intent[]
  /** What the examples mean, and their commands by system: found once, because they never change. */
  readonly #exampleConcepts = new Map<string, ReadonlySet<string>>()
  readonly #exampleAnswers = new Map<string, PhrasebookAnswer>()

  constructor(intents: readonly Intent[] = INTENTS) {
    this.#intents = intents
    this.#rules = intents.flatMap((intent) => intent.when.map((line) => parseRule(intent, line, this.#lexicon)))
  }

  /** Reads a request; proposes one command, offers up to three, or declines. */
  answer(text: string, system: DeviceSystem): PhrasebookAnswer {
    const matches = this.#bestMatches(this.#read(text))
    const best = matches[0]
    if (best === undefined || best.coverage < OFFER) return { decision: 'decline', reason: 'not-understood' }
    const rivals = matches.filter((match) => match.coverage >= OFFER && match.rank >= best.rank * CLOSE)
    if (best.coverage >= PROPOSE && rivals.length === 1) {
      const command = render(best.rule.intent, best.slots, system)
      if (command === null) return { decision: 'decline', reason: 'not-on-this-system' }
      return { decision: 'propose', score: best.coverage, command }
    }
    const offered = best.coverage >= PROPOSE ? rivals : matches.filter((match) => match.coverage >= OFFER)
    const options = offered.flatMap((match) => render(match.rule.intent, match.slots, system) ?? []).slice(0, 3)
    if (options.length === 0) return { decision: 'decline', reason: 'not-on-this-system' }
    return { decision: 'choose', options }
  }

  /** The `count` examples nearest to the text, for few-shot prompts; commands for `system`. */
  examples(text: string, count: number, system: DeviceSystem = 'linux'): readonly PhrasebookExample[] {
    const wanted = this.#concepts(text)
    const scored = this.#intents.flatMap((intent) =>
      [...intent.examples.en.slice(0, 1), ...intent.examples.zh.slice(0, 1)].map((example) => {
        const own = remembered(this.#exampleConcepts, example, () => this.#concepts(example))
        const shared = [...own].filter((concept) => wanted.has(concept)).length
        return { intent, example, score: shared / Math.sqrt(Math.max(1, own.size)) }
      }),
    )
    scored.sort((left, right) => right.score - left.score)
    const result: PhrasebookExample[] = []
    for (const { example, intent } of scored) {
      if (result.length >= count) break
      const answer = remembered(this.#exampleAnswers, `${system} ${example}`, () => this.answer(example, system))
      if (answer.decision !== 'propose' || result.some((other) => other.intent === intent.id)) continue
      result.push({ text: example, intent: intent.id, command: answer.command.command })
    }
    return result
  }

  /** Reading commands that need nothing more to be known, for one-click actions. */
  quickActions(system: DeviceSystem): readonly PhrasebookCommand[] {
    return this.#intents
      .filter((intent) => intent.isQuickAction === true)
      .flatMap((intent) => render(intent, {}, system) ?? [])
  }

  #read(text: string): Reading {
    const normalised = normalise(text)
    const tokens = tokenise(normalised, this.#lexicon)
    return { tokens, ...readQuestion(normalised.folded, tokens) }
  }

  #concepts(text: string): ReadonlySet<string> {
    const free = new Set(['filler', 'show'])
    return new Set(this.#read(text).tokens.flatMap(({ concept }) => (concept && !free.has(concept) ? [concept] : [])))
  }

  /** The best rule of each intent, best first; ties keep the order of the data. */
  #bestMatches(reading: Reading): readonly Match[] {
    const best = new Map<string, Match>()
    for (const rule of this.#rules) {
      const match = applyRule(rule, reading)
      if (match === null) continue
      const other = best.get(rule.intent.id)
      if (other === undefined || match.rank > other.rank) best.set(rule.intent.id, match)
    }
    return [...best.values()].sort((left, right) => right.rank - left.rank)
  }
}

function render(intent: Intent, found: Slots, system: DeviceSystem): PhrasebookCommand | null {
  const templates = {
    linux: intent.linux,
    raspberrypi: intent.raspberrypi ?? intent.linux,
    'windows-powershell': intent.powershell,
    'windows-cmd': intent.cmd ?? [],
  }[system]
  const slots: Slots = { ...intent.defaults, ...found }
  for (const template of [templates].flat()) {
    const command = fillTemplate(template, slots, system)
    if (command === null) continue
    const { id, title, expectedClass, timeoutS } = intent
    const explanation = { en: fillWords(intent.explanation.en, slots), zh: fillWords(intent.explanation.zh, slots) }
    return { intent: id, title, command, explanation, expectedClass, timeoutS }
  }
  return null
}

function remembered<Value>(known: Map<string, Value>, name: string, find: () => Value): Value {
  const before = known.get(name)
  if (before !== undefined) return before
  const found = find()
  known.set(name, found)
  return found
}

function fillWords(text: string, slots: Slots): string {
  return text.replace(/\{([a-z]+)\}/gu, (_all, kind: string) => slots[kind as SlotKind] ?? '')
}
