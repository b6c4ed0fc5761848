import type { JoinFailure, JoinStage } from '../../../preload/contract/models/devices/joining.ts'
import type { BrokerPlace } from '../look/look-script.ts'
import type { SshTarget } from '../ssh/ssh-session.ts'
import { failureWords, type JoinCause } from './failure-words.ts'

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

interface FailureOf {
  readonly target: SshTarget
  readonly broker: BrokerPlace
  /** One line without what could deceive the eye, redacted. */
  readonly plain: (text: string) => string
}

/** Puts a fault into words for the operator. */
export function joinFailure({ stage, reason, detail }: JoinFault, { target, broker, plain }: FailureOf): JoinFailure {
  const { host, port } = target
  const facts = { address: port === 22 ? host : `${host}:${port}`, broker: `${broker.host}:${broker.port}` }
  return { stage, cause: reason, ...failureWords(reason, facts), detail: plain(detail) }
}
