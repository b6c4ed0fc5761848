import type { AnnouncementCount, BrokerTraits } from '../../../preload/contract/models/broker/broker-character.ts'
import type { Clock } from '../../shared/clock.ts'
import type { After } from '../../shared/timers.ts'

/** No announcement for so long: what the wildcard brings has come. */
const QUIET_MS = 800
const LOOK_EVERY_MS = 250
/** Waited for at most, where announcements never stop coming. */
const WILDCARD_MS = 4_000
/** An exact filter is given up after this long without an answer. */
const ANSWER_MS = 300
const GROUP = 8
/** Filters open at a time, unless the broker allows fewer. */
const OPEN_FILTERS = 160
/** Topic filters that the console keeps of its own. */
const OWN_FILTERS = 6
/** Devices asked after one connect: the rest are gone for so long that nothing waits for them. */
const ASKED_MAX = 20_000
const TOLD_EVERY_MS = 500
const ANNOUNCING = ['/status', '/heartbeat']

interface AnnouncementsDeps {
  readonly now: Clock
  readonly after: After
  /** Ids of the known devices of a connection, heard before or entered. */
  readonly known: (connectionId: string) => Iterable<string>
  readonly traits: () => BrokerTraits
  /** True if it is known that a wildcard brings nothing here. */
  readonly isSilent: () => boolean
  /** Subscribes; resolves with what ends it once the broker answered, or with null where it cannot be had. */
  readonly ask: (filters: readonly string[]) => Promise<(() => void) | null>
  /** Resolves when so many messages may be asked for under the broker's limit; null if they may at once. */
  readonly room: (messages: number) => Promise<void> | null
  /** So many of them did not come. */
  readonly missed: (messages: number) => void
  readonly onCount: (count: AnnouncementCount | null) => void
}

/**
 * Counts which of the known devices announced themselves since the connection came up, and asks the others by their exact
 * topics, because some brokers bring nothing that is retained to a wildcard, or not all of it.
 */
export class Announcements {
  readonly #deps: AnnouncementsDeps
  readonly #missing = new Set<string>()
  /** Heard before the broker answered the subscriptions. */
  readonly #early = new Set<string>()
  readonly #callOffs = new Set<() => void>()
  /** By id, who waits for this device to announce itself. */
  readonly #waiting = new Map<string, () => void>()
  #known = 0
  #upAt = 0
  #lastAt = 0
  #isAsking = false
  #isTellDue = false
  /** Of the connection that it works for; another one makes the work of before stop. */
  #token: object | null = null

  constructor(deps: AnnouncementsDeps) {
    this.#deps = deps
  }

  /** The broker answered the subscriptions: begins to count, with what came before the answer. */
  up(connectionId: string): void {
    const early = [...this.#early]
    this.down()
    const token = {}
    this.#token = token
    for (const id of this.#deps.known(connectionId)) this.#missing.add(id)
    this.#known = this.#missing.size
    for (const id of early) this.#missing.delete(id)
    this.#upAt = this.#deps.now()
    this.#lastAt = this.#upAt
    if (this.#known > 0) this.#lookAgain(token)
  }

  down(): void {
    this.#token = null
    for (const callOff of this.#callOffs) callOff()
    this.#callOffs.clear()
    this.#missing.clear()
    this.#early.clear()
    for (const resolve of this.#waiting.values()) resolve()
    this.#waiting.clear()
    this.#isAsking = false
    this.#isTellDue = false
    this.#deps.onCount(null)
  }

  /** Takes in the topic of a message. */
  heard(topic: string): void {
    const isUp = this.#token !== null
    if ((isUp && this.#missing.size === 0) || !ANNOUNCING.some((ending) => topic.endsWith(ending))) return
    const id = topic.split('/')[1] ?? ''
    if (!isUp) this.#early.add(id)
    if (!this.#missing.delete(id)) return
    this.#lastAt = this.#deps.now()
    this.#waiting.get(id)?.()
    this.#tell()
  }

  /** Waits until the wildcard has brought what it brings; where it brings nothing, nothing is waited for. */
  #lookAgain(token: object): void {
    const now = this.#deps.now()
    const isQuiet = now - this.#lastAt >= QUIET_MS || now - this.#upAt >= WILDCARD_MS
    if (this.#deps.isSilent() || isQuiet) void this.#askMissing(token)
    else this.#later(LOOK_EVERY_MS, () => this.#lookAgain(token))
  }

  async #askMissing(token: object): Promise<void> {
    const { dots, filtersPerSubscribe, filtersPerConnection } = this.#deps.traits()
    const free = filtersPerConnection === null ? OPEN_FILTERS : Math.max(1, filtersPerConnection - OWN_FILTERS)
    const size = Math.min(GROUP, filtersPerSubscribe ?? GROUP, free)
    const ids = [...this.#missing].filter((id) => dots === 'plain' || !id.includes('.')).slice(0, ASKED_MAX)
    let next = 0
    const work = async (): Promise<void> => {
      while (this.#token === token && next < ids.length) {
        const group: string[] = []
        for (; group.length < size && next < ids.length; next += 1) {
          const id = ids[next]
          if (id !== undefined && this.#missing.has(id)) group.push(id)
        }
        // A broker that refuses one refuses the next: it is not asked again on this connection.
        if (group.length > 0 && !(await this.#askGroup(group, token))) next = ids.length
      }
    }
    this.#isAsking = ids.length > 0
    this.#tell()
    await Promise.all(Array.from({ length: Math.max(1, Math.floor(Math.min(free, OPEN_FILTERS) / size)) }, work))
    if (this.#token !== token) return
    this.#isAsking = false
    this.#tell()
  }

  async #askGroup(ids: readonly string[], token: object): Promise<boolean> {
    await this.#deps.room(ids.length)
    if (this.#token !== token) return false
    const end = await this.#deps.ask(ids.map((id) => `device/${id}/status`))
    if (end === null) return false
    await this.#untilHeard(ids.filter((id) => this.#missing.has(id)))
    this.#deps.missed(ids.filter((id) => this.#missing.has(id)).length)
    end()
    return true
  }

  #untilHeard(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return Promise.resolve()
    return new Promise((resolve) => {
      let open = ids.length
      const finish = (): void => {
        for (const id of ids) this.#waiting.delete(id)
        callOff()
        resolve()
      }
      const callOff = this.#later(ANSWER_MS, finish)
      for (const id of ids) {
        this.#waiting.set(id, () => {
          this.#waiting.delete(id)
          open -= 1
          if (open === 0) finish()
        })
      }
    })
  }

  #tell(): void {
    if (this.#isTellDue) return
    this.#isTellDue = true
    this.#later(TOLD_EVERY_MS, () => {
      this.#isTellDue = false
      const came = this.#known - this.#missing.size
      this.#deps.onCount({ known: this.#known, came, isAsking: this.#isAsking })
    })
  }

  #later(delayMs: number, run: () => void): () => void {
    const callOff = this.#deps.after(delayMs, () => {
      this.#callOffs.delete(callOff)
      run()
    })
    this.#callOffs.add(callOff)
    return () => {
      this.#callOffs.delete(callOff)
      callOff()
    }
  }
}
