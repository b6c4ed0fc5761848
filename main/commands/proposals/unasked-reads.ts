import { AppError } from '../../../preload/contract/errors.ts'
import type { Proposal } from '../../../preload/contract/models/commands/command.ts'
import { isSystemKnown } from '../../../preload/contract/models/devices/device.ts'
import type { SafetyState } from '../../../preload/contract/models/safety/safety.ts'
import type { ApprovalService } from '../../safety/approval/approval.ts'
import type { CommandLink, DeviceDirectory } from '../ports.ts'
import type { Rejections } from './rejections.ts'

interface UnaskedReadsDeps {
  readonly approvals: ApprovalService
  readonly link: CommandLink
  readonly devices: Pick<DeviceDirectory, 'target'>
  readonly rejections: Rejections
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
    const before = this.state().hasUnaskedReads
    this.#deps.approvals.setUnaskedReads(isOn && active !== null ? active.connectionId : null)
    if (active !== null && before !== isOn) this.#deps.rejections.switched(active.connectionId, isOn, 'operator')
    return this.changed()
  }

  /** Audits the end of what was switched on, before the connection is left. */
  onLeaving(connectionId: string): void {
    if (this.#deps.approvals.hasUnaskedReads(connectionId)) {
      this.#deps.rejections.switched(connectionId, false, 'connection-left')
    }
  }

  /** Tells the window; also after the connection was left, which ends it. */
  changed(): SafetyState {
    const state = this.state()
    this.#deps.emit(state)
    return state
  }

  /**
   * True if a new proposal needs no question: a plain read that no device output had a part in, for devices whose system
   * somebody set. An announced system does not count, because anybody on the broker may announce one.
   */
  covers(proposal: Proposal): boolean {
    const { connectionId, classification, isSendable, isEdited, isFromDeviceOutput } = proposal
    return (
      classification.class === 'read' &&
      isSendable &&
      !isEdited &&
      !isFromDeviceOutput &&
      this.#areSystemsKnown(proposal) &&
      this.#deps.link.active()?.isConnected === true &&
      this.#deps.approvals.hasUnaskedReads(connectionId)
    )
  }

  #areSystemsKnown({ connectionId, deviceIds }: Proposal): boolean {
    return deviceIds.every((deviceId) => {
      const target = this.#deps.devices.target(connectionId, deviceId)
      return target !== null && isSystemKnown(target)
    })
  }
}
