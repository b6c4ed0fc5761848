/** A sentence of main in both languages; the renderer shows the one chosen by the operator. */
export interface LocalizedText {
  readonly en: string
  readonly zh: string
}
