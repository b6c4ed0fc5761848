import type { Clock } from '../../shared/clock.ts'

const LOG_LINES = 200
/** Longest line, in UTF-16 units. */
export const LINE_CHARS = 300

interface BuiltInLogDeps {
  readonly now: Clock
  readonly sanitiseLine: (text: string, maxChars: number) => string
  readonly onChanged: () => void
}

/** The last lines of the built-in broker's log, each with its time, made safe to show. */
export class BuiltInLog {
  readonly #deps: BuiltInLogDeps
  readonly #lines: string[] = []

  constructor(deps: BuiltInLogDeps) {
    this.#deps = deps
  }

  add(line: string): void {
    const at = new Date(this.#deps.now()).toISOString()
    this.#lines.push(`${at}: ${this.#deps.sanitiseLine(line, LINE_CHARS)}`)
    if (this.#lines.length > LOG_LINES) this.#lines.splice(0, this.#lines.length - LOG_LINES)
    this.#deps.onChanged()
  }

  lines(): readonly string[] {
    return this.#lines
  }

  clear(): void {
    this.#lines.length = 0
  }
}
