import { AppError } from '../../../preload/contract/errors.ts'
import type { Judgement, Proposal, Run, TextOrigin, Turn } from '../../../preload/contract/models/command.ts'
import type { ApprovalService } from '../../safety/approval/approval.ts'
import type { ApproveDesk } from '../approval/approve-and-run.ts'
import type { AssistDesk } from '../assistance/explanations.ts'
import type { Investigations } from '../assistance/investigations.ts'
import type { AskFlow } from '../assistance/requests.ts'
import type { CommandLink, DecodedAck, DecodedOutput, DecodedResult, TargetDevice } from '../ports.ts'
import type { ProposalFactory } from '../proposals/command-judge.ts'
import type { ProposalDesk } from '../proposals/proposal-service.ts'
import type { UnaskedReads } from '../proposals/unasked-reads.ts'
import type { InFlight } from '../runs/live-commands.ts'
import type { ResultVerdict } from '../runs/results.ts'
import type { CommandService } from '../runs/run-service.ts'
import type { TurnMaker } from './new-turn.ts'
import { namedTargets } from './targets.ts'
import { isFromDevice } from './text-origin.ts'
import type { TurnBook } from './turn-store.ts'

interface ConsoleServiceDeps {
  readonly approvals: ApprovalService
  readonly commands: CommandService
  readonly proposals: ProposalFactory
  readonly desk: ProposalDesk
  readonly approving: ApproveDesk
  readonly unasked: UnaskedReads
  readonly flow: AskFlow
  readonly assist: AssistDesk
  readonly investigations: Investigations
  readonly maker: TurnMaker
  readonly turns: TurnBook
  readonly link: CommandLink
  readonly settings: () => { readonly operatorName: string; readonly defaultTimeoutS: number }
}

/** Behind the routes `console.*`: from a request or a typed command over review and approval to what came back. */
export class ConsoleService {
  readonly #deps: ConsoleServiceDeps

  constructor(deps: ConsoleServiceDeps) {
    this.#deps = deps
  }

