import type { BrokerReading } from '../../../preload/contract/models/broker/broker.ts'
import { SYS_DIALECTS, type SysDialect } from '../../../preload/contract/models/broker/broker-character.ts'

/** Nothing is known yet. */
export const NO_READING: BrokerReading = {
  version: null,
  uptimeS: null,
  clients: null,
  clientsMaximum: null,
  subscriptions: null,
  retained: null,
  messagesIn: null,
  messagesOut: null,
  messagesDropped: null,
  bytesIn: null,
  bytesOut: null,
}

type Figure = keyof BrokerReading

/** Ends of the topics under `$SYS`, by figure; before them comes what the dialect begins with. */
const FIGURES: Readonly<Record<SysDialect, { readonly before: string; readonly ends: ReadonlyMap<string, Figure> }>> = {
  // mosquitto(8), "Broker Status".
  mosquitto: {
    before: '$SYS/broker/',
    ends: new Map<string, Figure>([
      ['version', 'version'],
      ['uptime', 'uptimeS'],
      ['clients/connected', 'clients'],
      ['clients/maximum', 'clientsMaximum'],
      ['subscriptions/count', 'subscriptions'],
      ['retained messages/count', 'retained'],
      ['messages/received', 'messagesIn'],
      ['messages/sent', 'messagesOut'],
      ['publish/messages/dropped', 'messagesDropped'],
      ['bytes/received', 'bytesIn'],
      ['bytes/sent', 'bytesOut'],
    ]),
  },
  // EMQX 5, "System topics"; a node each.
  emqx: {
    before: '$SYS/brokers/+/',
    ends: new Map<string, Figure>([
      ['version', 'version'],
      ['uptime', 'uptimeS'],
      ['stats/connections/count', 'clients'],
      ['stats/connections/max', 'clientsMaximum'],
      ['stats/subscriptions/count', 'subscriptions'],
      ['stats/retained/count', 'retained'],
      ['metrics/messages/received', 'messagesIn'],
      ['metrics/messages/sent', 'messagesOut'],
      ['metrics/messages/dropped', 'messagesDropped'],
      ['metrics/bytes/received', 'bytesIn'],
      ['metrics/bytes/sent', 'bytesOut'],
    ]),
  },
  // VerneMQ, "$SYSTree": the names of its metrics with slashes, a node each.
  vernemq: {
    before: '$SYS/+/',
    ends: new Map<string, Figure>([
      ['active/mqtt/connections', 'clients'],
      ['router/subscriptions', 'subscriptions'],
      ['retain/messages', 'retained'],
      ['mqtt/publish/received', 'messagesIn'],
      ['mqtt/publish/sent', 'messagesOut'],
      ['queue/message/drop', 'messagesDropped'],
      ['bytes/received', 'bytesIn'],
      ['bytes/sent', 'bytesOut'],
    ]),
  },
}

/** Filters to subscribe to in a dialect: a dozen topics, not the whole tree. */
export function sysFilters(dialect: SysDialect): readonly string[] {
  const { before, ends } = FIGURES[dialect]
  return [...ends.keys()].map((end) => `${before}${end}`)
}

const MAX_PAYLOAD_BYTES = 256
const VERSION_CHARS = 80
/** Nodes of one cluster that are counted together. */
const MAX_NODES = 64

/** Puts the figures of a broker together, of several nodes as their sum; the uptime is that of the youngest. */
export class SysReading {
  readonly #sanitiseLine: (text: string, maxChars: number) => string
  readonly #byNode = new Map<Figure, Map<string, number>>()
  reading: BrokerReading = NO_READING

  constructor(sanitiseLine: (text: string, maxChars: number) => string) {
    this.#sanitiseLine = sanitiseLine
  }

  /** Takes a topic in; false when it is none of ours or says nothing usable. */
  take(topic: string, payload: Buffer): boolean {
    const found = figureOf(topic)
    if (found === null || payload.length > MAX_PAYLOAD_BYTES) return false
    const { figure, node } = found
    const text = payload.toString('utf8').trim()
    if (figure === 'version') {
      if (text === '') return false
      this.reading = { ...this.reading, version: this.#sanitiseLine(text, VERSION_CHARS) }
      return true
    }
    const value = figure === 'uptimeS' ? secondsOf(text) : numberOf(text)
    if (value === null) return false
    const nodes = this.#byNode.get(figure) ?? new Map<string, number>()
    if (!nodes.has(node) && nodes.size >= MAX_NODES) return false
    this.#byNode.set(figure, nodes.set(node, value))
    const values = [...nodes.values()]
    const whole = figure === 'uptimeS' ? Math.min(...values) : values.reduce((sum, one) => sum + one, 0)
    if (!Number.isSafeInteger(whole)) return false
    this.reading = { ...this.reading, [figure]: whole }
    return true
  }
}

function figureOf(topic: string): { readonly figure: Figure; readonly node: string } | null {
  const levels = topic.split('/')
  for (const dialect of SYS_DIALECTS) {
    const { before, ends } = FIGURES[dialect]
    const own = before.split('/').slice(0, -1)
    if (!own.every((level, index) => level === '+' || level === levels[index])) continue
    const figure = ends.get(levels.slice(own.length).join('/'))
    if (figure !== undefined) return { figure, node: levels.slice(0, own.length).join('/') }
  }
  return null
}

/** Counters were seen at -1, which counts nothing. */
function numberOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

const UNIT_S: Readonly<Record<string, number>> = { day: 86_400, hour: 3_600, minute: 60, second: 1 }

/** Mosquitto says `1234 seconds`, EMQX `1 days, 2 hours, 3 minutes, 4 seconds`. */
function secondsOf(text: string): number | null {
  let total = 0
  for (const part of text.split(',')) {
    const [, digits, unit] = /^(\d{1,15})(?: (day|hour|minute|second)s?)?$/.exec(part.trim()) ?? []
    if (digits === undefined) return null
    total += Number(digits) * (UNIT_S[unit ?? 'second'] ?? 1)
  }
  return total
}
