import type {
  BrokerKind,
  BrokerTraits,
  CharacterView,
  KnownCharacter,
} from '../../../preload/contract/models/broker/broker-character.ts'

/** Acted by while nobody knows the broker: it relies on nothing that some leave out, and limits nothing by guess. */
const CAREFUL: BrokerTraits = {
  retained: 'none',
  messagesPerS: null,
  inFlight: null,
  packetBytes: null,
  filtersPerSubscribe: 8,
  filtersPerConnection: null,
  hasOneSession: false,
  dots: 'plain',
  deliversOnce: false,
  sharesReadings: false,
  isSlowAtQos1: false,
  tiesIdToNode: false,
  ignoresExpiry: false,
  closesOnRefusal: false,
  sys: 'mosquitto',
}
const PLAIN: BrokerTraits = { ...CAREFUL, retained: 'all', filtersPerSubscribe: null, sys: null }
const KIB = 1024
const MIB = 1024 * KIB

/** What each broker does by its documentation, its source, or tests against the real thing (`test/brokers`). */
const TRAITS: Readonly<Record<BrokerKind, BrokerTraits>> = {
  unknown: CAREFUL,
  // A subscriber is cut at `max_inflight_messages` + `max_queued_messages` (mosquitto.conf(5)).
  mosquitto: { ...PLAIN, retained: 'some', sharesReadings: true, sys: 'mosquitto' },
  // `mqtt.max_packet_size` 1 MB; a wildcard replays 1,000 by the flow control of its retainer.
  emqx: { ...PLAIN, retained: 'some', packetBytes: MIB, sharesReadings: true, sys: 'emqx' },
  // Its limits of a connection: 10 messages a second, 10 subscriptions.
  'emqx-serverless': { ...PLAIN, retained: 'some', messagesPerS: 10, packetBytes: MIB, filtersPerConnection: 10 },
  hivemq: { ...PLAIN, inFlight: 10, sharesReadings: true },
  'hivemq-cloud': { ...PLAIN, inFlight: 10, packetBytes: 5 * MIB, sharesReadings: true },
  vernemq: { ...PLAIN, inFlight: 20, sharesReadings: true, closesOnRefusal: true, sys: 'vernemq' },
  // Its retained store knows exact topics only, its exchanges divide by dots, and the queue of a client id is on one node.
  rabbitmq: {
    ...PLAIN,
    retained: 'none',
    filtersPerSubscribe: 8,
    dots: 'separator',
    deliversOnce: true,
    tiesIdToNode: true,
    closesOnRefusal: true,
  },
  // 2.9 refuses a dot by hanging up; later ones map it. Its consumer of QoS 1 is agreed on by the nodes: with one of three
  // dead that took 4 s a filter, in which the connection reads nothing.
  nats: { ...PLAIN, retained: 'some', dots: 'closes', isSlowAtQos1: true, tiesIdToNode: true },
  // A wildcard replays at most 1,000. 23.01 handed a device that came back after 43 s each command that expired after 3 s.
  ejabberd: { ...PLAIN, retained: 'some', ignoresExpiry: true },
  aedes: PLAIN,
  // "AWS IoT Core message broker and protocol limits and quotas".
  'aws-iot': {
    ...PLAIN,
    retained: 'none',
    messagesPerS: 100,
    sharesReadings: true,
    inFlight: 100,
    packetBytes: 128 * KIB,
    filtersPerSubscribe: 8,
    filtersPerConnection: 50,
    closesOnRefusal: true,
  },
  'event-grid': {
    ...PLAIN,
    retained: 'none',
    messagesPerS: 100,
    packetBytes: 512 * KIB,
    filtersPerSubscribe: 8,
    hasOneSession: true,
    closesOnRefusal: true,
  },
  alibaba: { ...PLAIN, retained: 'none', packetBytes: 64 * KIB, filtersPerConnection: 30, closesOnRefusal: true },
  tencent: { ...PLAIN, retained: 'none', packetBytes: 64 * KIB, filtersPerConnection: 30, closesOnRefusal: true },
}

/** The character of a profile: what is known of its kind, and over it what the operator set. */
export function characterOf(known: KnownCharacter | null | undefined): CharacterView {
  if (known === null || known === undefined) return { kind: 'unknown', by: 'behaviour', since: 0, traits: CAREFUL }
  const { changes, ...found } = known
  const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  return { ...found, traits: { ...TRAITS[known.kind], ...set } }
}

/** Of the brokers inside the app, which nobody has to recognise. */
export const OWN_CHARACTER: KnownCharacter = { kind: 'aedes', by: 'host', since: 0, changes: {} }
