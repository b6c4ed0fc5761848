import { randomBytes } from 'node:crypto'
import type { AccountsSnapshot } from '../../../preload/contract/models/broker/accounts.ts'
import type { Timers } from '../../shared/timers.ts'
import type { SecondSessionHandlers } from '../page/second-session.ts'
import type { BrokerSession } from '../session/broker-session.ts'
import { answerOf, type ControlAnswer, decodeAnswers } from './control-answers.ts'
import { CONTROL_TOPIC, type ControlCommand, encodeCommands, RESPONSE_TOPIC } from './control-commands.ts'

/** Why the plugin could not be asked: `refused` by the broker, `silent` for too long, `unreadable` answer, `ended` connection. */
type ControlFailureKind = 'refused' | 'silent' | 'unreadable' | 'ended'

export class ControlFailed extends Error {
  readonly kind: ControlFailureKind

  constructor(kind: ControlFailureKind) {
    super(`the plugin could not be asked: ${kind}`)
    this.kind = kind
  }
}

export interface ControlDeps {
  readonly open: (handlers: SecondSessionHandlers) => Promise<BrokerSession>
  readonly timers: Timers
  /** Ms until the plugin counts as silent; 3,000 where left out. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 3_000
/** The plugin writes its whole file at each command. */
const PATIENCE_PER_COMMAND_MS = 100
const PAGE = 1_000
const MAX_CLIENTS = 100_000

interface Waiting {
  readonly correlation: string
  readonly take: (answers: readonly ControlAnswer[]) => void
  readonly fail: (failure: ControlFailed) => void
}

/** A connection of its own on which the dynamic security plugin is asked, as long as one look or one change takes. */
export class ControlSession {
  readonly #deps: ControlDeps
  readonly #session: BrokerSession
  #waiting: Waiting | null = null
  #hasEnded = false

  private constructor(deps: ControlDeps, session: BrokerSession) {
    this.#deps = deps
    this.#session = session
  }

  /** Rejects `ControlFailed` of kind `refused` where the answers may not be heard, else as `deps.open` does. */
  static async open(deps: ControlDeps): Promise<ControlSession> {
    let control: ControlSession | null = null
    const session = await deps.open({
      onMessage: ({ topic, payload, wholeBytes }) => {
        if (topic === RESPONSE_TOPIC) control?.take(wholeBytes === undefined ? payload : null)
      },
      onEnd: () => control?.ended(),
    })
    control = new ControlSession(deps, session)
    if ((await session.subscribe([RESPONSE_TOPIC])).length === 0) return control
    await session.close()
    throw new ControlFailed('refused')
  }

  /** Sends the commands in one message, which the plugin carries out as one, and resolves with their answers in order. */
  async ask(commands: readonly ControlCommand[]): Promise<readonly (ControlAnswer | undefined)[]> {
    if (this.#hasEnded) throw new ControlFailed('ended')
    const patienceMs = (this.#deps.patienceMs ?? PATIENCE_MS) + commands.length * PATIENCE_PER_COMMAND_MS
    const nonce = randomBytes(9).toString('base64url')
    const answered = new Promise<readonly (ControlAnswer | undefined)[]>((resolve, reject) => {
      const stop = this.#deps.timers.after(patienceMs, () => settle(new ControlFailed('silent')))
      const settle = (failure: ControlFailed | null, answers: readonly (ControlAnswer | undefined)[] = []) => {
        stop()
        this.#waiting = null
        if (failure === null) resolve(answers)
        else reject(failure)
      }
      this.#waiting = {
        correlation: nonce,
        take: (answers) => settle(null, ordered(answers, nonce, commands.length)),
        fail: settle,
      }
    })
    // Both ends are awaited below; without this an early end would go unheard while the publish is under way.
    answered.catch(() => undefined)
    const outcome = await this.#session.publish(
      CONTROL_TOPIC,
      encodeCommands(commands, (index) => `${nonce}-${index}`),
    )
    if (outcome.kind === 'refused') this.#waiting?.fail(new ControlFailed('refused'))
    if (outcome.kind === 'unsent') this.#waiting?.fail(new ControlFailed('ended'))
    return answered
  }

  /** Reads everything. Rejects `ControlFailed`. */
  async snapshot(): Promise<AccountsSnapshot> {
    const [roles, groups, defaults, anonymous, first] = await this.ask([
      { command: 'listRoles', verbose: true },
      { command: 'listGroups', verbose: true },
      { command: 'getDefaultACLAccess' },
      { command: 'getAnonymousGroup' },
      { command: 'listClients', verbose: true, count: PAGE, offset: 0 },
    ])
    const found = {
      roles: answerOf('listRoles', roles),
      groups: answerOf('listGroups', groups),
      defaults: answerOf('getDefaultACLAccess', defaults),
      anonymous: answerOf('getAnonymousGroup', anonymous),
    }
    if (found.roles === null || found.groups === null || found.defaults === null || found.anonymous === null) {
      throw new ControlFailed('unreadable')
    }
    return {
      defaults: found.defaults,
      anonymousGroup: found.anonymous.group.groupname,
      clients: await this.#clients(first),
      groups: found.groups.groups,
      roles: found.roles.roles,
    }
  }

  async close(): Promise<void> {
    this.#hasEnded = true
    await this.#session.close()
  }

  /** Takes a message of the response topic; null for one that was too large. */
  take(payload: Buffer | null): void {
    const waiting = this.#waiting
    if (waiting === null) return
    const answers = payload === null ? null : decodeAnswers(payload)
    // What another administrator is answered comes here too, so that only our own can be called unreadable.
    if (answers?.some(({ correlation }) => correlation.startsWith(`${waiting.correlation}-`))) waiting.take(answers)
    else if (payload === null) waiting.fail(new ControlFailed('unreadable'))
  }

  ended(): void {
    this.#hasEnded = true
    this.#waiting?.fail(new ControlFailed('ended'))
  }

  async #clients(first: ControlAnswer | undefined): Promise<AccountsSnapshot['clients']> {
    const page = answerOf('listClients', first)
    if (page === null || page.totalCount > MAX_CLIENTS) throw new ControlFailed('unreadable')
    const clients = [...page.clients]
    while (clients.length < page.totalCount) {
      const [answer] = await this.ask([{ command: 'listClients', verbose: true, count: PAGE, offset: clients.length }])
      const next = answerOf('listClients', answer)
      if (next === null || next.clients.length === 0) throw new ControlFailed('unreadable')
      clients.push(...next.clients)
    }
    return clients
  }
}

function ordered(
  answers: readonly ControlAnswer[],
  nonce: string,
  count: number,
): readonly (ControlAnswer | undefined)[] {
  const byCorrelation = new Map(answers.map((answer) => [answer.correlation, answer]))
  return Array.from({ length: count }, (_, index) => byCorrelation.get(`${nonce}-${index}`))
}
