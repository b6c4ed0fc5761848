import { AppError } from '../../preload/contract/errors.ts'
import type { Proposal } from '../../preload/contract/models/command.ts'
import type { SafetyState } from '../../preload/contract/models/safety.ts'
import type { ApprovalService } from '../safety/approval.ts'
import type { CommandLink } from './ports.ts'

interface UnaskedReadsDeps {
  readonly approvals: ApprovalService
  readonly link: CommandLink
  readonly emit: (state: SafetyState) => void
}

/** The operator's switch that lets `read` run unasked: for one connection, until it is left or the console ends. */
export class UnaskedReads {
  readonly #deps: UnaskedReadsDeps

  constructor(deps: UnaskedReadsDeps) {
    this.#deps = deps
  }

  state(): SafetyState {
    const active = this.#deps.link.active()
    return { hasUnaskedReads: active !== null && this.#deps.approvals.hasUnaskedReads(active.connectionId) }
  }

  /** Throws `NOT_CONNECTED` when it is switched on without a connection. */
  set(isOn: boolean): SafetyState {
    const active = this.#deps.link.active()
    if (isOn && active === null) throw new AppError('NOT_CONNECTED')
    this.#deps.approvals.setUnaskedReads(isOn && active !== null ? active.connectionId : null)
    return this.changed()
  }

  /** Tells the window; also after the connection was left, which ends it. */
  changed(): SafetyState {
    const state = this.state()
    this.#deps.emit(state)
    return state
  }

  /** Whether a new proposal needs no question: a plain read that no device output had a part in. */
  covers(proposal: Proposal): boolean {
    const { connectionId, classification, isSendable, isEdited, isFromDeviceOutput } = proposal
    return (
      classification.class === 'read' &&
      isSendable &&
      !isEdited &&
      !isFromDeviceOutput &&
      this.#deps.link.active()?.isConnected === true &&
      this.#deps.approvals.hasUnaskedReads(connectionId)
    )
  }
}
