import { AppError } from '../../../preload/contract/errors.ts'
import type { BrokerReading, BuiltInChoice, BuiltInView } from '../../../preload/contract/models/broker/broker.ts'
import { SerialQueue } from '../../shared/serial-queue.ts'
import { Throttle } from '../../shared/throttle.ts'
import type { Timers } from '../../shared/timers.ts'
import { isTlsMode } from '../session/target.ts'
import { BuiltInAuthority } from './authority.ts'
import {
  type AccountInput,
  checkChoice,
  checkGiven,
  type GivenCertificate,
  hashAccounts,
  NOTHING_SAVED,
  withoutCertificates,
} from './config.ts'
import { ConsoleAccess, type ConsoleAccessDeps } from './console-access.ts'
import { LINE_CHARS } from './event-log.ts'
import { BuiltInLifecycle, type LifecycleDeps } from './lifecycle.ts'
import { BUILT_IN_PROFILE_ID, certificatesOf, reachedAt } from './profile.ts'
import { type ClientLedger, withIssued, withLedger, withoutDevice } from './revocations.ts'
import { BuiltInTls, type BuiltInTlsDeps } from './tls.ts'

export interface BuiltInDeps extends BuiltInTlsDeps, ConsoleAccessDeps, LifecycleDeps {
  readonly timers: Timers
  /** At most once a second. */
  readonly onChanged: (view: BuiltInView) => void
}

export interface BuiltInInput {
  readonly choice: BuiltInChoice
  /** Exactly one operator; none are needed without logins. */
  readonly accounts: readonly AccountInput[]
  /** `keep` uses the certificate given before, null one that is made here. */
  readonly given: GivenCertificate | 'keep' | null
  /** The client certificates that a set-up knows of. */
  readonly ledger?: ClientLedger
}

const CLIENTS_SHOWN = 500
const CHANGE_PERIOD_MS = 1_000

const NOWHERE = { addresses: [], uncertified: [] }

/** The broker inside the console as a lasting choice: its set-up, its start and stop, and what goes on in it. */
export class BuiltInBroker {
  readonly #deps: BuiltInDeps
  readonly #authority: BuiltInAuthority
  readonly #tls: BuiltInTls
  readonly #access: ConsoleAccess
  readonly #lifecycle: BuiltInLifecycle
  readonly #queue = new SerialQueue()
  /** Many clients come and go at once, after a power cut for example. */
  readonly #change: Throttle

  constructor(deps: BuiltInDeps) {
    this.#deps = deps
    this.#authority = new BuiltInAuthority(deps)
    this.#tls = new BuiltInTls(deps, this.#authority)
    this.#access = new ConsoleAccess(deps)
    this.#change = new Throttle(deps.timers, CHANGE_PERIOD_MS, () => deps.onChanged(this.view()))
    const onChanged = () => this.#change.mark()
    this.#lifecycle = new BuiltInLifecycle(deps, { tls: this.#tls, access: this.#access, onChanged })
  }

  /** Starts it where the operator wants it to start with the app. Never rejects. */
  async resume(): Promise<void> {
    this.#lifecycle.announceAbsence()
    if (this.#deps.store.read()?.choice.startsWithApp) await this.start()
  }

  view(): BuiltInView {
    const stored = this.#deps.store.read()
    const line = (text: string) => this.#deps.sanitiseLine(text, LINE_CHARS)
    const { state, failure, since } = this.#lifecycle.status()
    return {
      state: stored === null ? 'none' : state,
      choice: stored?.choice ?? null,
      accounts: stored?.accounts.map(({ name, role }) => ({ name, role })) ?? [],
      failure,
      since,
      ...(stored === null ? NOWHERE : reachedAt(stored, this.#deps.localAddresses())),
      clients: this.#lifecycle
        .clients()
        .slice(0, CLIENTS_SHOWN)
        .map((client) => ({ ...client, clientId: line(client.clientId) })),
      profileId: this.#access.hasProfile() ? BUILT_IN_PROFILE_ID : null,
      certificate: stored === null || !isTlsMode(stored.choice.mode) ? null : stored.isGiven ? 'given' : 'own',
      caKey: this.#authority.place(stored),
      log: this.#lifecycle.log.lines(),
    }
  }

  /** Of the broker object while it runs. */
  reading(): BrokerReading | null {
    return this.#lifecycle.reading()
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
      await this.#lifecycle.halt()
      this.#deps.store.write(certified)
      await this.#access.save(certified, input.accounts, await this.#tls.operatorKey(certified))
      await this.#lifecycle.launch(certified)
      return this.view()
    })
  }

  /** Never rejects for what the operator can act on: that is in the view. */
  start(): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      const stored = this.#deps.store.read()
      if (stored === null) throw new AppError('BUILT_IN_NONE')
      if (!this.#lifecycle.isRunning) await this.#lifecycle.launch(stored)
      return this.view()
    })
  }

  /** Ends every client and the listener. */
  stop(): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      await this.#lifecycle.halt()
      return this.view()
    })
  }

  /** Stops it and forgets set-up, keys and connection profile. */
  remove(): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      await this.#lifecycle.halt()
      this.#deps.store.write(null)
      await this.#tls.forget()
      await this.#deps.profiles.remove(BUILT_IN_PROFILE_ID)
      this.#lifecycle.log.clear()
      return this.view()
    })
  }

  /** A new server certificate; devices need nothing new while the authority stays the same. */
  renew(): Promise<BuiltInView> {
    return this.#queue.add(async () => {
      const stored = this.#deps.store.read()
      if (stored === null || !isTlsMode(stored.choice.mode)) throw new AppError('BUILT_IN_NONE')
      const renewed = await this.#tls.issue(stored)
      const wasRunning = this.#lifecycle.isRunning
      await this.#lifecycle.halt()
      this.#deps.store.write(renewed)
      await this.#access.save(renewed, [], await this.#tls.operatorKey(renewed))
      if (wasRunning) await this.#lifecycle.launch(renewed)
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
      this.#lifecycle.shutOut(device, without.revoked)
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
      await this.#lifecycle.halt()
      await this.#tls.forget()
      const without = withoutCertificates(stored)
      this.#deps.store.write(without)
      await this.#lifecycle.launch(without)
      return this.view()
    })
  }

  async dispose(): Promise<void> {
    await this.stop()
    this.#change.dispose()
  }
}
