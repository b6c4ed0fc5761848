import { AppError } from '../../../preload/contract/errors.ts'
import type {
  BrokerReading,
  BuiltInChoice,
  BuiltInFailure,
  BuiltInView,
} from '../../../preload/contract/models/broker.ts'
import type { Log } from '../../shared/log.ts'
import { SerialQueue } from '../../shared/serial-queue.ts'
import type { After } from '../../shared/timers.ts'
import { BuiltInAuthority } from './authority.ts'
import {
  type AccountInput,
  checkChoice,
  checkGiven,
  type GivenCertificate,
  hashAccounts,
  isTlsMode,
  NOTHING_SAVED,
  type StoredBuiltIn,
  withoutCertificates,
} from './config.ts'
import { ConsoleAccess, type ConsoleAccessDeps } from './console-access.ts'
import { BuiltInLog, LINE_CHARS } from './event-log.ts'
import { MqttBroker } from './mqtt-broker.ts'
import { BUILT_IN_PROFILE_ID, certificatesOf, reachedAt } from './profile.ts'
import { type ClientLedger, withIssued, withLedger, withoutDevice } from './revocations.ts'
import { startFailure } from './start-failure.ts'
import { BuiltInTls, type BuiltInTlsDeps } from './tls.ts'

/** Where the built-in broker's set-up is kept. */
export interface BuiltInStore {
  read(): StoredBuiltIn | null
  write(stored: StoredBuiltIn | null): void
}

export interface BuiltInDeps extends BuiltInTlsDeps, ConsoleAccessDeps {
  readonly store: BuiltInStore
  readonly sanitiseLine: (text: string, maxChars: number) => string
  readonly after: After
  readonly log: Log
  /** See `MqttBroker`. */
  readonly consoleClientId: () => string | null
  /** At most once a second. */
  readonly onChanged: (view: BuiltInView) => void
}

export interface BuiltInInput {
  readonly choice: BuiltInChoice
  /** Exactly one operator; none are needed without logins. */
  readonly accounts: readonly AccountInput[]
  /** `keep` uses the certificate given before, null one that is made here. */
  readonly given: GivenCertificate | 'keep' | null
  /** What a set-up knows of its client certificates. */
  readonly ledger?: ClientLedger
}

const CLIENTS_SHOWN = 500
const CHANGE_PERIOD_MS = 1_000

/** The broker inside the console as a lasting choice: its set-up, its start and stop, and what goes on in it. */
export class BuiltInBroker {
  readonly #deps: BuiltInDeps
  readonly #broker: MqttBroker
  readonly #authority: BuiltInAuthority
  readonly #tls: BuiltInTls
  readonly #access: ConsoleAccess
  readonly #log: BuiltInLog
  #state: BuiltInView['state'] = 'stopped'
  #failure: BuiltInFailure | null = null
  #since: number | null = null
  #cancelChange: (() => void) | null = null
  readonly #queue = new SerialQueue()

  constructor(deps: BuiltInDeps) {
    this.#deps = deps
    this.#authority = new BuiltInAuthority(deps)
    this.#tls = new BuiltInTls(deps, this.#authority)
    this.#access = new ConsoleAccess(deps)
    const { now, log, consoleClientId } = deps
    this.#broker = new MqttBroker({ now, log, consoleClientId, onLine: (line) => this.#log.add(line) })
    this.#log = new BuiltInLog({ now, sanitiseLine: deps.sanitiseLine, onChanged: () => this.#changeSoon() })
  }

  /** Starts it where the operator wants it to start with the app. Never rejects. */
  async resume(): Promise<void> {
    if (this.#deps.store.read()?.choice.startsWithApp) await this.start()
  }

  view(): BuiltInView {
    const stored = this.#deps.store.read()
    const line = (text: string) => this.#deps.sanitiseLine(text, LINE_CHARS)
    return {
      state: stored === null ? 'none' : this.#state,
      choice: stored?.choice ?? null,
      accounts: stored?.accounts.map(({ name, role }) => ({ name, role })) ?? [],
      failure: this.#failure,
      since: this.#since,
      addresses: stored === null ? [] : reachedAt(stored.choice, this.#deps.localAddresses()),
      clients: this.#broker
        .clients()
        .slice(0, CLIENTS_SHOWN)
        .map((client) => ({ ...client, clientId: line(client.clientId) })),
      profileId: this.#access.hasProfile() ? BUILT_IN_PROFILE_ID : null,
      certificate: stored === null || !isTlsMode(stored.choice.mode) ? null : stored.isGiven ? 'given' : 'own',
      caKey: this.#authority.place(stored),
      log: this.#log.lines(),
    }
  }

  /** Of the broker object while it runs. */
  reading(): BrokerReading | null {
    return this.#state === 'running' ? this.#broker.reading() : null
  }

  /** PEM of the server certificate, its authority and what the console shows. */
  certificates() {
    return certificatesOf(this.#deps.store.read())
  }

  /**
   * Takes a new or changed set-up, makes what it needs, keeps a connection profile for it, and starts it anew. Throws what is
   * wrong with the input, before anything is changed; why it could not start is in the view.
   */
  save(input: BuiltInInput): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      const { choice } = input
      checkChoice(choice)
      if (input.given !== null && input.given !== 'keep') checkGiven(input.given, choice.mode)
      const before = this.#deps.store.read() ?? NOTHING_SAVED
      const accounts =
        choice.mode === 'anonymous'
          ? before.accounts
          : await hashAccounts(input.accounts, before.accounts, choice.mode !== 'mtls')
      const wanted = withLedger({ ...before, choice, accounts }, input.ledger)
      const certified = await this.#tls.certify(wanted, input.given)
      await this.#halt()
      this.#deps.store.write(certified)
      await this.#access.save(certified, input.accounts, await this.#tls.operatorKey(certified))
      await this.#launch(certified)
      return this.view()
    })
  }

