import { AppError } from '../../../preload/contract/errors.ts'
import type {
  AccessAction,
  AccessAnswer,
  AccountsChange,
  AccountsReview,
  AccountsSnapshot,
  AccountsView,
} from '../../../preload/contract/models/broker/accounts.ts'
import type { ConnectionStatus } from '../../../preload/contract/models/broker/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import { SecondSessionFailed } from '../page/second-session.ts'
import { accessOf } from './access.ts'
import { type AccountsRecord, recordOf } from './accounts-record.ts'
import type { ControlAnswer } from './control-answers.ts'
import { type ControlCommand, withPasswords } from './control-commands.ts'
import { type ControlDeps, ControlFailed, ControlSession } from './control-session.ts'
import { digestOf, exportText } from './export-text.ts'
import { type ChangeStore, undosOf, withChange } from './kept-changes.ts'
import { type PlanContext, type PlannedChange, passwordsFor, planChange, reviewOf } from './plan-change.ts'
import { refusalReason } from './refusal-reason.ts'

interface BrokerAccountsDeps extends ControlDeps {
  readonly status: () => ConnectionStatus
  /** True where the connection cannot lead to Mosquitto, e.g. to the built-in broker. */
  readonly isElsewhere: (connectionId: string) => boolean
  /** Names by which the broker may know the console on this connection. */
  readonly ownNames: (connectionId: string) => Promise<readonly string[]>
  readonly operator: () => string
  readonly audit: {
    /** Resolves when the record is on disk; rejects with `AUDIT_FAILED`, and then nothing may be sent. */
    approved(record: AccountsRecord): Promise<void>
    ended(record: AccountsRecord): void
  }
  readonly store: ChangeStore
  readonly now: Clock
  readonly newId: () => string
  readonly log: Log
}

interface Pending {
  readonly planned: PlannedChange
  readonly digest: string
}

/** A change that ends the console's own connection is looked at again over a new one; this often where that is refused. */
const LOOKS = 3

/** Reads and changes accounts, groups and roles of a broker with the dynamic security plugin. */
export class BrokerAccounts {
  readonly #deps: BrokerAccountsDeps
  /** One at a time: a new review takes the place of the one before. */
  #pending: (Pending & { readonly id: string }) | null = null
  #last: { readonly connectionId: string; readonly snapshot: AccountsSnapshot } | null = null

  constructor(deps: BrokerAccountsDeps) {
    this.#deps = deps
  }

