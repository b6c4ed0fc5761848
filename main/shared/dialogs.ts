import type { LocalizedText } from '../../preload/contract/models/text.ts'

/** A question whose default and escape answer is Cancel. */
export interface Question {
  readonly title: LocalizedText
  readonly detail: LocalizedText
  readonly yes: LocalizedText
}

/** Dialogs of the system. A cancelled one is a value: null, or false. */
export interface Dialogs {
  confirm(question: Question): Promise<boolean>
  /** Path of a folder, made in the dialog or there already; the dialog begins at `startAt`. */
  chooseFolder(startAt?: string | null): Promise<string | null>
  /** Path of a file to read. `extensions` without dots; any file where left out. */
  openFile(extensions?: readonly string[]): Promise<string | null>
  /** Path of a file to write; the dialog has asked before an existing one is named. */
  saveAs(suggestedName: string): Promise<string | null>
}
