import { AppError } from '../../../preload/contract/errors.ts'
import type { Proposal, TextOrigin, Turn } from '../../../preload/contract/models/commands/command.ts'
import type { Assistance } from '../../shared/assistance.ts'
import { textOf } from '../assistance/earlier-turns.ts'
import type { Requests } from '../assistance/requests.ts'
import { outputOf } from '../assistance/result-digest.ts'
import type { CommandLink, DeviceDirectory } from '../ports.ts'
import type { ProposalService } from '../proposals/proposal-service.ts'
import { namedTargets, targetsBySystem } from './targets.ts'
import type { TurnStore } from './turn-store.ts'

interface TurnServiceDeps {
  readonly turns: TurnStore
  readonly proposals: ProposalService
  readonly requests: Requests
  readonly assistant: Assistance
  readonly devices: Pick<DeviceDirectory, 'target'>
  readonly link: CommandLink
  /** Runs a new proposal at once if the switch for reads covers it. */
  readonly runUnasked: (proposal: Proposal) => void
}

/** Begins turns: a request in words, a typed command, a repair of a failed one. Each call returns the turn's id. */
export class TurnService {
  readonly #deps: TurnServiceDeps

  constructor(deps: TurnServiceDeps) {
    this.#deps = deps
  }

  /** Lists turns of the active connection, oldest first; none without one. */
  page(before: number | null, limit: number): readonly Turn[] {
    const active = this.#deps.link.active()
    return active === null ? [] : this.#deps.turns.page(active.connectionId, before, limit)
  }

  /**
   * Asks the assistant; the turn changes when the answer comes. The request goes to the devices it names itself, else to
   * the chosen ones; each system is asked for, and a turn is for all devices with the same answer. Throws `NOT_FOUND`, …
   */
  ask(deviceIds: readonly string[], text: string, origin?: TextOrigin, via?: 'phrasebook'): string {
    const { devices, requests, turns } = this.#deps
    const isFromDeviceOutput = turns.isFromDevice(origin)
    const connectionId = this.#connectionId()
    const named = namedTargets(text, (deviceId) => devices.target(connectionId, deviceId) !== null)
    const groups = targetsBySystem(devices, connectionId, named.length > 0 ? named : deviceIds)
    const targets = groups.flat()
    if (targets.length === 0) throw new AppError('INVALID_INPUT', { field: 'deviceIds' })
    const stored = turns.create({ connectionId, targets, mode: 'ask', text, isThinking: true, isFromDeviceOutput })
    requests.startForEach(stored, groups, { via })
    return stored.turn.id
  }

  /** Proposes a typed command, to be reviewed like any other. */
  type(deviceIds: readonly string[], command: string, timeoutS: number, origin?: TextOrigin): string {
    const { devices, proposals, runUnasked, turns } = this.#deps
    const connectionId = this.#connectionId()
    const targets = targetsBySystem(devices, connectionId, deviceIds).flat()
    const isFromDeviceOutput = turns.isFromDevice(origin)
    const start = {
      connectionId,
      targets,
      mode: 'command',
      text: command,
      isThinking: false,
      isFromDeviceOutput,
    } as const
    const stored = turns.create(start)
    const source = { kind: 'typed', name: '' } as const
    const written = { command, explanation: null, timeoutS, source, isEdited: false }
    const proposal = proposals.draft(stored, written, targets)
    proposals.propose(stored, proposal)
    runUnasked(proposal)
    return stored.turn.id
  }

  /** Asks for a command in place of a failed one, whose error is sent this once. Needs a model. Throws `NOT_FOUND`. */
  fix(turnId: string): string {
    const { assistant, devices, requests, turns } = this.#deps
    const stored = turns.get(turnId)
    const { turn } = stored
    const { assist, connectionId, text } = turn
    if (this.#deps.link.active()?.connectionId !== connectionId) throw new AppError('CONNECTION_SWITCHED')
    if (!assistant.hasModel()) throw new AppError('INVALID_INPUT', { field: 'assistant' })
    const { run } = turns.view(stored)
    const failed = run?.commands.filter(({ state }) => state === 'failed' || state === 'timed-out') ?? []
    const [first] = failed
    const isAsked = assist?.isFixAsked === true || assist?.fixOf !== undefined
    if (run === null || first === undefined || isAsked) throw new AppError('NOT_FOUND', { turnId })
    const deviceIds = failed.map(({ deviceId }) => deviceId)
    const [targets = []] = targetsBySystem(devices, connectionId, deviceIds)
    turns.save({ ...stored, turn: { ...turn, assist: { ...assist, isFixAsked: true } } })
    const fix = turns.create({
      connectionId,
      targets,
      mode: 'ask',
      text,
      isThinking: true,
      // A device's failure is the reason of the request, whatever of it the model gets to read.
      isFromDeviceOutput: true,
      assist: { fixOf: turnId },
    })
    const { state: outcome, exitCode } = first
    const command = textOf(turn, run.command)
    requests.start(fix, targets, { failed: { command, outcome, exitCode, output: outputOf(first) } })
    return fix.turn.id
  }

  #connectionId(): string {
    const active = this.#deps.link.active()
    if (active === null) throw new AppError('NOT_CONNECTED')
    return active.connectionId
  }
}
