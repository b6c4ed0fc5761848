import { AppError } from '../../preload/contract/errors.ts'
import type { Proposal, Run, Turn } from '../../preload/contract/models/command.ts'
import type { Clock, Log } from '../ports.ts'
import type { Approval, ApprovalService, ApprovalSubject } from '../safety/approval.ts'
import { type AskDesk, type Asked, failureOf } from './ask-desk.ts'
import type { ResultVerdict } from './command-answers.ts'
import type { InFlight } from './command-ledger.ts'
import type { CommandService } from './command-service.ts'
import type { StoredTurn } from './history.ts'
import type { CommandLink, DecodedAck, DecodedOutput, DecodedResult, TargetDevice } from './ports.ts'
import type { ProposalDesk } from './proposal-desk.ts'
import { placeOf, subjectOf } from './proposal-subject.ts'
import type { ProposalFactory } from './proposals.ts'
import type { TurnBook } from './turn-book.ts'
import { draftOf, withAnswer } from './turn-outcome.ts'
import type { UnaskedReads } from './unasked-reads.ts'

interface ConsoleServiceDeps {
  readonly approvals: ApprovalService
  readonly commands: CommandService
  readonly proposals: ProposalFactory
  readonly desk: ProposalDesk
  readonly askDesk: AskDesk
  readonly turns: TurnBook
  readonly unasked: UnaskedReads
  readonly link: CommandLink
  readonly settings: () => { readonly operatorName: string; readonly defaultTimeoutS: number }
  readonly sanitise: (text: string) => string
  readonly now: Clock
  readonly newId: () => string
  readonly log: Log
}

/** Behind the routes `console.*`: from a request or a typed command over review and approval to what came back. */
export class ConsoleService {
  readonly #deps: ConsoleServiceDeps
  readonly #asking = new Set<Promise<void>>()
  #lastCreatedAt = 0

  constructor(deps: ConsoleServiceDeps) {
    this.#deps = deps
  }

