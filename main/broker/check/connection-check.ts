import type { ConnectionTest, TestStage } from '../../../preload/contract/models/broker/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { InputProblem } from '../connection/input-check.ts'
import { causeField } from '../diagnosis/cause-field.ts'
import { describe, diagnose } from '../diagnosis/diagnose.ts'
import { otherPortsNote } from '../diagnosis/notes.ts'
import { faultAt } from '../session/session-fault.ts'
import { type ConnectionTarget, hostOf } from '../session/target.ts'
import { scanPorts } from './port-scan.ts'
import { type CheckStage, type Earlier, InputFault, StageFault, type StagePassed } from './stage.ts'
import { connectStage } from './stages/connect.ts'
import { dnsStage } from './stages/dns.ts'
import { firstByteStage } from './stages/first-byte.ts'
import { inputStage } from './stages/input.ts'
import { probeStage } from './stages/probe.ts'
import { proxyStage } from './stages/proxy.ts'
import { sysStage } from './stages/sys.ts'
import { tcpStage } from './stages/tcp.ts'
import { tlsStage } from './stages/tls.ts'

/** In the order in which they run. */
const STAGES: readonly CheckStage[] = [
  inputStage,
  proxyStage,
  dnsStage,
  tcpStage,
  firstByteStage,
  tlsStage,
  connectStage,
  sysStage,
  probeStage,
]

export interface ConnectionCheckOptions {
  readonly testId: string
  readonly onProgress: (test: ConnectionTest) => void
  readonly signal: AbortSignal
  readonly now: Clock
  readonly log: Log
  /** Of each stage, in ms. */
  readonly stageTimeoutMs?: number
  /** A client id chosen by the operator, which another program may use too; else one that nobody else has. */
  readonly clientId?: string
}

const STAGE_TIMEOUT_MS = 5_000
const SCAN_MS = 1_000

interface Problem {
  readonly failure: InputProblem['failure']
  readonly field: InputProblem['field'] | null
}

/**
 * Walks the stages and stops at the first that fails. Never rejects for a fault of the network or the input. When aborted
 * the result is done, has no failure and unfinished stages.
 */
export async function checkConnection(
  target: ConnectionTarget,
  options: ConnectionCheckOptions,
): Promise<ConnectionTest> {
  return new CheckRun(target, options).run()
}

class CheckRun {
  readonly #target: ConnectionTarget
  readonly #options: ConnectionCheckOptions
  readonly #stages: readonly CheckStage[]
  #report: ConnectionTest
  #earlier: Earlier = { session: null, isAnonymousAccepted: null, spare: null, firstByte: null }

  constructor(target: ConnectionTarget, options: ConnectionCheckOptions) {
    this.#target = target
    this.#options = options
    this.#stages = STAGES.filter(({ appliesTo }) => appliesTo?.(target) ?? true)
    this.#report = {
      testId: options.testId,
      isDone: false,
      stages: this.#stages.map(({ name }) => ({ name, state: 'not-reached', ms: null })),
      failure: null,
      field: null,
      peer: null,
      protocol: null,
      brokerVersion: null,
      roundTripMs: null,
      probes: [],
      notes: [],
    }
  }

  async run(): Promise<ConnectionTest> {
    try {
      for (const stage of this.#stages) {
        const problem = await this.#runStage(stage)
        if (problem !== null) return this.#finish(problem)
      }
      return this.#finish(null)
    } finally {
      await Promise.all([this.#earlier.session?.close(), this.#earlier.spare?.close()])
    }
  }

  async #runStage(stage: CheckStage): Promise<Problem | 'aborted' | null> {
    const { signal, stageTimeoutMs = STAGE_TIMEOUT_MS, now, clientId = null } = this.#options
    if (signal.aborted) return 'aborted'
    const startedAt = performance.now()
    const elapsed = () => Math.round((performance.now() - startedAt) * 10) / 10
    this.#show(stage, 'running', null)
    const [target, earlier] = [this.#target, this.#earlier]
    try {
      this.#take(await stage.run({ target, timeoutMs: stageTimeoutMs, signal, now, clientId, earlier }))
      this.#show(stage, 'ok', elapsed())
      return null
    } catch (error) {
      if (signal.aborted) {
        this.#show(stage, 'not-reached', null)
        return 'aborted'
      }
      const ms = elapsed()
      const problem = await this.#explain(stage, error)
      this.#show(stage, 'failed', ms)
      return problem
    }
  }

  #take({ report, handOn }: StagePassed): void {
    this.#report = { ...this.#report, ...report }
    this.#earlier = { ...this.#earlier, ...handOn }
  }

  async #explain({ name }: CheckStage, error: unknown): Promise<Problem> {
    if (error instanceof InputFault) return error.problem
    if (!(error instanceof StageFault)) this.#options.log.error(`connection check, stage ${name}`, error)
    const stage = name === 'connect' ? 'connack' : name
    const fault = error instanceof StageFault ? error.fault : faultAt(stage, this.#target, error)
    const known = error instanceof StageFault ? error.known : null
    const { failure } = known === null ? diagnose(fault) : describe(known, fault)
    if (fault.peer !== null) this.#take({ report: { peer: fault.peer } })
    if (failure.cause === 'refused') await this.#lookElsewhere()
    return { failure, field: causeField(failure.cause, this.#target) }
  }

  /** A closed port is often the wrong one of an otherwise healthy broker. */
  async #lookElsewhere(): Promise<void> {
    const { signal } = this.#options
    const looks = await scanPorts(hostOf(this.#target), { timeoutMs: SCAN_MS, signal }).catch(() => [])
    const note = otherPortsNote(looks)
    if (note !== null) this.#take({ report: { notes: [...this.#report.notes, note] } })
  }

  #show({ name }: CheckStage, state: TestStage['state'], ms: number | null): void {
    const stages = this.#report.stages.map((stage) => (stage.name === name ? { name, state, ms } : stage))
    this.#publish({ ...this.#report, stages })
  }

  #finish(problem: Problem | 'aborted' | null): ConnectionTest {
    const outcome = problem === null || problem === 'aborted' ? {} : problem
    this.#publish({ ...this.#report, ...outcome, isDone: true })
    return this.#report
  }

  #publish(report: ConnectionTest): void {
    this.#report = report
    try {
      this.#options.onProgress(report)
    } catch (error) {
      this.#options.log.error('a listener of the connection check failed', error)
    }
  }
}
