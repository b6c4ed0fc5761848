import type { Client, Subscription } from 'aedes'
import type { BuiltInClient } from '../../../preload/contract/models/broker/broker.ts'

interface Session {
  readonly view: BuiltInClient
  readonly filters: Set<string>
}

/** Who is connected to the built-in broker since it started, under which account, and to what each subscribed. */
export class ConnectedClients {
  readonly #sessions = new Map<Client, Session>()
  readonly #names = new WeakMap<Client, string>()
  /** A socket that is closed no longer knows whose it was. */
  readonly #addresses = new WeakMap<object, string>()
  #most = 0

  get size(): number {
    return this.#sessions.size
  }

  /** The most that were connected at once. */
  get most(): number {
    return this.#most
  }

  get subscriptions(): number {
    let count = 0
    for (const { filters } of this.#sessions.values()) count += filters.size
    return count
  }

  views(): readonly BuiltInClient[] {
    return [...this.#sessions.values()].map(({ view }) => view)
  }

  /** Notes whose a socket is; returns the address. */
  noteAddress(socket: { readonly remoteAddress?: string | undefined }): string {
    const address = plainAddress(socket.remoteAddress)
    this.#addresses.set(socket, address)
    return address
  }

  addressOf({ conn }: Client): string {
    return this.#addresses.get(conn) ?? '?'
  }

  /** Notes the account with which a client logged in. */
  noteName(client: Client, name: string): void {
    this.#names.set(client, name)
  }

  nameOf(client: Client): string | null {
    return this.#names.get(client) ?? null
  }

  /** Adds a client that was let in at this time (epoch ms). */
  add(client: Client, since: number): BuiltInClient {
    const view = { clientId: client.id, name: this.nameOf(client), address: this.addressOf(client), since }
    this.#sessions.set(client, { view, filters: new Set() })
    this.#most = Math.max(this.#most, this.#sessions.size)
    return view
  }

  has(client: Client): boolean {
    return this.#sessions.has(client)
  }

  /** False where it was not connected. */
  remove(client: Client): boolean {
    return this.#sessions.delete(client)
  }

  /** Aedes subscribes for itself too: without a client. */
  subscribed(client: Client | null, subscriptions: readonly Subscription[]): void {
    const filters = this.#filtersOf(client)
    for (const { topic, qos } of subscriptions) if (qos < 128) filters?.add(topic)
  }

  unsubscribed(client: Client | null, topics: readonly string[]): void {
    const filters = this.#filtersOf(client)
    for (const topic of topics) filters?.delete(topic)
  }

  /** Ends the sessions of an account. */
  close(name: string): void {
    for (const client of this.#sessions.keys()) if (this.nameOf(client) === name) client.close()
  }

  /** Forgets who was connected; a late event of one of them is about nobody. */
  clear(): void {
    this.#sessions.clear()
  }

  #filtersOf(client: Client | null): Set<string> | undefined {
    return client === null ? undefined : this.#sessions.get(client)?.filters
  }
}

/** IPv4 as it is, also on a socket that takes both. */
export function plainAddress(address: string | undefined): string {
  return address?.replace(/^::ffff:/, '') ?? '?'
}
