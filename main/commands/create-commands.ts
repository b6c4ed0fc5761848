import type { Turn } from '../../preload/contract/models/command.ts'
import type { LogFinding } from '../../preload/contract/models/connection.ts'
import type { SafetyState } from '../../preload/contract/models/safety.ts'
import type { Language } from '../../preload/contract/models/settings.ts'
import { ApprovalService } from '../safety/approval/approval.ts'
import { SqliteGrants } from '../safety/approval/grant-store.ts'
import type { ApprovedEntry, EventEntry } from '../safety/audit/audit-record.ts'
import type { ShellClassifier } from '../safety/classifier/judge-for-systems.ts'
import type { Assistance } from '../shared/assistance.ts'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import type { After } from '../shared/timers.ts'
import { ApproveDesk } from './approval/approve-and-run.ts'
import { AskDesk, type Streamed } from './assistance/answer-stream.ts'
import { EarlierTurns } from './assistance/earlier-turns.ts'
import { AssistDesk } from './assistance/explanations.ts'
import { Investigations } from './assistance/investigations.ts'
import { NoteDesk } from './assistance/notes.ts'
import { AskFlow } from './assistance/requests.ts'
import { SentQuestions } from './assistance/sent-questions.ts'
import type { CommandEncoder, CommandLink, DeviceDirectory, ReadAnswer, Sanitise } from './ports.ts'
import { ProposalFactory } from './proposals/command-judge.ts'
import { ProposalDesk } from './proposals/proposal-service.ts'
import { Rejections } from './proposals/rejections.ts'
import { UnaskedReads } from './proposals/unasked-reads.ts'
import { CommandPublisher } from './runs/publisher.ts'
import { CommandService } from './runs/run-service.ts'
import { History, type HistoryDatabase } from './runs/run-store.ts'
import { TurnMaker } from './turns/new-turn.ts'
import { ConsoleService } from './turns/turn-service.ts'
import { TurnBook } from './turns/turn-store.ts'

/** All that the commands domain needs from outside. */
export interface ConsoleDeps {
  readonly database: HistoryDatabase
  readonly audit: {
    appendApproved(entry: ApprovedEntry, meanwhile: () => void): Promise<void>
    append(entry: EventEntry): void
  }
  readonly classifier: ShellClassifier
  readonly asker: Assistance
  /** Causes that the broker's log names; null while no log is read. */
  readonly brokerLogFindings?: () => readonly LogFinding[] | null
  readonly devices: DeviceDirectory
  readonly link: CommandLink
  readonly encoder: CommandEncoder
  readonly sanitise: Sanitise
  readonly redact: (text: string) => string
  readonly readAnswer: ReadAnswer
  readonly settings: () => {
    readonly operatorName: string
    readonly defaultTimeoutS: number
    readonly language: Language
  }
  readonly now: Clock
  readonly after: After
  readonly newId: () => string
  readonly log: Log
  /** Turns of the active connection that changed, oldest first; at most ten times a second. */
  readonly emitChanged: (turns: readonly Turn[]) => void
  readonly emitSafety: (state: SafetyState) => void
  readonly emitStreamed: (streamed: Streamed) => void
  /** A device began or ended to be at work on a command: its presence may be another. */
  readonly onFlightChanged: (connectionId: string, deviceId: string) => void
  /** An output was cut, here or on its way: counted for the status line. */
  readonly onCut: () => void
}

/** Builds the commands domain, leaf first. Nothing runs before `start()`. */
export function createConsole(deps: ConsoleDeps): ConsoleService {
  const history = new History(deps.database, deps.after, (error) =>
    deps.log.error('command state cannot be kept', error),
  )
  const approvals = new ApprovalService({ ...deps, grants: new SqliteGrants(deps.database) })
  const rejections = new Rejections(deps)
  const publisher = new CommandPublisher({ ...deps, approvals })
  const turns: TurnBook = new TurnBook({
    history,
    after: deps.after,
    readAnswer: deps.readAnswer,
    runOfTurn: (turnId) => commands.runOfTurn(turnId),
    settleNotes: (turn) => notes.settle(turn),
    emit: (changed) => {
      const active = deps.link.active()?.connectionId
      const shown = changed.filter((turn) => turn.connectionId === active)
      if (shown.length > 0) deps.emitChanged(shown)
    },
  })
  const commands: CommandService = new CommandService({
    ...deps,
    approvals,
    publisher,
    history,
    rejections,
    onChanged: (turnId) => {
      turns.touch(turnId)
      investigations.onRunChanged(turnId)
    },
  })
  const language = () => deps.settings().language
  const earlier = new EarlierTurns({ ...deps, history, language })
  const askDesk = new AskDesk({ ...deps, earlier, language })
  const proposals = new ProposalFactory(deps)
  const sanitise = (text: string) => deps.sanitise(text).text
  const desk = new ProposalDesk({ proposals, turns, rejections, log: deps.log })
  const unasked = new UnaskedReads({ ...deps, approvals, rejections, emit: deps.emitSafety })
  const approving = new ApproveDesk({ ...deps, approvals, commands, proposals, desk, turns, unasked, rejections })
  const sent = new SentQuestions(deps.database)
  const maker = new TurnMaker(deps)
  const flow = new AskFlow({ ...deps, askDesk, turns, desk, approving, proposals, rejections, sent, sanitise })
  const investigations: Investigations = new Investigations({
    ...deps,
    flow,
    maker,
    proposals,
    turns,
    earlier,
    rejections,
    language,
  })
  const notes: NoteDesk = new NoteDesk({ ...deps, turns, sent, sanitise })
  const assist = new AssistDesk({ ...deps, turns, notes, flow, maker, proposals, sent, language })
  return new ConsoleService({
    ...deps,
    approvals,
    commands,
    proposals,
    desk,
    approving,
    unasked,
    flow,
    assist,
    investigations,
    maker,
    turns,
  })
}
