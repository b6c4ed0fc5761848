import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/**
 * One row of the diagnosis table. Texts may hold `{address}`, `{host}`, `{port}`, `{name}` (expected in the certificate), `{clientId}`, `{interfaces}`,
 * `{now}`, `{firstBytes}` and, once the peer's certificate was seen, `{names}`, `{issuer}`, `{validFrom}`, `{validTo}`.
 */
export interface Cause {
  /** Retrying would not help: the operator has to act. */
  readonly isFatal: boolean
  readonly message: LocalizedText
  readonly fix: LocalizedText
  /** What to look at on the broker. */
  readonly brokerHint: LocalizedText | null
}
