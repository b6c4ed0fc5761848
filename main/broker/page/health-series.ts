import type { BrokerReading, BrokerSample } from '../../../preload/contract/models/broker/broker.ts'

const KEPT_MS = 60 * 60_000
/** A broker that reports every second would make an hour too long to draw. */
const MIN_GAP_MS = 4_000

/** The last hour of a broker's figures as rates, in memory. */
export class HealthSeries {
  #samples: BrokerSample[] = []
  #last: { readonly at: number; readonly reading: BrokerReading } | null = null

  #dropped: { last: number; sum: number } | null = null

  samples(): readonly BrokerSample[] {
    return this.#samples
  }

  clear(): void {
    this.#samples = []
    this.#last = null
    this.#dropped = null
  }

  /** Messages dropped since the first count, with one more count taken in. A count that went back began anew. */
  droppedSince(count: number): number {
    const { last, sum } = this.#dropped ?? { last: count, sum: 0 }
    this.#dropped = { last: count, sum: sum + (count >= last ? count - last : count) }
    return this.#dropped.sum
  }

  /** The new point, or null when it is too soon for one. A counter that went back (a restart) gives no rate. */
  add(at: number, reading: BrokerReading): BrokerSample | null {
    const last = this.#last
    if (last !== null && at - last.at < MIN_GAP_MS) return null
    const seconds = last === null ? null : secondsBetween(last, { at, reading })
    const rate = (figure: 'messagesIn' | 'messagesOut' | 'bytesIn' | 'bytesOut') => {
      const [before, now] = [last?.reading[figure] ?? null, reading[figure]]
      return before === null || now === null || now < before || seconds === null ? null : (now - before) / seconds
    }
    const sample: BrokerSample = {
      at,
      clients: reading.clients,
      messagesInPerS: rate('messagesIn'),
      messagesOutPerS: rate('messagesOut'),
      bytesInPerS: rate('bytesIn'),
      bytesOutPerS: rate('bytesOut'),
    }
    this.#last = { at, reading }
    this.#samples.push(sample)
    const first = this.#samples.findIndex((kept) => at - kept.at <= KEPT_MS)
    if (first > 0) this.#samples.splice(0, first)
    return sample
  }
}

type Point = { readonly at: number; readonly reading: BrokerReading }

/** By the broker's own clock where it tells, as messages come late and in bursts; null when no time has passed there. */
function secondsBetween(from: Point, to: Point): number | null {
  const [before, now] = [from.reading.uptimeS, to.reading.uptimeS]
  const seconds = before === null || now === null ? (to.at - from.at) / 1_000 : now - before
  return seconds > 0 ? seconds : null
}
