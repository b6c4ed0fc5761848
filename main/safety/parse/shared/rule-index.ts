import type { CommandClass } from '../../../../preload/contract/models/safety.ts'
import { type CoveredRead, coverRead, type OpenRead } from '../../manual/cover-read.ts'
import type { ReadProgram } from '../../manual/read-form.ts'
import type { OptionSpec, Rule, Wrapper } from '../../tables/rule.ts'
import { type Arg, type ParsedArgs, parseArgs } from './arguments.ts'
import { compileRule, matchesRule, type ProgramEntry } from './match-rule.ts'
import { withManual } from './option-facts.ts'
import type { Verdict } from './verdict.ts'

/** Tables of one shell, by program name. */
export class RuleIndex {
  readonly #programs = new Map<string, ProgramEntry>()
  readonly #wrappers = new Map<string, Wrapper[]>()
  readonly #reads: ReadonlyMap<string, ReadProgram>
  readonly #names: readonly string[]

  constructor(
    rules: readonly Rule[],
    specs: readonly OptionSpec[],
    wrappers: readonly Wrapper[],
    reads: ReadonlyMap<string, ReadProgram>,
  ) {
    this.#reads = reads
    for (const rule of rules) {
      // Only a manual, which lists every word, makes a call `read`.
      if (rule.class === 'read' && !rule.endless) continue
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
    for (const program of reads.values()) {
      const entry = this.#programs.get(program.name)
      if (entry) entry.spec = withManual(entry.spec, program)
    }
    for (const wrapper of wrappers) {
      for (const name of wrapper.programs.split(' ')) {
        const known = this.#wrappers.get(name)
        if (known) known.push(wrapper)
        else this.#wrappers.set(name, [wrapper])
      }
    }
    this.#names = [...new Set([...this.#programs.keys(), ...this.#wrappers.keys(), ...reads.keys()])]
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
    return (this.#programs.get(name)?.rules.length ?? 0) > 0 || this.#wrappers.has(name) || this.#reads.has(name)
  }

  /** Whether the program does something itself, beside running others. */
  hasOwnUse(name: string): boolean {
    return (this.#programs.get(name)?.rules.length ?? 0) > 0 || this.#reads.has(name)
  }

  /** Holds a call against the manual of its program; undefined where there is none. */
  cover(name: string, args: readonly Arg[]): CoveredRead | OpenRead | undefined {
    const program = this.#reads.get(name)
    return program && coverRead(program, args)
  }

  /** `destructive` where a row without a condition says so. */
  worstOf(name: string): CommandClass | undefined {
    return this.#programs.get(name)?.rules.find(({ rule }) => rule.class === 'destructive' && !rule.when)?.rule.class
  }

  /** Names of all programs, for wildcards in a program's name. */
  names(): readonly string[] {
    return this.#names
  }

  /** Adds every row that matches to the verdict; false when none says what the call does. */
  apply(name: string, args: readonly Arg[], verdict: Verdict, isCovered: boolean, canEndSoon: boolean): boolean {
    const entry = this.#programs.get(name)
    if (!entry) return false
    return this.applyParsed(name, parseArgs(args, entry.spec), verdict, isCovered, canEndSoon)
  }

  /** The same for arguments that were split by the rules of another system. */
  applyParsed(name: string, parsed: ParsedArgs, verdict: Verdict, isCovered: boolean, canEndSoon: boolean): boolean {
    const entry = this.#programs.get(name)
    if (!entry) return false
    let isMatched = false
    for (const compiled of entry.rules) {
      const rule = compiled.rule
      // The manual says of a covered call whether it ends.
      if (isCovered && (rule.class === 'read' || compiled.isFallback)) continue
      if (!matchesRule(compiled, parsed, entry)) continue
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
