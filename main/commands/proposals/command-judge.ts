import { AppError } from '../../../preload/contract/errors.ts'
import type { Judgement, Proposal, ProposalWarning } from '../../../preload/contract/models/commands/command.ts'
import { isSystemKnown } from '../../../preload/contract/models/devices/device.ts'
import { COMMAND_TIMEOUT_S, isOddId } from '../../../preload/contract/models/limits.ts'
import type { Classification, DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import { confirmationFor } from '../../safety/approval/approval.ts'
import {
  judgeForEach,
  rankOf,
  type ShellClassifier,
  type SystemsJudgement,
  shellOf,
  shellsOf,
} from '../../safety/classifier/judge-for-systems.ts'
import type { TargetDevice } from '../ports.ts'

/** The parts of a proposal that its judgement depends on, besides its targets. */
type JudgedCommand = Pick<Proposal, 'turnId' | 'connectionId' | 'command' | 'timeoutS'>

/** `&` that sends something to the background: not `&&`, not part of a redirection. */
const BACKGROUND = /(?<![&>|\\])&(?![&>])/
const REDIRECTED = /&?>|<&/

/** Judges commands for the shells that they may meet, with the warnings that the operator should read first. */
export class CommandJudge {
  readonly #classifier: ShellClassifier
  readonly #unset = new UnsetSystems()

  constructor(classifier: ShellClassifier) {
    this.#classifier = classifier
  }

  /** Judges a command for its targets, at least one. Throws whatever the classifier throws. */
  judge(text: JudgedCommand, targets: readonly TargetDevice[]): Judgement {
    const { classification, raisedFor } = this.#classify(text.command, targets)
    const unset = this.#unset.warningsFor(text, targets, raisedFor.length > 0)
    const isBarred = classification.class === 'forbidden' || classification.class === 'refused'
    const deviceIds = targets.map((target) => target.deviceId)
    return {
      classification,
      warnings: warningsFor(text, classification, targets, unset),
      confirmation: confirmationFor(classification.class, deviceIds),
      // Without an end of its own it would run into the timeout, which loses the output and leaves children behind.
      isSendable: !isBarred && !classification.endless,
    }
  }

  /**
   * Judges an open proposal once more, right before its approval. Throws `COMMAND_…` if it may not be sent, and
   * `APPROVAL_INVALID` if the judgement or a target is no longer what was shown.
   */
  confirm(proposal: Proposal, targets: readonly TargetDevice[]): void {
    const { command, classification } = proposal
    const { classification: judged } = this.#classify(command, targets)
    if (judged.class === 'refused') throw new AppError('COMMAND_REFUSED')
    if (judged.class === 'forbidden') throw new AppError('COMMAND_FORBIDDEN')
    if (judged.endless || !proposal.isSendable) throw new AppError('COMMAND_ENDLESS')
    const isSame = judged.class === classification.class && judged.tableVersion === classification.tableVersion
    const shown = systemsOf(proposal)
    const found = new Set(targets.map(({ system }) => system))
    const isSameSystems = shown.size === found.size && [...found].every((system) => shown.has(system))
    if (!isSame || !isSameSystems) throw new AppError('APPROVAL_INVALID')
  }

  /**
   * Judges an approved proposal once more for some of its devices, right before they are addressed later than the others.
   * Throws `APPROVAL_INVALID` if the judgement is now worse than what was shown, or one of them has another system.
   */
  confirmPart(proposal: Proposal, targets: readonly TargetDevice[]): void {
    const { command, classification } = proposal
    const { classification: judged } = this.#classify(command, targets)
    const isWorse = judged.endless || rankOf(judged.class) > rankOf(classification.class)
    const shown = systemsOf(proposal)
    const isElsewhere = targets.some(({ system }) => !shown.has(system))
    if (isWorse || isElsewhere || judged.tableVersion !== classification.tableVersion) {
      throw new AppError('APPROVAL_INVALID')
    }
  }

  /** Classifies for every shell that one of the targets may run. */
  #classify(command: string, targets: readonly TargetDevice[]): SystemsJudgement {
    const shells = bySystem(targets).map(([system, of]) => shellsOf(system, of.every(isSystemKnown)))
    return judgeForEach(this.#classifier, command, shells)
  }
}

/** Warns of devices whose system nobody set: once a session for each, and again where that raises a class. */
class UnsetSystems {
  /** Turn on which a device was warned of. */
  readonly #warnedOn = new Map<string, string>()

  /** Returns the warnings for a proposal of a turn, one a system; none if all is set, or an earlier turn said so. */
  warningsFor(
    turn: { readonly turnId: string; readonly connectionId: string },
    targets: readonly TargetDevice[],
    isRaised: boolean,
  ): readonly ProposalWarning[] {
    const groups = bySystem(targets)
    return groups.flatMap(([system, of]) => {
      const warning = this.#warningFor(turn, of, isRaised)
      if (warning === null) return []
      return [groups.length === 1 ? warning : { ...warning, system }]
    })
  }

  #warningFor(
    { turnId, connectionId }: { readonly turnId: string; readonly connectionId: string },
    targets: readonly TargetDevice[],
    isRaised: boolean,
  ): Extract<ProposalWarning, { kind: 'system-announced' | 'system-assumed' }> | null {
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
    const warnedOn = this.#warnedOn.get(device) ?? turnId
    this.#warnedOn.set(device, warnedOn)
    return warnedOn === turnId
  }
}

/** True if the device said that it ended, or was not heard for too long; one never seen may be there all the same. */
export function isAway(target: Pick<TargetDevice, 'presence'> | null): boolean {
  return target?.presence === 'offline' || target?.presence === 'lost'
}

function systemsOf({ system, otherSystems = [] }: Proposal): ReadonlySet<DeviceSystem> {
  return new Set([system, ...otherSystems])
}

function bySystem(targets: readonly TargetDevice[]): readonly (readonly [DeviceSystem, readonly TargetDevice[]])[] {
  const groups = new Map<DeviceSystem, TargetDevice[]>()
  for (const target of targets) {
    const group = groups.get(target.system)
    if (group === undefined) groups.set(target.system, [target])
    else group.push(target)
  }
  return [...groups]
}

function warningsFor(
  text: JudgedCommand,
  judged: Classification,
  targets: readonly TargetDevice[],
  unset: readonly ProposalWarning[],
): readonly ProposalWarning[] {
  const warnings: ProposalWarning[] = []
  if (judged.cutsOff) warnings.push({ kind: 'cuts-off' })
  if (judged.endless) warnings.push({ kind: 'endless' })
  if (text.timeoutS > COMMAND_TIMEOUT_S.safe) warnings.push({ kind: 'long-timeout' })
  const isBash = targets.some((target) => shellOf(target.system) === 'bash')
  if (isBash && BACKGROUND.test(text.command) && !REDIRECTED.test(text.command)) {
    warnings.push({ kind: 'background-blocks' })
  }
  warnings.push(...unset)
  for (const { deviceId, presence } of targets) {
    if (isOddId(deviceId)) warnings.push({ kind: 'device-odd-id', deviceId })
    if (presence === 'never-seen') warnings.push({ kind: 'device-never-seen', deviceId })
    else if (presence === 'busy') warnings.push({ kind: 'device-busy', deviceId })
    else if (isAway({ presence })) warnings.push({ kind: 'device-away', deviceId })
  }
  return warnings
}