  /** Never rejects for what the operator can act on: that is in the view. */
  start(): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      const stored = this.#deps.store.read()
      if (stored === null) throw new AppError('BUILT_IN_NONE')
      if (this.#state !== 'running') await this.#launch(stored)
      return this.view()
    })
  }

  /** Ends every client and the listener. */
  stop(): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      await this.#halt()
      return this.view()
    })
  }

  /** Stops it and forgets set-up, keys and connection profile. */
  remove(): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      await this.#halt()
      this.#deps.store.write(null)
      await this.#tls.forget()
      await this.#deps.profiles.remove(BUILT_IN_PROFILE_ID)
      this.#log.clear()
      return this.view()
    })
  }

  /** A new server certificate; devices need nothing new while the authority stays the same. */
  renew(): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      const stored = this.#deps.store.read()
      if (stored === null || !isTlsMode(stored.choice.mode)) throw new AppError('BUILT_IN_NONE')
      const renewed = await this.#tls.issue(stored)
      const wasRunning = this.#state === 'running'
      await this.#halt()
      this.#deps.store.write(renewed)
      await this.#access.save(renewed, [], await this.#tls.operatorKey(renewed))
      if (wasRunning) await this.#launch(renewed)
      return this.view()
    })
  }

  /** A new client certificate of an account, with its key, as one PEM text; its serial alone is kept. */
  clientCertificate(account: string): Promise<string> {
    return this.#queue.add(async () => {
      const stored = this.#deps.store.read()
      if (stored === null) throw new AppError('NOT_FOUND', { account })
      const { certificate, key } = await this.#tls.issueClient(stored, account)
      this.#deps.store.write(withIssued(stored, account, certificate))
      return `${key.trimEnd()}\n${certificate.trimEnd()}\n`
    })
  }

  /** Shuts a device out at once and for good: its login, its certificates (serials in hex), its open sessions. */
  takeOut(device: string, serials: readonly string[]): Promise<void> {
    return this.#queue.add(async () => {
      const stored = this.#deps.store.read()
      if (stored === null) return
      const without = withoutDevice(stored, device, serials)
      this.#deps.store.write(without)
      this.#broker.shutOut(device, without.revoked)
    })
  }

  /** The own authority's key under a passphrase, PEM, with its certificate. Throws `CA_KEY_MISSING`. */
  encryptedCaKey(passphrase: string): Promise<{ readonly pem: string; readonly certificate: string }> {
    return this.#authority.encrypted(this.#deps.store.read(), passphrase)
  }

  /** Notes that the file with the key of this authority is on disk. */
  caKeySaved(certificate: string): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      const stored = this.#deps.store.read()
      const noted = this.#authority.noteSaved(stored, certificate)
      if (noted !== stored) this.#deps.store.write(noted)
      return this.view()
    })
  }

  /** Takes the authority's key back from such a file. Throws `CA_KEY_UNUSABLE`. */
  takeCaKey(pem: string, passphrase: string): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      await this.#authority.take(this.#deps.store.read(), pem, passphrase)
      return this.view()
    })
  }

  /** Gives up the own authority and starts with a new one: every device needs its certificate. */
  replaceCa(): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      const stored = this.#deps.store.read()
      if (stored === null || stored.isGiven || !isTlsMode(stored.choice.mode)) throw new AppError('BUILT_IN_NONE')
      await this.#halt()
      await this.#tls.forget()
      const without = withoutCertificates(stored)
      this.#deps.store.write(without)
      await this.#launch(without)
      return this.view()
    })
  }

  async dispose(): Promise<void> {
    await this.stop()
    this.#cancelChange?.()
    this.#cancelChange = null
  }

  async #launch(saved: StoredBuiltIn): Promise<void> {
    const { choice, accounts } = saved
    this.#set('starting', null)
    try {
      const stored = await this.#tls.refresh(saved)
      if (stored !== saved) {
        this.#deps.store.write(stored)
        if (this.#access.hasProfile()) await this.#access.save(stored, [], await this.#tls.operatorKey(stored))
      }
      const credentials = isTlsMode(choice.mode) ? await this.#tls.credentials(stored) : null
      await this.#broker.start({
        host: choice.host,
        port: choice.port,
        users: choice.mode === 'anonymous' ? null : [...accounts, ...(await this.#access.runLogin(stored))],
        revoked: stored.revoked,
        ...(credentials === null ? {} : { credentials }),
      })
      this.#since = this.#deps.now()
      this.#set('running', null)
    } catch (error) {
      const failure = await startFailure(error, choice.host, choice.port)
      if (failure === null) this.#deps.log.error('the built-in broker could not start', error)
      this.#set('failed', failure ?? { code: 'INTERNAL', data: {} })
    }
  }

  async #halt(): Promise<void> {
    await this.#broker.stop()
    this.#since = null
    this.#set('stopped', null)
  }

  #set(state: BuiltInView['state'], failure: BuiltInFailure | null): void {
    this.#state = state
    this.#failure = failure
    this.#changeSoon()
  }

  /** Many clients come and go at once, after a power cut for example. */
  #changeSoon(): void {
    this.#cancelChange ??= this.#deps.after(CHANGE_PERIOD_MS, () => {
      this.#cancelChange = null
      this.#deps.onChanged(this.view())
    })
  }
}