  /** Asks the plugin for everything. A broker without it is a state, and no failure. */
  async read(): Promise<AccountsView> {
    const connectionId = this.#connectionId()
    if (connectionId === null) return { state: 'not-connected' }
    if (this.#deps.isElsewhere(connectionId)) return { state: 'absent' }
    try {
      return await this.#view(connectionId, await this.#look(connectionId))
    } catch (error) {
      if (error instanceof SecondSessionFailed) return { state: 'failed', failure: error.failure }
      if (!(error instanceof ControlFailed)) throw error
      if (error.kind === 'refused') return { state: 'forbidden' }
      return { state: error.kind === 'unreadable' ? 'unreadable' : 'absent' }
    }
  }

  /** Works out what a change would send, and sends nothing. Throws what `planChange` throws. */
  async review(change: AccountsChange): Promise<AccountsReview> {
    const context = await this.#context(this.#connected())
    const planned = planChange(change, context)
    const id = this.#deps.newId()
    this.#pending = { id, planned, digest: digestOf(context.before) }
    return reviewOf(id, planned, context)
  }

  /**
   * Sends what was reviewed. Throws `APPROVAL_USED`, `INVALID_INPUT` where a password is missing, `ACCOUNTS_CHANGED` where the
   * broker's state is another by now, `ACCOUNTS_LOCK_OUT`, `AUDIT_FAILED` and `DISK_FAILED` (nothing is sent then),
   * `ACCOUNTS_REFUSED` with the first refusal, or `ACCOUNTS_UNKNOWN` where nobody knows what became of it.
   */
  async apply(reviewId: string, passwords: ReadonlyMap<string, string>): Promise<AccountsView> {
    const pending = this.#pending
    const connectionId = this.#connected()
    if (pending?.id !== reviewId) throw new AppError('APPROVAL_USED')
    if (pending.planned.connectionId !== connectionId) throw new AppError('CONNECTION_SWITCHED')
    for (const username of passwordsFor(pending.planned)) {
      if ((passwords.get(username) ?? '') === '') {
        throw new AppError('INVALID_INPUT', { field: 'password' })
      }
    }
    this.#pending = null
    const control = await this.#open()
    try {
      return await this.#applyOn(control, { ...pending, id: reviewId }, passwords)
    } finally {
      await control.close()
    }
  }

  /** What an account may do; null is a client without a name. Reads the broker where it was not read yet. */
  async may(username: string | null, action: AccessAction, topic: string): Promise<AccessAnswer> {
    const connectionId = this.#connected()
    const known = this.#last?.connectionId === connectionId ? this.#last.snapshot : null
    return accessOf(known ?? (await this.#context(connectionId)).before, username, action, topic)
  }

  /** Everything as one file, without passwords. */
  async exportText(): Promise<string> {
    return exportText((await this.#context(this.#connected())).before)
  }

  async #applyOn(
    control: ControlSession,
    { id, planned: { connectionId, change }, digest }: Pending & { readonly id: string },
    passwords: ReadonlyMap<string, string>,
  ): Promise<AccountsView> {
    const context = await this.#contextOn(control, connectionId)
    if (digestOf(context.before) !== digest) throw new AppError('ACCOUNTS_CHANGED')
    // Worked out again, because the account in use may be another by now.
    const planned = planChange(change, context)
    const record = recordOf(planned, id, { at: this.#deps.now(), operator: this.#deps.operator() })
    this.#keep(id, planned, record)
    await this.#deps.audit.approved(record).catch((error: unknown) => {
      this.#forget(id)
      throw error
    })
    const commands = withPasswords(planned.commands, (username) => passwords.get(username) ?? '')
    const answers = await answersOn(control, commands)
    const now =
      (await this.#snapshotOn(control, connectionId).catch(() => null)) ?? (await this.#lookAgain(connectionId))
    return this.#told(planned, record, answers, now)
  }

  /** Tells how a change ended by the plugin's answers (null where they were lost) and the state after it. */
  #told(
    planned: PlannedChange,
    record: AccountsRecord,
    answers: readonly (ControlAnswer | undefined)[] | null,
    now: AccountsSnapshot | null,
  ): Promise<AccountsView> {
    const end = (state: AccountsRecord['state'], reason: string | null) =>
      this.#deps.audit.ended({ ...record, at: this.#deps.now(), state, reason })
    const refused = answers?.find((answer) => typeof answer?.error === 'string')
    if (typeof refused?.error === 'string') {
      end('refused', refused.error)
      if (now !== null && digestOf(now) === digestOf(planned.before)) this.#forget(record.changeId)
      throw new AppError('ACCOUNTS_REFUSED', { command: refused.command, reason: refusalReason(refused.error) })
    }
    const isReached = now !== null && digestOf(now) === digestOf(planned.after)
    // A password leaves no trace in the state, so that only its answer tells.
    if (!isReached || (answers === null && planned.change.kind === 'set-password')) {
      end('unknown', null)
      throw new AppError('ACCOUNTS_UNKNOWN')
    }
    end('applied', null)
    return this.#view(planned.connectionId, now)
  }

  async #lookAgain(connectionId: string): Promise<AccountsSnapshot | null> {
    for (let look = 1; look <= LOOKS; look += 1) {
      try {
        return await this.#look(connectionId)
      } catch (error) {
        this.#deps.log.warn(`the accounts could not be read after a change (${look}): ${String(error)}`)
      }
    }
    return null
  }

  async #look(connectionId: string): Promise<AccountsSnapshot> {
    const control = await ControlSession.open(this.#deps)
    try {
      return await this.#snapshotOn(control, connectionId)
    } finally {
      await control.close()
    }
  }

  async #snapshotOn(control: ControlSession, connectionId: string): Promise<AccountsSnapshot> {
    const snapshot = await control.snapshot()
    this.#last = { connectionId, snapshot }
    return snapshot
  }

  async #context(connectionId: string): Promise<PlanContext> {
    const control = await this.#open()
    try {
      return await this.#contextOn(control, connectionId)
    } finally {
      await control.close()
    }
  }

  async #contextOn(control: ControlSession, connectionId: string): Promise<PlanContext> {
    const before = await this.#snapshotOn(control, connectionId).catch((error: unknown) => {
      throw accountsError(error)
    })
    return { connectionId, before, ownNames: await this.#deps.ownNames(connectionId), kept: this.#deps.store.list() }
  }

  #open(): Promise<ControlSession> {
    return ControlSession.open(this.#deps).catch((error: unknown) => {
      throw accountsError(error)
    })
  }

  async #view(connectionId: string, snapshot: AccountsSnapshot): Promise<AccountsView> {
    const undos = undosOf(this.#deps.store.list(), connectionId)
    return { state: 'ready', snapshot, ownNames: await this.#deps.ownNames(connectionId), undos }
  }

  /** Keeps the export of the state before the change, before anything is sent. */
  #keep(id: string, planned: PlannedChange, { at, operator }: AccountsRecord): void {
    const { change, connectionId, name, before, after } = planned
    const changes = this.#deps.store.list()
    // A password cannot be taken back.
    if (change.kind === 'set-password') return
    const entry = { id, at, operator, connectionId, kind: change.kind, name }
    this.#deps.store.save(withChange(changes, { ...entry, before: exportText(before), after: digestOf(after) }))
  }

  #forget(id: string): void {
    this.#deps.store.save(this.#deps.store.list().filter((change) => change.id !== id))
  }

  #connectionId(): string | null {
    const { state, profileId } = this.#deps.status()
    return state === 'connected' ? profileId : null
  }

  #connected(): string {
    const connectionId = this.#connectionId()
    if (connectionId === null) throw new AppError('NOT_CONNECTED')
    return connectionId
  }
}

/** The plugin's answers; null where the connection ended before they came, as it does where the own account changes. */
async function answersOn(
  control: ControlSession,
  commands: readonly ControlCommand[],
): Promise<readonly (ControlAnswer | undefined)[] | null> {
  try {
    return await control.ask(commands)
  } catch (error) {
    if (!(error instanceof ControlFailed) || error.kind === 'refused') throw accountsError(error)
    return null
  }
}

/** What the operator can act on, in place of a failure of the plugin or of the connection to it. */
function accountsError(error: unknown): unknown {
  if (error instanceof SecondSessionFailed) {
    return new AppError('TEST_UNAVAILABLE', { reason: 'no-second-connection' }, { cause: error })
  }
  if (!(error instanceof ControlFailed)) return error
  if (error.kind === 'refused') return new AppError('ACCOUNTS_FORBIDDEN', {}, { cause: error })
  return new AppError(error.kind === 'unreadable' ? 'ACCOUNTS_UNREADABLE' : 'ACCOUNTS_SILENT', {}, { cause: error })
}
