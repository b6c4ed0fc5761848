import type { OptionNote } from '../../../preload/contract/models/safety.ts'
import type { Arg } from '../parse/shared/arguments.ts'
import type { OperandSpec, ReadForm, ReadOption, ReadProgram } from './read-form.ts'
import { isOfKind, isOpenedKind, type ValueKind } from './value-kinds.ts'

/** A call of which every word is on the list of one form. */
export interface CoveredRead {
  readonly form: ReadForm
  readonly notes: readonly OptionNote[]
  /** Arguments that are opened and read. */
  readonly files: readonly Arg[]
  /** Programs of sed, awk and jq. */
  readonly scripts: readonly Arg[]
  /** Files are read with all that lies below them. */
  readonly isTree: boolean
  readonly isEndless: boolean
}

/** The word because of which a call is not covered. */
export interface OpenRead {
  readonly word: string
  readonly why: 'option' | 'value' | 'operand' | 'missing'
  /** A call of the same program that is covered. */
  readonly known: string | undefined
}

/** Holds a call against all reads of its program: covered by one of them, or the word that was not known. */
export function coverRead(program: ReadProgram, args: readonly Arg[]): CoveredRead | OpenRead {
  let open: { progress: number; open: OpenRead } | undefined
  for (const form of program.forms) {
    for (const sub of form.subs) {
      const reader = new CallReader(program, form, sub, args)
      const covered = reader.read()
      if (covered) return covered
      if (!open || reader.progress > open.progress) {
        open = { progress: reader.progress, open: { ...reader.fault, known: form.match[0] } }
      }
    }
  }
  return open?.open ?? { word: program.name, why: 'missing', known: undefined }
}

class CallReader {
  readonly #program: ReadProgram
  readonly #form: ReadForm
  readonly #sub: readonly string[]
  readonly #args: readonly Arg[]
  readonly #notes: OptionNote[] = []
  readonly #files: Arg[] = []
  readonly #scripts: Arg[] = []
  readonly #given: ReadOption[] = []
  readonly #operands: Arg[] = []
  readonly #isAnyCase: boolean
  #index = 0
  #subDone = 0
  #isEnded = false
  /** How far the call was understood: sub-commands count most. */
  progress = 0
  fault: Omit<OpenRead, 'known'> = { word: '', why: 'missing' }

  constructor(program: ReadProgram, form: ReadForm, sub: readonly string[], args: readonly Arg[]) {
    this.#program = program
    this.#form = form
    this.#sub = sub
    this.#args = args
    this.#isAnyCase = program.style === 'slash' || program.style === 'cmdlet'
  }