  /** Closes what an earlier session left open. Throws when the database cannot. */
  start(): void {
    this.#deps.commands.start()
    for (const stored of this.#deps.turns.leftOpen()) this.#deps.desk.expire(stored)
  }

  /** Turns of the active connection, oldest first; none without one. */
  turns(before: number | null, limit: number): readonly Turn[] {
    const active = this.#deps.link.active()
    return active === null ? [] : this.#deps.turns.page(active.connectionId, before, limit)
  }

  /** The switch that lets reads run unasked. */
  get unasked(): UnaskedReads {
    return this.#deps.unasked
  }

  /** Explanations, summaries, repairs. */
  get assist(): AssistDesk {
    return this.#deps.assist
  }

  /**
   * A request in words; what comes of it is told as a changed turn. It goes to the devices it names itself, else to the
   * chosen ones; for devices of several systems there is a turn for each, and the first is the answer. Throws `NOT_FOUND`, …
   */
  ask(deviceIds: readonly string[], text: string, origin?: TextOrigin, via?: 'phrasebook'): Turn {
    const { flow, maker, proposals } = this.#deps
    const isFromDeviceOutput = this.#isFromDevice(origin)
    const { connectionId } = this.#requireActive(null)
    const named = namedTargets(text, (deviceId) => proposals.isKnown(connectionId, deviceId))
    const groups = proposals.groups(connectionId, named.length > 0 ? named : deviceIds)
    const turns = groups.map((targets) =>
      flow.start(
        maker.make({ connectionId, targets, mode: 'ask', text, isThinking: true, isFromDeviceOutput }),
        targets,
        { via },
      ),
    )
    const [first] = turns
    if (first === undefined) throw new AppError('INVALID_INPUT', { field: 'deviceIds' })
    return first
  }

  cancelAsk(turnId: string): void {
    this.#deps.flow.cancel(turnId)
  }

  /** The first of a few reading commands toward a question, each to be approved. */
  investigate(deviceIds: readonly string[], question: string, origin?: TextOrigin): Turn {
    const isFromDeviceOutput = this.#isFromDevice(origin)
    const { connectionId } = this.#requireActive(null)
    return this.#deps.investigations.start(connectionId, deviceIds, { question, isFromDeviceOutput })
  }

  stopInvestigation(turnId: string): void {
    this.#deps.investigations.stop(turnId)
  }

  /** A typed command, to be reviewed like any other. */
  type(deviceIds: readonly string[], command: string, timeoutS: number, origin?: TextOrigin): Turn {
    const { connectionId, targets } = this.#targets(deviceIds)
    const stored = this.#deps.maker.make({
      connectionId,
      targets,
      mode: 'command',
      text: command,
      isThinking: false,
      isFromDeviceOutput: this.#isFromDevice(origin),
    })
    const turn = this.#deps.desk.propose(stored, {
      command,
      explanation: null,
      timeoutS,
      source: { kind: 'typed', name: '' },
      isEdited: false,
    })
    return this.#deps.approving.runUnasked(turn)
  }

  /** Takes one of the offered commands; another one may be taken until something was approved. */
  choose(turnId: string, index: number): Turn {
    const stored = this.#deps.turns.find(turnId)
    const answer = stored?.turn.answer
    if (!stored || answer?.kind !== 'choose') throw new AppError('NOT_FOUND', { turnId })
    if (stored.turn.decision !== 'open') throw new AppError('PROPOSAL_CLOSED')
    this.#requireActive(stored.turn.connectionId)
    const option = answer.options[index]
    if (option === undefined) throw new AppError('NOT_FOUND', { index })
    return this.#deps.desk.propose(stored, {
      command: option.command,
      explanation: stored.optionExplanations[index] ?? null,
      timeoutS: this.#deps.settings().defaultTimeoutS,
      source: answer.source,
      isEdited: false,
    })
  }

  /** What would be said of an edit; the proposal stays as it is. Throws `PROPOSAL_CLOSED`. */
  judge(proposalId: string, command: string): Judgement {
    const { turnId, connectionId, deviceIds, timeoutS } = this.#deps.desk.find(proposalId).proposal
    return this.#deps.proposals.judge({ turnId, connectionId, deviceIds, command, timeoutS })
  }

  /** An edit is another proposal; the one before it can no longer be approved. */
  revise(proposalId: string, command: string, timeoutS: number): Proposal {
    const { stored, proposal } = this.#deps.desk.find(proposalId)
    const isSameCommand = command === proposal.command
    const turn = this.#deps.desk.propose(stored, {
      command,
      // What was explained is no longer what would run.
      explanation: isSameCommand ? proposal.explanation : null,
      timeoutS,
      source: proposal.source,
      isEdited: proposal.isEdited || !isSameCommand,
    })
    if (turn.proposal === null) throw new AppError('PROPOSAL_CLOSED')
    return turn.proposal
  }

  /** Approves exactly the proposal that was sent for display, and starts its run. Where this rejects nothing was sent. */
  approve(proposalId: string, confirmation: string | null): Promise<Run> {
    return this.#deps.approving.approve(proposalId, confirmation)
  }

  reject(proposalId: string): void {
    const { stored } = this.#deps.desk.find(proposalId)
    this.#deps.desk.decide(stored, 'rejected')
    this.#deps.investigations.onRejected(stored.turn.id)
  }

  /** Stops waiting on this side, and asks the device to stop where it can. Throws `NOT_FOUND`. */
  cancelCommand(commandId: string): Promise<void> {
    return this.#deps.commands.cancel(commandId)
  }

  /** All that is kept of an output, raw: for a file that the operator asked for, nothing else. Throws `NOT_FOUND`. */
  outputText(commandId: string): string {
    const { stdout, stderr } = this.#deps.commands.outputOf(commandId)
    if (stderr === '') return stdout
    return `${stdout}${stdout === '' || stdout.endsWith('\n') ? '' : '\n'}--- stderr ---\n${stderr}`
  }

  onResult(connectionId: string, result: DecodedResult): ResultVerdict {
    return this.#deps.commands.answers.onResult(connectionId, result)
  }

  onAck(connectionId: string, ack: DecodedAck): void {
    this.#deps.commands.answers.onAck(connectionId, ack)
  }

  onOutput(connectionId: string, output: DecodedOutput): void {
    this.#deps.commands.answers.onOutput(connectionId, output)
  }

  /** The oldest command that the device may be at work on. */
  inFlight(connectionId: string, deviceId: string): InFlight | null {
    return this.#deps.commands.inFlight(connectionId, deviceId)
  }

  /** The connection broke and may come back: what was sent and not answered is unknown. */
  onConnectionLost(connectionId: string): void {
    this.#deps.commands.onConnectionLost(connectionId)
  }

  /** The operator left the connection: approvals, open proposals and requests on it end. */
  onConnectionLeft(connectionId: string): void {
    this.#deps.unasked.leave(connectionId)
    this.#deps.approvals.cancelAll(connectionId)
    this.#deps.unasked.changed()
    this.#deps.flow.cancelAll()
    this.#deps.investigations.stopAll(connectionId)
    this.#deps.commands.onConnectionLost(connectionId)
    for (const stored of this.#deps.turns.open()) {
      if (stored.turn.connectionId === connectionId && !stored.turn.isThinking) this.#deps.desk.expire(stored)
    }
  }

  async dispose(): Promise<void> {
    this.#deps.investigations.dispose()
    await this.#deps.flow.dispose()
    await this.#deps.assist.dispose()
    await this.#deps.approving.dispose()
    await this.#deps.commands.dispose()
    this.#deps.turns.dispose()
  }

  #isFromDevice(origin: TextOrigin | undefined): boolean {
    return isFromDevice(origin, (turnId) => this.#deps.turns.find(turnId)?.turn)
  }

  #requireActive(connectionId: string | null): { readonly connectionId: string; readonly isConnected: boolean } {
    const active = this.#deps.link.active()
    if (active === null) throw new AppError('NOT_CONNECTED')
    if (connectionId !== null && active.connectionId !== connectionId) throw new AppError('CONNECTION_SWITCHED')
    return active
  }

  #targets(deviceIds: readonly string[]): {
    readonly connectionId: string
    readonly targets: readonly TargetDevice[]
  } {
    const { connectionId } = this.#requireActive(null)
    return { connectionId, targets: this.#deps.proposals.targets(connectionId, deviceIds) }
  }
}
