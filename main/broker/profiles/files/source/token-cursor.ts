import type { Token } from './lexer.ts'

/** Signs at the beginning of a line that go on with what stands before it. */
const GOES_ON = new Set('. ?. ?? || && + -> ?'.split(' '))

/** Walks over the pieces of source code. */
export class TokenCursor {
  readonly #tokens: readonly Token[]
  at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  isAtEnd(): boolean {
    return this.at >= this.#tokens.length
  }

  /** A piece ahead of the present one. */
  ahead(count: number): Token | undefined {
    return this.#tokens[this.at + count]
  }

  peek(): Token | undefined {
    return this.#tokens[this.at]
  }

  isSign(text: string): boolean {
    const token = this.peek()
    return token?.kind === 'sign' && token.text === text
  }

  skipSign(text: string): boolean {
    const isThere = this.isSign(text)
    if (isThere) this.at += 1
    return isThere
  }

  skipLines(): void {
    while (this.peek()?.kind === 'line') this.at += 1
  }

  /** `char *name`, not a product: a word, a star and a word at the beginning of an item. */
  isPointer(): boolean {
    const next = this.#tokens[this.at + 1]
    return (this.isSign('*') || this.isSign('&')) && next?.kind === 'word'
  }

  goOn(): void {
    let at = this.at
    while (this.#tokens[at]?.kind === 'line') at += 1
    const next = this.#tokens[at]
    if (at > this.at && next?.kind === 'sign' && GOES_ON.has(next.text)) this.at = at
  }
}
