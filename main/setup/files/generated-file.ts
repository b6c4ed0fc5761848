import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/** One file of a set-up, whole: secrets included. */
export interface GeneratedFile {
  /** Relative path within the saved folder, `/` between its parts. */
  readonly path: string
  /** Absolute path on the system where it belongs; null for what stays with the operator. */
  readonly target: string | null
  readonly mode: number
  /** Account that must own it there; `you` for what stays with the operator. */
  readonly owner: string
  readonly why: LocalizedText
  readonly isSecret: boolean
  readonly text: string
}

/** `0600` for 0o600. */
export function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0')
}
