import type { Classification, Shell } from '../../preload/contract/models/safety.ts'
import type { Classifier } from './classifier.ts'

/** The classifier with its tables, a third of what main has to read and 9 MiB in memory: loaded when the console is first used. */
export class LazyClassifier {
  #loaded: Classifier | null = null
  #loading: Promise<Classifier> | null = null

  /** Resolves when `classify` may be called. Rejects when the tables cannot be read; then nothing is ever judged or sent. */
  load(): Promise<Classifier> {
    this.#loading ??= import('./classifier.ts').then(({ Classifier: Loaded }) => {
      this.#loaded = new Loaded()
      return this.#loaded
    })
    return this.#loading
  }

  /** Throws before `load` has resolved. */
  classify(command: string, shell: Shell): Classification {
    if (this.#loaded === null) throw new Error('The classifier is not loaded')
    return this.#loaded.classify(command, shell)
  }
}
