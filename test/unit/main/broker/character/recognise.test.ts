import { describe, expect, it } from 'vitest'
import { type BrokerFacts, recognise } from '../../../../../main/broker/character/recognise.ts'
import { characterOf } from '../../../../../main/broker/character/traits.ts'

const facts = (seen: Partial<BrokerFacts>): BrokerFacts => ({
  host: '10.0.0.5',
  connack: null,
  mqtt5: null,
  grantedQos: null,
  sys: null,
  certificate: null,
  ...seen,
})

describe('a broker is recognised', () => {
  // The CONNACKs of Debian's Mosquitto 2.0.11 and ejabberd 23.01 as they came; the others as documented.
  it.each([
    ['mosquitto', 'connack', { connack: { topicAliasMaximum: 10, receiveMaximum: 20 } }],
    [
      'ejabberd',
      'connack',
      { connack: { topicAliasMaximum: 100, sharedSubscriptionAvailable: false, serverKeepAlive: 60 } },
    ],
    ['rabbitmq', 'connack', { connack: { topicAliasMaximum: 16, maximumQoS: 1, sharedSubscriptionAvailable: false } }],
    ['hivemq', 'connack', { connack: { topicAliasMaximum: 5, receiveMaximum: 10 } }],
    ['emqx', 'connack', { connack: { topicAliasMaximum: 65_535, receiveMaximum: 32 } }],
    ['rabbitmq', 'behaviour', { mqtt5: 'closed', grantedQos: 1 }],
    ['nats', 'behaviour', { mqtt5: 'refused', grantedQos: 1 }],
    ['aws-iot', 'host', { host: 'a1b2-ats.iot.eu-central-1.amazonaws.com' }],
    ['event-grid', 'host', { host: 'ns.westeurope-1.ts.eventgrid.azure.net' }],
    ['emqx-serverless', 'host', { host: 'abc.ala.eu-central-1.emqxsl.com' }],
    ['hivemq-cloud', 'host', { host: 'abc.s1.eu.hivemq.cloud' }],
    ['aws-iot', 'certificate', { certificate: 'CN=*.iot.eu-central-1.amazonaws.com\n' }],
    ['emqx', 'sys', { sys: { topic: '$SYS/brokers/emqx@10.0.0.1/version', text: '5.3.0' } }],
    ['vernemq', 'sys', { sys: { topic: '$SYS/VerneMQ@127.0.0.1/bytes/received', text: '5' } }],
    ['mosquitto', 'sys', { sys: { topic: '$SYS/broker/version', text: 'mosquitto version 2.0.18' } }],
  ] as const)('as %s by %s', (kind, by, seen) => {
    expect(recognise(facts(seen))).toEqual({ kind, by })
  })

  it.each([
    ['a host that only contains such a name', { host: 'iot.eu-central-1.amazonaws.com.evil.example' }],
    ['Aedes, which turns MQTT 5 down and grants QoS 2', { mqtt5: 'refused', grantedQos: 2 }],
    ['values that nobody is known to send', { connack: { topicAliasMaximum: 7 } }],
  ] as const)('not by %s', (_name, seen) => {
    expect(recognise(facts(seen))).toBeNull()
  })
})

describe('the character of a profile', () => {
  it('relies on nothing while nobody knows the broker', () => {
    expect(characterOf(null)).toMatchObject({ kind: 'unknown', traits: { retained: 'none', messagesPerS: null } })
  })

  it('is that of its kind, and over it what the operator set', () => {
    const known = { kind: 'aws-iot', by: 'host', since: 1, changes: { messagesPerS: 20, inFlight: undefined } } as const
    expect(characterOf(known).traits).toMatchObject({ messagesPerS: 20, inFlight: 100, filtersPerSubscribe: 8 })
  })
})
