import type { PublishOutcome } from '../../shared/exchange.ts'
import type { BrokerSession, PublishOptions, SessionMessage, SessionOptions } from '../session/broker-session.ts'
import type { openMqttSession } from '../session/mqtt-session.ts'

/** Connections beside the console's own, for publishing alone. */
const LANES = 4
/** A longer wait of what is in the queue is worth more connections, in ms. */
const WORTH_MS = 500
/** A lane that nothing was sent on for so long is closed. */
const IDLE_MS = 10_000
/** A broker that takes one connection ends the first soon after a second was opened. */
const NEW_MS = 5_000

/** A way to the broker that more publishes can be sent on. */
export type Lane = Pick<BrokerSession, 'publish' | 'freePlaces' | 'close'>

interface LanesDeps {
  readonly main: Lane
  /** Opens one more, or resolves with null; `onEnd` is called when it ends by itself. */
  readonly open: (index: number, onEnd: () => void) => Promise<Lane | null>
  /** Time to the broker and back, in ms; null while it is not known. */
  readonly roundTripMs: () => number | null
  /** False where the broker or the profile allows no second connection. */
  readonly isAllowed: () => boolean
}

interface Waiting {
  /** Of the publishes in the order in which they were asked for. */
  readonly turn: number
  /** What is sent to one receiver stays in order. */
  readonly receiver: string
  readonly topic: string
  readonly payload: Buffer | string
  readonly options: PublishOptions
  readonly settle: (outcome: PublishOutcome) => void
}

/** The way of what is in flight to one receiver. */
interface Pin {
  readonly way: Lane
  inFlight: number
}

/**
 * Spreads publishes over several connections where the broker takes few at a time and is far away: a window of 10 at 80 ms
 * lets 125 a second through. Nothing is subscribed on the others, so answers come once, on the console's own. What goes to
 * one device follows on one connection until all of it has an outcome, because a broker keeps the order of a connection
 * alone: a cancel on another one could come before its command.
 */
export class PublishLanes {
  readonly #deps: LanesDeps
  readonly #lanes = new Set<Lane>()
  readonly #waiting: Waiting[] = []
  readonly #pins = new Map<string, Pin>()
  #turns = 0
  /** Places of the console's own connection when nothing is in flight. */
  readonly #window: number
  #openedAt: number | null = null
  #isEnded = false
  #idleTimer: NodeJS.Timeout | undefined

  constructor(deps: LanesDeps) {
    this.#deps = deps
    this.#window = Math.max(1, deps.main.freePlaces())
  }

  /** True if more connections were opened within the last seconds. */
  get isNew(): boolean {
    return this.#openedAt !== null && performance.now() - this.#openedAt < NEW_MS
  }

  publish(topic: string, payload: Buffer | string, options: PublishOptions): Promise<PublishOutcome> {
    if (this.#isEnded) return Promise.resolve({ kind: 'unsent' })
    this.#turns += 1
    const [turn, receiver] = [this.#turns, receiverOf(topic)]
    return new Promise((settle) => {
      this.#waiting.push({ turn, receiver, topic, payload, options, settle })
      this.#pump()
      this.#openMore()
    })
  }

  /** The console's own connection is over: what waits was not sent. */
  end(): void {
    if (this.#isEnded) return
    this.#isEnded = true
    for (const { settle } of this.#waiting.splice(0)) settle({ kind: 'unsent' })
    this.#closeLanes()
  }

  #pump(): void {
    /** Those whose way has no place: nothing that comes later overtakes what waits for it. */
    const held = new Set<string>()
    let index = 0
    while (index < this.#waiting.length) {
      const next = this.#waiting[index]
      const freest = this.#freest()
      if (next === undefined || freest === null) return
      const way = this.#pins.get(next.receiver)?.way ?? freest
      if (held.has(next.receiver) || way.freePlaces() === 0) {
        held.add(next.receiver)
        index += 1
      } else {
        this.#waiting.splice(index, 1)
        void this.#send(next, way)
      }
    }
  }

  async #send(next: Waiting, way: Lane): Promise<void> {
    const pin = this.#pins.get(next.receiver) ?? { way, inFlight: 0 }
    this.#pins.set(next.receiver, pin)
    pin.inFlight += 1
    const outcome = await way.publish(next.topic, next.payload, next.options)
    pin.inFlight -= 1
    if (pin.inFlight === 0) this.#pins.delete(next.receiver)
    // A lane that has just ended sent nothing: the next one may.
    if (outcome.kind === 'unsent' && way !== this.#deps.main && !this.#isEnded) {
      this.#lanes.delete(way)
      this.#putBack(next)
    } else next.settle(outcome)
    this.#pump()
    this.#rest()
  }

  #putBack(next: Waiting): void {
    const after = this.#waiting.findIndex(({ turn }) => turn > next.turn)
    this.#waiting.splice(after === -1 ? this.#waiting.length : after, 0, next)
  }

  #freest(): Lane | null {
    let best: Lane = this.#deps.main
    for (const lane of this.#lanes) if (lane.freePlaces() > best.freePlaces()) best = lane
    return best.freePlaces() > 0 ? best : null
  }

  #openMore(): void {
    const roundTripMs = this.#deps.roundTripMs()
    if (this.#openedAt !== null || roundTripMs === null || !this.#deps.isAllowed()) return
    if ((this.#waiting.length / this.#window) * roundTripMs < WORTH_MS) return
    this.#openedAt = performance.now()
    for (let index = 0; index < LANES; index += 1) void this.#open(index)
  }

  async #open(index: number): Promise<void> {
    let isOver = false
    let lane: Lane | null = null
    lane = await this.#deps.open(index, () => {
      isOver = true
      if (lane !== null) this.#lanes.delete(lane)
    })
    if (lane === null || isOver) return
    if (this.#isEnded) {
      await lane.close()
      return
    }
    this.#lanes.add(lane)
    this.#pump()
    this.#rest()
  }

  /** Closes the lanes once nothing was sent for a while. */
  #rest(): void {
    clearTimeout(this.#idleTimer)
    if (this.#lanes.size === 0 || this.#isEnded) return
    this.#idleTimer = setTimeout(() => {
      this.#closeLanes()
      this.#openedAt = null
    }, IDLE_MS)
  }

  #closeLanes(): void {
    clearTimeout(this.#idleTimer)
    for (const lane of this.#lanes) void lane.close()
    this.#lanes.clear()
  }
}

/** The device of `device/ID/…`, or the topic itself. */
function receiverOf(topic: string): string {
  const [root, id] = topic.split('/', 2)
  return root === 'device' && id !== undefined ? `device/${id}` : topic
}

interface LaneOptions extends Omit<SessionOptions, 'events'> {
  readonly openSession: typeof openMqttSession
}

/** Opens one more connection, with an id made of the console's own; resolves with null where it cannot be had. */
export function openLane(
  { openSession, target, clientId, protocolVersion, connectTimeoutMs, limits }: LaneOptions,
  suffix: string,
  { onMessage, onEnd }: { readonly onMessage?: (message: SessionMessage) => void; readonly onEnd: () => void },
): Promise<BrokerSession | null> {
  return new Promise((resolve) => {
    const opening = openSession({
      target,
      clientId: `${clientId}-${suffix}`,
      protocolVersion,
      connectTimeoutMs,
      ...(limits === undefined ? {} : { limits }),
      events: {
        onOpen: () => void opening.then(resolve),
        onMessage: onMessage ?? (() => {}),
        onEnd: () => {
          resolve(null)
          onEnd()
        },
      },
    })
    opening.catch(() => resolve(null))
  })
}
