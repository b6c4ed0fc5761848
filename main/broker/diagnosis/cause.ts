import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/**
 * One row of the diagnosis table. Texts may hold `{address}`, `{host}`, `{port}`, `{name}` (expected in the
 * certificate), `{clientId}`, `{interfaces}`, `{now}`, `{firstBytes}`, `{path}`, `{proxy}`, `{status}`, `{location}` (of an HTTP answer), `{topic}`, `{caSubject}`, `{plainHost}` and, once
 * the peer's certificate was seen, `{names}`, `{commonName}`, `{issuer}`, `{fingerprint}`, `{validFrom}`, `{validTo}`. A part in `[[…]]` is left
 * out when a fact in it is unknown; `{if…}` is a fact without words.
 */
export interface Cause {
  /** Retrying would not help: the operator has to act. */
  readonly isFatal: boolean
  readonly message: LocalizedText
  readonly fix: LocalizedText
  /** The thing to look at on the broker. */
  readonly brokerHint: LocalizedText | null
}
