import { meantOptions, type OptionFacts } from '../../options/option-facts.ts'
import type { Wrapper } from '../../tables/rule.ts'
import type { Arg } from '../shared/arguments.ts'

/** The program that a wrapper runs, as read from its arguments. */
export interface Wrapped {
  /** Position of the program among the arguments; their length when there is none. */
  readonly start: number
  /** Values of options that are shell text. */
  readonly texts: readonly Arg[]
  /** An option is not known, so that the program may begin later. */
  readonly isUncertain: boolean
  readonly hasAssignment: boolean
  /** An option is given that starts a shell where no program follows. */
  readonly isShell: boolean
  /** Operands between the options and the program (`timeout 5 X`: `5`). */
  readonly skipped: readonly Arg[]
  /** An option is given that makes it run nothing. */
  readonly isIdle: boolean
}

/**
 * Finds where the inner program begins, by the option facts of the wrapper. Undefined when its sub-command is not there.
 *
 * Handles: clusters (`sudo -nu pi ls`), abbreviated long options (`sudo --us pi ls`), assignments (`env A=1 ls`), operands
 * before the program (`timeout 5 ls`), shell text (`su -c 'ls'`). An option that is not known makes the place uncertain.
 * @example `sudo -u pi rm -r /srv` → destructive
 * @example `timeout -k 3 5 ls` → read
 * @example `/usr/bin/time --output=/etc/motd ls` → unknown
 * @example `su -c 'rm -rf /srv' pi` → destructive
 */
export function readWrapper(wrapper: Wrapper, args: readonly Arg[], facts: OptionFacts): Wrapped | undefined {
  return new WrapperReader(wrapper, args, facts).read()
}

class WrapperReader {
  readonly #wrapper: Wrapper
  readonly #args: readonly Arg[]
  readonly #facts: OptionFacts
  readonly #texts: Arg[] = []
  #isUncertain = false
  #hasAssignment = false
  #isIdle = false
  #isShell = false
  readonly #skipped: Arg[] = []
  #index = 0

  constructor(wrapper: Wrapper, args: readonly Arg[], facts: OptionFacts) {
    this.#wrapper = wrapper
    this.#args = args
    this.#facts = facts
  }

  read(): Wrapped | undefined {
    const subs = this.#wrapper.sub?.split(' ') ?? []
    let left = this.#wrapper.skip ?? 0
    for (; this.#index < this.#args.length; this.#index++) {
      const text = this.#args[this.#index]?.value ?? ''
      if (text === '--' && subs.length === 0) {
        this.#index += 1 + left
        break
      }
      if (text.length > 1 && (text.startsWith('-') || (text.startsWith('+') && this.#wrapper.stdin === 'script'))) {
        if (text.startsWith('--')) this.#long(text)
        else this.#cluster(text)
        continue
      }
      if (this.#wrapper.hasAssignments && /^[A-Za-z_]\w*=/.test(text)) {
        this.#hasAssignment = true
        continue
      }
      if (subs.length > 0) {
        if (this.#isSub(text, subs[0] ?? '')) subs.shift()
        else if (!this.#isUncertain) return undefined
        continue
      }
      if (left === 0) break
      const skipped = this.#args[this.#index]
      if (skipped) this.#skipped.push(skipped)
      left--
    }
    if (subs.length > 0) return undefined
    return {
      start: Math.min(this.#index, this.#args.length),
      texts: this.#texts,
      isUncertain: this.#isUncertain,
      hasAssignment: this.#hasAssignment,
      isIdle: this.#isIdle,
      isShell: this.#isShell,
      skipped: this.#skipped,
    }
  }

  #isSub(text: string, sub: string): boolean {
    return text === sub || (this.#wrapper.isAbbreviating === true && text !== '' && sub.startsWith(text))
  }

  #long(text: string): void {
    const equals = text.indexOf('=')
    const name = equals > 0 ? text.slice(0, equals) : text
    const meant = meantOptions(this.#facts, name)
    this.#note(meant)
    if (meant.some((option) => this.#facts.shellText.has(option))) {
      if (equals > 0) this.#texts.push({ value: text.slice(equals + 1) })
      else this.#takeText()
    } else if (meant.some((option) => this.#facts.arities.get(option) === 'value')) {
      if (equals < 0) this.#skipValue()
    } else if (meant.length === 0) this.#isUncertain = true
  }

  #note(options: readonly string[]): void {
    if (options.some((option) => this.#facts.idle.has(option))) this.#isIdle = true
    if (options.some((option) => this.#facts.startsShell.has(option))) this.#isShell = true
  }

  #cluster(text: string): void {
    for (let k = 1; k < text.length; k++) {
      const option = `-${text.charAt(k)}`
      this.#note([option])
      if (this.#facts.shellText.has(option)) {
        if (k < text.length - 1) this.#texts.push({ value: text.slice(k + 1) })
        else this.#takeText()
        return
      }
      const arity = this.#facts.arities.get(option)
      if (arity === 'value') {
        if (k === text.length - 1) this.#skipValue()
        return
      }
      if (arity === undefined) this.#isUncertain = true
    }
  }

  /** A value that looks like an option may be one, in another version of the wrapper. */
  #skipValue(): void {
    if (/^-+[A-Za-z]/.test(this.#args[++this.#index]?.value ?? '')) this.#isUncertain = true
  }

  #takeText(): void {
    const next = this.#args[++this.#index]
    if (next) this.#texts.push(next)
  }
}
