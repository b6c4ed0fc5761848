import type { ConnectionTest, TestStageName } from '../../../preload/contract/models/broker/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { InputProblem } from '../connection/input-check.ts'
import type { Fault } from '../diagnosis/fault.ts'
import type { CauseName } from '../diagnosis/signatures.ts'
import type { ProbeSession } from '../session/probe-session.ts'
import type { ConnectionTarget } from '../session/target.ts'
import type { SpareSession } from './spare-session.ts'

/** Whom a stage reaches, how long it waits for each answer, and when it gives up. */
export interface StageContext {
  readonly target: ConnectionTarget
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** Handed on by earlier stages; null where they did not run or could not tell. */
export interface Earlier {
  readonly session: ProbeSession | null
  readonly isAnonymousAccepted: boolean | null
  /** For what a broker may answer by hanging up. */
  readonly spare: SpareSession | null
  /** What answered a CONNECT without a login: MQTT, or nothing though TLS and WebSocket were tried too. */
  readonly firstByte: 'mqtt' | 'nothing' | null
}

export interface CheckContext extends StageContext {
  readonly now: Clock
  /** A client id chosen by the operator, which another program may use too; null for one that nobody else has. */
  readonly clientId: string | null
  readonly earlier: Earlier
}

/** Facts that a stage learnt which passed. */
export interface StagePassed {
  /** Goes into the report. */
  readonly report?: Partial<
    Pick<ConnectionTest, 'peer' | 'protocol' | 'brokerVersion' | 'roundTripMs' | 'probes' | 'notes'>
  >
  /** Goes to the stages after it. A session is closed when the check ends. */
  readonly handOn?: Partial<Earlier>
}

/** One step of the connection check. */
export interface CheckStage {
  readonly name: TestStageName
  /** Absent for a stage of every check. */
  readonly appliesTo?: (target: ConnectionTarget) => boolean
  /** Throws a `StageFault` when it does not pass, `InputFault` for a wrong input, the signal's reason when aborted. */
  readonly run: (context: CheckContext) => Promise<StagePassed>
}

/** Thrown by a stage that did not pass; with a cause where the stage knows it better than the fault tells. */
export class StageFault extends Error {
  readonly fault: Fault
  readonly known: CauseName | null

  constructor(fault: Fault, known: CauseName | null = null) {
    super('a stage of the connection check failed')
    this.fault = fault
    this.known = known
  }
}

/** Thrown for a value of the form that cannot work. */
export class InputFault extends Error {
  readonly problem: InputProblem

  constructor(problem: InputProblem) {
    super('an input of the connection check cannot work')
    this.problem = problem
  }
}
