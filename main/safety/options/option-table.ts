import type { OptionRow } from './option-row.ts'
import { FILE_ROWS } from './rows-files.ts'
import { NETWORK_ROWS } from './rows-network.ts'
import { SERVICE_ROWS } from './rows-services.ts'
import { SYSTEM_ROWS } from './rows-system.ts'
import { WRAPPER_ROWS } from './rows-wrappers.ts'

/**
 * The option facts of all programs that their manuals do not state, one row a program; sources are the manual pages.
 * Plain data, because redaction reads it when the application starts.
 */
export const OPTION_ROWS: readonly OptionRow[] = [
  ...FILE_ROWS,
  ...SYSTEM_ROWS,
  ...NETWORK_ROWS,
  ...SERVICE_ROWS,
  ...WRAPPER_ROWS,
]
