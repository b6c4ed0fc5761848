import { type BrowserWindow, dialog } from 'electron'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import type { Dialogs, Question } from '../shared/dialogs.ts'

/** Shows the dialogs of the system over the main window. */
export class SystemDialogs implements Dialogs {
  readonly #window: () => BrowserWindow | null
  readonly #pick: (text: LocalizedText) => string

  constructor(deps: { window: () => BrowserWindow | null; pick: (text: LocalizedText) => string }) {
    this.#window = deps.window
    this.#pick = deps.pick
  }

  async confirm(question: Question): Promise<boolean> {
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

  chooseFolder(startAt: string | null = null): Promise<string | null> {
    return this.#open(['openDirectory', 'createDirectory'], undefined, startAt)
  }

  openFile(extensions?: readonly string[]): Promise<string | null> {
    // Names like .env are hidden files.
    return this.#open(['openFile', 'showHiddenFiles'], extensions)
  }

  async #open(
    properties: ('openFile' | 'openDirectory' | 'createDirectory' | 'showHiddenFiles')[],
    extensions?: readonly string[],
    defaultPath: string | null = null,
  ): Promise<string | null> {
    const window = this.#window()
    const options = {
      properties,
      ...(extensions && { filters: [{ name: '', extensions: [...extensions] }] }),
      ...(defaultPath !== null && { defaultPath }),
    }
    const { filePaths, canceled } = window
      ? await dialog.showOpenDialog(window, options)
      : await dialog.showOpenDialog(options)
    return canceled ? null : (filePaths[0] ?? null)
  }

  async saveAs(suggestedName: string): Promise<string | null> {
    const window = this.#window()
    const options = { defaultPath: suggestedName }
    const { filePath, canceled } = window
      ? await dialog.showSaveDialog(window, options)
      : await dialog.showSaveDialog(options)
    return canceled || !filePath ? null : filePath
  }
}
