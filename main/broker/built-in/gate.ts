import { TLSSocket } from 'node:tls'
import type { Client } from 'aedes'
import type { BrokerRole } from '../../../preload/contract/models/broker/broker.ts'
import type { Clock } from '../../shared/clock.ts'
import { type AccessRules, ANONYMOUS_RULES, accessRules } from './acl.ts'
import { ClientIds } from './client-ids.ts'
import { BuiltInLogins, type LoginVerdict } from './logins/logins.ts'

/** Somebody who may log in. */
export type BuiltInUser = {
  /** For a device its id. */
  readonly name: string
  readonly role: BrokerRole
} & ({ readonly password: string } | { readonly passwordHash: string | null })

/** Return codes of a CONNACK, MQTT 3.1.1 section 3.2.2.3. */
export const REFUSED = { identifier: 2, unavailable: 3, notAuthorized: 5 } as const

/** The rights of a client that was let in, or the return code and the reason why it was not. */
export type Admission =
  | { readonly isAdmitted: true; readonly name: string | null; readonly rules: AccessRules }
  | { readonly isAdmitted: false; readonly code: (typeof REFUSED)[keyof typeof REFUSED]; readonly reason: string }

interface GateDeps {
  readonly now: Clock
  /** The id under which the console is connected now, wherever that is; null while it is not. */
  readonly consoleClientId: () => string | null
  /** Serials of client certificates (hex, upper case) that are refused. */
  readonly revoked: readonly string[]
}

/** Who may come in: the login or the client certificate first, then the client id. */
export class BuiltInGate {
  readonly #deps: GateDeps
  readonly #logins: BuiltInLogins
  readonly #rules: Map<string, AccessRules> | null
  readonly #ids: ClientIds
  /** Accounts are known by the common name of a verified client certificate. */
  readonly #isByCertificate: boolean
  #revoked: ReadonlySet<string>

  private constructor(deps: GateDeps, users: readonly BuiltInUser[] | null, isByCertificate: boolean) {
    this.#deps = deps
    this.#logins = new BuiltInLogins(deps.now)
    this.#rules = users === null ? null : new Map(users.map(({ name, role }) => [name, accessRules(name, role)]))
    this.#ids = new ClientIds(this.#rules?.keys() ?? [])
    this.#isByCertificate = isByCertificate
    this.#revoked = new Set(deps.revoked)
  }

  /** Null as `users` lets everybody do everything. */
  static async open(
    deps: GateDeps,
    users: readonly BuiltInUser[] | null,
    isByCertificate: boolean,
  ): Promise<BuiltInGate> {
    const gate = new BuiltInGate(deps, users, isByCertificate)
    for (const user of users ?? []) {
      if ('password' in user) await gate.#logins.add(user.name, user.password)
      else if (user.passwordHash !== null) gate.#logins.addStored(user.name, user.passwordHash)
    }
    return gate
  }

  /** Takes an account's rules away, and refuses these certificates from now on. */
  shutOut(name: string, revoked: readonly string[]): void {
    this.#rules?.delete(name)
    this.#revoked = new Set(revoked)
  }

  /** True while an account may be here; without accounts everybody may. */
  isKnown(name: string): boolean {
    return this.#rules === null || this.#rules.has(name)
  }

  async admit(client: Client, username: string | undefined, password: Buffer, address: string): Promise<Admission> {
    if (this.#rules === null) return this.#admitAnybody(client)
    const name = this.#isByCertificate ? certificateName(client.conn, this.#revoked) : username
    if (name === undefined) return refused(REFUSED.notAuthorized, 'no name')
    const verdict = this.#isByCertificate ? 'right' : await this.#logins.check(name, password, address)
    const rules = this.#rules.get(name)
    if (verdict !== 'right') return refused(...REFUSALS[verdict])
    if (rules === undefined) return refused(REFUSED.notAuthorized, 'no such account')
    return this.#claimId(client, name) ?? { isAdmitted: true, name, rules }
  }

  /**
   * Without accounts nobody can tell a program that comes back from another one with its id, so that the rule of MQTT holds:
   * the newcomer takes over. Only the console stays: it never comes back while it is connected.
   */
  #admitAnybody(client: Client): Admission {
    if (this.#isConsole(client.id)) return refused(REFUSED.identifier, CONSOLE_HAS_IT)
    return { isAdmitted: true, name: null, rules: ANONYMOUS_RULES }
  }

  #claimId(client: Client, account: string): Admission | null {
    const { id: clientId, clean: isClean, conn } = client
    if (this.#isConsole(clientId)) return refused(REFUSED.identifier, CONSOLE_HAS_IT)
    // Gone while its password was checked; a claim would never be released.
    if (conn.destroyed) return refused(REFUSED.unavailable, 'it hung up')
    const reason = this.#ids.claim({ clientId, account, isClean })
    if (reason !== null) return refused(REFUSED.identifier, `its client id is not for ${account}: ${reason}`)
    conn.once('close', () => this.#ids.release(clientId))
    return null
  }

  #isConsole(clientId: string): boolean {
    return this.#deps.consoleClientId() === clientId
  }
}

const CONSOLE_HAS_IT = 'its client id is the console’s'

const REFUSALS: Readonly<Record<Exclude<LoginVerdict, 'right'>, readonly [5 | 3, string]>> = {
  wrong: [REFUSED.notAuthorized, 'wrong name or password'],
  slowed: [REFUSED.notAuthorized, 'too many wrong logins before it'],
  busy: [REFUSED.unavailable, 'too many logins at once'],
}

function refused(code: 2 | 3 | 5, reason: string): Admission {
  return { isAdmitted: false, code, reason }
}

/** Common name of the certificate that the listener has verified; one with several names, or taken back, is nobody's. */
function certificateName(connection: object, revoked: ReadonlySet<string>): string | undefined {
  if (!(connection instanceof TLSSocket) || !connection.authorized) return undefined
  const { subject, serialNumber } = connection.getPeerCertificate()
  const name: unknown = subject?.CN
  return typeof name === 'string' && !revoked.has(serialNumber) ? name : undefined
}
