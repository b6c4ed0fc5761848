import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/**
 * Files, directories and registry keys that hold a secret. Paths are patterns by component, with at most one `*` in a
 * component; a last component `**` stands for everything below. Those that begin with `/` are known from the root and
 * also below another one (a mounted card), the others anywhere.
 */
export interface SecretPlace {
  readonly id: string
  /** Names the content, for a sentence such as “reads a secret: …”. */
  readonly what: LocalizedText
  readonly paths: readonly string[]
  /** Looks like it and is open to read. */
  readonly except?: readonly string[]
  /** Paths that this row knows, and such as no row knows: checked by `checkSecretPlaces`. */
  readonly match: readonly string[]
  readonly noMatch: readonly string[]
}
