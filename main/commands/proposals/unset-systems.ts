import type { ProposalWarning } from '../../../preload/contract/models/command.ts'
import { isSystemKnown } from '../../../preload/contract/models/device.ts'
import type { TargetDevice } from '../ports.ts'

/** Says of which devices nobody set what they run: once a session for each, and again where that raises a class. */
export class UnsetSystems {
  /** Turn that was told of a device. */
  readonly #toldTo = new Map<string, string>()

  /** The warning for one more proposal of a turn; null where all is set, or was said on an earlier turn. */
  warningFor(
    { turnId, connectionId }: { readonly turnId: string; readonly connectionId: string },
    targets: readonly TargetDevice[],
    isRaised: boolean,
  ): ProposalWarning | null {
    const unset = targets.filter((target) => !isSystemKnown(target))
    const isNew = unset.filter(({ deviceId }) => this.#isFirst(`${connectionId}/${deviceId}`, turnId)).length > 0
    if (!isNew && (!isRaised || unset.length === 0)) return null
    const isAnnounced = unset.every(({ systemSource }) => systemSource === 'announced')
    return {
      kind: isAnnounced ? 'system-announced' : 'system-assumed',
      deviceIds: unset.map(({ deviceId }) => deviceId),
    }
  }

  #isFirst(device: string, turnId: string): boolean {
    const told = this.#toldTo.get(device) ?? turnId
    this.#toldTo.set(device, told)
    return told === turnId
  }
}
