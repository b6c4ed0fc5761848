import { randomBytes } from 'node:crypto'
import type { ConnectionTest, TestStage, TestStageName } from '../../../preload/contract/models/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { checkInput, type InputProblem } from '../connection/input-check.ts'
import { causeField } from '../diagnosis/cause-field.ts'
import { describe, diagnose } from '../diagnosis/diagnose.ts'
import { otherPortsNote, PROBE_NOTES } from '../diagnosis/notes.ts'
import { faultAt } from '../session/session-fault.ts'
import { type ConnectionTarget, hostOf, isTlsTarget } from '../session/target.ts'
import { TestSession } from './check-session.ts'
import { lookAtTls, lookUpHost, reachPort, type StageContext, StageFault } from './check-stages.ts'
import { checkFirstByte } from './first-byte.ts'
import { isAnonymousAccepted } from './negative-probe.ts'
import { scanPorts } from './port-scan.ts'
import { probeRoles } from './probes.ts'
import { readBrokerVersion } from './sys-version.ts'

export interface ConnectionTestOptions {
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
/** Long enough for another client with the same id to come back and push this one off. */
const HOLD_MS = 2_500

interface Problem {
  readonly failure: InputProblem['failure']
  readonly field: InputProblem['field'] | null
}

/**
 * Walks the stages input → DNS → TCP → first byte → TLS → CONNECT → $SYS → probes and stops at the first that fails.
 * Never rejects for a fault of the network or the input. When aborted the result is done, has no failure and
 * unfinished stages.
 */
export async function testConnection(
  target: ConnectionTarget,
  options: ConnectionTestOptions,
): Promise<ConnectionTest> {
  return new TestRun(target, options).run()
}

class TestRun {
  readonly #target: ConnectionTarget
  readonly #options: ConnectionTestOptions
  readonly #context: StageContext
  #test: ConnectionTest
  #session: TestSession | null = null
  /** Null is unknown. */
  #letsAnyoneIn: boolean | null = null

  constructor(target: ConnectionTarget, options: ConnectionTestOptions) {
    this.#target = target
    this.#options = options
    this.#context = { target, timeoutMs: options.stageTimeoutMs ?? STAGE_TIMEOUT_MS, signal: options.signal }
    const names: TestStageName[] = [
      'input',
      'dns',
      'tcp',
      'first-byte',
      ...(isTlsTarget(target) ? (['tls'] as const) : []),
      'connect',
      'sys',
      'probe',
    ]
    this.#test = {
      testId: options.testId,
      isDone: false,
      stages: names.map((name) => ({ name, state: 'not-reached', ms: null })),
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
      for (const { name } of this.#test.stages) {
        const problem = await this.#runStage(name)
        if (problem !== null) return this.#finish(problem)
      }
      return this.#finish(null)
    } finally {
      await this.#session?.close()
    }
  }

  async #runStage(name: TestStageName): Promise<Problem | 'aborted' | null> {
    if (this.#options.signal.aborted) return 'aborted'
    const startedAt = performance.now()
    const elapsed = () => Math.round((performance.now() - startedAt) * 10) / 10
    this.#show(name, 'running', null)
    try {
      const problem = await this.#perform(name)
      this.#show(name, problem === null ? 'ok' : 'failed', elapsed())
      return problem
    } catch (error) {
      if (this.#options.signal.aborted) {
        this.#show(name, 'not-reached', null)
        return 'aborted'
      }
      const problem = await this.#explain(name, error)
      this.#show(name, 'failed', elapsed())
      return problem
    }
  }

