import type { OptionNote } from '../../../preload/contract/models/safety/safety.ts'
import type { Arg } from '../parse/shared/arguments.ts'
import type { ReadOption } from './read-form.ts'
import { isOpenedKind, type ValueKind } from './value-kinds.ts'

/** The word at which a form stops to cover a call. */
export interface CallFault {
  readonly word: string
  readonly why: 'option' | 'value' | 'operand' | 'missing'
}

/** One call while it is held against a form: the word that is read now, what was understood, and what was not. */
export class CallProgress {
  readonly args: readonly Arg[]
  index = 0
  /** Options of the call. */
  readonly given: ReadOption[] = []
  readonly notes: OptionNote[] = []
  readonly files: Arg[] = []
  readonly scripts: Arg[] = []
  /** Texts that are not opened: patterns to search, formats, dates. */
  readonly texts: Arg[] = []
  /** How far the call was understood: sub-commands count most. */
  understood = 0
  fault: CallFault = { word: '', why: 'missing' }

  constructor(args: readonly Arg[]) {
    this.args = args
  }

  /** Adds an option that was read with its value. */
  take(option: ReadOption, word: string): true {
    this.given.push(option)
    this.understood++
    if (option.does) this.notes.push({ word, does: option.does })
    return true
  }

  /** Keeps a value or operand that is opened, or that is a script. */
  open(kind: ValueKind, arg: Arg): void {
    if (isOpenedKind(kind) && arg.value !== '-') this.files.push(arg)
    if (kind.name === 'script') this.scripts.push(arg)
    if (kind.name === 'text') this.texts.push(arg)
  }

  refuse(word: string, why: CallFault['why']): false {
    this.fault = { word, why }
    return false
  }
}
