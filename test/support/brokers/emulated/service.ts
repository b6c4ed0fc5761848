import type { IConnackPacket } from 'mqtt-packet'
import type { Profile } from '../../../../preload/contract/models/broker/connection.ts'
import type { RealBroker } from '../real/real-broker.ts'

/** What a service in a cloud allows one connection, by its documentation. Null is no limit. */
export interface ServiceLimits {
  /** Name that a console asks for; its certificate has it. */
  readonly serverName: string
  readonly login: 'certificate' | 'password'
  /** Properties of its CONNACK (MQTT 5). */
  readonly connack: NonNullable<IConnackPacket['properties']>
  /** Publishes that it takes before it has acknowledged one (MQTT 5: Receive Maximum), and sends itself. */
  readonly inFlight: number
  /** Messages with QoS 1 that wait for one connection; more are dropped. */
  readonly queued: number
  readonly maximumQos: 1 | 2
  readonly packetBytes: number
  readonly levels: number | null
  readonly filtersPerSubscribe: number | null
  readonly filtersPerConnection: number | null
  /** Retained messages that a wildcard brings; null where it takes none at all. */
  readonly replays: number | null
  readonly rate: {
    readonly perS: number
    readonly counts: 'in' | 'in and out'
    /** Of a publish over the limit; `nothing` leaves it without an answer. */
    readonly answer: 'quota' | 'nothing'
  } | null
  /** Topics that exist; null where any may be used. */
  readonly topics: readonly string[] | null
  readonly sessionsPerAccount: number | null
  /** What follows a publish or a filter that the account may not use. */
  readonly forbids: 'by closing' | 'by code'
}

export const SERVICES = ['aws-iot', 'event-grid', 'emqx', 'emqx-serverless', 'hivemq-cloud'] as const
export type ServiceName = (typeof SERVICES)[number]

/** How the console reaches it: over TLS, with the name of the service. */
interface ServiceReach {
  readonly profile: Partial<Profile>
  readonly secrets: { readonly clientKey: string | null; readonly password?: null }
}

/** Emulates a service; `port` is the one of the console. */
export interface EmulatedService extends RealBroker {
  /** Stands for the connections of many devices: without TLS and without the limits of one connection. */
  readonly devicePort: number
  /** Where the account is that of somebody else, nobody is let in. */
  reach(account: string | null): ServiceReach
  /** Limits that a connection of the console went over since the last call. */
  takeViolations(): readonly string[]
}

const KIB = 1024

export const SERVICE_LIMITS: Readonly<Record<ServiceName, ServiceLimits>> = {
  // "AWS IoT Core message broker and protocol limits and quotas".
  'aws-iot': {
    serverName: 'a1b2c3d4e5f6g7-ats.iot.eu-central-1.amazonaws.com',
    login: 'certificate',
    connack: {
      receiveMaximum: 100,
      maximumQoS: 1,
      maximumPacketSize: 128 * KIB,
      topicAliasMaximum: 8,
      subscriptionIdentifiersAvailable: false,
    },
    inFlight: 100,
    queued: 1_000,
    maximumQos: 1,
    packetBytes: 128 * KIB,
    levels: 8,
    filtersPerSubscribe: 8,
    filtersPerConnection: 50,
    replays: 0,
    rate: { perS: 100, counts: 'in and out', answer: 'nothing' },
    topics: null,
    sessionsPerAccount: null,
    forbids: 'by closing',
  },
  // "MQTT features supported by the Azure Event Grid MQTT broker" and "quotas and limits", of before retained messages.
  'event-grid': {
    serverName: 'site.westeurope-1.ts.eventgrid.azure.net',
    login: 'certificate',
    connack: {
      receiveMaximum: 100,
      maximumQoS: 1,
      maximumPacketSize: 512 * KIB,
      topicAliasMaximum: 10,
      retainAvailable: false,
      sharedSubscriptionAvailable: false,
      serverKeepAlive: 60,
    },
    inFlight: 100,
    queued: 100,
    maximumQos: 1,
    packetBytes: 512 * KIB,
    levels: 8,
    filtersPerSubscribe: 8,
    filtersPerConnection: 50,
    replays: null,
    rate: { perS: 100, counts: 'in and out', answer: 'quota' },
    topics: ['device/#'],
    sessionsPerAccount: 1,
    forbids: 'by closing',
  },
  // EMQX 5.8, "Configuration Manual": `mqtt`, `retainer` and `authorization`, as they are unless set.
  emqx: {
    serverName: 'mq.site.local',
    login: 'password',
    connack: { receiveMaximum: 32, maximumPacketSize: KIB * KIB, topicAliasMaximum: 65_535 },
    inFlight: 32,
    queued: 1_000,
    maximumQos: 2,
    packetBytes: KIB * KIB,
    levels: 128,
    filtersPerSubscribe: null,
    filtersPerConnection: null,
    replays: 1_000,
    rate: null,
    topics: null,
    sessionsPerAccount: null,
    forbids: 'by code',
  },
  // EMQX Serverless, "Limits and quotas": of one client.
  'emqx-serverless': {
    serverName: 'p0a1b2c3.ala.eu-central-1.emqxsl.com',
    login: 'password',
    connack: { receiveMaximum: 32, maximumPacketSize: KIB * KIB, topicAliasMaximum: 65_535 },
    inFlight: 32,
    queued: 1_000,
    maximumQos: 2,
    packetBytes: KIB * KIB,
    levels: 128,
    filtersPerSubscribe: null,
    filtersPerConnection: 10,
    replays: 2_000,
    rate: { perS: 10, counts: 'in', answer: 'quota' },
    topics: null,
    sessionsPerAccount: null,
    forbids: 'by code',
  },
  // HiveMQ Cloud Serverless, and HiveMQ's own restrictions of a connection.
  'hivemq-cloud': {
    serverName: '0123456789abcdef.s1.eu.hivemq.cloud',
    login: 'password',
    connack: { receiveMaximum: 10, maximumPacketSize: 5 * KIB * KIB, topicAliasMaximum: 5 },
    inFlight: 10,
    queued: 1_000,
    maximumQos: 2,
    packetBytes: 5 * KIB * KIB,
    levels: null,
    filtersPerSubscribe: null,
    filtersPerConnection: null,
    replays: Number.POSITIVE_INFINITY,
    rate: null,
    topics: null,
    sessionsPerAccount: null,
    forbids: 'by code',
  },
}
