import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { commandsOf, type Line } from '../commands/command-line.ts'
import { linuxFirewall } from '../commands/firewall.ts'
import { type GeneratedFile, octal } from '../files/generated-file.ts'
import { NATS_BETWEEN_PORT, NATS_STORE } from './nats-config.ts'
import { RABBITMQ_BETWEEN_PORTS } from './rabbitmq-config.ts'

const SERVICES = {
  nats: { package: 'nats-server', service: 'nats-server', log: 'journalctl -u nats-server -n 50 --no-pager' },
  rabbitmq: {
    package: 'rabbitmq-server',
    service: 'rabbitmq-server',
    log: 'sh -c "tail -n 50 /var/log/rabbitmq/*.log"',
  },
} as const

/** The lines to run at each node, in the node's own folder; they are the same everywhere. `gone` are accounts taken out. */
export function nodeCommands(
  plan: SetupPlan,
  files: readonly GeneratedFile[],
  gone: readonly string[],
): SetupCommand[] {
  const kind = plan.cluster ?? 'nats'
  const { service, log } = SERVICES[kind]
  return commandsOf('bash', [
    ...installLines(kind),
    ...files.map((file): Line => ['place', `sudo ${placeLine(file)}`, file.why.en, file.why.zh]),
    ...(kind === 'nats' ? [STORE] : []),
    ['start', `sudo systemctl enable ${service}`, 'Starts this node with its computer.', '让本节点随计算机启动。'],
    ['start', `sudo systemctl restart ${service}`, ...ORDER[kind]],
    ...(kind === 'rabbitmq' ? gone.map(deleteLine) : []),
    ['check', `systemctl status ${service} --no-pager`, 'It should say active (running).', '应显示 active (running)。'],
    ...(kind === 'rabbitmq' ? [RABBITMQ_STATUS] : []),
    [
      'check',
      `sudo ${log}`,
      'What the node itself says: the line of the configuration that is wrong, a node that it cannot reach.',
      '节点自己的日志：配置中有误的行、无法访问的节点。',
    ],
    ['check', `sudo ss -ltnp | grep ':${plan.port} '`, 'Shows that it listens for MQTT.', '显示它正在监听 MQTT。'],
    ...linuxFirewall({ ...plan, isLoopbackOnly: false }),
    ...betweenLines(plan, kind),
    ...undoLines(kind, service, files),
  ])
}

/** Places one file with owner and mode; what was there is kept beside it under a number. */
export function placeLine({ path, target, owner, mode }: GeneratedFile): string {
  return `install --backup=numbered -D -o ${owner} -g ${owner} -m ${octal(mode)} ${path} ${target ?? ''}`
}

function installLines(kind: keyof typeof SERVICES): Line[] {
  const { package: name } = SERVICES[kind]
  const install: Line = [
    'install',
    `sudo apt-get update && sudo apt-get install -y ${name}`,
    'Installs the broker from the distribution, with its service and its account.',
    '从发行版安装 Broker，包括其服务和账户。',
  ]
  if (kind === 'nats') return [install]
  return [
    install,
    [
      'install',
      'sudo systemctl stop rabbitmq-server',
      'The package starts a node of its own, which must be down while its files change.',
      '软件包会启动一个独立节点，更换文件时必须先停止它。',
    ],
    [
      'install',
      'sudo mv /var/lib/rabbitmq/mnesia /var/lib/rabbitmq/mnesia.before',
      'The first time only: a node that was one of its own before never joins a cluster. Leave this out when you place newer files.',
      '仅首次执行：曾经独立运行的节点不会加入集群。放置更新的文件时请跳过此行。',
    ],
  ]
}

const STORE: Line = [
  'place',
  `sudo install -d -o nats -g nats -m 0750 ${NATS_STORE}`,
  'Where the node keeps sessions and messages.',
  '节点保存会话和消息的位置。',
]

const RABBITMQ_STATUS: Line = [
  'check',
  'sudo rabbitmqctl cluster_status',
  'Should list every node under Running Nodes.',
  '应在 Running Nodes 下列出所有节点。',
]

const ORDER = {
  nats: [
    'Clients are let in once more than half of the nodes run. Later, restart one node after the other.',
    '超过半数节点运行后客户端才能接入。以后请逐个重启节点。',
  ],
  rabbitmq: [
    'The first node first: wait until it runs, then the others. Later, restart one node after the other.',
    '先启动第一个节点，待其运行后再启动其他节点。以后请逐个重启节点。',
  ],
} as const

function deleteLine(account: string): Line {
  return [
    'start',
    `sudo rabbitmqctl delete_user '${account.replaceAll("'", "'\\''")}'`,
    'Taken out. The files do not name it any more, but RabbitMQ keeps an account until it is deleted; one node is enough.',
    '已移除。文件中不再有它，但 RabbitMQ 会保留账户直到删除；在一个节点上执行即可。',
  ]
}

/** Opens the ports between nodes to the other nodes alone. */
function betweenLines({ hosts }: SetupPlan, kind: keyof typeof SERVICES): Line[] {
  const ports = kind === 'nats' ? String(NATS_BETWEEN_PORT) : RABBITMQ_BETWEEN_PORTS.join(',')
  return hosts.flatMap((host): Line[] => [
    [
      'firewall',
      `sudo ufw allow proto tcp from ${addressOf(host)} to any port ${ports}`,
      `Lets the node ${host} in on the ports between nodes; everybody else stays out. The node's own line does no harm.`,
      `在节点间端口上放行节点 ${host}，其他一律拒绝。针对本节点自身的那一行没有影响。`,
    ],
    [
      'undo',
      `sudo ufw delete allow proto tcp from ${addressOf(host)} to any port ${ports}`,
      'Closes the ports between nodes again.',
      '重新关闭节点间端口。',
    ],
  ])
}

/** ufw takes addresses alone: a name is looked up when the line runs. */
function addressOf(host: string): string {
  return /^[\d.]+$/.test(host) ? host : `$(getent ahostsv4 ${host} | awk 'NR==1{print $1}')`
}

function undoLines(kind: keyof typeof SERVICES, service: string, files: readonly GeneratedFile[]): Line[] {
  const store = kind === 'nats' ? NATS_STORE : '/var/lib/rabbitmq/mnesia'
  return [
    [
      'undo',
      `sudo systemctl disable --now ${service}`,
      'Stops this node; the others go on while more than half of them run.',
      '停止本节点；只要超过半数节点仍在运行，其他节点继续工作。',
    ],
    [
      'undo',
      `sudo rm ${files.map(({ target }) => target ?? '').join(' ')}`,
      'Takes the files of this set-up away; earlier versions lie beside them as *.~1~.',
      '删除本设置的文件；更早的版本以 *.~1~ 保存在旁边。',
    ],
    [
      'undo',
      `sudo rm -r ${store}`,
      'Deletes stored sessions and messages as well, where nothing of them is needed any more.',
      '同时删除已保存的会话和消息（在确定不再需要时）。',
    ],
  ]
}
