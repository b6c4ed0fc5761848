import { randomBytes } from 'node:crypto'
import type { ConnectionTest, TestStage, TestStageName } from '../../preload/contract/models/connection.ts'
import type { Clock, Log } from '../ports.ts'
import { DEVICE_FILTERS } from './device-filters.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { checkInput, type InputProblem } from './input-check.ts'
import type { BrokerSession } from './mqtt-session.ts'
import { faultAt } from './session-fault.ts'
import { type ConnectionTarget, isTlsTarget } from './target.ts'
import { firstBytesOf, logIn, lookAtTls, lookUpHost, reachPort, StageFault, within } from './test-stages.ts'

export interface ConnectionTestOptions {
  readonly testId: string
  readonly onProgress: (test: ConnectionTest) => void
  readonly signal: AbortSignal
  readonly now: Clock
  readonly log: Log
  /** Of each stage, in ms. */
  readonly stageTimeoutMs?: number
}

const STAGE_TIMEOUT_MS = 5_000

interface Problem {
  readonly failure: InputProblem['failure']
  readonly field: InputProblem['field'] | null
}

/**
 * Walks the stages input → DNS → TCP → TLS → CONNECT → SUBSCRIBE and stops at the first that fails. Never rejects
 * for a fault of the network or the input. When aborted the result is done, has no failure and unfinished stages.
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
  #test: ConnectionTest
  #session: BrokerSession | null = null

  constructor(target: ConnectionTarget, options: ConnectionTestOptions) {
    this.#target = target
    this.#options = options
    const names: TestStageName[] = [
      'input',
      'dns',
      'tcp',
      ...(isTlsTarget(target) ? (['tls'] as const) : []),
      'connect',
      'subscribe',
    ]
    const stages = names.map((name): TestStage => ({ name, state: 'not-reached', ms: null }))
    this.#test = { testId: options.testId, isDone: false, stages, failure: null, field: null }
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
    const { signal, now, stageTimeoutMs: timeoutMs = STAGE_TIMEOUT_MS } = this.#options
    const context = { target: this.#target, timeoutMs, signal }
    if (name === 'input') return checkInput(this.#target, now())
    if (name === 'dns') await lookUpHost(context)
    else if (name === 'tcp') await reachPort(context)
    else if (name === 'tls') await lookAtTls(context)
    else if (name === 'connect') this.#session = await logIn(context, this.#clientId())
    else if (this.#session !== null) {
      const refused = await within(timeoutMs, signal, this.#session.subscribe(DEVICE_FILTERS))
      if (refused.length > 0) {
        const error = new Error(`refused: ${refused.join(', ')}`)
        throw new StageFault({ ...faultAt('subscribe', this.#target, error), reasonCode: NOT_AUTHORIZED })
      }
    }
    return null
  }

  async #explain(name: TestStageName, error: unknown): Promise<Problem> {
    const { signal, log } = this.#options
    if (!(error instanceof StageFault)) log.error(`connection test, stage ${name}`, error)
    let fault =
      error instanceof StageFault ? error.fault : faultAt(name === 'connect' ? 'connack' : name, this.#target, error)
    if (diagnose(fault).failure.cause === 'not-tls') {
      const context = { target: this.#target, timeoutMs: PEEK_MS, signal }
      fault = { ...fault, firstBytes: await firstBytesOf(context, PEEK_MS) }
    }
    const { failure } = diagnose(fault)
    return { failure, field: fieldOf(failure.cause, this.#target) }
  }

  #clientId(): string {
    return `${this.#target.profile.clientIdPrefix}test-${randomBytes(4).toString('hex')}`
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

const NOT_AUTHORIZED = 0x87
const PEEK_MS = 1_000

const FIELD_BY_CAUSE: Readonly<Record<string, InputProblem['field']>> = {
  dns: 'host',
  unreachable: 'host',
  refused: 'port',
  'refused-all-addresses': 'port',
  'no-connack': 'port',
  'plain-port': 'port',
  'not-tls': 'port',
  http: 'port',
  ssh: 'port',
  'not-mqtt': 'port',
  'tls-timeout': 'port',
  'wants-tls': 'security',
  'auth-method': 'security',
  'client-id': 'clientIdPrefix',
  'tls-name': 'serverName',
  'tls-server-name': 'serverName',
  'tls-self-signed': 'ca',
  'tls-ca-missing': 'ca',
  'tls-unknown-ca': 'ca',
  'tls-client-certificate-missing': 'security',
  'tls-client-unknown-ca': 'clientCertificate',
  'tls-client-rejected': 'clientCertificate',
  'tls-key-mismatch': 'clientKey',
  'tls-passphrase': 'passphrase',
}

function fieldOf(cause: string, { profile }: ConnectionTarget): InputProblem['field'] | null {
  if (cause !== 'credentials') return FIELD_BY_CAUSE[cause] ?? null
  if (profile.security === 'anonymous') return 'security'
  return profile.username === null ? 'username' : 'password'
}
