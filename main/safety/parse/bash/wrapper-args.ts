import type { Wrapper } from '../../tables/rule.ts'
import type { Arg } from '../shared/arguments.ts'

/** What a wrapper runs, as read from its arguments. */
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

const listed = (list: string | undefined, name: string): boolean =>
  list?.split(' ').some((item) => item === name || (name.length > 2 && item.startsWith(name))) === true

/** Finds where the inner program begins. Undefined when the wrapper's sub-command is not there. */
export function readWrapper(wrapper: Wrapper, args: readonly Arg[]): Wrapped | undefined {
  const reader = new WrapperReader(wrapper, args)
  return reader.read()
}

class WrapperReader {
  readonly #wrapper: Wrapper
  readonly #args: readonly Arg[]
  readonly #texts: Arg[] = []
  #isUncertain = false
  #hasAssignment = false
  #isIdle = false
  #isShell = false
  readonly #skipped: Arg[] = []
  #index = 0

  constructor(wrapper: Wrapper, args: readonly Arg[]) {
    this.#wrapper = wrapper
    this.#args = args
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
    const name = text.slice(2, equals > 0 ? equals : undefined)
    if (listed(this.#wrapper.unless, name)) this.#isIdle = true
    if (listed(this.#wrapper.shellFlags, name)) this.#isShell = true
    if (listed(this.#wrapper.textFlags, name)) {
      if (equals > 0) this.#texts.push({ value: text.slice(equals + 1) })
      else this.#takeText()
    } else if (listed(this.#wrapper.longValues, name)) {
      if (equals < 0) this.#index++
    } else if (equals < 0 && !listed(this.#wrapper.longBools, name) && !listed(this.#wrapper.unless, name))
      this.#isUncertain = true
  }

  #cluster(text: string): void {
    for (let k = 1; k < text.length; k++) {
      const char = text.charAt(k)
      if (listed(this.#wrapper.unless, char)) this.#isIdle = true
      if (listed(this.#wrapper.shellFlags, char)) this.#isShell = true
      if (listed(this.#wrapper.textFlags, char)) {
        if (k < text.length - 1) this.#texts.push({ value: text.slice(k + 1) })
        else this.#takeText()
        return
      }
      if (this.#wrapper.values?.includes(char)) {
        if (k === text.length - 1) this.#index++
        return
      }
      if (!this.#wrapper.bools?.includes(char) && !listed(this.#wrapper.unless, char)) this.#isUncertain = true
    }
  }

  #takeText(): void {
    const next = this.#args[++this.#index]
    if (next) this.#texts.push(next)
  }
}
