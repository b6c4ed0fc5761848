import { type After, systemTimers } from '../../shared/timers.ts'

const WINDOW_MS = 10_000
const LINES_OF_WINDOW = 20

/** Passes on the first lines of every ten seconds and says how many more there were: nobody floods a log from outside. */
export class LineBudget {
  readonly #say: (line: string) => void
  readonly #summary: (count: number) => string
  readonly #after: After
  #count = 0
  #cancel: (() => void) | null = null

  constructor(deps: {
    readonly say: (line: string) => void
    readonly summary: (count: number) => string
    readonly after?: After
  }) {
    this.#say = deps.say
    this.#summary = deps.summary
    this.#after = deps.after ?? systemTimers.after
  }

  add(line: string): void {
    this.#cancel ??= this.#after(WINDOW_MS, () => this.flush())
    this.#count += 1
    if (this.#count <= LINES_OF_WINDOW) this.#say(line)
  }

  /** Ends the ten seconds now. */
  flush(): void {
    const more = this.#count - LINES_OF_WINDOW
    this.#count = 0
    this.#cancel?.()
    this.#cancel = null
    if (more > 0) this.#say(this.#summary(more))
  }
}
