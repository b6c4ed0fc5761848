import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { CLOSE_COPIES } from '../commands/debian.ts'
import { type GeneratedFile, octal } from '../files/generated-file.ts'
import { isBridged, runtimeOf } from '../plan/plan-traits.ts'
import { CONTAINERS } from './compose-node.ts'
import { NATS_STORE } from './nats-config.ts'
import { placeLine } from './node-commands.ts'

/** Begins every script: as root, in its own folder, with every file there. */
export function scriptHead(files: readonly GeneratedFile[]): readonly string[] {
  return [
    'set -eu',
    'umask 077',
    'cd "$(dirname "$0")"',
    '[ "$(id -u)" -eq 0 ] || { echo "Run it with sudo: sudo sh install.sh" >&2; exit 1; }',
    `for file in ${files.map(({ path }) => path).join(' ')}; do`,
    '  [ -f "$file" ] || { echo "$file is missing: copy the whole folder." >&2; exit 1; }',
    'done',
  ]
}

/** Text of a script that does at one node what its lines do, and never throws away a broker that was there before. */
export function nodeScript(plan: SetupPlan, files: readonly GeneratedFile[]): string {
  const kind = plan.cluster ?? 'nats'
  const isContainer = runtimeOf(plan) === 'compose' && kind !== 'bridges'
  if (isContainer || kind === 'emqx') return composeScript(files, CONTAINERS[kind].uid)
  const service = SERVICES[kind]
  const lines = [
    '#!/bin/sh',
    '# Places the files of this folder at one node and starts it. Run there: sudo sh install.sh',
    ...scriptHead(files),
    ...service.before,
    ...files.map(placeLine),
    ...(isBridged(plan) ? [CLOSE_COPIES] : []),
    `systemctl enable ${service.name}`,
    `systemctl restart ${service.name}`,
    `systemctl --no-pager status ${service.name}`,
  ]
  return `${lines.join('\n')}\n`
}

/** Text of a script that gives files to a container, whose account has that number, and starts it. */
export function composeScript(files: readonly GeneratedFile[], uid: number): string {
  const secrets = files.filter(({ isSecret }) => isSecret)
  const lines = [
    '#!/bin/sh',
    '# Gives the files to the container and starts it. Run in this folder: sudo sh install.sh',
    ...scriptHead([...files, COMPOSE]),
    'docker compose version',
    ...secrets.map(({ path, mode }) => `chmod ${octal(mode)} ${path}`),
    `chown -R ${uid}:${uid} config`,
    'docker compose up -d --force-recreate',
    'docker compose ps',
  ]
  return `${lines.join('\n')}\n`
}

const COMPOSE: GeneratedFile = {
  path: 'docker-compose.yml',
  target: null,
  mode: 0o644,
  owner: 'you',
  why: { en: '', zh: '' },
  isSecret: false,
  text: '',
}

const SERVICES = {
  nats: {
    name: 'nats-server',
    before: [
      'if [ ! -x /usr/sbin/nats-server ]; then',
      '  apt-get update',
      '  apt-get install -y nats-server',
      'fi',
      `install -d -o nats -g nats -m 0750 ${NATS_STORE}`,
    ],
  },
  rabbitmq: {
    name: 'rabbitmq-server',
    before: [
      'if [ ! -x /usr/sbin/rabbitmq-server ]; then',
      '  apt-get update',
      '  apt-get install -y rabbitmq-server',
      '  systemctl stop rabbitmq-server',
      '  mv /var/lib/rabbitmq/mnesia /var/lib/rabbitmq/mnesia.before',
      'elif [ ! -e /etc/rabbitmq/definitions.json ]; then',
      '  echo "RabbitMQ is here already, as a node of its own, and such a node never joins a cluster." >&2',
      '  echo "If nothing of it is needed: systemctl stop rabbitmq-server; mv /var/lib/rabbitmq/mnesia /var/lib/rabbitmq/mnesia.before; touch /etc/rabbitmq/definitions.json; then run this again." >&2',
      '  exit 1',
      'fi',
    ],
  },
  bridges: {
    name: 'mosquitto',
    before: [
      'if [ ! -x /usr/sbin/mosquitto ]; then',
      '  apt-get update',
      '  apt-get install -y mosquitto mosquitto-clients',
      'fi',
    ],
  },
} as const
