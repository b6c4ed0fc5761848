/** Kinds of brokers whose character is known; `unknown` gets the careful one. */
export const BROKER_KINDS = [
  'unknown',
  'mosquitto',
  'emqx',
  'emqx-serverless',
  'hivemq',
  'hivemq-cloud',
  'vernemq',
  'rabbitmq',
  'nats',
  'ejabberd',
  'aedes',
  'aws-iot',
  'event-grid',
  'alibaba',
  'tencent',
] as const
export type BrokerKind = (typeof BROKER_KINDS)[number]

/** How a broker was recognised; `operator`: somebody chose it. */
export const CHARACTER_EVIDENCE = ['operator', 'host', 'sys', 'certificate', 'connack', 'behaviour'] as const
export type CharacterEvidence = (typeof CHARACTER_EVIDENCE)[number]

/** What a subscription with a wildcard brings of the retained messages; `some` stops at a number. */
export const RETAINED_REPLAYS = ['all', 'some', 'none'] as const
export type RetainedReplay = (typeof RETAINED_REPLAYS)[number]

/** What a dot in a topic does: nothing, it divides levels so that `device/+/…` misses it, or the broker hangs up. */
export const DOTS_IN_TOPICS = ['plain', 'separator', 'closes'] as const
export type DotsInTopics = (typeof DOTS_IN_TOPICS)[number]

/** Dialects in which brokers publish their own figures under `$SYS`. */
export const SYS_DIALECTS = ['mosquitto', 'emqx', 'vernemq'] as const
export type SysDialect = (typeof SYS_DIALECTS)[number]

/** What a broker does and leaves out. A limit of null is none that is known. */
export interface BrokerTraits {
  readonly retained: RetainedReplay
  /** Messages a second on one connection, in both directions together. */
  readonly messagesPerS: number | null
  /** Publishes that may wait for their acknowledgement at a time. */
  readonly inFlight: number | null
  readonly packetBytes: number | null
  readonly filtersPerSubscribe: number | null
  readonly filtersPerConnection: number | null
  /** True if an account has one connection at a time, so that nothing but the console itself may connect. */
  readonly hasOneSession: boolean
  readonly dots: DotsInTopics
  /** True if a message comes once for all filters that it fits; else once for each. */
  readonly deliversOnce: boolean
  /** True if several connections may share a subscription (`$share/…`; MQTT 5, 4.8.2), so that each gets a part of the readings. */
  readonly sharesReadings: boolean
  /** True if a subscription with QoS 1 waits for the nodes of a cluster to agree, while one with QoS 0 does not. */
  readonly isSlowAtQos1: boolean
  /** True if a client id stays tied to a node that died: the others let it in late, or never, but take another id at once. */
  readonly tiesIdToNode: boolean
  /** True if it hands out messages that have expired, though it takes their expiry (MQTT 5, 3.3.2.3.3). */
  readonly ignoresExpiry: boolean
  /** True if it ends the connection instead of refusing a topic. */
  readonly closesOnRefusal: boolean
  /** Dialect of its own figures under `$SYS`; null if it publishes none. */
  readonly sys: SysDialect | null
}

/** What the operator set, in place of what is known of the kind. */
export type TraitChanges = { readonly [Trait in keyof BrokerTraits]?: BrokerTraits[Trait] | undefined }

/** What a profile keeps of its broker. */
export interface KnownCharacter {
  readonly kind: BrokerKind
  readonly by: CharacterEvidence
  /** Epoch ms. */
  readonly since: number
  readonly changes: TraitChanges
}

/** The character that the connection in use acts by. */
export interface CharacterView extends Omit<KnownCharacter, 'changes'> {
  readonly traits: BrokerTraits
}

/** Devices known before, and those of them that announced themselves since the connection came up. */
export interface AnnouncementCount {
  readonly known: number
  readonly came: number
  /** True while those that did not come are asked one by one. */
  readonly isAsking: boolean
}

/** The rest is left free for what comes in between, and for messages that a slow moment puts together. */
const USED_SHARE = 0.8
/** A command, and its answer. */
const MESSAGES_PER_COMMAND = 2

/** Commands a second that a limit on messages leaves; null without a limit. */
export function commandsPerS({ messagesPerS }: Pick<BrokerTraits, 'messagesPerS'>): number | null {
  return messagesPerS === null ? null : (messagesPerS * USED_SHARE) / MESSAGES_PER_COMMAND
}

/** Seconds until so many commands are sent, or null where nothing slows them down noticeably. */
export function sendingS(traits: Pick<BrokerTraits, 'messagesPerS'>, commands: number): number | null {
  const perS = commandsPerS(traits)
  if (perS === null) return null
  const seconds = commands / perS
  return seconds < 1 ? null : seconds
}
