import { AppError } from '../../../preload/contract/errors.ts'
import type { Judgement, Proposal, ProposalSource, ProposalWarning } from '../../../preload/contract/models/command.ts'
import { isSystemKnown } from '../../../preload/contract/models/device.ts'
import type { Classification, DeviceSystem } from '../../../preload/contract/models/safety.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { confirmationFor } from '../../safety/approval/approval.ts'
import {
  judgeForShells,
  type ShellClassifier,
  type SystemsJudgement,
  shellOf,
  shellsOf,
} from '../../safety/classifier/judge-for-systems.ts'
import type { DeviceDirectory, TargetDevice } from '../ports.ts'
import { MAX_SAFE_TIMEOUT_S } from '../runs/run-service.ts'
import { UnsetSystems } from './unset-systems.ts'

interface ProposalDeps {
  readonly classifier: ShellClassifier
  readonly devices: DeviceDirectory
  readonly newId: () => string
}

/** A command as somebody wrote it. */
export interface WrittenCommand {
  readonly command: string
  readonly explanation: LocalizedText | null
  readonly timeoutS: number
  readonly source: ProposalSource
  readonly isEdited: boolean
}

/** What a proposal is made from. */
export interface ProposalDraft extends WrittenCommand {
  readonly turnId: string
  readonly connectionId: string
  readonly deviceIds: readonly string[]
  readonly isFromDeviceOutput: boolean
}

/** What of a draft its judgement depends on. */
type JudgedText = Pick<ProposalDraft, 'turnId' | 'connectionId' | 'deviceIds' | 'command' | 'timeoutS'>

/** `&` that sends something to the background: not `&&`, not part of a redirection. */
const BACKGROUND = /(?<![&>|\\])&(?![&>])/
const REDIRECTED = /&?>|<&/

/** Makes reviewable proposals: judged for the shells that they may meet, with what the operator should know first. */
export class ProposalFactory {
  readonly #deps: ProposalDeps
  readonly #unset = new UnsetSystems()

  constructor(deps: ProposalDeps) {
    this.#deps = deps
  }

  /** Targets of one system, each once. Throws `NOT_FOUND` or `MIXED_SYSTEMS`. */
  targets(connectionId: string, deviceIds: readonly string[]): readonly TargetDevice[] {
    const [targets = [], others] = this.groups(connectionId, deviceIds)
    const [other] = others ?? []
    if (other !== undefined) {
      throw new AppError('MIXED_SYSTEMS', {
        first: targets[0]?.system ?? '',
        other: other.system,
        deviceId: other.deviceId,
      })
    }
    return targets
  }

  /** Targets by system, each once: a command is for one of them. Throws `NOT_FOUND`. */
  groups(connectionId: string, deviceIds: readonly string[]): readonly (readonly TargetDevice[])[] {
    const groups = new Map<DeviceSystem, TargetDevice[]>()
    for (const deviceId of new Set(deviceIds)) {
      const target = this.#deps.devices.target(connectionId, deviceId)
      if (target === null) throw new AppError('NOT_FOUND', { deviceId })
      const group = groups.get(target.system)
      if (group === undefined) groups.set(target.system, [target])
      else group.push(target)
    }
    return [...groups.values()]
  }

  isKnown(connectionId: string, deviceId: string): boolean {
    return this.#deps.devices.target(connectionId, deviceId) !== null
  }

  /** Judges and completes a draft. Throws what `targets` throws, and whatever the classifier throws. */
  make(draft: ProposalDraft): Proposal {
    const { deviceIds, system, judgement } = this.#judged(draft)
    return { ...draft, id: this.#deps.newId(), deviceIds, system, ...judgement }
  }

  /** What `make` would say of a text. Throws what `make` throws. */
  judge(text: JudgedText): Judgement {
    return this.#judged(text).judgement
  }

  #judged(text: JudgedText): {
    readonly deviceIds: readonly string[]
    readonly system: DeviceSystem
    readonly judgement: Judgement
  } {
    const targets = this.targets(text.connectionId, text.deviceIds)
    const [first] = targets
    if (first === undefined) throw new AppError('INVALID_INPUT', { field: 'deviceIds' })
    const deviceIds = targets.map((target) => target.deviceId)
    const { system } = first
    const { classification, raisedFor } = this.#judge(text.command, targets)
    const unset = this.#unset.warningFor(text, targets, raisedFor.length > 0)
    const isBarred = classification.class === 'forbidden' || classification.class === 'refused'
    const judgement: Judgement = {
      classification,
      warnings: warningsFor(text, classification, targets, unset),
      confirmation: confirmationFor(classification.class, deviceIds),
      // Without an end of its own it would run into the timeout, which loses the output and leaves children behind.
      isSendable: !isBarred && !classification.endless,
    }
    return { deviceIds, system, judgement }
  }

  /**
   * Judges an open proposal once more, right before its approval. Throws `COMMAND_…` where it may not be sent and
   * `APPROVAL_INVALID` where the judgement or a target is no longer what was shown.
   */
  confirm(proposal: Proposal): void {
    const { command, classification, connectionId, deviceIds, system } = proposal
    const targets = this.targets(connectionId, deviceIds)
    const { classification: judged } = this.#judge(command, targets)
    if (judged.class === 'refused') throw new AppError('COMMAND_REFUSED')
    if (judged.class === 'forbidden') throw new AppError('COMMAND_FORBIDDEN')
    if (judged.endless || !proposal.isSendable) throw new AppError('COMMAND_ENDLESS')
    const isSame = judged.class === classification.class && judged.tableVersion === classification.tableVersion
    const isSameSystem = targets.every((target) => target.system === system)
    if (!isSame || !isSameSystem) throw new AppError('APPROVAL_INVALID')
  }

  /** For every shell that one of the targets, all of one system, may run. */
  #judge(command: string, targets: readonly TargetDevice[]): SystemsJudgement {
    const system = targets[0]?.system ?? 'linux'
    return judgeForShells(this.#deps.classifier, command, shellsOf(system, targets.every(isSystemKnown)))
  }
}

function warningsFor(
  draft: JudgedText,
  judged: Classification,
  targets: readonly TargetDevice[],
  unset: ProposalWarning | null,
): readonly ProposalWarning[] {
  const warnings: ProposalWarning[] = []
  if (judged.cutsOff) warnings.push({ kind: 'cuts-off' })
  if (judged.endless) warnings.push({ kind: 'endless' })
  if (draft.timeoutS > MAX_SAFE_TIMEOUT_S) warnings.push({ kind: 'long-timeout' })
  const isBash = targets.some((target) => shellOf(target.system) === 'bash')
  if (isBash && BACKGROUND.test(draft.command) && !REDIRECTED.test(draft.command)) {
    warnings.push({ kind: 'background-blocks' })
  }
  if (unset !== null) warnings.push(unset)
  for (const { deviceId, presence } of targets) {
    if (presence === 'never-seen') warnings.push({ kind: 'device-never-seen', deviceId })
    else if (presence === 'busy') warnings.push({ kind: 'device-busy', deviceId })
    else if (presence === 'offline' || presence === 'lost') warnings.push({ kind: 'device-away', deviceId })
  }
  return warnings
}
