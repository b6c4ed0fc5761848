import type { CommandClass } from '../../../../preload/contract/models/safety.ts'
import type { OptionSpec, Rule, Wrapper } from '../../tables/rule.ts'
import { type Arg, type ParsedArgs, parseArgs } from './arguments.ts'
import { compileRule, matchesRule, type ProgramEntry } from './match-rule.ts'
import type { Verdict } from './verdict.ts'

/** Tables of one shell, by program name. */
export class RuleIndex {
  readonly #programs = new Map<string, ProgramEntry>()
  readonly #wrappers = new Map<string, Wrapper[]>()
  readonly #names: readonly string[]

  constructor(rules: readonly Rule[], specs: readonly OptionSpec[], wrappers: readonly Wrapper[]) {
    for (const rule of rules) {
      const compiled = compileRule(rule)
      for (const name of rule.programs.split(' ')) this.#entry(name).rules.push(compiled)
    }
    for (const spec of specs) {
      for (const name of spec.programs.split(' ')) {
        const entry = this.#entry(name)
        entry.spec = spec
        entry.longs = spec.longs?.split(' ') ?? []
      }
    }
    for (const wrapper of wrappers) {
      for (const name of wrapper.programs.split(' ')) {
        const known = this.#wrappers.get(name)
        if (known) known.push(wrapper)
        else this.#wrappers.set(name, [wrapper])
      }
    }
    this.#names = [...new Set([...this.#programs.keys(), ...this.#wrappers.keys()])]
  }

  #entry(name: string): ProgramEntry {
    let entry = this.#programs.get(name)
    if (!entry) {
      entry = { rules: [], spec: { programs: name }, longs: [] }
      this.#programs.set(name, entry)
    }
    return entry
  }

  entryOf(name: string): ProgramEntry | undefined {
    return this.#programs.get(name)
  }

  wrappersOf(name: string): readonly Wrapper[] {
    return this.#wrappers.get(name) ?? []
  }

  isListed(name: string): boolean {
    return (this.#programs.get(name)?.rules.length ?? 0) > 0 || this.#wrappers.has(name)
  }

  /** `destructive` where a row without a condition says so. */
  worstOf(name: string): CommandClass | undefined {
    return this.#programs.get(name)?.rules.find(({ rule }) => rule.class === 'destructive' && !rule.when)?.rule.class
  }

  /** Names of all programs, for wildcards in a program's name. */
  names(): readonly string[] {
    return this.#names
  }

  /** Adds every row that matches to the verdict; false when none does. */
  apply(name: string, args: readonly Arg[], verdict: Verdict, canEndSoon: boolean): boolean {
    const entry = this.#programs.get(name)
    if (!entry) return false
    return this.applyParsed(name, parseArgs(args, entry.spec), verdict, canEndSoon)
  }

  /** The same for arguments that were split by the rules of another system. */
  applyParsed(name: string, parsed: ParsedArgs, verdict: Verdict, canEndSoon: boolean): boolean {
    const entry = this.#programs.get(name)
    if (!entry) return false
    let isMatched = false
    for (const compiled of entry.rules) {
      if (!matchesRule(compiled, parsed, entry)) continue
      const rule = compiled.rule
      isMatched = true
      if (rule.cutsOff) verdict.isCuttingOff = true
      if (rule.endless === 'hard' || (rule.endless === 'soft' && !canEndSoon)) {
        verdict.markEndless(rule.id, rule.reason)
        if (rule.class === 'read') continue
      }
      verdict.add(rule.class, rule.id, rule.reason)
    }
    return isMatched
  }
}
