import type { OptionNote } from '../../../../preload/contract/models/safety/safety.ts'
import { COMMAND_CLASSES, type CommandClass } from '../../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { Budget } from './budget.ts'

const RANKS = Object.fromEntries(COMMAND_CLASSES.map((name, rank) => [name, rank])) as Record<CommandClass, number>

/** Position of a class in rising order of harm. */
export function rankOf(commandClass: CommandClass): number {
  return RANKS[commandClass]
}

interface Finding {
  readonly class: CommandClass
  readonly rule: string
  readonly reason: LocalizedText
}

const MAX_REASONS = 12
const MAX_NOTES = 12

/** Collects what was found in one command; the worst finding decides. */
export class Verdict {
  readonly budget: Budget
  readonly #findings = new Map<string, Finding>()
  readonly #notes: OptionNote[] = []
  isCuttingOff = false
  isEndless = false
  /** Above zero while something bounds the time of what is judged. */
  timeLimits = 0
  /** Names of files that an earlier part of a Windows script downloaded or decoded. */
  readonly fetched = new Set<string>()
  /** Directories that earlier parts of a Windows script changed to. */
  readonly places: string[] = []
  /** An earlier part went to the top of a drive. */
  isAtDriveRoot = false

  constructor(budget = new Budget()) {
    this.budget = budget
  }

  add(commandClass: CommandClass, rule: string, reason: LocalizedText): void {
    const known = this.#findings.get(rule)
    if (known && rankOf(known.class) >= rankOf(commandClass)) return
    this.#findings.set(rule, { class: commandClass, rule, reason })
  }

  markEndless(rule: string, reason: LocalizedText): void {
    this.add('read', rule, reason)
    if (this.timeLimits === 0) this.isEndless = true
  }

  /** Keeps what an option of a read does, for the card. */
  note(note: OptionNote): void {
    if (this.#notes.length < MAX_NOTES && !this.#notes.some((known) => known.word === note.word)) this.#notes.push(note)
  }

  get notes(): readonly OptionNote[] {
    return this.#notes
  }

  get worst(): CommandClass {
    let worst: CommandClass = 'read'
    for (const finding of this.#findings.values()) {
      if (rankOf(finding.class) > rankOf(worst)) worst = finding.class
    }
    return worst
  }

  get count(): number {
    return this.#findings.size
  }

  /** Takes over the findings of another verdict that are at least as bad as `floor`. */
  merge(other: Verdict, floor: CommandClass): void {
    for (const finding of other.#findings.values()) {
      if (rankOf(finding.class) >= rankOf(floor)) this.add(finding.class, finding.rule, finding.reason)
    }
    if (other.isCuttingOff) this.isCuttingOff = true
  }

  /** Findings worst first, without those that only say "reads" when something worse was found. */
  listed(): { reasons: LocalizedText[]; rules: string[] } {
    const sorted = [...this.#findings.values()].sort((a, b) => rankOf(b.class) - rankOf(a.class))
    const reasons: LocalizedText[] = []
    for (const { reason } of sorted) {
      if (reasons.length === MAX_REASONS) break
      if (!reasons.some(({ en }) => en === reason.en)) reasons.push(reason)
    }
    return { reasons, rules: sorted.map((finding) => finding.rule) }
  }
}
