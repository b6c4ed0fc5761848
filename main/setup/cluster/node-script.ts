import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { GeneratedFile } from '../files/generated-file.ts'
import { NATS_STORE } from './nats-config.ts'
import { placeLine } from './node-commands.ts'

/** Text of a script that does at one node what its lines do, and never throws away a RabbitMQ that was there before. */
export function nodeScript({ cluster }: Pick<SetupPlan, 'cluster'>, files: readonly GeneratedFile[]): string {
  const lines = [
    '#!/bin/sh',
    '# Places the files of this folder at one node and starts it. Run there: sudo sh install.sh',
    'set -eu',
    'umask 077',
    'cd "$(dirname "$0")"',
    '[ "$(id -u)" -eq 0 ] || { echo "Run it with sudo: sudo sh install.sh" >&2; exit 1; }',
    `for file in ${files.map(({ path }) => path).join(' ')}; do`,
    '  [ -f "$file" ] || { echo "$file is missing: copy the whole folder." >&2; exit 1; }',
    'done',
    ...(cluster === 'rabbitmq' ? RABBITMQ : NATS),
    ...files.map(placeLine),
    `systemctl enable ${serviceOf(cluster)}`,
    `systemctl restart ${serviceOf(cluster)}`,
    `systemctl --no-pager status ${serviceOf(cluster)}`,
  ]
  return `${lines.join('\n')}\n`
}

function serviceOf(cluster: SetupPlan['cluster']): string {
  return cluster === 'rabbitmq' ? 'rabbitmq-server' : 'nats-server'
}

const NATS = [
  'if [ ! -x /usr/sbin/nats-server ]; then',
  '  apt-get update',
  '  apt-get install -y nats-server',
  'fi',
  `install -d -o nats -g nats -m 0750 ${NATS_STORE}`,
]

const RABBITMQ = [
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
]
