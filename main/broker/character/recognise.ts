import type { BrokerKind, CharacterEvidence } from '../../../preload/contract/models/broker/broker-character.ts'

/** CONNACK properties of MQTT 5 that tell brokers apart; absent ones were not sent. */
export interface ConnackFacts {
  readonly receiveMaximum?: number | undefined
  readonly maximumQoS?: number | undefined
  readonly topicAliasMaximum?: number | undefined
  readonly maximumPacketSize?: number | undefined
  readonly serverKeepAlive?: number | undefined
  readonly sharedSubscriptionAvailable?: boolean | undefined
}

/** What was seen of a broker so far. */
export interface BrokerFacts {
  readonly host: string
  /** Null on MQTT 3.1.1, and before the CONNACK. */
  readonly connack: ConnackFacts | null
  /** How it answered a CONNECT of MQTT 5; null while that is not known. */
  readonly mqtt5: 'taken' | 'refused' | 'closed' | null
  /** What it granted where QoS 2 was asked for. */
  readonly grantedQos: number | null
  /** A topic under `$SYS` that came, with its text. */
  readonly sys: { readonly topic: string; readonly text: string } | null
  /** Names in its certificate, one a line. */
  readonly certificate: string | null
}

interface Recognised {
  readonly kind: BrokerKind
  readonly by: CharacterEvidence
}

/** Names under which services are reached; nobody else can have them. */
const HOSTS: readonly (readonly [BrokerKind, RegExp])[] = [
  ['aws-iot', /(?:^|\.)iot\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/],
  ['event-grid', /\.ts\.eventgrid\.azure\.net$/],
  ['emqx-serverless', /\.(?:emqxsl\.com|emqxsl\.cn)$/],
  ['hivemq-cloud', /\.hivemq\.cloud$/],
  ['alibaba', /\.(?:iot-as-mqtt|mqtt\.iothub)\.(?:[a-z0-9-]{1,40}\.){0,2}aliyuncs\.com$/],
  ['tencent', /\.iotcloud\.tencentdevices\.com$/],
  ['mosquitto', /^test\.mosquitto\.org$/],
  ['emqx', /^broker\.emqx\.io$/],
  ['hivemq', /^broker\.hivemq\.com$/],
]

/** Says which broker it is, by the strongest evidence there is; null where nothing tells. */
export function recognise(facts: BrokerFacts): Recognised | null {
  return bySys(facts) ?? byHost(facts) ?? byCertificate(facts) ?? byConnack(facts) ?? byBehaviour(facts)
}

function byHost({ host }: BrokerFacts): Recognised | null {
  const kind = kindOfHost(host)
  return kind === null ? null : { kind, by: 'host' }
}

function kindOfHost(host: string): BrokerKind | null {
  const name = host.toLowerCase().replace(/\.$/, '')
  return HOSTS.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}

function bySys({ sys }: BrokerFacts): Recognised | null {
  if (sys === null) return null
  if (sys.topic.startsWith('$SYS/brokers/')) return { kind: 'emqx', by: 'sys' }
  const [, node = ''] = sys.topic.split('/', 2)
  const at = node.indexOf('@')
  if (at >= 0 && node.slice(0, at).toLowerCase().includes('vernemq')) return { kind: 'vernemq', by: 'sys' }
  return sys.topic === '$SYS/broker/version' && /mosquitto/i.test(sys.text) ? { kind: 'mosquitto', by: 'sys' } : null
}

function byCertificate({ certificate }: BrokerFacts): Recognised | null {
  for (const line of certificate?.split('\n') ?? []) {
    const kind = kindOfHost(line.replace(/^CN=/, '').replace(/^\*\./, 'any.'))
    if (kind !== null) return { kind, by: 'certificate' }
  }
  return null
}

/** By the values that each sends unless its configuration says otherwise. */
function byConnack({ connack }: BrokerFacts): Recognised | null {
  const kind = connack === null ? null : kindOfConnack(connack)
  return kind === null ? null : { kind, by: 'connack' }
}

function kindOfConnack(connack: ConnackFacts): BrokerKind | null {
  const { receiveMaximum, topicAliasMaximum, maximumQoS, sharedSubscriptionAvailable: hasShared } = connack
  if (topicAliasMaximum === 10 && receiveMaximum === 20) return 'mosquitto'
  if (topicAliasMaximum === 100 && hasShared === false && maximumQoS === undefined) return 'ejabberd'
  if (topicAliasMaximum === 16 && maximumQoS === 1 && hasShared === false) return 'rabbitmq'
  if (topicAliasMaximum === 5 && receiveMaximum === 10) return 'hivemq'
  if (topicAliasMaximum === 65_535 && (receiveMaximum ?? 32) <= 32) return 'emqx'
  return null
}

/** Of those that speak MQTT 3.1.1 alone: how they turn MQTT 5 down, and whether they give QoS 2. */
function byBehaviour({ mqtt5, grantedQos }: BrokerFacts): Recognised | null {
  if (mqtt5 === 'closed' && grantedQos === 1) return { kind: 'rabbitmq', by: 'behaviour' }
  if (mqtt5 === 'refused' && grantedQos === 1) return { kind: 'nats', by: 'behaviour' }
  return null
}
