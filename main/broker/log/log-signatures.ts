import type { LogCauseName } from './log-causes.ts'
import { BROKER_SIGNATURES } from './words/broker-signatures.ts'
import { CLIENT_SIGNATURES } from './words/client-signatures.ts'
import { CONFIG_SIGNATURES } from './words/config-signatures.ts'
import { SERVICE_SIGNATURES } from './words/service-signatures.ts'
import { STORE_SIGNATURES } from './words/store-signatures.ts'

/** What a line means to the search for causes where it is no cause by itself. */
export type LogSign =
  | 'start'
  | 'running'
  | 'account'
  | 'opening'
  | 'local-only'
  | 'os-error'
  | 'tls-error'
  | 'tls-file'
  | 'plugin'
  | 'load-error'
  | 'place'
  | 'bind-number'
  | 'bridge'
  | 'bridge-id'
  | 'bridge-error'
  | 'bridge-refused'
  | 'client-new'
  | 'client-lost'
  | 'client-closed'
  | 'client-ended'
  | 'client-tls'
  | 'service-failed'
  | 'detail'

/** Format strings of the broker with one meaning. */
export interface LogSignature {
  readonly means: LogCauseName | LogSign
  readonly lines: readonly string[]
  /** Says nothing new where a line shortly before it has told what is wrong. */
  readonly isConsequence?: true
}

/** First match counts; open-ended formats of lines that are well come last. */
export const LOG_SIGNATURES: readonly LogSignature[] = [
  ...BROKER_SIGNATURES,
  ...STORE_SIGNATURES,
  ...SERVICE_SIGNATURES,
  ...CONFIG_SIGNATURES,
  ...CLIENT_SIGNATURES,
]
