import type { JoinStage } from '../../../preload/contract/models/devices/joining.ts'
import type { JoinCause } from './failure-words.ts'

/** A stage that failed for a reason that has words. `detail` is of others: sanitise it before it is shown. */
export class JoinFault extends Error {
  readonly stage: JoinStage
  readonly reason: JoinCause
  readonly detail: string

  constructor(stage: JoinStage, reason: JoinCause, detail = '', options?: ErrorOptions) {
    super(`${stage}: ${reason}`, options)
    this.name = 'JoinFault'
    this.stage = stage
    this.reason = reason
    this.detail = detail
  }
}
