import { stringify } from 'yaml'
import type { ClusterKind, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { EMQX_FOLDER, emqxNode } from './emqx-config.ts'
import { RABBITMQ_FOLDER, rabbitMqEnvironment } from './rabbitmq-config.ts'

/** Brokers whose nodes run in containers. */
export type ComposeKind = Exclude<ClusterKind, 'bridges'>

interface ContainerOfNode {
  /** On Docker Hub, to the last part of the version. */
  readonly image: string
  /** As the container runs: it must own what is secret. */
  readonly uid: number
  /** Folder in the container where `config/` is to be found. */
  readonly folder: string
}

/**
 * EMQX stays at 5.8, because later versions want a licence for a cluster. The accounts are those of the images: NATS runs as
 * root there, and the others under a number that Debian may give to somebody else.
 */
export const CONTAINERS: Readonly<Record<ComposeKind, ContainerOfNode>> = {
  nats: { image: 'nats:2.10.29-alpine', uid: 0, folder: '/etc/nats/waypost' },
  rabbitmq: { image: 'rabbitmq:4.1.4', uid: 999, folder: RABBITMQ_FOLDER },
  emqx: { image: 'emqx/emqx:5.8.6', uid: 1000, folder: EMQX_FOLDER },
}
export const HAPROXY_IMAGE = 'haproxy:2.8.10'
/** Account of that image. */
export const HAPROXY_UID = 99

/**
 * Text of `docker-compose.yml` of the node at an index (Compose Specification). It uses the network of its computer: the
 * nodes find each other by their own names, and what the firewall closes stays closed.
 */
export function composeNode(plan: SetupPlan, kind: ComposeKind, index: number): string {
  const { image, folder } = CONTAINERS[kind]
  return compose('node', {
    image,
    restart: 'unless-stopped',
    network_mode: 'host',
    ...runOf(plan, kind, index),
    volumes: [`./config:${folder}:ro`, ...volumesOf(kind)],
    stop_grace_period: '60s',
  })
}

/** Text of `docker-compose.yml` of haproxy before the nodes. */
export function composeBalancer(): string {
  return compose('haproxy', {
    image: HAPROXY_IMAGE,
    restart: 'unless-stopped',
    network_mode: 'host',
    volumes: ['./config:/usr/local/etc/haproxy:ro'],
  })
}

interface Service extends Readonly<Record<string, unknown>> {
  readonly image: string
  readonly volumes: readonly string[]
}

function compose(name: string, service: Service): string {
  const named = service.volumes.flatMap((volume) => /^([a-z]+):/.exec(volume)?.[1] ?? [])
  const content = {
    services: { [name]: service },
    ...(named.length === 0 ? {} : { volumes: Object.fromEntries(named.map((volume) => [volume, {}])) }),
  }
  return stringify(content, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })
}

function runOf(plan: SetupPlan, kind: ComposeKind, index: number): object {
  switch (kind) {
    case 'nats':
      return { command: ['nats-server', '-c', `${CONTAINERS.nats.folder}/nats-server.conf`] }
    case 'rabbitmq':
      return { environment: Object.fromEntries(rabbitMqEnvironment(plan, index, 'RABBITMQ_')) }
    case 'emqx':
      return { environment: { EMQX_NODE_NAME: emqxNode(plan.hosts[index] ?? '') } }
  }
}

function volumesOf(kind: ComposeKind): readonly string[] {
  switch (kind) {
    case 'nats':
      return ['data:/data']
    case 'rabbitmq':
      return ['./config/erlang.cookie:/var/lib/rabbitmq/.erlang.cookie:ro', 'data:/var/lib/rabbitmq']
    case 'emqx':
      return ['./config/emqx.conf:/opt/emqx/etc/emqx.conf:ro', 'data:/opt/emqx/data', 'log:/opt/emqx/log']
  }
}
