import { AppError } from '../../preload/contract/errors.ts'
import type { Proposal, ProposalSource, ProposalWarning } from '../../preload/contract/models/command.ts'
import type { Classification, DeviceSystem, Shell } from '../../preload/contract/models/safety.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'
import { confirmationFor } from '../safety/approval.ts'
import { MAX_SAFE_TIMEOUT_S } from './command-service.ts'
import type { CommandClassifier, DeviceDirectory, TargetDevice } from './ports.ts'

interface ProposalDeps {
  readonly classifier: CommandClassifier
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

/** `&` that sends something to the background: not `&&`, not part of a redirection. */
const BACKGROUND = /(?<![&>|\\])&(?![&>])/
const REDIRECTED = /&?>|<&/

/** Makes reviewable proposals: judged for the shell of their targets, with what the operator should know first. */
export class ProposalFactory {
  readonly #deps: ProposalDeps

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
    const targets = this.targets(draft.connectionId, draft.deviceIds)
    const [first] = targets
    if (first === undefined) throw new AppError('INVALID_INPUT', { field: 'deviceIds' })
    const deviceIds = targets.map((target) => target.deviceId)
    const judged = this.#deps.classifier.classify(draft.command, shellOf(first.system))
    const isBarred = judged.class === 'forbidden' || judged.class === 'refused'
    return {
      ...draft,
      id: this.#deps.newId(),
      deviceIds,
      system: first.system,
      classification: judged,
      warnings: warningsFor(draft, judged, targets),
      confirmation: confirmationFor(judged.class, deviceIds),
      // Without an end of its own it would run into the timeout, which loses the output and leaves children behind.
      isSendable: !isBarred && !judged.endless,
    }
  }

  /**
   * Judges an open proposal once more, right before its approval. Throws `COMMAND_…` where it may not be sent and
   * `APPROVAL_INVALID` where the judgement or a target is no longer what was shown.
   */
  confirm(proposal: Proposal): void {
    const { command, classification, connectionId, deviceIds, system } = proposal
    const judged = this.#deps.classifier.classify(command, shellOf(system))
    if (judged.class === 'refused') throw new AppError('COMMAND_REFUSED')
    if (judged.class === 'forbidden') throw new AppError('COMMAND_FORBIDDEN')
    if (judged.endless || !proposal.isSendable) throw new AppError('COMMAND_ENDLESS')
    const isSame = judged.class === classification.class && judged.tableVersion === classification.tableVersion
    const isSameSystem = this.targets(connectionId, deviceIds).every((target) => target.system === system)
    if (!isSame || !isSameSystem) throw new AppError('APPROVAL_INVALID')
  }
}

function shellOf(system: DeviceSystem): Shell {
  if (system === 'windows-cmd') return 'cmd'
  return system === 'windows-powershell' ? 'powershell' : 'bash'
}

function warningsFor(
  draft: ProposalDraft,
  judged: Classification,
  targets: readonly TargetDevice[],
): readonly ProposalWarning[] {
  const warnings: ProposalWarning[] = []
  if (judged.cutsOff) warnings.push({ kind: 'cuts-off' })
  if (judged.endless) warnings.push({ kind: 'endless' })
  if (draft.timeoutS > MAX_SAFE_TIMEOUT_S) warnings.push({ kind: 'long-timeout' })
  const isBash = targets.some((target) => shellOf(target.system) === 'bash')
  if (isBash && BACKGROUND.test(draft.command) && !REDIRECTED.test(draft.command)) {
    warnings.push({ kind: 'background-blocks' })
  }
  if (targets.some((target) => target.systemSource === 'assumed')) warnings.push({ kind: 'system-assumed' })
  for (const { deviceId, presence } of targets) {
    if (presence === 'never-seen') warnings.push({ kind: 'device-never-seen', deviceId })
    else if (presence === 'busy') warnings.push({ kind: 'device-busy', deviceId })
    else if (presence === 'offline' || presence === 'lost') warnings.push({ kind: 'device-away', deviceId })
  }
  return warnings
}