  read(): CoveredRead | undefined {
    for (; this.#index < this.#args.length; this.#index++) {
      const arg = this.#args[this.#index]
      if (arg && !this.#word(arg)) return undefined
    }
    if (this.#subDone < this.#sub.length) return this.#fail(this.#sub[this.#subDone] ?? '', 'missing')
    if (!this.#checkOperands()) return undefined
    if (this.#form.hasNeeded && !this.#given.some((option) => option.isNeeded)) {
      return this.#fail(this.#program.name, 'missing')
    }
    const isEndless =
      (this.#form.endless !== undefined && !this.#given.some((option) => option.isEnding)) ||
      this.#given.some((option) => option.isEndless)
    const isTree = this.#form.isTree === true || this.#given.some((option) => option.isTree)
    return { form: this.#form, notes: this.#notes, files: this.#files, scripts: this.#scripts, isTree, isEndless }
  }

  #word(arg: Arg): boolean {
    const text = arg.value
    if (!this.#isEnded && text === '--' && this.#program.style === 'gnu') {
      this.#isEnded = true
      return true
    }
    if (this.#index === 0 && this.#form.isBareCluster && /^[A-Za-z]+$/.test(text))
      return this.#cluster(`-${text}`, true)
    if (this.#index === 0 && this.#isBareLetters(text)) return true
    if (!this.#isEnded && this.#isOption(text)) return this.#option(text)
    if (this.#subDone < this.#sub.length) {
      const expected = this.#sub[this.#subDone] ?? ''
      if (text !== expected && !(this.#isAnyCase && text.toLowerCase() === expected)) return this.#no(text, 'operand')
      this.#subDone++
      this.progress += 100
      return true
    }
    this.#operands.push(arg)
    return true
  }

  #isBareLetters(text: string): boolean {
    const letters = this.#form.bareLetters
    return letters !== undefined && text !== '' && [...text].every((char) => letters.includes(char))
  }

  #isOption(text: string): boolean {
    if (text.length < 2 || this.#program.style === 'none') return false
    if (text.startsWith('-')) return true
    if (this.#program.style === 'slash') return text.startsWith('/')
    return text.startsWith('+') && (this.#options().has(text) || this.#options().has(text.slice(0, 2)))
  }

  /** Options that may stand here: before the sub-command others than behind it, where the program tells them apart. */
  #options(): ReadonlyMap<string, ReadOption> {
    const { beforeSub, options } = this.#form
    return beforeSub && this.#subDone < this.#sub.length ? beforeSub : options
  }

  #option(text: string): boolean {
    switch (this.#program.style) {
      case 'gnu':
        return text.startsWith('--') ? this.#named(text, '=') : this.#cluster(text, false)
      case 'word':
        return this.#named(text, undefined)
      case 'slash':
        return this.#named(text, ':')
      case 'cmdlet':
        return this.#named(text, ':')
      case 'none':
        return false
    }
  }

  #named(text: string, separator: string | undefined): boolean {
    const at = separator === undefined ? -1 : text.indexOf(separator)
    const written = at > 0 ? text.slice(0, at) : text
    const option = this.#lookUp(written)
    if (!option) return this.#no(text, 'option')
    if (at > 0) return this.#value(option, written, { ...this.#args[this.#index], value: text.slice(at + 1) })
    return this.#follow(option, written)
  }

  #lookUp(written: string): ReadOption | undefined {
    const options = this.#options()
    if (!this.#isAnyCase) return options.get(written)
    const name = written.toLowerCase()
    const exact = options.get(name)
    if (exact || this.#program.style !== 'cmdlet' || name.length < 4) return exact
    const meant = new Set([...options].filter(([known]) => known.startsWith(name)).map(([, option]) => option))
    return meant.size === 1 ? [...meant][0] : undefined
  }

  /** Reads `-abc`: switches, and at the end one option with its value attached or as the next word. */
  #cluster(text: string, isBare: boolean): boolean {
    if (/^-\d+$/.test(text) && this.#options().has('-#')) return this.#take(this.#options().get('-#'), text)
    // A word of one dash that stands on the list as a whole (`-maxdepth`, `-XX`).
    const whole = isBare ? undefined : this.#options().get(text)
    if (whole && text.length > 2) return this.#follow(whole, text)
    for (let k = 1; k < text.length; k++) {
      const name = `${text.startsWith('+') ? '+' : '-'}${text.charAt(k)}`
      const option = this.#options().get(name)
      if (!option) return this.#no(isBare || text.length === 2 ? text : `${name} in ${text}`, 'option')
      const rest = text.slice(k + 1)
      if (!option.value || (isBare && rest !== '')) {
        if (!this.#take(option, name)) return false
        if (isBare && option.value) return this.#no(text, 'option')
        continue
      }
      if (rest !== '') return this.#value(option, name, { ...this.#args[this.#index], value: rest })
      return this.#follow(option, name)
    }
    return true
  }

  /** An option whose value, if any, is the next word. */
  #follow(option: ReadOption, name: string): boolean {
    if (!option.value) return this.#take(option, name)
    const next = this.#args[this.#index + 1]
    if (option.isValueOptional) {
      if (option.canValueFollow && next && isOfKind(option.value, next.value)) this.#index++
      return this.#take(option, name)
    }
    if (!next) return this.#no(name, 'value')
    this.#index++
    return this.#value(option, name, next)
  }

  #value(option: ReadOption, name: string, value: Arg): boolean {
    if (!option.value) return this.#no(`${name}=${value.value}`, 'option')
    if (!isOfKind(option.value, value.value)) return this.#no(`${name} ${value.value}`, 'value')
    this.#opened(option.value, value)
    return this.#take(option, name)
  }

  #take(option: ReadOption | undefined, word: string): boolean {
    if (!option) return this.#no(word, 'option')
    this.#given.push(option)
    this.progress++
    if (option.does) this.#notes.push({ word, does: option.does })
    return true
  }

  #checkOperands(): boolean {
    const specs = this.#given.some((option) => option.isFirstOperand)
      ? this.#form.operands.slice(1)
      : this.#form.operands
    let at = 0
    for (const spec of specs) {
      const taken = this.#run(spec, at)
      if (taken < spec.min)
        return this.#no(
          this.#operands[at]?.value ?? this.#program.name,
          at < this.#operands.length ? 'operand' : 'missing',
        )
      at += taken
    }
    const left = this.#operands[at]
    return left ? this.#no(left.value, 'operand') : true
  }

  #run(spec: OperandSpec, start: number): number {
    let taken = 0
    while (taken < spec.max) {
      const arg = this.#operands[start + taken]
      if (!arg || !isOfKind(spec.kind, this.#isEnded ? arg.value.replace(/^-+/, '') || '-' : arg.value)) break
      this.#opened(spec.kind, arg)
      taken++
      this.progress++
    }
    return taken
  }

  #opened(kind: ValueKind, arg: Arg): void {
    if (isOpenedKind(kind) && arg.value !== '-') this.#files.push(arg)
    if (kind.name === 'script') this.#scripts.push(arg)
  }

  #no(word: string, why: OpenRead['why']): false {
    this.fault = { word, why }
    return false
  }

  #fail(word: string, why: OpenRead['why']): undefined {
    this.fault = { word, why }
    return undefined
  }
}
