import type { ConnectionFailure } from '../../../preload/contract/models/connection.ts'
import { describe } from '../diagnosis/diagnose.ts'
import { faultAt } from '../session/session-fault.ts'
import type { ConnectionTarget } from '../session/target.ts'

/** The operator started or stopped the built-in broker here, so that there are no words of a network to show. */
export function builtInStopped(target: ConnectionTarget): ConnectionFailure {
  return { ...describe('built-in-stopped', faultAt('tcp', target)).failure, detail: '' }
}
