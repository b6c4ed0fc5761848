import type { LocalizedText } from '../text.ts'

/** One request that the offline phrasebook understands, ready for the composer. */
export interface PhrasebookSnippet {
  readonly intent: string
  readonly title: LocalizedText
  readonly text: LocalizedText
}
