import type { LocalizedText } from './text.ts'

/** One way to say what the offline phrasebook knows, ready for the composer. */
export interface PhrasebookSnippet {
  readonly intent: string
  readonly title: LocalizedText
  readonly text: LocalizedText
}
