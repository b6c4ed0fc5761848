import { startMosquitto } from '../mosquitto.ts'
import { startAedes } from './aedes.ts'
import { startEjabberd } from './ejabberd.ts'
import { startNats } from './nats.ts'
import { startRabbitMq } from './rabbitmq.ts'
import type { RealBroker, RealBrokerOptions } from './real-broker.ts'

export const BROKER_KINDS = ['mosquitto', 'aedes', 'rabbitmq', 'nats', 'ejabberd'] as const
export type RealBrokerKind = (typeof BROKER_KINDS)[number]

/** Starts a real broker with these accounts on a free loopback port. */
export const startBroker: Readonly<Record<RealBrokerKind, (options: RealBrokerOptions) => Promise<RealBroker>>> = {
  mosquitto: startMosquittoWith,
  aedes: startAedes,
  rabbitmq: startRabbitMq,
  nats: startNats,
  ejabberd: startEjabberd,
}

function startMosquittoWith({ accounts }: RealBrokerOptions): Promise<RealBroker> {
  const acl = accounts.flatMap(({ name, publish, subscribe }) => [
    `user ${name}`,
    ...publish.map((filter) => `topic write ${filter}`),
    ...subscribe.map((filter) => `topic read ${filter}`),
  ])
  return startMosquitto({
    mode: 'password',
    users: Object.fromEntries(accounts.map(({ name, password }) => [name, password])),
    acl: `${acl.join('\n')}\n`,
    isQuiet: true,
    // Beginners' default of 1,000 cuts what 5,000 devices have retained.
    extraConfig: 'max_queued_messages 20000',
  })
}
