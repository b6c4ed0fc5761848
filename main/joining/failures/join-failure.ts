import type { JoinFailure } from '../../../preload/contract/models/devices/joining.ts'
import type { BrokerPlace } from '../look/look-script.ts'
import type { SshTarget } from '../ssh/ssh-session.ts'
import { failureWords } from './failure-words.ts'
import type { JoinFault } from './join-fault.ts'

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
