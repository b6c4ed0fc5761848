/** Enough for every program of one account; each kept session costs memory of the console. */
const KEPT_OF_ACCOUNT = 64
const MAX_CHARS = 256

interface Holder {
  readonly account: string
  connections: number
  /** Its session outlives the connection (clean session off). */
  isKept: boolean
}

/** A client that has logged in and wants its client id. */
export interface ClientIdClaim {
  readonly clientId: string
  readonly account: string
  readonly isClean: boolean
}

/**
 * Keeps which account holds which client id. On its own a client id is no proof: by MQTT 3.1.1 (3.1.4) whoever connects
 * with one ends the connection that has it, and takes over the session that is kept under it.
 */
export class ClientIds {
  readonly #accounts: ReadonlySet<string>
  readonly #holders = new Map<string, Holder>()

  constructor(accounts: Iterable<string>) {
    this.#accounts = new Set(accounts)
  }

  /** Takes the id for this account and answers null, or why it may not have it. Every claim that is granted is released once. */
  claim({ clientId, account, isClean }: ClientIdClaim): string | null {
    if (clientId.length > MAX_CHARS) return `it is longer than ${MAX_CHARS} characters`
    // Devices connect under their own name: it is theirs while they are away, too.
    if (clientId !== account && this.#accounts.has(clientId)) return 'it is the name of another account'
    const holder = this.#holders.get(clientId)
    if (holder !== undefined && holder.account !== account) return `${holder.account} holds it`
    if (!isClean && holder?.isKept !== true && this.#keptBy(account) >= KEPT_OF_ACCOUNT) {
      return `${account} keeps ${KEPT_OF_ACCOUNT} sessions already`
    }
    this.#holders.set(clientId, { account, connections: (holder?.connections ?? 0) + 1, isKept: !isClean })
    return null
  }

  /** The connection is gone; a kept session stays its account's. */
  release(clientId: string): void {
    const holder = this.#holders.get(clientId)
    if (holder === undefined) return
    holder.connections -= 1
    if (holder.connections <= 0 && !holder.isKept) this.#holders.delete(clientId)
  }

  #keptBy(account: string): number {
    let kept = 0
    for (const holder of this.#holders.values()) if (holder.account === account && holder.isKept) kept += 1
    return kept
  }
}
