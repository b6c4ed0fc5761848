import type { Worker } from 'node:worker_threads'
import type { Language } from '../../preload/contract/models/app/settings.ts'
import type { LogFinding } from '../../preload/contract/models/broker/connection.ts'
import type { Run, Turn } from '../../preload/contract/models/commands/command.ts'
import type { SafetyState } from '../../preload/contract/models/safety/safety.ts'
import type { ApprovedEntry, EventEntry } from '../safety/audit/audit-record.ts'
import type { ShellClassifier } from '../safety/classifier/judge-for-systems.ts'
import type { Assistance } from '../shared/assistance.ts'
import type { Clock } from '../shared/clock.ts'
import type { Log } from '../shared/log.ts'
import type { Database } from '../shared/sqlite.ts'
import type { After } from '../shared/timers.ts'
import type { Streamed } from './assistance/answer-stream.ts'
import type {
  CommandEncoder,
  CommandLink,
  CommandSigning,
  DeviceDirectory,
  ReadAftermath,
  ReadAnswer,
  ReadFailure,
  Sanitise,
} from './ports.ts'

/** Everything that the commands domain needs from outside. */
export interface CommandsDeps {
  readonly database: Database
  readonly audit: {
    appendApproved(entry: ApprovedEntry, meanwhile: () => void): Promise<void>
    append(entry: EventEntry): void
    isBehind(): boolean
    catchUp(): Promise<void>
  }
  readonly classifier: ShellClassifier
  readonly assistant: Assistance
  readonly devices: DeviceDirectory
  readonly link: CommandLink
  readonly encoder: CommandEncoder
  /** Without it everything is sent unsigned. */
  readonly signing?: CommandSigning
  readonly sanitise: Sanitise
  readonly redact: (text: string) => string
  readonly readAnswer: ReadAnswer
  readonly readFailure: ReadFailure
  readonly readAftermath: ReadAftermath
  /** Starts the thread that masks answers; absent where they are masked on this one. */
  readonly startMasks?: () => Worker
  /** Returns the problems in the broker's log; null where none is being read. */
  readonly brokerLogFindings: () => Promise<readonly LogFinding[] | null>
  readonly settings: () => {
    readonly operatorName: string
    readonly defaultTimeoutS: number
    readonly language: Language
  }
  readonly now: Clock
  readonly after: After
  /** For what may wait until no other slice of work goes on; `after` where it is absent. */
  readonly afterOthers?: After
  readonly newId: () => string
  readonly log: Log
  /** Gets turns of the active connection that changed, oldest first; runs change at most ten times a second, long ones come as counts. */
  readonly emitChanged: (turns: readonly Turn[]) => void
  /** Gets long runs that changed, as the states of their commands. */
  readonly emitRunsChanged: (runs: readonly Run[]) => void
  readonly emitSafety: (state: SafetyState) => void
  readonly emitStreamed: (streamed: Streamed) => void
  /** Connections with their names, for the filter of the history. */
  readonly connections?: () => readonly { readonly id: string; readonly name: string }[]
  /** Bytes that outputs may take on disk; the oldest are dropped first. */
  readonly outputLimitBytes?: () => number
  /** Called when an output was cut, here or on its way: counted for the status line. */
  readonly onCut: () => void
}