  /** The switch that lets reads run unasked. */
  get unasked(): UnaskedReads {
    return this.#deps.unasked
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

  /** A request in words; what comes of it is told as a changed turn. Throws `MIXED_SYSTEMS`, `NOT_FOUND`, … */
  ask(deviceIds: readonly string[], text: string): Turn {
    const { connectionId, targets } = this.#targets(deviceIds)
    const stored = this.#newTurn({ connectionId, targets, mode: 'ask', text, isThinking: true })
    const view = this.#deps.turns.save(stored)
    const asking = this.#deps.askDesk.ask(stored.turn, targets).then((asked) => this.#onAsked(stored.turn.id, asked))
    const tracked = asking.finally(() => this.#asking.delete(tracked))
    this.#asking.add(tracked)
    return view
  }

  cancelAsk(turnId: string): void {
    this.#deps.askDesk.cancel(turnId)
  }

  /** A typed command, to be reviewed like any other. */
  type(deviceIds: readonly string[], command: string, timeoutS: number): Turn {
    const { connectionId, targets } = this.#targets(deviceIds)
    const stored = this.#newTurn({ connectionId, targets, mode: 'command', text: command, isThinking: false })
    const turn = this.#deps.desk.propose(stored, {
      ...placeOf(stored),
      command,
      explanation: null,
      timeoutS,
      source: { kind: 'typed', name: '' },
      isEdited: false,
      isFromDeviceOutput: false,
    })
    return this.#runUnasked(turn)
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
      ...placeOf(stored),
      command: option.command,
      explanation: stored.optionExplanations[index] ?? null,
      timeoutS: this.#deps.settings().defaultTimeoutS,
      source: answer.source,
      isEdited: false,
      isFromDeviceOutput: false,
    })
  }

  /** An edit is another proposal; the one before it can no longer be approved. */
  revise(proposalId: string, command: string, timeoutS: number): Proposal {
    const { stored, proposal } = this.#deps.desk.find(proposalId)
    const isSameCommand = command === proposal.command
    const turn = this.#deps.desk.propose(stored, {
      ...placeOf(stored),
      command,
      // What was explained is no longer what would run.
      explanation: isSameCommand ? proposal.explanation : null,
      timeoutS,
      source: proposal.source,
      isEdited: proposal.isEdited || !isSameCommand,
      isFromDeviceOutput: proposal.isFromDeviceOutput,
    })
    if (turn.proposal === null) throw new AppError('PROPOSAL_CLOSED')
    return turn.proposal
  }

  /**
   * Approves exactly the proposal that was sent for display, and starts its run. Where this throws nothing was sent;
   * the proposal stays open unless it was already decided.
   */
  approve(proposalId: string, confirmation: string | null): Promise<Run> {
    return this.#start(proposalId, (subject) => this.#deps.approvals.issue(subject, confirmation))
  }

  /** Runs a new proposal that needs no question; where that fails, it stays open for review. */
  #runUnasked(turn: Turn): Turn {
    const { proposal } = turn
    if (proposal === null || !this.#deps.unasked.covers(proposal)) return turn
    const started = this.#start(proposal.id, (subject) =>
      this.#deps.approvals.issueUnasked(subject, proposal.isFromDeviceOutput),
    ).then(
      () => undefined,
      (error) => this.#deps.log.error('a read could not run unasked', error),
    )
    const tracked = started.finally(() => this.#asking.delete(tracked))
    this.#asking.add(tracked)
    const stored = this.#deps.turns.find(turn.id)
    return stored === null ? turn : this.#deps.turns.view(stored)
  }

  async #start(proposalId: string, issue: (subject: ApprovalSubject) => Approval): Promise<Run> {
    const { stored, proposal } = this.#deps.desk.find(proposalId)
    const active = this.#requireActive(proposal.connectionId)
    if (!active.isConnected) throw new AppError('NOT_CONNECTED')
    this.#deps.proposals.confirm(proposal)
    const subject = subjectOf(proposal, this.#deps.settings().operatorName)
    const approval = issue(subject)
    // Before the first await: a second click finds it decided.
    this.#deps.desk.decide(stored, 'approved')
    const proposedCommand = stored.proposedCommand ?? proposal.command
    const context = { proposal, requestText: stored.turn.text, proposedCommand }
    try {
      return await this.#deps.commands.run(approval, subject, context)
    } catch (error) {
      this.#deps.desk.reopen(stored, this.#deps.link.active()?.connectionId ?? null)
      throw error
    }
  }

  reject(proposalId: string): void {
    this.#deps.desk.decide(this.#deps.desk.find(proposalId).stored, 'rejected')
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
    this.#deps.approvals.cancelAll(connectionId)
    this.#deps.unasked.changed()
    this.#deps.askDesk.cancelAll()
    this.#deps.commands.onConnectionLost(connectionId)
    for (const stored of this.#deps.turns.open()) {
      if (stored.turn.connectionId === connectionId && !stored.turn.isThinking) this.#deps.desk.expire(stored)
    }
  }

  async dispose(): Promise<void> {
    this.#deps.askDesk.cancelAll()
    await Promise.all(this.#asking)
    await this.#deps.commands.dispose()
    this.#deps.turns.dispose()
  }

  #onAsked(turnId: string, asked: Asked): void {
    const stored = this.#deps.turns.find(turnId)
    if (stored === null || !stored.turn.isThinking) return
    try {
      if ('failure' in asked) this.#fail(stored, asked.failure)
      else if (asked.outcome.kind === 'command') {
        const { sanitise } = this.#deps
        const { defaultTimeoutS } = this.#deps.settings()
        const { hasDeviceOutput } = asked
        const draft = draftOf(stored, asked.outcome, { hasDeviceOutput, defaultTimeoutS, sanitise })
        this.#runUnasked(this.#deps.desk.propose(stored, draft))
      } else this.#deps.turns.save(withAnswer(stored, asked.outcome, this.#deps.sanitise))
    } catch (error) {
      if (!(error instanceof AppError)) this.#deps.log.error('proposal failed', error)
      this.#fail(stored, failureOf(error))
    }
  }

  #fail(stored: StoredTurn, failure: Turn['failure']): void {
    try {
      this.#deps.turns.save({ ...stored, turn: { ...stored.turn, isThinking: false, failure } })
    } catch (error) {
      this.#deps.log.error('turn cannot be kept', error)
    }
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

  #newTurn(start: {
    readonly connectionId: string
    readonly targets: readonly TargetDevice[]
    readonly mode: Turn['mode']
    readonly text: string
    readonly isThinking: boolean
  }): StoredTurn {
    const { targets, ...given } = start
    // Never equal: the window pages back by it.
    this.#lastCreatedAt = Math.max(this.#deps.now(), this.#lastCreatedAt + 1)
    const turn: Turn = {
      ...given,
      id: this.#deps.newId(),
      createdAt: this.#lastCreatedAt,
      deviceIds: targets.map((target) => target.deviceId),
      answer: null,
      proposal: null,
      decision: 'open',
      run: null,
      failure: null,
    }
    return { turn, optionExplanations: [], proposedCommand: null }
  }
}
