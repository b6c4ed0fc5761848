import type { CommandClass } from '../../../../preload/contract/models/safety/safety.ts'
import { type CoveredRead, coverRead, type OpenRead } from '../../manual/cover-read.ts'
import type { ReadProgram } from '../../manual/read-form.ts'
import type { OptionFacts } from '../../options/option-facts.ts'
import { OptionIndex } from '../../options/option-index.ts'
import type { Rule, Wrapper } from '../../tables/rule.ts'
import { type Arg, type ParsedArgs, parseArgs } from './arguments.ts'
import { type CompiledRule, compileRule, matchesRule } from './match-rule.ts'
import type { Verdict } from './verdict.ts'

/** Tables of one shell, by program name. */
export class RuleIndex {
  readonly #rules = new Map<string, CompiledRule[]>()
  readonly #options: OptionIndex
  readonly #wrappers = new Map<string, Wrapper[]>()
  readonly #reads: ReadonlyMap<string, ReadProgram>
  readonly #names: readonly string[]

  constructor(
    rules: readonly Rule[],
    wrappers: readonly Wrapper[],
    reads: ReadonlyMap<string, ReadProgram>,
    options = new OptionIndex([], reads),
  ) {
    this.#reads = reads
    this.#options = options
    for (const rule of rules) {
      // Only a manual, which lists every word, makes a call `read`.
      if (rule.class === 'read' && !rule.endless) continue
      const compiled = compileRule(rule)
      for (const name of rule.programs.split(' ')) this.#rules.set(name, [...(this.#rules.get(name) ?? []), compiled])
    }
    for (const wrapper of wrappers) {
      for (const name of wrapper.programs.split(' ')) {
        const known = this.#wrappers.get(name)
        if (known) known.push(wrapper)
        else this.#wrappers.set(name, [wrapper])
      }
    }
    this.#names = [...new Set([...this.#rules.keys(), ...this.#wrappers.keys(), ...reads.keys()])]
  }

  /** Option facts of a program, and of one of its sub-commands. */
  optionsOf(name: string, sub?: string): OptionFacts {
    return this.#options.of(name, sub)
  }

  hasRules(name: string): boolean {
    return this.#rules.has(name)
  }

  wrappersOf(name: string): readonly Wrapper[] {
    return this.#wrappers.get(name) ?? []
  }

  isListed(name: string): boolean {
    return this.#rules.has(name) || this.#wrappers.has(name) || this.#reads.has(name)
  }

  /** True if the program does something itself, beside running others. */
  hasOwnUse(name: string): boolean {
    return this.#rules.has(name) || this.#reads.has(name)
  }

  /** Holds a call against the manual of its program; undefined where there is none. */
  cover(name: string, args: readonly Arg[]): CoveredRead | OpenRead | undefined {
    const program = this.#reads.get(name)
    return program && coverRead(program, args)
  }

  /** `destructive` where a row without a condition says so. */
  worstOf(name: string): CommandClass | undefined {
    return this.#rules.get(name)?.find(({ rule }) => rule.class === 'destructive' && !rule.when)?.rule.class
  }

  /** Names of all programs, for wildcards in a program's name. */
  names(): readonly string[] {
    return this.#names
  }

  /** Adds every row that matches to the verdict; false when none says what the call does. */
  apply(name: string, args: readonly Arg[], verdict: Verdict, isCovered: boolean, canEndSoon: boolean): boolean {
    if (!this.#rules.has(name)) return false
    return this.applyParsed(name, parseArgs(args, this.optionsOf(name)), verdict, isCovered, canEndSoon)
  }

  /** The same for arguments that were split by the rules of another system. */
  applyParsed(name: string, parsed: ParsedArgs, verdict: Verdict, isCovered: boolean, canEndSoon: boolean): boolean {
    const facts = this.optionsOf(name)
    let isMatched = false
    for (const compiled of this.#rules.get(name) ?? []) {
      const rule = compiled.rule
      // The manual says of a covered call whether it ends.
      if (isCovered && (rule.class === 'read' || compiled.isFallback)) continue
      if (!matchesRule(compiled, parsed, facts)) continue
      if (rule.endless === 'hard' || (rule.endless === 'soft' && !canEndSoon)) {
        verdict.markEndless(rule.id, rule.reason)
      }
      if (rule.class === 'read') continue
      isMatched = true
      if (rule.cutsOff) verdict.isCuttingOff = true
      verdict.add(rule.class, rule.id, rule.reason)
    }
    return isMatched
  }
}