  async #perform(name: TestStageName): Promise<Problem | null> {
    const context = this.#context
    if (name === 'input') return checkInput(this.#target, this.#options.now())
    if (name === 'dns') await lookUpHost(context)
    else if (name === 'tcp') await reachPort(context)
    else if (name === 'first-byte') await this.#lookAtFirstByte()
    else if (name === 'tls') this.#learn({ peer: await lookAtTls(context) })
    else if (name === 'connect') await this.#connect()
    else if (this.#session === null) throw new Error('no session after the connect stage')
    else if (name === 'sys') {
      const brokerVersion = await readBrokerVersion(context, this.#session)
      this.#learn({ brokerVersion, roundTripMs: this.#session.roundTripMs })
    } else await this.#probe(this.#session)
    return null
  }

  async #lookAtFirstByte(): Promise<void> {
    this.#letsAnyoneIn = (await checkFirstByte(this.#context)).isAnonymousAccepted
  }

  async #connect(): Promise<void> {
    const { clientId } = this.#options
    const ownId = `${this.#target.profile.clientIdPrefix}test-${randomBytes(4).toString('hex')}`
    const session = await TestSession.logIn(this.#context, clientId ?? ownId)
    this.#session = session
    if (clientId !== undefined) this.#session = await this.#hold(session, clientId)
    this.#learn({ protocol: session.protocolVersion === 5 ? 'MQTT 5' : 'MQTT 3.1.1' })
  }

  /** Two clients with one id push each other off: the second time it is no accident. */
  async #hold(session: TestSession, clientId: string): Promise<TestSession> {
    const end = await session.endWithin(HOLD_MS)
    if (end === null) return session
    const again = end.reasonCode === null ? await TestSession.logIn(this.#context, clientId) : null
    if (again !== null && (await again.endWithin(HOLD_MS)) === null) return again
    const fault = { ...faultAt('connack', this.#target, end.error), clientId, reasonCode: end.reasonCode }
    throw new StageFault(fault, end.reasonCode === null ? 'taken-over' : null)
  }

  async #probe(session: TestSession): Promise<void> {
    const probes = await probeRoles(this.#context, session)
    this.#learn({ probes })
    const { security, username } = this.#target.profile
    const hasLogin = security !== 'anonymous' && (username !== null || security === 'mtls')
    if (hasLogin && (this.#letsAnyoneIn ?? (await isAnonymousAccepted(this.#context)))) this.#note('anonymousAccepted')
    if (probes.some(({ role, outcome }) => outcome === 'granted' && role !== 'test')) this.#note('grantedNotProven')
    if (probes.some(({ role, outcome }) => outcome === 'denied' && role === 'test')) this.#note('testTopicDenied')
  }

  async #explain(name: TestStageName, error: unknown): Promise<Problem> {
    if (!(error instanceof StageFault)) this.#options.log.error(`connection test, stage ${name}`, error)
    const stage = name === 'connect' ? 'connack' : name
    const fault = error instanceof StageFault ? error.fault : faultAt(stage, this.#target, error)
    const known = error instanceof StageFault ? error.known : null
    const { failure } = known === null ? diagnose(fault) : describe(known, fault)
    if (fault.peer !== null) this.#learn({ peer: fault.peer })
    if (failure.cause === 'refused') await this.#lookElsewhere()
    return { failure, field: causeField(failure.cause, this.#target) }
  }

  /** A closed port is often the wrong one of an otherwise healthy broker. */
  async #lookElsewhere(): Promise<void> {
    const { signal } = this.#options
    const looks = await scanPorts(hostOf(this.#target), { timeoutMs: SCAN_MS, signal }).catch(() => [])
    const note = otherPortsNote(looks)
    if (note !== null) this.#learn({ notes: [...this.#test.notes, note] })
  }

  #learn(facts: Partial<ConnectionTest>): void {
    this.#test = { ...this.#test, ...facts }
  }

  #note(name: keyof typeof PROBE_NOTES): void {
    this.#learn({ notes: [...this.#test.notes, PROBE_NOTES[name]] })
  }

  #show(name: TestStageName, state: TestStage['state'], ms: number | null): void {
    const stages = this.#test.stages.map((stage) => (stage.name === name ? { name, state, ms } : stage))
    this.#publish({ ...this.#test, stages })
  }

  #finish(problem: Problem | 'aborted' | null): ConnectionTest {
    const outcome = problem === null || problem === 'aborted' ? {} : problem
    this.#publish({ ...this.#test, ...outcome, isDone: true })
    return this.#test
  }

  #publish(test: ConnectionTest): void {
    this.#test = test
    try {
      this.#options.onProgress(test)
    } catch (error) {
      this.#options.log.error('a listener of the connection test failed', error)
    }
  }
}
