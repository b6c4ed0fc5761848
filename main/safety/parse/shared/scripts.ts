import { meantOptions, type OptionFacts } from '../../options/option-facts.ts'
import type { Arg } from './arguments.ts'

/** Scripts in a program's own language (sed, awk, jq) that a call holds. */
export interface FoundScripts {
  readonly scripts: readonly Arg[]
  /** Every option was known and no script stands in a file; otherwise a script may stand anywhere. */
  readonly isComplete: boolean
}

/**
 * Finds the scripts of a call by the option facts of its program: values of options such as `-e`, else the first operand.
 *
 * Handles: `-e x`, `-ex`, `-ne x`, `--expression=x`, `--exp x`; a script file, an option that is not known, an
 * abbreviation of several options or a call without a script is incomplete.
 * @example `sed -i -e '1e reboot' f` → destructive
 * @example `sed -i -l 5 s/a/b/ f` → change
 * @example `sed -i -f script f` → unknown
 */
export function findScripts(args: readonly Arg[], facts: OptionFacts): FoundScripts {
  const finder = new ScriptFinder(facts)
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg && finder.take(arg, args[i + 1])) i++
  }
  return finder.found()
}

class ScriptFinder {
  readonly #facts: OptionFacts
  readonly #scripts: Arg[] = []
  #operand: Arg | undefined
  #isComplete = true
  #isFirstTaken = false
  #isEnded = false

  constructor(facts: OptionFacts) {
    this.#facts = facts
  }

  /** Reads one word; true where the next one is its value. */
  take(arg: Arg, next: Arg | undefined): boolean {
    const text = arg.value
    if (!this.#isEnded && text === '--') {
      this.#isEnded = true
      return false
    }
    if (this.#isEnded || text.length < 2 || !text.startsWith('-')) {
      this.#operand ??= arg
      return false
    }
    return text.startsWith('--') ? this.#long(arg, next) : this.#cluster(arg, next)
  }

  #long(arg: Arg, next: Arg | undefined): boolean {
    const equals = arg.value.indexOf('=')
    const meant = meantOptions(this.#facts, equals > 0 ? arg.value.slice(0, equals) : arg.value, 1)
    if (meant.length !== 1) this.#isComplete = false
    const isValued = meant.some((option) => this.#facts.arities.get(option) === 'value')
    const value = equals > 0 ? { ...arg, value: arg.value.slice(equals + 1) } : next
    for (const option of meant) this.#value(option, value)
    return isValued && equals < 0
  }

  #cluster(arg: Arg, next: Arg | undefined): boolean {
    for (let k = 1; k < arg.value.length; k++) {
      const option = `-${arg.value.charAt(k)}`
      const arity = this.#facts.arities.get(option)
      if (arity === undefined) this.#isComplete = false
      if (arity === 'attached') return false
      if (arity !== 'value') continue
      const isNext = k === arg.value.length - 1
      this.#value(option, isNext ? next : { ...arg, value: arg.value.slice(k + 1) })
      return isNext
    }
    return false
  }

  #value(option: string, value: Arg | undefined): void {
    if (this.#facts.first.has(option)) this.#isFirstTaken = true
    if (this.#facts.scripts.has(option) && value) this.#scripts.push(value)
    if (this.#facts.scriptFiles.has(option)) this.#isComplete = false
  }

  found(): FoundScripts {
    const scripts = this.#isFirstTaken || !this.#operand ? this.#scripts : [this.#operand]
    return { scripts, isComplete: this.#isComplete && scripts.length > 0 }
  }
}
