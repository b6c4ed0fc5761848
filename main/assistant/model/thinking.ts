const OPEN = '<think>'
const CLOSE = '</think>'

/** The answer without the model's `<think>` part; a part that never ends leaves nothing. */
export function withoutThinking(text: string): string {
  const trimmed = text.trimStart()
  const end = trimmed.lastIndexOf(CLOSE)
  if (trimmed.startsWith(OPEN)) return end < 0 ? '' : trimmed.slice(end + CLOSE.length).trim()
  return end >= 0 && !trimmed.startsWith('{') ? trimmed.slice(end + CLOSE.length).trim() : trimmed.trim()
}

/** Lets pieces of a stream through, but for a `<think>` part at its start. */
export class ThinkingFilter {
  readonly #onText: (piece: string) => void
  #held = ''
  #state: 'start' | 'thinking' | 'open' = 'start'

  constructor(onText: (piece: string) => void) {
    this.#onText = onText
  }

  add(piece: string): void {
    if (this.#state === 'open') {
      this.#onText(piece)
      return
    }
    this.#held += piece
    if (this.#state === 'start') {
      const text = this.#held.trimStart()
      if (OPEN.startsWith(text.slice(0, OPEN.length)) && text.length < OPEN.length) return
      this.#state = text.startsWith(OPEN) ? 'thinking' : 'open'
    }
    if (this.#state === 'thinking') {
      const end = this.#held.indexOf(CLOSE)
      // Only the last characters can belong to a closing tag that is cut in two.
      if (end < 0) this.#held = this.#held.slice(-CLOSE.length)
      if (end < 0) return
      this.#held = this.#held.slice(end + CLOSE.length).trimStart()
      this.#state = 'open'
    }
    if (this.#held !== '') this.#onText(this.#held)
    this.#held = ''
  }
}
