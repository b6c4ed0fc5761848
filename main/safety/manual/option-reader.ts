import type { Arg } from '../parse/shared/arguments.ts'
import type { CallProgress } from './call-progress.ts'
import type { OptionStyle, ReadOption } from './read-form.ts'
import { isOfKind } from './value-kinds.ts'

/** The options that may stand at a place of the call, by each spelling. */
type Options = ReadonlyMap<string, ReadOption>

/** True where the program takes its names in any case. */
export function isAnyCase(style: OptionStyle): boolean {
  return style === 'slash' || style === 'cmdlet'
}

/** Reads options as programs of one style do, and moves the call on over the values that are words of their own. */
export class OptionReader {
  readonly #style: OptionStyle
  readonly #call: CallProgress

  constructor(style: OptionStyle, call: CallProgress) {
    this.#style = style
    this.#call = call
  }

  isOption(text: string, options: Options): boolean {
    if (text.length < 2 || this.#style === 'none') return false
    if (text.startsWith('-')) return true
    if (this.#style === 'slash') return text.startsWith('/')
    return text.startsWith('+') && (options.has(text) || options.has(text.slice(0, 2)))
  }

  /** Reads the option at the current word, with its value; false where it is not on the list. */
  read(text: string, options: Options): boolean {
    switch (this.#style) {
      case 'gnu':
        return text.startsWith('--') ? this.#named(text, '=', options) : this.#cluster(text, options, false)
      case 'word':
        return this.#named(text, undefined, options)
      case 'slash':
        return this.#named(text, ':', options)
      case 'cmdlet':
        return this.#named(text, ':', options)
      case 'none':
        return false
    }
  }

  /** Reads the letters of short options that stand without a dash (`tar tf`). */
  readBareCluster(letters: string, options: Options): boolean {
    return this.#cluster(`-${letters}`, options, true)
  }

  #named(text: string, separator: string | undefined, options: Options): boolean {
    const at = separator === undefined ? -1 : text.indexOf(separator)
    const written = at > 0 ? text.slice(0, at) : text
    const option = this.#lookUp(written, options)
    if (!option) return this.#call.refuse(text, 'option')
    if (at > 0) return this.#value(option, written, { ...this.#call.args[this.#call.index], value: text.slice(at + 1) })
    return this.#follow(option, written)
  }

  #lookUp(written: string, options: Options): ReadOption | undefined {
    if (!isAnyCase(this.#style)) return options.get(written)
    const name = written.toLowerCase()
    const exact = options.get(name)
    if (exact || this.#style !== 'cmdlet' || name.length < 4) return exact
    const meant = new Set([...options].filter(([known]) => known.startsWith(name)).map(([, option]) => option))
    return meant.size === 1 ? [...meant][0] : undefined
  }

  /** Reads `-abc`: switches, and at the end one option with its value attached or as the next word. */
  #cluster(text: string, options: Options, isBare: boolean): boolean {
    const count = /^-\d+$/.test(text) ? options.get('-#') : undefined
    if (count) return this.#call.take(count, text)
    // A word of one dash that stands on the list as a whole (`-maxdepth`, `-XX`).
    const whole = isBare ? undefined : options.get(text)
    if (whole && text.length > 2) return this.#follow(whole, text)
    for (let k = 1; k < text.length; k++) {
      const name = `${text.startsWith('+') ? '+' : '-'}${text.charAt(k)}`
      const option = options.get(name)
      if (!option) return this.#call.refuse(isBare || text.length === 2 ? text : `${name} in ${text}`, 'option')
      const rest = text.slice(k + 1)
      if (!option.value || (isBare && rest !== '')) {
        this.#call.take(option, name)
        if (isBare && option.value) return this.#call.refuse(text, 'option')
        continue
      }
      if (rest !== '') return this.#value(option, name, { ...this.#call.args[this.#call.index], value: rest })
      return this.#follow(option, name)
    }
    return true
  }

  /** An option whose value, if any, is the next word. */
  #follow(option: ReadOption, name: string): boolean {
    if (!option.value) return this.#call.take(option, name)
    const next = this.#call.args[this.#call.index + 1]
    if (option.isValueOptional) {
      if (option.canValueFollow && next && isOfKind(option.value, next.value)) this.#call.index++
      return this.#call.take(option, name)
    }
    if (!next) return this.#call.refuse(name, 'value')
    this.#call.index++
    return this.#value(option, name, next)
  }

  #value(option: ReadOption, name: string, value: Arg): boolean {
    if (!option.value) return this.#call.refuse(`${name}=${value.value}`, 'option')
    if (!isOfKind(option.value, value.value)) return this.#call.refuse(`${name} ${value.value}`, 'value')
    this.#call.open(option.value, value)
    return this.#call.take(option, name)
  }
}
