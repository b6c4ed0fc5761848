import type { BrokerReading } from '../../../preload/contract/models/broker.ts'

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

/** Mosquitto's own topics (mosquitto(8), "Broker Status"), by figure. */
const TOPICS: ReadonlyMap<string, keyof BrokerReading> = new Map([
  ['$SYS/broker/version', 'version'],
  ['$SYS/broker/uptime', 'uptimeS'],
  ['$SYS/broker/clients/connected', 'clients'],
  ['$SYS/broker/clients/maximum', 'clientsMaximum'],
  ['$SYS/broker/subscriptions/count', 'subscriptions'],
  ['$SYS/broker/retained messages/count', 'retained'],
  ['$SYS/broker/messages/received', 'messagesIn'],
  ['$SYS/broker/messages/sent', 'messagesOut'],
  ['$SYS/broker/publish/messages/dropped', 'messagesDropped'],
  ['$SYS/broker/bytes/received', 'bytesIn'],
  ['$SYS/broker/bytes/sent', 'bytesOut'],
])

/** Filters to subscribe to: a dozen topics, not the whole tree. */
export const SYS_FILTERS: readonly string[] = [...TOPICS.keys()]

const MAX_PAYLOAD_BYTES = 256
const VERSION_CHARS = 80

/** The reading with one more topic taken in; the same object when the topic is none of ours or says nothing usable. */
export function withSysTopic(
  reading: BrokerReading,
  topic: string,
  payload: Buffer,
  sanitiseLine: (text: string, maxChars: number) => string,
): BrokerReading {
  const figure = TOPICS.get(topic)
  if (figure === undefined || payload.length > MAX_PAYLOAD_BYTES) return reading
  const text = payload.toString('utf8').trim()
  if (figure === 'version') return text === '' ? reading : { ...reading, version: sanitiseLine(text, VERSION_CHARS) }
  // Uptime is "1234 seconds"; counters were seen at -1, which counts nothing.
  const [, digits] = /^(\d{1,15})(?: seconds)?$/.exec(text) ?? []
  return digits === undefined ? reading : { ...reading, [figure]: Number(digits) }
}
