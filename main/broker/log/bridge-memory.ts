import type { Reading } from './reading/read-meanings.ts'

type BridgeFields = Readonly<Record<string, string>>

/** Bridges that the log names, and which of the connections are theirs. */
export class BridgeMemory {
  readonly #clients: ReadonlySet<string>
  readonly #targets = new Map<string, string>()
  readonly #ids = new Map<string, string>()
  #last: { readonly bridge: string; readonly at: number } | null = null

  constructor(readings: readonly Reading[]) {
    const news = readings.filter(({ means }) => means === 'client-new')
    this.#clients = new Set(news.map(({ fields }) => fields.client ?? ''))
  }

  /** Takes note of a bridge that connects, or of the id under which the last one does; other readings pass. */
  note({ means, fields, at }: Reading): void {
    if (means === 'bridge') {
      const bridge = fields.bridge ?? ''
      this.#targets.set(bridge, `${fields.address}:${fields.port}`)
      this.#last = { bridge, at }
      return
    }
    if (this.#last !== null && means === 'bridge-id') this.#ids.set(fields.client ?? '', this.#last.bridge)
  }

  /** The bridge that connected last, with its target; no fields where none is known. */
  current(): BridgeFields {
    return this.#last === null ? {} : this.#fieldsOf(this.#last.bridge)
  }

  justConnecting(at: number, lines: number): BridgeFields | null {
    return this.#last !== null && at - this.#last.at <= lines ? this.current() : null
  }

  /**
   * The bridge that this id of the broker's own side belongs to, null for a client. Who came in by "New client connected" is a
   * client, whatever its id looks like.
   */
  ofClient(client: string): BridgeFields | null {
    if (this.#clients.has(client)) return null
    const known = this.#ids.get(client) ?? this.#byName(client)
    if (known !== null) return this.#fieldsOf(known)
    return client.startsWith('local.') ? { bridge: client.slice('local.'.length) } : null
  }

  /** Ids are `local.NAME` or `local.COMPUTER.NAME` unless the configuration gives another. */
  #byName(client: string): string | null {
    if (!client.startsWith('local.')) return null
    for (const name of this.#targets.keys()) {
      if (client === `local.${name}` || client.endsWith(`.${name}`)) return name
    }
    return null
  }

  #fieldsOf(bridge: string): BridgeFields {
    const target = this.#targets.get(bridge)
    return target === undefined ? { bridge } : { bridge, target }
  }
}
