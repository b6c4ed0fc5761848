import type { TestStageName } from '../../../preload/contract/models/broker/connection.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { BRIDGE_CAUSES } from './causes/bridge-causes.ts'
import { CLIENT_CAUSES } from './causes/client-causes.ts'
import { CONFIG_CAUSES } from './causes/config-causes.ts'
import { RUNNING_CAUSES } from './causes/running-causes.ts'
import { SERVICE_CAUSES } from './causes/service-causes.ts'
import { START_CAUSES } from './causes/start-causes.ts'
import { STORE_CAUSES } from './causes/store-causes.ts'
import { TLS_CAUSES } from './causes/tls-causes.ts'
import { WARNING_CAUSES } from './causes/warning-causes.ts'

/**
 * Meaning of lines of the broker's log. Texts hold fields of those lines: `[[words {field} words]]` vanishes without its field,
 * `{field|words}` says the words then.
 */
export interface LogCause {
  /** The stage of the check in which a client notices it. */
  readonly stage: TestStageName
  readonly message: LocalizedText
  readonly fix: LocalizedText
  /** Takes the place of `fix` where the log is one of Windows. */
  readonly windowsFix?: LocalizedText
}

/** Every cause that a log can show. */
export const LOG_CAUSES = {
  ...START_CAUSES,
  ...SERVICE_CAUSES,
  ...CONFIG_CAUSES,
  ...RUNNING_CAUSES,
  ...STORE_CAUSES,
  ...BRIDGE_CAUSES,
  ...TLS_CAUSES,
  ...CLIENT_CAUSES,
  ...WARNING_CAUSES,
}
export type LogCauseName = keyof typeof LOG_CAUSES

const UNEXPLAINED: readonly LogCauseName[] = [
  'log-unexplained',
  'log-unexplained-warning',
  'log-not-of-broker',
  'log-empty',
  'log-service-status',
  'log-service-stopped',
]

/** How grave a cause is: 0 keeps the broker from starting, 1 harms everybody, then bridges, clients, the unknown, warnings. */
export function gravityOf(cause: LogCauseName): number {
  if (cause in START_CAUSES || cause in SERVICE_CAUSES || cause in CONFIG_CAUSES) return 0
  if (cause in RUNNING_CAUSES || cause in STORE_CAUSES) return 1
  if (cause in BRIDGE_CAUSES) return 2
  if (cause in TLS_CAUSES || cause in CLIENT_CAUSES) return 3
  return UNEXPLAINED.includes(cause) ? 4 : 5
}
