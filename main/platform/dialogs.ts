import { type BrowserWindow, dialog } from 'electron'
import type { LocalizedText } from '../../preload/contract/models/text.ts'

/** System dialogs over the main window. A cancelled dialog is a value. */
export class Dialogs {
  readonly #window: () => BrowserWindow | null
  readonly #pick: (text: LocalizedText) => string

  constructor(deps: { window: () => BrowserWindow | null; pick: (text: LocalizedText) => string }) {
    this.#window = deps.window
    this.#pick = deps.pick
  }

  /** A question whose default and escape answer is Cancel. */
  async confirm(question: { title: LocalizedText; detail: LocalizedText; yes: LocalizedText }): Promise<boolean> {
    const options = {
      type: 'warning' as const,
      message: this.#pick(question.title),
      detail: this.#pick(question.detail),
      buttons: [this.#pick({ en: 'Cancel', zh: '取消' }), this.#pick(question.yes)],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    }
    const window = this.#window()
    const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options)
    return response === 1
  }

  /** The chosen path, or null. */
  async saveAs(suggestedName: string): Promise<string | null> {
    const window = this.#window()
    const options = { defaultPath: suggestedName }
    const { filePath, canceled } = window
      ? await dialog.showSaveDialog(window, options)
      : await dialog.showSaveDialog(options)
    return canceled || !filePath ? null : filePath
  }

  /** A file to read, or null. */
  async open(): Promise<string | null> {
    const window = this.#window()
    // Names like .env are hidden files.
    const options = { properties: ['openFile' as const, 'showHiddenFiles' as const] }
    const { filePaths, canceled } = window
      ? await dialog.showOpenDialog(window, options)
      : await dialog.showOpenDialog(options)
    return canceled ? null : (filePaths[0] ?? null)
  }
}
