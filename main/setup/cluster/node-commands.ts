import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import { siteCommands } from '../bridges/site-commands.ts'
import { commandsOf, type Line } from '../commands/command-line.ts'
import { linuxFirewall } from '../commands/firewall.ts'
import { type GeneratedFile, octal } from '../files/generated-file.ts'
import { balancersOf, runtimeOf } from '../plan/plan-traits.ts'
import { CONTAINERS, type ComposeKind } from './compose-node.ts'
import { EMQX_API_KEY, EMQX_BETWEEN_PORTS, EMQX_DASHBOARD_PORT } from './emqx-config.ts'
import { NATS_BETWEEN_PORT, NATS_STORE } from './nats-config.ts'
import { RABBITMQ_BETWEEN_PORTS } from './rabbitmq-config.ts'

/** Brokers of which Debian has a service. */
type ServiceKind = Exclude<ComposeKind, 'emqx'>

const LOGS: Readonly<Record<ServiceKind, string>> = {
  nats: 'journalctl -u nats-server -n 50 --no-pager',
  rabbitmq: 'sh -c "tail -n 50 /var/log/rabbitmq/*.log"',
}

/** The lines to run at each node, in the node's own folder; they are the same everywhere. `gone` are accounts taken out. */
export function nodeCommands(
  plan: SetupPlan,
  files: readonly GeneratedFile[],
  gone: readonly string[],
): SetupCommand[] {
  const kind = plan.cluster ?? 'nats'
  if (kind === 'bridges') return siteCommands(plan)
  const own =
    runtimeOf(plan) === 'compose' || kind === 'emqx'
      ? containerLines(kind, files, gone)
      : serviceLines(kind, files, gone)
  return commandsOf('bash', [
    ...own,
    ['check', `sudo ss -ltnp | grep ':${plan.port} '`, 'Shows that it listens for MQTT.', '显示它正在监听 MQTT。'],
    ...clientLines(plan),
    ...betweenLines(plan, kind),
  ])
}

/** Places one file with owner and mode; what was there is kept beside it under a number. */
export function placeLine({ path, target, owner, mode }: GeneratedFile): string {
  return `install --backup=numbered -D -o ${owner} -g ${owner} -m ${octal(mode)} ${path} ${target ?? ''}`
}

function serviceLines(kind: ServiceKind, files: readonly GeneratedFile[], gone: readonly string[]): Line[] {
  const service = `${kind}-server`
  return [
    ...installLines(kind, service),
    ...files.map((file): Line => ['place', `sudo ${placeLine(file)}`, file.why.en, file.why.zh]),
    ...(kind === 'nats' ? [STORE] : []),
    ['start', `sudo systemctl enable ${service}`, 'Starts this node with its computer.', '让本节点随计算机启动。'],
    ['start', `sudo systemctl restart ${service}`, ...ORDER[kind]],
    ...(kind === 'rabbitmq' ? gone.map((account) => deleteLine(account, 'sudo rabbitmqctl')) : []),
    ['check', `systemctl status ${service} --no-pager`, 'It should say active (running).', '应显示 active (running)。'],
    ...(kind === 'rabbitmq' ? [statusLine('sudo rabbitmqctl cluster_status')] : []),
    ['check', `sudo ${LOGS[kind]}`, ...LOG_WHY],
    ...undoLines(kind, service, files),
  ]
}

function containerLines(kind: ComposeKind, files: readonly GeneratedFile[], gone: readonly string[]): Line[] {
  const { uid } = CONTAINERS[kind]
  const secrets = files.filter(({ isSecret }) => isSecret)
  return [
    [
      'install',
      'docker compose version',
      'Compose must be there as a part of Docker (version 2 or newer).',
      '需要 Docker 自带的 Compose（2 或更新版本）。',
    ],
    ...secrets.map(({ path, mode, why }): Line => ['place', `sudo chmod ${octal(mode)} ${path}`, why.en, why.zh]),
    [
      'place',
      `sudo chown -R ${uid}:${uid} config`,
      'In the container the broker runs under that number: keys of another owner it could not read.',
      '容器中的 Broker 以该编号运行：属于其他用户的密钥它无法读取。',
    ],
    ['start', 'docker compose up -d --force-recreate', ...ORDER[kind]],
    ...(kind === 'rabbitmq' ? gone.map((account) => deleteLine(account, 'docker compose exec node rabbitmqctl')) : []),
    ...(kind === 'emqx' ? gone.map(deleteFromEmqx) : []),
    ['check', 'docker compose ps', 'It should say Up, not Restarting.', '应显示 Up，而不是 Restarting。'],
    ...(kind === 'rabbitmq' ? [statusLine('docker compose exec node rabbitmqctl cluster_status')] : []),
    ...(kind === 'emqx' ? [statusLine('docker compose exec node emqx ctl cluster status')] : []),
    ['check', 'docker compose logs --tail 50 node', ...LOG_WHY],
    [
      'undo',
      'docker compose down',
      'Stops this node; the others go on while more than half of them run.',
      '停止本节点；只要超过半数节点仍在运行，其他节点继续工作。',
    ],
    ['undo', 'docker compose down --volumes', ...STORED_WHY],
  ]
}

