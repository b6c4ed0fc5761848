import type { OptionNote } from '../../../preload/contract/models/safety/safety.ts'
import type { Arg } from '../parse/shared/arguments.ts'
import { type CallFault, CallProgress } from './call-progress.ts'
import { isAnyCase, OptionReader } from './option-reader.ts'
import type { OperandSpec, ReadForm, ReadOption, ReadProgram } from './read-form.ts'
import { isOfKind } from './value-kinds.ts'

/** A call of which every word is on the list of one form. */
export interface CoveredRead {
  readonly form: ReadForm
  readonly notes: readonly OptionNote[]
  /** Arguments that are opened and read. */
  readonly files: readonly Arg[]
  /** Programs of sed, awk and jq. */
  readonly scripts: readonly Arg[]
  /** Texts that are not opened, such as patterns to search. */
  readonly texts: readonly Arg[]
  /** Files are read with all that lies below them. */
  readonly isTree: boolean
  readonly isEndless: boolean
}

/** The word because of which a call is not covered. */
export interface OpenRead extends CallFault {
  /** A call of the same program that is covered. */
  readonly known: string | undefined
}

/** Holds a call against all reads of its program: covered by one of them, or the word that was not known. */
export function coverRead(program: ReadProgram, args: readonly Arg[]): CoveredRead | OpenRead {
  const folded = (word: string): string => (isAnyCase(program.style) ? word.toLowerCase() : word)
  const words = new Set(args.map(({ value }) => folded(value)))
  for (const form of program.forms) {
    for (const sub of form.subs) {
      // A form whose sub-commands are not all given cannot cover the call.
      if (!sub.every((word) => words.has(folded(word)))) continue
      const covered = new CallReader(program, form, sub, new CallProgress(args)).read()
      if (covered) return covered
    }
  }
  return openRead(program, args)
}

/** The word at which the form stops that understands most of the call. */
function openRead(program: ReadProgram, args: readonly Arg[]): OpenRead {
  let open: { understood: number; open: OpenRead } | undefined
  for (const form of program.forms) {
    for (const sub of form.subs) {
      const call = new CallProgress(args)
      new CallReader(program, form, sub, call).read()
      if (!open || call.understood > open.understood) {
        open = { understood: call.understood, open: { ...call.fault, known: form.match[0] } }
      }
    }
  }
  return open?.open ?? { word: program.name, why: 'missing', known: undefined }
}

/** Reads the words of one call by one form: sub-commands and operands itself, options by `OptionReader`. */
class CallReader {
  readonly #program: ReadProgram
  readonly #form: ReadForm
  readonly #sub: readonly string[]
  readonly #call: CallProgress
  readonly #optionReader: OptionReader
  readonly #operands: Arg[] = []
  #subDone = 0
  #isEnded = false

  constructor(program: ReadProgram, form: ReadForm, sub: readonly string[], call: CallProgress) {
    this.#program = program
    this.#form = form
    this.#sub = sub
    this.#call = call
    this.#optionReader = new OptionReader(program.style, call)
  }

  read(): CoveredRead | undefined {
    return this.#readWords() && this.#readOperands() && this.#hasNeeded() ? this.#covered() : undefined
  }

  #readWords(): boolean {
    const call = this.#call
    for (; call.index < call.args.length; call.index++) {
      const arg = call.args[call.index]
      if (arg && !this.#word(arg)) return false
    }
    return this.#subDone === this.#sub.length || call.refuse(this.#sub[this.#subDone] ?? '', 'missing')
  }

  #hasNeeded(): boolean {
    if (!this.#form.hasNeeded || this.#call.given.some((option) => option.isNeeded)) return true
    return this.#call.refuse(this.#program.name, 'missing')
  }

  #covered(): CoveredRead {
    const form = this.#form
    const { given, notes, files, scripts, texts } = this.#call
    const isEndless =
      (form.endless !== undefined && !given.some((option) => option.isEnding)) ||
      given.some((option) => option.isEndless)
    const isTree = form.isTree === true || given.some((option) => option.isTree)
    return { form, notes, files, scripts, texts, isTree, isEndless }
  }

  #word(arg: Arg): boolean {
    const text = arg.value
    if (!this.#isEnded && text === '--' && this.#program.style === 'gnu') {
      this.#isEnded = true
      return true
    }
    const isFirst = this.#call.index === 0
    if (isFirst && this.#form.isBareCluster && /^[A-Za-z]+$/.test(text))
      return this.#optionReader.readBareCluster(text, this.#options())
    if (isFirst && this.#isBareLetters(text)) return true
    if (!this.#isEnded && this.#optionReader.isOption(text, this.#options()))
      return this.#optionReader.read(text, this.#options())
    if (this.#subDone < this.#sub.length) {
      const expected = this.#sub[this.#subDone] ?? ''
      const isExpected = text === expected || (isAnyCase(this.#program.style) && text.toLowerCase() === expected)
      if (!isExpected) return this.#call.refuse(text, 'operand')
      this.#subDone++
      this.#call.understood += 100
      return true
    }
    this.#operands.push(arg)
    return true
  }

  #isBareLetters(text: string): boolean {
    const letters = this.#form.bareLetters
    return letters !== undefined && text !== '' && [...text].every((char) => letters.includes(char))
  }

  /** Options that may stand here: before the sub-command others than behind it, where the program tells them apart. */
  #options(): ReadonlyMap<string, ReadOption> {
    const { beforeSub, options } = this.#form
    return beforeSub && this.#subDone < this.#sub.length ? beforeSub : options
  }

  #readOperands(): boolean {
    const specs = this.#call.given.some((option) => option.isFirstOperand)
      ? this.#form.operands.slice(1)
      : this.#form.operands
    let at = 0
    for (const spec of specs) {
      const taken = this.#run(spec, at)
      if (taken < spec.min)
        return this.#call.refuse(
          this.#operands[at]?.value ?? this.#program.name,
          at < this.#operands.length ? 'operand' : 'missing',
        )
      at += taken
    }
    const left = this.#operands[at]
    return left ? this.#call.refuse(left.value, 'operand') : true
  }

  #run(spec: OperandSpec, start: number): number {
    let taken = 0
    while (taken < spec.max) {
      const arg = this.#operands[start + taken]
      if (!arg || !isOfKind(spec.kind, this.#isEnded ? arg.value.replace(/^-+/, '') || '-' : arg.value)) break
      this.#call.open(spec.kind, arg)
      taken++
      this.#call.understood++
    }
    return taken
  }
}
