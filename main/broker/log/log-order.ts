import type { LogFinding } from '../../../preload/contract/models/broker/connection.ts'

/** What a thread is to explain: a text, or the end of a file. */
export type LogOrder = { readonly text: string } | { readonly path: string }

/** The end of a log with what is wrong in it. Sizes in bytes. */
export interface ExplainedLog {
  /** As much of it as the window shows. */
  readonly text: string
  readonly size: number
  readonly isCut: boolean
  readonly isShownCut: boolean
  readonly findings: readonly LogFinding[]
}

/** What the thread says; the last is never `reading`. */
export type LogNews =
  | { readonly kind: 'reading'; readonly read: number; readonly total: number }
  | { readonly kind: 'explained'; readonly log: ExplainedLog }
  | { readonly kind: 'unreadable'; readonly reason: string }