function installLines(kind: ServiceKind, name: string): Line[] {
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

const LOG_WHY = [
  'What the node itself says: the line of the configuration that is wrong, a node that it cannot reach.',
  '节点自己的日志：配置中有误的行、无法访问的节点。',
] as const
const STORED_WHY = [
  'Deletes stored sessions and messages as well, where nothing of them is needed any more.',
  '同时删除已保存的会话和消息（在确定不再需要时）。',
] as const

function statusLine(command: string): Line {
  return ['check', command, 'Should list every node as running.', '应列出所有节点均在运行。']
}

const ORDER = {
  nats: [
    'Clients are let in once more than half of the nodes run. Later, restart one node after the other.',
    '超过半数节点运行后客户端才能接入。以后请逐个重启节点。',
  ],
  rabbitmq: [
    'The first node first: wait until it runs, then the others. Later, restart one node after the other.',
    '先启动第一个节点，待其运行后再启动其他节点。以后请逐个重启节点。',
  ],
  emqx: [
    'The nodes find each other in any order. Later, restart one node after the other.',
    '各节点启动顺序不限，会自行互相发现。以后请逐个重启节点。',
  ],
} as const

function deleteLine(account: string, tool: string): Line {
  return [
    'start',
    `${tool} delete_user ${quoted(account)}`,
    'Taken out. The files do not name it any more, but RabbitMQ keeps an account until it is deleted; one node is enough.',
    '已移除。文件中不再有它，但 RabbitMQ 会保留账户直到删除；在一个节点上执行即可。',
  ]
}

function deleteFromEmqx(account: string): Line {
  const users = 'authentication/password_based%3Abuilt_in_database/users'
  const url = `http://127.0.0.1:${EMQX_DASHBOARD_PORT}/api/v5/${users}/${encodeURIComponent(account)}`
  return [
    'start',
    `sudo sh -c 'curl -fsS -X DELETE -u "$(head -n 1 config/api-key)" ${url}'`,
    `Taken out. No rule names it any more, so that it can do nothing; this deletes its login, by the API key "${EMQX_API_KEY}". One node is enough.`,
    `已移除。规则中不再有它，因此它什么也做不了；此行用 API 密钥“${EMQX_API_KEY}”删除其登录。在一个节点上执行即可。`,
  ]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** Opens the port of clients: to everybody, or to haproxy alone where that is before the nodes. */
function clientLines(plan: SetupPlan): Line[] {
  const doors = balancersOf(plan)
  if (doors.length === 0) return linuxFirewall({ ...plan, isLoopbackOnly: false })
  return doors.flatMap((host): Line[] => [
    [
      'firewall',
      `sudo ufw allow proto tcp from ${addressOf(host)} to any port ${plan.port}`,
      `Lets haproxy on ${host} in, through which all clients come; everybody else stays out.`,
      `放行 ${host} 上的 haproxy，所有客户端都经由它接入；其他一律拒绝。`,
    ],
    [
      'undo',
      `sudo ufw delete allow proto tcp from ${addressOf(host)} to any port ${plan.port}`,
      'Closes the port again.',
      '重新关闭该端口。',
    ],
  ])
}

const BETWEEN_PORTS: Readonly<Record<ComposeKind, readonly number[]>> = {
  nats: [NATS_BETWEEN_PORT],
  rabbitmq: RABBITMQ_BETWEEN_PORTS,
  emqx: EMQX_BETWEEN_PORTS,
}

/** Opens the ports between nodes to the other nodes alone. */
function betweenLines({ hosts }: SetupPlan, kind: ComposeKind): Line[] {
  const ports = BETWEEN_PORTS[kind].join(',')
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

function undoLines(kind: ServiceKind, service: string, files: readonly GeneratedFile[]): Line[] {
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
      '删除本搭建方案的文件；更早的版本以 *.~1~ 保存在旁边。',
    ],
    ['undo', `sudo rm -r ${store}`, ...STORED_WHY],
  ]
}
