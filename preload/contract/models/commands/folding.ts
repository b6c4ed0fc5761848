import type { CommandState } from './command.ts'

/** `exact`: equal after line ends and trailing blanks. `similar`: equal after masks for times, addresses, numbers with units, … */
export type FoldMode = 'exact' | 'similar'

/** Forms in which a folded run is saved. */
export const RUN_FILE_FORMATS = ['text', 'json', 'csv'] as const
export type RunFileFormat = (typeof RUN_FILE_FORMATS)[number]

/**
 * Kinds of groups in their order in the view: failures first, then silence, then what differs, the majority last.
 * `dropped`: succeeded, but what was printed was dropped to make room, so that nobody can say who said the same.
 */
export const FOLD_KINDS = ['failed', 'silent', 'waiting', 'differs', 'dropped', 'majority'] as const
export type FoldKind = (typeof FOLD_KINDS)[number]

/** Devices of one run whose outcome, exit code and output are equal. */
export interface FoldGroup {
  /** Hash of what its members have in common; stable while the run lasts. */
  readonly id: string
  readonly kind: FoldKind
  readonly state: CommandState
  readonly exitCode: number | null
  /** All its devices, in the order of the run; at most 10,000 ids. */
  readonly deviceIds: readonly string[]
  /** Command whose answer stands for the group: its first device. */
  readonly sampleCommandId: string
  /** Claims success, but its text says that something failed ("not found", "permission denied"). */
  readonly isDoubtful: boolean
  /** What its devices printed was dropped to make room: they ended the same way, no more is known. */
  readonly isDropped: boolean
}

/** A run folded: the one source of the view, the summary and the exports. */
export interface RunFold {
  readonly runId: string
  readonly mode: FoldMode
  /** Groups in the order of their kinds, larger ones first within a kind. */
  readonly groups: readonly FoldGroup[]
  readonly counts: FoldCounts
  /** True if masks would make these many groups few; only in an exact fold of `console.fold`. */
  readonly suggestsSimilar?: boolean
}

/** Devices of a run by what became of them; the parts add up to `devices`. */
export interface FoldCounts {
  readonly devices: number
  /** Same answer as the majority; 0 where no two are the same. */
  readonly same: number
  /** Succeeded with another answer than the majority. */
  readonly differ: number
  /** Succeeded, with an output that is kept no longer. */
  readonly dropped: number
  readonly failed: number
  /** No answer, timed out, not delivered, withheld, cancelled, unknown, … */
  readonly silent: number
  /** Not ended yet. */
  readonly waiting: number
}
